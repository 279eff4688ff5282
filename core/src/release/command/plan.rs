//! Says that a draft is what is meant.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::RELEASE_MANAGER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that a draft is what is meant: it is planned, and its baseline is taken.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PlanCommand {}

reads!(PlanCommand {});

impl PlanCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self {}
    }
}

impl Default for PlanCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for PlanCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Draft)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
