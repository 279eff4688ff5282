//! Says no to what goes out.

use crate::document::reads;
use crate::release::approval::{check_role, step_to_reject, withdraw_go};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::ApprovalRejected;
use crate::release::refusal::RefusalCode;
use crate::release::stages::reopen;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says no to what goes out: it goes back to work.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RejectCommand {
    /// The step of the approvals; the one whose turn it is, where left out.
    pub step: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

reads!(RejectCommand { step, reason });

impl RejectCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { step: None, reason: None }
    }

    /// With `step`: the step of the approvals; the one whose turn it is, where left out.
    #[must_use]
    pub fn with_step(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for RejectCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for RejectCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(
            status,
            ReleaseStatus::Active | ReleaseStatus::Ready | ReleaseStatus::Observing | ReleaseStatus::Review
        )
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", self.reason.as_ref());
        let Some(step) = step_to_reject(state, deciding, self.step.as_deref()) else { return };
        check_role(deciding, &step);
        let cause = format!("{} rejected the step {}: {reason}", deciding.actor(), step.name);
        deciding.emit(ApprovalRejected::new(&step.name, reason));
        if !step.retrospective {
            withdraw_go(state, deciding, &cause);
            reopen(state, deciding, &cause);
        }
    }
}
