//! C24: notice before and after the change.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;
use crate::release::part::NoticeOccasion;
use jiff::Timestamp;

pub(super) const CONTROL: Control = Control {
    id: "C24",
    title: "people told",
    statement: "Notice before and after the change",
    evidence: &["notices"],
    computed: "NoticeSent <= start - lead and CompletionNoticeSent after finish",
    clauses: &[
        Clause { standard: "RTS17", clauses: &["(d)"] },
        Clause { standard: "NIST", clauses: &["CM-3(1)(b)", "CM-3(1)(f)"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    let notices: Vec<_> = trail
        .events
        .iter()
        .filter_map(|event| match &event.what {
            Happening::NoticeSent(notice) => Some((*event, notice.occasion)),
            _ => None,
        })
        .collect();
    let policy = trail.context.policy();
    let lead = policy.span(&policy.notice_lead);
    for start in &trail.starts {
        let latest = start.event.at.checked_sub(lead).unwrap_or(Timestamp::MIN);
        let ahead = |occasion| {
            matches!(occasion, NoticeOccasion::Planned | NoticeOccasion::Before | NoticeOccasion::Rescheduled)
        };
        let mut before = notices.iter().filter(|(event, on)| ahead(*on) && event.at < start.event.at);
        match before.next() {
            _ if trail.is_emergency() => tally.notes("an emergency is not announced"),
            Some((event, _)) if event.at <= latest => tally.uses(event),
            Some((event, _)) => {
                tally.uses(event);
                tally.fails(format!("people were told at {}, and {latest} was the latest", event.at));
            }
            None => tally.lacks(format!("nobody was told before {}", start.event.id)),
        }
        let Some((end, _)) = start.end else {
            tally.lacks(format!("{} has not ended", start.event.id));
            continue;
        };
        let done = |on| matches!(on, NoticeOccasion::After | NoticeOccasion::RolledBack);
        match notices.iter().find(|(event, on)| done(*on) && event.at >= end.at) {
            Some((event, _)) => tally.uses(event),
            None => tally.lacks(format!("nobody was told after {}", end.id)),
        }
    }
}
