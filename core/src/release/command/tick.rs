//! Lets time pass.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::SCHEDULER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Lets time pass: what is overdue or expired is said.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct TickCommand {}

reads!(TickCommand {});

impl TickCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self {}
    }
}

impl Default for TickCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for TickCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[SCHEDULER]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
