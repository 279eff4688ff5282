//! C15: emergency changes assessed and approved after the fact.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;
use crate::release::go::working::days_after;

pub(super) const CONTROL: Control = Control {
    id: "C15",
    title: "emergency reviewed",
    statement: "Emergency changes assessed and approved after the fact",
    evidence: &["retro approval", "review"],
    computed: "retro ApprovalStepSatisfied within N working days (default 5, ours)",
    clauses: &[
        Clause { standard: "RTS17", clauses: &["(f)", "(g)"] },
        Clause { standard: "SOC2", clauses: &["CC8.1 emergency"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if !trail.is_emergency() {
        return tally.inapplicable("it is not an emergency");
    }
    let Some(start) = trail.starts.first() else {
        return tally.inapplicable("nothing went to production");
    };
    let days = trail.context.policy().review_working_days;
    let due = days_after(start.at, f64::from(days));
    tally.uses(start.event);
    let approved = trail.events.iter().find(|event| match &event.what {
        Happening::ApprovalStepSatisfied(step) => step.retrospective,
        _ => false,
    });
    match approved {
        Some(event) if event.at <= due => tally.uses(event),
        Some(event) => {
            tally.uses(event);
            tally.fails(format!("it was approved afterwards at {}, and that was due at {due}", event.at));
        }
        None if trail.at > due => tally.fails(format!("it was not approved afterwards by {due}")),
        None => tally.lacks(format!("it is to be approved afterwards by {due}")),
    }
    let reviewed = trail.events.iter().find(|event| match &event.what {
        Happening::ReleaseClosed(closed) => closed.review.is_some(),
        _ => false,
    });
    match (reviewed, trail.closed()) {
        (Some(event), _) => tally.uses(event),
        (None, Some(event)) => {
            tally.uses(event);
            tally.fails("it was closed without a review");
        }
        (None, None) => tally.lacks("it is not reviewed yet"),
    }
}
