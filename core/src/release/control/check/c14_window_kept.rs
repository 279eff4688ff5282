//! C14: actual times lie in the approved window.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;

pub(super) const CONTROL: Control = Control {
    id: "C14",
    title: "window kept",
    statement: "Actual times lie in the approved window",
    evidence: &["window", "actual times"],
    computed: "[actual start, end] within window plus grace",
    clauses: &[
        Clause { standard: "NIST", clauses: &["CM-5"] },
        Clause { standard: "RTS17", clauses: &["(d)"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    let policy = trail.context.policy();
    let grace = policy.span(&policy.grace);
    for start in &trail.starts {
        let Some((event, window)) = trail.window_at(start.index) else {
            tally.lacks(format!("no window was agreed for {}", start.event.id));
            continue;
        };
        tally.uses(event);
        let approvals = trail.approvals_at(start.index);
        let approved = approvals.iter().filter_map(|one| Some((one, one.granted.window.as_ref()?)));
        for (one, approved) in approved {
            tally.uses(one.event);
            if approved != window {
                tally.fails(format!("{} is of another window than {}", one.event.id, event.id));
            }
        }
        tally.uses(start.event);
        if start.event.at < window.starts_at || window.ends_at <= start.event.at {
            tally.fails(format!("{} began at {}, outside its window", start.event.id, start.event.at));
        }
        let latest = window.ends_at.checked_add(grace).unwrap_or(jiff::Timestamp::MAX);
        match start.end {
            Some((end, _)) => {
                tally.uses(end);
                if end.at > latest {
                    tally.fails(format!("{} ended at {}, after its window", start.event.id, end.at));
                }
            }
            None if trail.at > latest => {
                tally.fails(format!("{} has not ended, and its window has", start.event.id));
            }
            None => tally.lacks(format!("{} has not ended", start.event.id)),
        }
    }
}
