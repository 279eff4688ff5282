//! Leaves out the stage that the work is in.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::RELEASE_MANAGER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Leaves out the stage that the work is in.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SkipStageCommand {
    /// The stage; the one that the work is in, where left out.
    pub stage: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

reads!(SkipStageCommand { stage, reason });

impl SkipStageCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { stage: None, reason: None }
    }

    /// With `stage`: the stage; the one that the work is in, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for SkipStageCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for SkipStageCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
