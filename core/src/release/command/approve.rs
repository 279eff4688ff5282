//! Says yes to what goes out.

use crate::document::reads;
use crate::release::approval::ApprovalSignature;
use crate::release::deciding::{Decide, Deciding};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says yes to what goes out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ApproveCommand {
    /// The step of the approvals; the one whose turn it is, where left out.
    pub step: Option<String>,
    /// The digest of the scope that was looked at; the present one, where left out.
    pub digest: Option<String>,
    /// What they say.
    pub comment: Option<String>,
    /// What makes it a signature.
    pub signature: Option<ApprovalSignature>,
}

reads!(ApproveCommand { step, digest, comment, signature });

impl ApproveCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { step: None, digest: None, comment: None, signature: None }
    }

    /// With `step`: the step of the approvals; the one whose turn it is, where left out.
    #[must_use]
    pub fn with_step(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }

    /// With `digest`: the digest of the scope that was looked at; the present one, where left out.
    #[must_use]
    pub fn with_digest(mut self, digest: impl Into<String>) -> Self {
        self.digest = Some(digest.into());
        self
    }

    /// With `comment`: what they say.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// With `signature`: what makes it a signature.
    #[must_use]
    pub fn with_signature(mut self, signature: ApprovalSignature) -> Self {
        self.signature = Some(signature);
        self
    }
}

impl Default for ApproveCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for ApproveCommand {
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
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
