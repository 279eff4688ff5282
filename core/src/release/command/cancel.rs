//! Gives it up.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ReleaseCancelled, ReservationsReleased};
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER};
use crate::release::planning::tell_dependents;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Gives it up.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CancelCommand {
    /// Why.
    pub reason: Option<String>,
}

reads!(CancelCommand { reason });

impl CancelCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for CancelCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for CancelCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, PRODUCT_OWNER]
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

    fn beside(&self) -> bool {
        true
    }

    fn refusal_at(&self, status: ReleaseStatus) -> RefusalCode {
        match status {
            ReleaseStatus::Deploying => RefusalCode::InFlight,
            _ => RefusalCode::WrongState,
        }
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", self.reason.as_ref());
        let cause = format!("it was given up: {reason}");
        deciding.emit(ReleaseCancelled::new(reason));
        if !state.release.environments.is_empty() {
            let environments = state.release.environments.iter().cloned();
            deciding.emit(ReservationsReleased::new().with_environments(environments));
        }
        tell_dependents(state, deciding, &cause);
    }
}
