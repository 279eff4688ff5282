//! What happens to the scope.

use super::{Apply, Event};
use crate::document::{Extra, reads};
use crate::release::part::ScopeItem;
use crate::release::state::ReleaseState;
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

impl Apply for ScopeItemAdded {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}

impl Apply for ScopeItemRemoved {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}

impl Apply for ScopeItemAccepted {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}

impl Apply for ScopeFrozen {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}

impl Apply for ExceptionRequested {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}

impl Apply for ExceptionGranted {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}

impl Apply for ExceptionRefused {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}

impl Apply for ExceptionExpired {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {}
}
