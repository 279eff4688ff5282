//! What happens to the scope.

use super::{Apply, Event};
use crate::document::{Extra, reads};
use crate::release::part::{ItemStatus, ScopeItem};
use crate::release::state::{ExceptionStatus, ReleaseState, ScopeException};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// An item came in, or took a new shape.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ScopeItemAdded {
    /// The item.
    pub item: ScopeItem,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ScopeItemAdded keeping extra { item });

impl ScopeItemAdded {
    /// With nothing said beyond this.
    pub fn new(item: ScopeItem) -> Self {
        Self { item, extra: Extra::default() }
    }
}

/// An item went.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ScopeItemRemoved {
    /// The item, by id.
    pub item: String,
    /// Why.
    pub reason: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ScopeItemRemoved keeping extra { item, reason });

impl ScopeItemRemoved {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into(), reason: None, extra: Extra::default() }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// An item was accepted.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ScopeItemAccepted {
    /// The item, by id.
    pub item: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ScopeItemAccepted keeping extra { item });

impl ScopeItemAccepted {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into(), extra: Extra::default() }
    }
}

/// The scope was frozen.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ScopeFrozen {
    /// Why before its date.
    pub reason: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ScopeFrozen keeping extra { reason });

impl ScopeFrozen {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, extra: Extra::default() }
    }

    /// With `reason`: why before its date.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for ScopeFrozen {
    fn default() -> Self {
        Self::new()
    }
}

/// Somebody asked for an item to come in after the freeze.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ExceptionRequested {
    /// The item.
    pub item: ScopeItem,
    /// How many days more it needs.
    pub days: u32,
    /// Why it cannot wait.
    pub why_now: String,
    /// What may go wrong.
    pub risk_of_adding: String,
    /// What it costs to leave it out.
    pub risk_of_cutting: String,
    /// Where it is tracked.
    pub tracking: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ExceptionRequested keeping extra { item, days, why_now, risk_of_adding, risk_of_cutting, tracking });

impl ExceptionRequested {
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
            extra: Extra::default(),
        }
    }

    /// With `tracking`: where it is tracked.
    #[must_use]
    pub fn with_tracking(mut self, tracking: impl Into<String>) -> Self {
        self.tracking = Some(tracking.into());
        self
    }
}

/// An exception was granted.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ExceptionGranted {
    /// The item, by id.
    pub item: String,
    /// How many days.
    pub days: u32,
    /// When it ends.
    #[schemars(with = "String")]
    pub until: Timestamp,
    /// Why.
    pub reason: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ExceptionGranted keeping extra { item, days, until, reason });

impl ExceptionGranted {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>, days: u32, until: Timestamp) -> Self {
        Self { item: item.into(), days, until, reason: None, extra: Extra::default() }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// An exception was refused.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ExceptionRefused {
    /// The item, by id.
    pub item: String,
    /// Why.
    pub reason: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ExceptionRefused keeping extra { item, reason });

impl ExceptionRefused {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into(), reason: None, extra: Extra::default() }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// An exception ended.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ExceptionExpired {
    /// The item, by id.
    pub item: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ExceptionExpired keeping extra { item });

impl ExceptionExpired {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into(), extra: Extra::default() }
    }
}

/// An item that was not removed.
fn find<'s>(state: &'s mut ReleaseState, id: &str) -> Option<&'s mut ScopeItem> {
    state.release.scope.iter_mut().find(|item| item.id == id && item.status != ItemStatus::Removed)
}

/// The exception that waits for a decision on an item.
fn requested<'s>(state: &'s mut ReleaseState, item: &str) -> Option<&'s mut ScopeException> {
    let waits =
        |known: &&mut ScopeException| known.item.id == item && known.status == ExceptionStatus::Requested;
    state.exceptions.iter_mut().rev().find(waits)
}

impl Apply for ScopeItemAdded {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        let item = self.item.clone();
        let is_frozen = state.scope_frozen_at.is_some();
        let came = match state.release.scope.iter_mut().find(|known| known.id == item.id) {
            Some(known) => {
                let came = known.status == ItemStatus::Removed && item.status != ItemStatus::Removed;
                *known = item;
                came
            }
            None => {
                state.release.scope.push(item);
                true
            }
        };
        if is_frozen && came {
            state.added_after_freeze = state.added_after_freeze.saturating_add(1);
        }
    }
}

impl Apply for ScopeItemRemoved {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        let is_frozen = state.scope_frozen_at.is_some();
        let Some(item) = find(state, &self.item) else { return };
        item.status = ItemStatus::Removed;
        if is_frozen {
            state.removed_after_freeze = state.removed_after_freeze.saturating_add(1);
        }
    }
}

impl Apply for ScopeItemAccepted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let Some(item) = find(state, &self.item) else { return };
        if item.status == ItemStatus::Proposed {
            item.status = ItemStatus::Accepted;
        }
        item.accepted_by = Some(about.actor.id.clone());
        item.accepted_at = Some(about.at);
    }
}

impl Apply for ScopeFrozen {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if state.scope_frozen_at.is_none() {
            state.scope_frozen_at = Some(about.at);
        }
    }
}

impl Apply for ExceptionRequested {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let by = about.actor.id.clone();
        state.exceptions.push(ScopeException::new(self.item.clone(), self.days, by, about.at));
    }
}

impl Apply for ExceptionGranted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let Some(exception) = requested(state, &self.item) else { return };
        exception.status = ExceptionStatus::Granted;
        exception.days = self.days;
        exception.until = Some(self.until);
        exception.decided_by = Some(about.actor.id.clone());
        exception.decided_at = Some(about.at);
    }
}

impl Apply for ExceptionRefused {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let Some(exception) = requested(state, &self.item) else { return };
        exception.status = ExceptionStatus::Refused;
        exception.decided_by = Some(about.actor.id.clone());
        exception.decided_at = Some(about.at);
    }
}

impl Apply for ExceptionExpired {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        let granted = state.exceptions.iter_mut().filter(|known| known.status == ExceptionStatus::Granted);
        if let Some(exception) = granted.rev().find(|known| known.item.id == self.item) {
            exception.status = ExceptionStatus::Expired;
        }
    }
}
