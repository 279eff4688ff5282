//! Accepts an item into the scope.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Accepts an item into the scope: work on it may begin.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AcceptItemCommand {
    /// The item, by id.
    pub item: String,
}

reads!(AcceptItemCommand { item });

impl AcceptItemCommand {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into() }
    }
}

impl Decide for AcceptItemCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[PRODUCT_OWNER, RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(
            status,
            ReleaseStatus::Draft | ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready
        )
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
