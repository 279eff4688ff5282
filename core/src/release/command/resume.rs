//! Lets it go on.

use crate::document::reads;
use crate::release::approval::ApprovalStanding;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ApprovalReinstated, HoldLifted};
use crate::release::part::RELEASE_MANAGER;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Lets it go on.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ResumeCommand {
    /// Why.
    pub reason: Option<String>,
}

reads!(ResumeCommand { reason });

impl ResumeCommand {
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

impl Default for ResumeCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for ResumeCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(
            status,
            ReleaseStatus::Planned
                | ReleaseStatus::Active
                | ReleaseStatus::Ready
                | ReleaseStatus::Deploying
                | ReleaseStatus::Observing
        )
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        if state.hold.is_none() {
            deciding.refuse(RefusalCode::NotHeld, "the release is not on hold");
        }
        deciding.emit(HoldLifted { reason: self.reason.clone(), ..HoldLifted::new() });
        if state.approvals.iter().any(|approval| approval.standing == ApprovalStanding::Suspended) {
            deciding.emit(ApprovalReinstated::new());
        }
    }
}
