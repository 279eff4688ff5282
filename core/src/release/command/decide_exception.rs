//! Decides on an exception.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::EXCEPTION_BOARD;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Decides on an exception: once for an item and freeze.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DecideExceptionCommand {
    /// The item, by id.
    pub item: String,
    /// Whether it is granted.
    #[schemars(default)]
    pub granted: bool,
    /// How many days; as asked for, where left out.
    pub days: Option<u32>,
    /// Why.
    pub reason: Option<String>,
}

reads!(DecideExceptionCommand { item, granted = false, days, reason });

impl DecideExceptionCommand {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into(), granted: false, days: None, reason: None }
    }

    /// With `granted`: whether it is granted.
    #[must_use]
    pub fn with_granted(mut self, granted: bool) -> Self {
        self.granted = granted;
        self
    }

    /// With `days`: how many days; as asked for, where left out.
    #[must_use]
    pub fn with_days(mut self, days: u32) -> Self {
        self.days = Some(days);
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Decide for DecideExceptionCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[EXCEPTION_BOARD]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
