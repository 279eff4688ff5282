//! C23: waivers and exceptions have approver, reason, expiry; none used after expiry.

use crate::release::Judged;
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::{Event, Happening};
use jiff::Timestamp;
use std::collections::BTreeMap;

pub(super) const CONTROL: Control = Control {
    id: "C23",
    title: "exceptions end",
    statement: "Waivers and exceptions have approver, reason, expiry; none used after expiry",
    evidence: &["waiver list"],
    computed: "no gate relied on a waiver with expiry < decision time",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1"] },
        Clause { standard: "PCI", clauses: &["6.5.1"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let mut waivers: BTreeMap<&str, Timestamp> = BTreeMap::new();
    let mut exceptions: BTreeMap<&str, Timestamp> = BTreeMap::new();
    let mut any = false;
    for event in &trail.events {
        match &event.what {
            Happening::GateWaived(waived) => {
                let waiver = &waived.waiver;
                any = true;
                tally.uses(event);
                stated(event, "approver", Some(&waiver.granted_by), tally);
                stated(event, "reason", Some(&waiver.reason), tally);
                match waiver.expires_at {
                    Some(expires) => drop(waivers.insert(&waiver.id, expires)),
                    None => tally.fails(format!("{} has no end", event.id)),
                }
            }
            Happening::ExceptionGranted(granted) => {
                any = true;
                tally.uses(event);
                stated(event, "reason", granted.reason.as_deref(), tally);
                exceptions.insert(&granted.item, granted.until);
            }
            Happening::GlassBroken(broken) => {
                any = true;
                tally.uses(event);
                stated(event, "reason", Some(&broken.reason), tally);
            }
            Happening::ScopeItemAdded(added)
                if exceptions.get(added.item.id.as_str()).is_some_and(|until| *until < event.at) =>
            {
                tally.fails(format!("{} relied on an exception that had ended", event.id));
            }
            _ => {}
        }
        for id in relied_on(event) {
            if waivers.get(id).is_some_and(|expires| *expires <= event.at) {
                tally.uses(event);
                tally.fails(format!("{} relied on waiver {id}, which had expired", event.id));
            }
        }
    }
    if !any {
        tally.inapplicable("nothing was waived and no exception granted");
    }
}

fn stated(event: &Event, what: &str, text: Option<&str>, tally: &mut Tally) {
    if text.is_none_or(|text| text.trim().is_empty()) {
        tally.fails(format!("{} has no {what}", event.id));
    }
}

/// The waivers that gates were passed with at an event.
fn relied_on(event: &Event) -> impl Iterator<Item = &str> {
    let judged: &[Judged] = match &event.what {
        Happening::StageCompleted(event) => &event.judged,
        Happening::GateEvaluated(event) => std::slice::from_ref(&event.judged),
        Happening::GoDecided(event) => &event.judged,
        Happening::DeploymentStarted(event) => &event.judged,
        Happening::ReleaseClosed(event) => &event.judged,
        _ => &[],
    };
    judged.iter().flat_map(|judged| &judged.findings).filter_map(|finding| finding.waiver.as_deref())
}
