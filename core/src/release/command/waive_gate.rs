//! Grants an exemption from a criterion, until a date.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::GATE_OWNER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Grants an exemption from a criterion, until a date.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct WaiveGateCommand {
    /// What it is called by; made of the command's, where left out.
    pub id: Option<String>,
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
    /// The component that it is for; all of the scope, where left out.
    pub component: Option<String>,
    /// Why.
    pub reason: String,
    /// When it ends.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// Who asked for it.
    pub requested_by: Option<String>,
}

reads!(WaiveGateCommand { id, gate, criterion, component, reason, expires_at, requested_by });

impl WaiveGateCommand {
    /// With nothing said beyond this.
    pub fn new(gate: impl Into<String>, criterion: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            id: None,
            gate: gate.into(),
            criterion: criterion.into(),
            component: None,
            reason: reason.into(),
            expires_at: None,
            requested_by: None,
        }
    }

    /// With `id`: what it is called by; made of the command's, where left out.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// With `component`: the component that it is for; all of the scope, where left out.
    #[must_use]
    pub fn with_component(mut self, component: impl Into<String>) -> Self {
        self.component = Some(component.into());
        self
    }

    /// With `expires_at`: when it ends.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// With `requested_by`: who asked for it.
    #[must_use]
    pub fn with_requested_by(mut self, requested_by: impl Into<String>) -> Self {
        self.requested_by = Some(requested_by.into());
        self
    }
}

impl Decide for WaiveGateCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[GATE_OWNER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
