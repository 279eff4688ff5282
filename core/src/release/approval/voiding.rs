//! When what was approved changes: approvals that lapse, and the decision to go that rests on them.

use super::given::{ApprovalStanding, GivenApproval};
use super::part_of;
use crate::release::deciding::Deciding;
use crate::release::event::{ApprovalVoided, GoWithdrawn};
use crate::release::state::ReleaseState;

/// Says of every approval that stands that it counts no more, and that it is no longer go.
pub(crate) fn void_all(state: &ReleaseState, deciding: &mut Deciding<'_>, cause: &str) {
    for approval in standing(state) {
        deciding.emit(ApprovalVoided::new(&approval.step, &approval.by, cause));
    }
    withdraw_go(state, deciding, cause);
}

/// Says which approvals count no more once what was emitted so far has happened: what goes out or its window is another then, or
/// whoever approved takes part in it. It is no longer go where any is, or where it was decided on something else.
pub(crate) fn void_what_lapsed(state: &ReleaseState, deciding: &mut Deciding<'_>, cause: &str) {
    if state.go.is_none() && standing(state).next().is_none() {
        return;
    }
    let ahead = deciding.ahead(state);
    let digest = ahead.scope_digest();
    let context = deciding.context;
    let lapses = |approval: &&GivenApproval| {
        approval.digest != digest
            || approval.window.is_some() && approval.window != ahead.release.window
            || part_of(&ahead, context, &approval.by).is_some()
    };
    let lapsed: Vec<&GivenApproval> = standing(state).filter(lapses).collect();
    let is_other_go = state.go.as_ref().is_some_and(|go| go.digest != digest);
    if is_other_go || !lapsed.is_empty() {
        withdraw_go(state, deciding, cause);
    }
    for approval in lapsed {
        deciding.emit(ApprovalVoided::new(&approval.step, &approval.by, cause));
    }
}

/// Says which approvals count no more once what was emitted so far has happened, since they were given for another window.
pub(crate) fn void_of_window(state: &ReleaseState, deciding: &mut Deciding<'_>, cause: &str) {
    let window = deciding.ahead(state).release.window;
    let is_of_another = |approval: &&GivenApproval| approval.window.is_some() && approval.window != window;
    for approval in standing(state).filter(is_of_another) {
        deciding.emit(ApprovalVoided::new(&approval.step, &approval.by, cause));
    }
}

/// Says that it is no longer go, where it was.
pub(crate) fn withdraw_go(state: &ReleaseState, deciding: &mut Deciding<'_>, cause: &str) {
    if state.go.is_some() {
        deciding.emit(GoWithdrawn::new(cause));
    }
}

/// What was approved before the fact, and stands.
fn standing(state: &ReleaseState) -> impl Iterator<Item = &GivenApproval> {
    let stands = |approval: &&GivenApproval| {
        !approval.retrospective
            && matches!(approval.standing, ApprovalStanding::Counts | ApprovalStanding::Suspended)
    };
    state.approvals.iter().filter(stands)
}
