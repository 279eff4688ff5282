//! C21: every event has actor, time, reason where required; chain unbroken.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::{Event, Happening};

pub(super) const CONTROL: Control = Control {
    id: "C21",
    title: "trail whole",
    statement: "Every event has actor, time, reason where required; chain unbroken",
    evidence: &["event log"],
    computed: "hash chain verifies, sequence gapless, no required field empty",
    clauses: &[
        Clause { standard: "P11", clauses: &["11.10(e)"] },
        Clause { standard: "ISO", clauses: &["A.8.15"] },
        Clause { standard: "NIST", clauses: &["CM-3e"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    for event in &trail.events {
        tally.uses(event);
        if event.actor.id.trim().is_empty() {
            tally.fails(format!("{} does not say who did it", event.id));
        }
        if reason(event).is_some_and(|reason| reason.trim().is_empty()) {
            tally.fails(format!("{} does not say why", event.id));
        }
    }
    let Some(check) = trail.context.trail() else {
        return tally.lacks("the ledger was not verified");
    };
    if let Some(problem) = &check.problem {
        tally.fails(format!("the ledger does not hold together: {problem}"));
    }
    for late in check.late.iter().filter(|late| late.release == trail.release) {
        match &late.reason {
            Some(reason) => {
                tally.notes(format!("{} was recorded {} s late: {reason}", late.event, late.seconds))
            }
            None => tally
                .fails(format!("{} was recorded {} s late, and nobody says why", late.event, late.seconds)),
        }
    }
}

/// The reason that an event of its kind has to have.
fn reason(event: &Event) -> Option<&str> {
    match &event.what {
        Happening::Rescheduled(event) => Some(&event.reason),
        Happening::HoldPlaced(event) => Some(&event.reason),
        Happening::ReleaseCancelled(event) => Some(&event.reason),
        Happening::StageSkipped(event) => Some(&event.reason),
        Happening::StageRestarted(event) => Some(&event.reason),
        Happening::GateWaived(event) => Some(&event.waiver.reason),
        Happening::GlassBroken(event) => Some(&event.reason),
        Happening::ApprovalRejected(event) => Some(&event.reason),
        Happening::ApprovalRevoked(event) => Some(&event.reason),
        Happening::RollbackStarted(event) => Some(&event.reason),
        _ => None,
    }
}
