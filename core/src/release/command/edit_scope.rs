//! Puts items into the scope, or takes them out.

use crate::document::reads;
use crate::release::approval::void_what_lapsed;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ScopeItemAccepted, ScopeItemAdded, ScopeItemRemoved};
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER, ScopeItem};
use crate::release::refusal::RefusalCode;
use crate::release::scope::{check_elsewhere, check_frozen, check_items, coming_in, watch_churn};
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

    fn beside(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        if self.add.is_empty() && self.remove.is_empty() {
            deciding
                .refuse(RefusalCode::MissingField, "nothing comes in, and nothing goes")
                .lifted_by("name items to add or to remove");
        }
        let stays = |item: &&ScopeItem| {
            !self.remove.contains(&item.id) && !self.add.iter().any(|added| added.id == item.id)
        };
        let others: Vec<&ScopeItem> = state.live_items().filter(stays).collect();
        check_items(deciding, &self.add, &others);
        check_elsewhere(deciding, &state.release.id, self.add.iter());
        check_frozen(state, deciding, &self.add, &self.remove);
        let mut removed: Vec<&String> = Vec::new();
        for id in &self.remove {
            if state.live_item(id).is_none() {
                deciding
                    .refuse(RefusalCode::UnknownItem, format!("there is no item {id:?} in the scope"))
                    .lifted_by("name one that is in it")
                    .about(id);
            } else if self.add.iter().any(|item| item.id == *id) {
                deciding
                    .refuse(RefusalCode::DuplicateItem, format!("item {id:?} comes in and goes at once"))
                    .lifted_by("do one of both")
                    .about(id);
            } else if !removed.contains(&id) {
                removed.push(id);
            }
        }
        for id in removed {
            deciding.emit(ScopeItemRemoved { reason: self.reason.clone(), ..ScopeItemRemoved::new(id) });
        }
        for item in &self.add {
            let (coming, is_accepted) = coming_in(item, state.live_item(&item.id));
            if state.live_item(&item.id) != Some(&coming) {
                deciding.emit(ScopeItemAdded::new(coming));
            }
            if is_accepted {
                deciding.emit(ScopeItemAccepted::new(&item.id));
            }
        }
        void_what_lapsed(state, deciding, "the scope changed");
        watch_churn(state, deciding);
    }
}
