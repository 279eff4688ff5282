//! Takes one's own approval back.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Takes one's own approval back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RevokeCommand {
    /// The step that it was given for; every one, where left out.
    pub step: Option<String>,
    /// Why.
    pub reason: String,
}

reads!(RevokeCommand { step, reason });

impl RevokeCommand {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { step: None, reason: reason.into() }
    }

    /// With `step`: the step that it was given for; every one, where left out.
    #[must_use]
    pub fn with_step(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }
}

impl Decide for RevokeCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
