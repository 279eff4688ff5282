//! Begins the work.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{RELEASE_MANAGER, SCHEDULER};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Begins the work: the first stage is entered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct StartCommand {
    /// Why it begins before its date.
    pub reason: Option<String>,
}

reads!(StartCommand { reason });

impl StartCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None }
    }

    /// With `reason`: why it begins before its date.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for StartCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for StartCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, SCHEDULER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
