//! Takes one's own approval back.

use crate::document::reads;
use crate::release::approval::{
    ApprovalStanding, GivenApproval, is_enough, is_same_person, steps_of, withdraw_go,
};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ApprovalRevoked, ApprovalStepSatisfied};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Takes one's own approval back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RevokeCommand {
    /// The step that it was given for; every one, where left out.
    pub step: Option<String>,
    /// Why.
    pub reason: String,
}

reads!(RevokeCommand { step, reason });

impl RevokeCommand {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { step: None, reason: reason.into() }
    }

    /// With `step`: the step that it was given for; every one, where left out.
    #[must_use]
    pub fn with_step(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }
}

impl Decide for RevokeCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", Some(&self.reason));
        let actor = deciding.envelope.actor.id.clone();
        let context = deciding.context;
        let is_meant = |approval: &&GivenApproval| {
            matches!(approval.standing, ApprovalStanding::Counts | ApprovalStanding::Suspended)
                && self.step.as_ref().is_none_or(|step| *step == approval.step)
                && is_same_person(context, &approval.by, &actor)
        };
        let theirs: Vec<&GivenApproval> = state.approvals.iter().filter(is_meant).collect();
        if theirs.is_empty() {
            let of = self.step.as_ref().map(|step| format!(" of the step {step}")).unwrap_or_default();
            let message = format!("no approval{of} by {} stands", deciding.actor());
            deciding.refuse(RefusalCode::NotApproved, message).lifted_by("name a step that they approved");
            return;
        }
        for approval in &theirs {
            let revoked = ApprovalRevoked::new(&approval.step, &reason);
            let is_other_name = approval.by != actor;
            deciding.emit(ApprovalRevoked { by: is_other_name.then(|| approval.by.clone()), ..revoked });
        }
        // What others said may be enough without it.
        let (ahead, now) = (deciding.ahead(state), deciding.now());
        let mut is_missing = false;
        for step in steps_of(state).iter().filter(|step| theirs.iter().any(|given| given.step == step.name)) {
            if state.satisfied.contains(&step.name) && is_enough(&ahead, context, step, now) {
                deciding.emit(ApprovalStepSatisfied::new(&step.name));
            } else {
                is_missing = true;
            }
        }
        if is_missing {
            withdraw_go(state, deciding, &format!("{} took an approval back: {reason}", deciding.actor()));
        }
    }
}
