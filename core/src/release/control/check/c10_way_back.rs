//! C10: backout plan exists; rehearsed when risk is high.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::says_passed;
use crate::release::event::Happening;
use crate::release::part::RiskLevel;

pub(super) const CONTROL: Control = Control {
    id: "C10",
    title: "way back",
    statement: "Backout plan exists; rehearsed when risk is high",
    evidence: &["plan", "rehearsal record"],
    computed: "plan ref set; if level >= high, RehearsalPassed within 30 days (ours)",
    clauses: &[
        Clause { standard: "PCI", clauses: &["6.5.1"] },
        Clause { standard: "RTS17", clauses: &["(e)"] },
        Clause { standard: "ISO", clauses: &["A.8.32"] },
    ],
    check: Check::Release(check),
};

/// What evidence of a rehearsal is called.
const REHEARSAL: &str = "rehearsal";

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let planned = trail.events.iter().find(|event| matches!(event.what, Happening::ReleasePlanned(_)));
    let Some(event) = planned.copied().or(trail.starts.first().map(|start| start.event)) else {
        return tally.inapplicable("it is not planned");
    };
    tally.uses(event);
    let backout = trail.opened.and_then(|created| created.release.backout.as_ref());
    if backout.is_none_or(|backout| backout.trim().is_empty()) {
        tally.fails("it names no plan for the way back");
    }
    let until = trail.starts.first().map_or(trail.events.len(), |start| start.index);
    let assessed = trail.events.iter().take(until).rev().find_map(|event| match &event.what {
        Happening::RiskAssessed(assessed) => Some((*event, assessed.assessment.level)),
        _ => None,
    });
    let Some((assessment, level)) = assessed else {
        return tally.lacks("its risk is not known, so neither is whether the way back has to be rehearsed");
    };
    tally.uses(assessment);
    if !matches!(level, RiskLevel::High | RiskLevel::VeryHigh) {
        return;
    }
    let policy = trail.context.policy();
    let begun = trail.starts.first().map_or(trail.at, |start| start.event.at);
    let since = begun.checked_sub(policy.span(&policy.rehearsal)).unwrap_or(jiff::Timestamp::MIN);
    let rehearsals = trail.custom(REHEARSAL);
    let before: Vec<_> = rehearsals.iter().filter(|stated| stated.index < until).collect();
    let Some(last) = before.iter().max_by_key(|stated| stated.fact.observed_at) else {
        return tally.lacks("the risk is high, and no rehearsal of the way back is recorded");
    };
    tally.uses(last.event);
    if !says_passed(last.fact) {
        tally.fails("the last rehearsal of the way back did not pass");
    } else if last.fact.observed_at < since {
        tally.fails(format!("the way back was last rehearsed at {}, too long ago", last.fact.observed_at));
    }
}
