//! Stops it where it is.

use crate::document::reads;
use crate::release::approval::ApprovalStanding;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ApprovalSuspended, HoldPlaced};
use crate::release::go::when::days_after;
use crate::release::part::{GO_AUTHORITY, RELEASE_MANAGER};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Stops it where it is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct HoldCommand {
    /// Why.
    pub reason: Option<String>,
    /// When somebody looks at it again.
    #[schemars(with = "Option<String>")]
    pub review_at: Option<Timestamp>,
}

reads!(HoldCommand { reason, review_at });

impl HoldCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, review_at: None }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `review_at`: when somebody looks at it again.
    #[must_use]
    pub fn with_review_at(mut self, review_at: Timestamp) -> Self {
        self.review_at = Some(review_at);
        self
    }
}

impl Default for HoldCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for HoldCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, GO_AUTHORITY]
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
        if let Some(hold) = &state.hold {
            deciding
                .refuse(
                    RefusalCode::AlreadyHeld,
                    format!("the release is on hold since {}: {}", hold.since, hold.reason),
                )
                .lifted_by("resume it first");
        }
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", self.reason.as_ref());
        let (now, days) = (deciding.now(), state.template.options.hold_review_days);
        let review_at = self.review_at.unwrap_or_else(|| days_after(now, i64::from(days)));
        if review_at < now {
            deciding
                .refuse(
                    RefusalCode::DateInPast,
                    format!("it would be looked at again at {review_at}; it is {now}"),
                )
                .lifted_by("give a date to come");
        }
        deciding.emit(HoldPlaced::new(reason, review_at));
        if state.approvals.iter().any(|approval| approval.standing == ApprovalStanding::Counts) {
            deciding.emit(ApprovalSuspended::new());
        }
    }
}
