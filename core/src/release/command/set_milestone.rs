//! Says that a milestone is reached, or adds one.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{Milestone, RELEASE_MANAGER};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that a milestone is reached, or adds one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SetMilestoneCommand {
    /// The milestone.
    pub milestone: Milestone,
}

reads!(SetMilestoneCommand { milestone });

impl SetMilestoneCommand {
    /// With nothing said beyond this.
    pub fn new(milestone: Milestone) -> Self {
        Self { milestone }
    }
}

impl Decide for SetMilestoneCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
