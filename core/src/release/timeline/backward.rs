//! Planned backward from the target.

use super::day::Day;
use super::error::TimelineError;
use super::work::{MOST_DAYS, WorkCalendar};
use crate::Result;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// A phase with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PlannedPhase {
    /// Its name.
    pub phase: String,
    /// Its first day, one to work on.
    #[schemars(with = "String")]
    pub start: Day,
    /// Its last day, one to work on.
    #[schemars(with = "String")]
    pub end: Day,
    /// How many days are worked in it.
    pub working_days: u32,
    /// How many days it takes, both ends included.
    pub calendar_days: u32,
}

reads!(PlannedPhase { phase, start, end, working_days, calendar_days });

/// The dates of phases of so many working days each, the last of which ends on the target, or on the last working day before it.
///
/// A phase ends on the last working day before the next one starts; it starts on the n-th working day before its end, the end
/// counted as the first.
///
/// # Errors
/// `release.phase_length` where a phase has no days, or too many; `release.no_working_day`, `release.beyond_calendar`.
pub fn plan_backward(
    phases: &[(&str, u32)],
    target: Day,
    calendar: &WorkCalendar,
) -> Result<Vec<PlannedPhase>> {
    let ready = calendar.ready();
    let mut planned = Vec::with_capacity(phases.len());
    let mut latest = target;
    for (phase, days) in phases.iter().rev() {
        if !(1..=MOST_DAYS).contains(days) {
            let (phase, days, most) = ((*phase).to_owned(), *days, MOST_DAYS);
            return Err(TimelineError::PhaseLength { phase, days, most }.into());
        }
        let end = ready.on_or_before(latest)?;
        let start = ready.step(end, *days, -1)?;
        let calendar_days = start.days_until(end).unsigned_abs() + 1;
        let phase = (*phase).to_owned();
        planned.push(PlannedPhase { phase, start, end, working_days: *days, calendar_days });
        latest = start.plus(-1)?;
    }
    planned.reverse();
    Ok(planned)
}
