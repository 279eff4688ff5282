//! Completes the stage that the work is in, where its tasks are done and its gates hold.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{RELEASE_MANAGER, STAGE_OWNER};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Completes the stage that the work is in, where its tasks are done and its gates hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CompleteStageCommand {
    /// The stage; the one that the work is in, where left out.
    pub stage: Option<String>,
}

reads!(CompleteStageCommand { stage });

impl CompleteStageCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { stage: None }
    }

    /// With `stage`: the stage; the one that the work is in, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }
}

impl Default for CompleteStageCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for CompleteStageCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[STAGE_OWNER, RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
