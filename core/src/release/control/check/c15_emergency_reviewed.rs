//! C15: emergency changes assessed and approved after the fact.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

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
    let due = after_working_days(start.at, days);
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

/// The same time of day so many working days later: Monday to Friday, in UTC.
fn after_working_days(at: Timestamp, days: u32) -> Timestamp {
    // Whole weeks first, so that however many days take a few steps.
    let weeks = SignedDuration::from_hours(7 * 24 * i64::from(days / 5));
    let mut due = at.checked_add(weeks).unwrap_or(Timestamp::MAX);
    let mut left = days % 5;
    while left > 0 {
        let Ok(next) = due.checked_add(SignedDuration::from_hours(24)) else { return Timestamp::MAX };
        due = next;
        let day = TimeZone::UTC.to_datetime(due).weekday();
        left -= u32::from(!matches!(day, Weekday::Saturday | Weekday::Sunday));
    }
    due
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn weekends_are_no_working_days() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let friday = at("2026-11-20T09:00:00Z");
        assert_eq!(after_working_days(friday, 0), friday);
        assert_eq!(after_working_days(friday, 1), at("2026-11-23T09:00:00Z"));
        assert_eq!(after_working_days(friday, 5), at("2026-11-27T09:00:00Z"));
        assert_eq!(after_working_days(at("2026-11-21T09:00:00Z"), 6), at("2026-11-30T09:00:00Z"));
    }
}
