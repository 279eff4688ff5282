//! Accepts an item into the scope.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::ScopeItemAccepted;
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER};
use crate::release::refusal::RefusalCode;
use crate::release::scope::is_accepted;
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

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(item) = state.live_item(&self.item) else {
            deciding
                .refuse(RefusalCode::UnknownItem, format!("there is no item {:?} in the scope", self.item))
                .lifted_by("add it with `edit_scope`")
                .about(&self.item);
            return;
        };
        if is_accepted(item) {
            deciding
                .refuse(RefusalCode::AlreadyDecided, format!("item {:?} is accepted already", self.item))
                .about(&self.item);
        }
        deciding.emit(ScopeItemAccepted::new(&self.item));
    }
}
