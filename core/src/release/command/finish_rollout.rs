//! Ends a deployment, or a way back.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::DEPLOYER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Ends a deployment, or a way back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FinishRolloutCommand {
    /// Whether it did not succeed: of a way back only.
    #[schemars(default)]
    pub failed: bool,
    /// What there is to say.
    pub note: Option<String>,
}

reads!(FinishRolloutCommand { failed = false, note });

impl FinishRolloutCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { failed: false, note: None }
    }

    /// With `failed`: whether it did not succeed: of a way back only.
    #[must_use]
    pub fn with_failed(mut self, failed: bool) -> Self {
        self.failed = failed;
        self
    }

    /// With `note`: what there is to say.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Default for FinishRolloutCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for FinishRolloutCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[DEPLOYER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Deploying)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
