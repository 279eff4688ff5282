//! Says yes to what goes out.

use crate::document::reads;
use crate::release::approval::{
    ApprovalSignature, check_approver, check_signature, is_enough, step_to_approve,
};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ApprovalGranted, ApprovalStepSatisfied};
use crate::release::go::when::after;
use crate::release::refusal::RefusalCode;
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

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(step) = step_to_approve(state, deciding, self.step.as_deref()) else { return };
        check_approver(state, deciding, &step);
        let digest = state.scope_digest();
        let signed = self.signature.as_ref().and_then(|signature| signature.digest.as_ref());
        for _ in [self.digest.as_ref(), signed].into_iter().flatten().filter(|given| **given != digest) {
            deciding
                .refuse(
                    RefusalCode::StaleSubject,
                    format!("what was looked at is not what would go out, {digest}"),
                )
                .lifted_by("look at the scope as it is, then approve it")
                .about(&step.name);
        }
        check_signature(deciding, self.signature.as_ref());
        let (now, validity) = (deciding.now(), state.template.options.approval_validity);
        let granted = ApprovalGranted {
            window: state.release.window,
            expires_at: validity.map(|validity| after(now, validity)),
            retrospective: step.retrospective,
            comment: self.comment.clone(),
            signature: self.signature.clone(),
            ..ApprovalGranted::new(&step.name, &step.role, digest)
        };
        deciding.emit(granted);
        let ahead = deciding.ahead(state);
        if is_enough(&ahead, deciding.context, &step, now) {
            deciding.emit(ApprovalStepSatisfied::new(&step.name).with_retrospective(step.retrospective));
        }
    }
}
