//! What can be wrong with a gate.

use crate::error::{Coded, codes};

/// Why a gate cannot be read or asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum GateError {
    #[error("the criterion {criterion:?} stands twice in gate {gate:?}; give each a name of its own")]
    DuplicateCriterion { gate: String, criterion: String },
    #[error("two calendars are called {calendar:?}; give each a name of its own")]
    DuplicateCalendar { calendar: String },
}

codes! { GateError {
    GateError::DuplicateCriterion { .. } => "gate.duplicate_criterion",
    GateError::DuplicateCalendar { .. } => "gate.duplicate_calendar",
} }

impl Coded for GateError {
    fn code(&self) -> &'static str {
        self.code_of()
    }
}
