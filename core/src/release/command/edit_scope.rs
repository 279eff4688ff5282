//! Puts items into the scope, or takes them out.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER, ScopeItem};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Puts items into the scope, or takes them out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct EditScopeCommand {
    /// What comes in; an item that is there already takes its new shape.
    #[schemars(default)]
    pub add: Vec<ScopeItem>,
    /// What goes, by id.
    #[schemars(default)]
    pub remove: Vec<String>,
    /// Why.
    pub reason: Option<String>,
}

reads!(EditScopeCommand { add = Vec::new(), remove = Vec::new(), reason });

impl EditScopeCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { add: Vec::new(), remove: Vec::new(), reason: None }
    }

    /// With `add`: what comes in; an item that is there already takes its new shape.
    #[must_use]
    pub fn with_add(mut self, add: impl IntoIterator<Item = ScopeItem>) -> Self {
        self.add = add.into_iter().collect();
        self
    }

    /// With `remove`: what goes, by id.
    #[must_use]
    pub fn with_remove(mut self, remove: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.remove = remove.into_iter().map(Into::into).collect();
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for EditScopeCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for EditScopeCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[PRODUCT_OWNER, RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Draft | ReleaseStatus::Planned | ReleaseStatus::Active)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
