//! Freezes the scope.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{RELEASE_MANAGER, SCHEDULER};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Freezes the scope: from here on, items come and go by exceptions only. Items that nobody accepted go.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FreezeScopeCommand {
    /// Why it is frozen before its date.
    pub reason: Option<String>,
}

reads!(FreezeScopeCommand { reason });

impl FreezeScopeCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None }
    }

    /// With `reason`: why it is frozen before its date.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for FreezeScopeCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for FreezeScopeCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, SCHEDULER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
