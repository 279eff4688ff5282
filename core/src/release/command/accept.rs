//! Says that it runs as it should.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::SERVICE_OWNER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that it runs as it should.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AcceptCommand {
    /// Why before the time of observation is over.
    pub reason: Option<String>,
    /// The acceptance criteria that are met, by id.
    #[schemars(default)]
    pub criteria: Vec<String>,
}

reads!(AcceptCommand { reason, criteria = Vec::new() });

impl AcceptCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, criteria: Vec::new() }
    }

    /// With `reason`: why before the time of observation is over.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `criteria`: the acceptance criteria that are met, by id.
    #[must_use]
    pub fn with_criteria(mut self, criteria: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.criteria = criteria.into_iter().map(Into::into).collect();
        self
    }
}

impl Default for AcceptCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for AcceptCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[SERVICE_OWNER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Observing)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
