//! Asks for an item to come in, or to stay, after the freeze.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::ScopeItem;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Asks for an item to come in, or to stay, after the freeze.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RequestExceptionCommand {
    /// The item.
    pub item: ScopeItem,
    /// How many days more it needs.
    pub days: u32,
    /// Why it cannot wait for the next release.
    pub why_now: String,
    /// What may go wrong when it comes in late.
    pub risk_of_adding: String,
    /// What it costs to leave it out.
    pub risk_of_cutting: String,
    /// Where it is tracked.
    pub tracking: Option<String>,
}

reads!(RequestExceptionCommand { item, days, why_now, risk_of_adding, risk_of_cutting, tracking });

impl RequestExceptionCommand {
    /// With nothing said beyond this.
    pub fn new(
        item: ScopeItem,
        days: u32,
        why_now: impl Into<String>,
        risk_of_adding: impl Into<String>,
        risk_of_cutting: impl Into<String>,
    ) -> Self {
        Self {
            item,
            days,
            why_now: why_now.into(),
            risk_of_adding: risk_of_adding.into(),
            risk_of_cutting: risk_of_cutting.into(),
            tracking: None,
        }
    }

    /// With `tracking`: where it is tracked.
    #[must_use]
    pub fn with_tracking(mut self, tracking: impl Into<String>) -> Self {
        self.tracking = Some(tracking.into());
        self
    }
}

impl Decide for RequestExceptionCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
