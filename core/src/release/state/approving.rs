//! What happens to approvals and to the decision to go, as the state has it.

use super::record::{ReleaseState, ReleaseStatus};
use crate::release::approval::{ApprovalStanding, GivenApproval, GoDecision};
use crate::release::event::{
    Apply, ApprovalExpired, ApprovalGranted, ApprovalReinstated, ApprovalRejected, ApprovalRevoked,
    ApprovalStepSatisfied, ApprovalSuspended, ApprovalVoided, Event, GoDecided, GoExpired, GoWithdrawn,
    NoGoDecided,
};
/// Whether an approval counts, or will again.
fn stands(approval: &GivenApproval) -> bool {
    matches!(approval.standing, ApprovalStanding::Counts | ApprovalStanding::Suspended)
}

/// Ends somebody's approvals of a step, and with them that enough said yes to it.
fn end(state: &mut ReleaseState, step: &str, by: &str, standing: ApprovalStanding) {
    let theirs =
        |approval: &&mut GivenApproval| stands(approval) && approval.step == step && approval.by == by;
    let mut ended = false;
    for approval in state.approvals.iter_mut().filter(theirs) {
        approval.standing = standing;
        ended = true;
    }
    if ended {
        state.satisfied.retain(|known| known != step);
    }
}

/// Turns all approvals that stand one way to another.
fn turn(state: &mut ReleaseState, from: ApprovalStanding, to: ApprovalStanding) {
    for approval in state.approvals.iter_mut().filter(|approval| approval.standing == from) {
        approval.standing = to;
    }
}

impl Apply for ApprovalGranted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        state.approvals.push(GivenApproval {
            window: self.window,
            expires_at: self.expires_at,
            retrospective: self.retrospective,
            signature: self.signature.clone(),
            ..GivenApproval::new(
                &about.id,
                &self.step,
                &self.role,
                &about.actor.id,
                about.at,
                &self.digest,
                state.round,
                ApprovalStanding::Counts,
            )
        });
    }
}

impl Apply for ApprovalStepSatisfied {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if !state.satisfied.contains(&self.step) {
            state.satisfied.push(self.step.clone());
        }
    }
}

impl Apply for ApprovalRejected {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        // What was approved before it went out did its work; a rejection after the fact ends what was said after it.
        let after = matches!(state.status, ReleaseStatus::Observing | ReleaseStatus::Review);
        let mut ended: Vec<String> = vec![self.step.clone()];
        for approval in state.approvals.iter_mut().filter(|approval| !after || approval.retrospective) {
            if stands(approval) {
                approval.standing = ApprovalStanding::Voided;
                ended.push(approval.step.clone());
            }
        }
        if after {
            state.satisfied.retain(|step| !ended.contains(step));
        } else {
            state.satisfied.clear();
        }
        state.round = state.round.saturating_add(1);
        state.round_since = Some(about.at);
    }
}

impl Apply for ApprovalVoided {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        end(state, &self.step, &self.by, ApprovalStanding::Voided);
    }
}

impl Apply for ApprovalRevoked {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let by = self.by.as_ref().unwrap_or(&about.actor.id);
        end(state, &self.step, by, ApprovalStanding::Revoked);
    }
}

impl Apply for ApprovalSuspended {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        turn(state, ApprovalStanding::Counts, ApprovalStanding::Suspended);
    }
}

impl Apply for ApprovalReinstated {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        turn(state, ApprovalStanding::Suspended, ApprovalStanding::Counts);
    }
}

impl Apply for ApprovalExpired {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        end(state, &self.step, &self.by, ApprovalStanding::Expired);
    }
}

impl Apply for GoDecided {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let (by, digest) = (about.actor.id.clone(), self.digest.clone());
        state.go = Some(GoDecision { by, at: about.at, digest, valid_until: self.valid_until });
    }
}

impl Apply for NoGoDecided {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.go = None;
    }
}

impl Apply for GoWithdrawn {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.go = None;
    }
}

impl Apply for GoExpired {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.go = None;
    }
}
