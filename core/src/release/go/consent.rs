//! Whether a deployment may begin: somebody decided to go, and what it waits for is there.

use crate::release::approval;
use crate::release::deciding::Deciding;
use crate::release::part::{ApprovalStep, DependencyNeed, DependencyStatus, GO_AUTHORITY};
use crate::release::refusal::RefusalCode;
use crate::release::state::ReleaseState;

/// Refuses without a decision to go that holds, of this scope. An emergency goes out on the word of its authority, which is the
/// approval that it needs before.
pub(crate) fn refuse_without_go(
    state: &ReleaseState,
    digest: &str,
    emergency: bool,
    deciding: &mut Deciding<'_>,
) {
    let (code, message) = match &state.go {
        None if emergency => return,
        None => (RefusalCode::NoGo, "nobody decided that it may go out".to_owned()),
        Some(go) if go.valid_until <= deciding.now() => {
            (RefusalCode::GoExpired, format!("the decision to go by {} ended at {}", go.by, go.valid_until))
        }
        Some(go) if go.digest != digest => {
            (RefusalCode::DigestMismatch, format!("what {} decided on is not what would go out", go.by))
        }
        Some(_) => return,
    };
    deciding.refuse(code, message).lifted_by("have it decided with `decide_go`").up_to(GO_AUTHORITY);
}

/// Refuses while something that the deployment waits for is not there, or will not come.
pub(crate) fn refuse_open_dependencies(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let finish = state.release.dependencies.iter().filter(|one| one.needed == DependencyNeed::Finish);
    for dependency in finish {
        let (code, said, lift) = match dependency.status {
            DependencyStatus::Open => (RefusalCode::DependencyOpen, "is not there yet", "wait for it"),
            DependencyStatus::Aborted => {
                (RefusalCode::DependencyAborted, "will not come", "plan without it, and say so")
            }
            DependencyStatus::Done => continue,
        };
        let message = format!("{}, which it waits for, {said}", dependency.release);
        deciding.refuse(code, message).lifted_by(lift).about(&dependency.release);
    }
}

/// Refuses while a step of approval before the fact is open.
pub(crate) fn refuse_unapproved(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    for step in approval::missing(state, deciding.now()) {
        let message = format!("the step {} is not approved", step.name);
        refuse_step(RefusalCode::ApprovalMissing, message, &step, deciding);
    }
}

/// Refuses while a step of approval after the fact is open.
pub(crate) fn refuse_unapproved_after(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    for step in approval::missing_after_the_fact(state, deciding.now()) {
        let message = format!("the step {} is not approved, which is owed after the fact", step.name);
        refuse_step(RefusalCode::RetroApprovalMissing, message, &step, deciding);
    }
}

fn refuse_step(code: RefusalCode, message: String, step: &ApprovalStep, deciding: &mut Deciding<'_>) {
    let reason = deciding.refuse(code, message).lifted_by(format!("have it approved by {}", step.role));
    reason.about(&step.name).up_to(&step.role);
}
