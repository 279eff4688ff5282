//! Stops it where it is.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{GO_AUTHORITY, RELEASE_MANAGER};
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Stops it where it is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct HoldCommand {
    /// Why.
    pub reason: Option<String>,
    /// When somebody looks at it again.
    #[schemars(with = "Option<String>")]
    pub review_at: Option<Timestamp>,
}

reads!(HoldCommand { reason, review_at });

impl HoldCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, review_at: None }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `review_at`: when somebody looks at it again.
    #[must_use]
    pub fn with_review_at(mut self, review_at: Timestamp) -> Self {
        self.review_at = Some(review_at);
        self
    }
}

impl Default for HoldCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for HoldCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, GO_AUTHORITY]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(
            status,
            ReleaseStatus::Planned
                | ReleaseStatus::Active
                | ReleaseStatus::Ready
                | ReleaseStatus::Deploying
                | ReleaseStatus::Observing
        )
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
