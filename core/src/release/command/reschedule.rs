//! Moves it to another time; later milestones move as much.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{RELEASE_MANAGER, ReleaseWindow};
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Moves it to another time; later milestones move as much.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RescheduleCommand {
    /// When it is to go out.
    #[schemars(with = "Option<String>")]
    pub target: Option<Timestamp>,
    /// When it may go out.
    pub window: Option<ReleaseWindow>,
    /// Why.
    pub reason: Option<String>,
}

reads!(RescheduleCommand { target, window, reason });

impl RescheduleCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { target: None, window: None, reason: None }
    }

    /// With `target`: when it is to go out.
    #[must_use]
    pub fn with_target(mut self, target: Timestamp) -> Self {
        self.target = Some(target);
        self
    }

    /// With `window`: when it may go out.
    #[must_use]
    pub fn with_window(mut self, window: ReleaseWindow) -> Self {
        self.window = Some(window);
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for RescheduleCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for RescheduleCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
