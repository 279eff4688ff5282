//! Decides go or no-go on what is known.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::GO_AUTHORITY;
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Decides go or no-go on what is known.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DecideGoCommand {
    /// Go, or no-go.
    #[schemars(default)]
    pub go: bool,
    /// Why.
    pub reason: Option<String>,
    /// Until when it holds; as the template has it, where left out.
    #[schemars(with = "Option<String>")]
    pub valid_until: Option<Timestamp>,
}

reads!(DecideGoCommand { go = false, reason, valid_until });

impl DecideGoCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { go: false, reason: None, valid_until: None }
    }

    /// With `go`: go, or no-go.
    #[must_use]
    pub fn with_go(mut self, go: bool) -> Self {
        self.go = go;
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `valid_until`: until when it holds; as the template has it, where left out.
    #[must_use]
    pub fn with_valid_until(mut self, valid_until: Timestamp) -> Self {
        self.valid_until = Some(valid_until);
        self
    }
}

impl Default for DecideGoCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for DecideGoCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[GO_AUTHORITY]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
