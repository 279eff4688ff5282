//! What approvals come to: whether enough said yes to a step, and whether that still counts.

use super::given::{ApprovalStanding, GivenApproval};
use super::{is_same_person, part_of, steps_of};
use crate::release::context::Context;
use crate::release::part::{ApprovalStep, CHANGE_BOARD, CHANGE_MANAGER};
use crate::release::state::ReleaseState;
use jiff::Timestamp;

/// The approvals that count at an instant: given in this round, for what goes out now and for its window, and not expired.
pub(crate) fn counting<'s>(
    state: &'s ReleaseState,
    at: Timestamp,
) -> impl Iterator<Item = &'s GivenApproval> + 's {
    let digest = state.scope_digest();
    state.approvals.iter().filter(move |approval| {
        approval.standing == ApprovalStanding::Counts
            && (approval.retrospective || approval.digest == digest)
            && !is_expired(approval, at)
            && (approval.retrospective
                || approval.window.is_none_or(|window| Some(window) == state.release.window))
    })
}

/// Whether enough said yes to a step, and that still counts.
pub(crate) fn is_satisfied(state: &ReleaseState, step: &ApprovalStep, at: Timestamp) -> bool {
    state.satisfied.contains(&step.name)
        && counting(state, at).any(|approval| approval.step == step.name && is_of_role(approval, step))
}

/// Whether those who said yes to a step are enough. Who is in the role and may not approve, since they take part in what goes out,
/// is not counted among those whose word is needed. Of a role that names nobody, one is enough.
pub(crate) fn is_enough(state: &ReleaseState, context: &Context, step: &ApprovalStep, at: Timestamp) -> bool {
    let mut people: Vec<&str> = Vec::new();
    for approval in counting(state, at).filter(|approval| approval.step == step.name) {
        if is_of_role(approval, step) && !people.iter().any(|by| is_same_person(context, by, &approval.by)) {
            people.push(&approval.by);
        }
    }
    let mut members: Vec<&str> = Vec::new();
    for member in context.roles().members(&step.role, at).unwrap_or_default() {
        let is_known = members.iter().any(|known| is_same_person(context, known, member));
        if !is_known && part_of(state, context, member).is_none() {
            members.push(member);
        }
    }
    step.is_met(people.len(), members.len())
}

/// The steps before the fact that not enough said yes to.
pub(crate) fn missing(state: &ReleaseState, at: Timestamp) -> Vec<ApprovalStep> {
    let steps = steps_of(state).into_iter();
    steps.filter(|step| !step.retrospective && !is_satisfied(state, step, at)).collect()
}

/// Likewise after the fact.
pub(crate) fn missing_after_the_fact(state: &ReleaseState, at: Timestamp) -> Vec<ApprovalStep> {
    let steps = steps_of(state).into_iter();
    steps.filter(|step| step.retrospective && !is_satisfied(state, step, at)).collect()
}

/// The approvals that counted, and whose time is over at an instant.
pub(crate) fn expired(state: &ReleaseState, at: Timestamp) -> impl Iterator<Item = &GivenApproval> {
    let stands = |approval: &&GivenApproval| {
        matches!(approval.standing, ApprovalStanding::Counts | ApprovalStanding::Suspended)
    };
    state.approvals.iter().filter(stands).filter(move |approval| is_expired(approval, at))
}

fn is_expired(approval: &GivenApproval, at: Timestamp) -> bool {
    approval.expires_at.is_some_and(|end| end <= at)
}

/// Whether an approval was given in the role that the step asks for; the board may say what the manager may.
fn is_of_role(approval: &GivenApproval, step: &ApprovalStep) -> bool {
    approval.role == step.role || approval.role == CHANGE_BOARD && step.role == CHANGE_MANAGER
}
