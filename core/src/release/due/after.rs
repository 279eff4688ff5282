//! What is owed once it is out: that it works, a look back, and what was to be done.

use super::owed::{Owed, OwedKind};
use super::plan;
use crate::release::deployment::TargetStatus;
use crate::release::go::when;
use crate::release::part::{DEPLOYER, RELEASE_MANAGER};
use crate::release::state::{ReleaseState, ReleaseStatus};

/// The targets that were reached and that nobody verified.
pub(super) fn verification(state: &ReleaseState, owed: &mut Vec<Owed>) {
    if state.status != ReleaseStatus::Deploying {
        return;
    }
    let Some(record) = state.deployments.last().filter(|record| !record.rolling_back) else { return };
    for (target, status) in &record.targets {
        let Some(reached) = record.reached_at.get(target).filter(|_| *status == TargetStatus::Deployed)
        else {
            continue;
        };
        let due = when::after(*reached, state.template.options.verification);
        let who = if record.by.is_empty() { DEPLOYER } else { &record.by };
        owed.push(Owed::new(OwedKind::Verification, target, due).by(Some(who)).since(Some(*reached)));
    }
}

/// The look back, where it has to be.
pub(super) fn review(state: &ReleaseState, owed: &mut Vec<Owed>) {
    let Some(due) = state.review_due.filter(|_| state.status == ReleaseStatus::Review) else { return };
    let since = state.accepted_at.or_else(|| state.deployments.last().and_then(|record| record.finished_at));
    let review = Owed::new(OwedKind::Review, &state.release.id, due).by(Some(plan::owner(state)));
    owed.push(review.since(since).escalated(RELEASE_MANAGER, due));
}

/// The actions that are not done and have a date.
pub(super) fn actions(state: &ReleaseState, owed: &mut Vec<Owed>) {
    for action in state.actions.iter().filter(|action| action.done_at.is_none()) {
        let Some(due) = action.due else { continue };
        let who = action.owner.as_deref().unwrap_or_else(|| plan::owner(state));
        owed.push(Owed::new(OwedKind::Action, &action.id, due).by(Some(who)));
    }
}
