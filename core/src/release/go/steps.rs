//! Which approvals are missing.

use crate::release::approval::{ApprovalStanding, GivenApproval, missing, missing_after_the_fact};
use crate::release::deciding::Deciding;
use crate::release::part::ApprovalStep;
use crate::release::refusal::RefusalCode;
use crate::release::state::ReleaseState;
use jiff::Timestamp;

/// The digest of what goes out, which approvals and the decision to go are bound to.
pub(crate) fn scope_digest(state: &ReleaseState) -> String {
    state.scope_digest()
}

/// The steps that are not satisfied: those that come before the deployment, or those after it.
pub(crate) fn open_steps(state: &ReleaseState, retrospective: bool, at: Timestamp) -> Vec<ApprovalStep> {
    match retrospective {
        false => missing(state, at),
        true => missing_after_the_fact(state, at),
    }
}

/// Refuses while a step is open.
pub(crate) fn refuse_open(state: &ReleaseState, retrospective: bool, deciding: &mut Deciding<'_>) {
    for step in open_steps(state, retrospective, deciding.now()) {
        let (code, when) = match retrospective {
            false => (RefusalCode::ApprovalMissing, "before it goes out"),
            true => (RefusalCode::RetroApprovalMissing, "after the fact"),
        };
        let message = format!("the step {} is not approved, which is owed {when}", step.name);
        let lift = format!("have it approved by {}", step.role);
        deciding.refuse(code, message).lifted_by(lift).about(&step.name).up_to(&step.role);
    }
}
