//! Takes it back.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{AUTOMATION, INCIDENT_COMMANDER, RELEASE_MANAGER};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Takes it back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RollBackCommand {
    /// Why.
    pub reason: Option<String>,
    /// What it goes back to; what the items came from, where left out.
    pub to: Option<String>,
    /// Whether it goes back past the point of no return, which the go authority decides.
    #[schemars(default)]
    pub override_point: bool,
}

reads!(RollBackCommand { reason, to, override_point = false });

impl RollBackCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, to: None, override_point: false }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `to`: what it goes back to; what the items came from, where left out.
    #[must_use]
    pub fn with_to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// With `override_point`: whether it goes back past the point of no return, which the go authority decides.
    #[must_use]
    pub fn with_override_point(mut self, override_point: bool) -> Self {
        self.override_point = override_point;
        self
    }
}

impl Default for RollBackCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for RollBackCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, INCIDENT_COMMANDER, AUTOMATION]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Deploying | ReleaseStatus::Observing)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
