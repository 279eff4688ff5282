//! What can be wrong with dates.

use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why dates cannot be planned.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum TimelineError {
    #[error("{input:?} is no day; write one such as 2026-12-24")]
    InvalidDay { input: String },
    #[error("no day near {day} is a working day; leave a day of the week to work on, and fewer holidays")]
    NoWorkingDay { day: String },
    #[error("{what} goes beyond the years that are counted, -9999 to 9999; give fewer days")]
    BeyondCalendar { what: String },
    #[error("phase {phase:?} has {days} working days; expected 1 to {most}")]
    PhaseLength { phase: String, days: u32, most: u32 },
}

codes! { TimelineError {
    TimelineError::InvalidDay { .. } => "release.invalid_day",
    TimelineError::NoWorkingDay { .. } => "release.no_working_day",
    TimelineError::BeyondCalendar { .. } => "release.beyond_calendar",
    TimelineError::PhaseLength { .. } => "release.phase_length",
} }

impl Coded for TimelineError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::InvalidDay { input } => BTreeMap::from([("input", json!(input))]),
            Self::NoWorkingDay { day } => BTreeMap::from([("day", json!(day))]),
            Self::BeyondCalendar { what } => BTreeMap::from([("what", json!(what))]),
            Self::PhaseLength { phase, days, most } => {
                BTreeMap::from([("phase", json!(phase)), ("days", json!(days)), ("most", json!(most))])
            }
        }
    }
}
