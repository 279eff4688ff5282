//! Goes back to a stage that was completed.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::RELEASE_MANAGER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Goes back to a stage that was completed: its tasks reopen, approvals are void.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RestartStageCommand {
    /// The stage.
    pub stage: String,
    /// Why.
    pub reason: Option<String>,
}

reads!(RestartStageCommand { stage, reason });

impl RestartStageCommand {
    /// With nothing said beyond this.
    pub fn new(stage: impl Into<String>) -> Self {
        Self { stage: stage.into(), reason: None }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Decide for RestartStageCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
