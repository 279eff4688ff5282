//! What it takes to end a release: an outcome that is so, a review, tasks and actions that somebody sees to.

use crate::fact::ChangeType;
use crate::release::approval::change_type;
use crate::release::deciding::Deciding;
use crate::release::deployment::DeploymentEnd;
use crate::release::go::review::is_required;
use crate::release::part::{RELEASE_MANAGER, ReleaseOutcome, Review, TaskStatus};
use crate::release::refusal::RefusalCode;
use crate::release::state::ReleaseState;

/// How it ended: as it is said, where that can be; as it went, where nobody says.
pub(crate) fn outcome(
    state: &ReleaseState,
    said: Option<ReleaseOutcome>,
    deciding: &mut Deciding<'_>,
) -> ReleaseOutcome {
    let possible = possible(state);
    let went = possible.first().copied().unwrap_or(ReleaseOutcome::Successful);
    let Some(said) = said else { return went };
    if !possible.contains(&said) {
        let names: Vec<&str> = possible.iter().map(|outcome| outcome.name()).collect();
        let message = format!("it did not end as {}, by what was recorded", said.name());
        let lift = format!("say {}, or leave it out", names.join(" or "));
        deciding.refuse(RefusalCode::OutcomeMissing, message).lifted_by(lift).up_to(RELEASE_MANAGER);
    }
    said
}

/// What may be said of how it ended, first as it went. People may say worse than what was recorded, and never better.
fn possible(state: &ReleaseState) -> &'static [ReleaseOutcome] {
    use ReleaseOutcome::{RolledBack, Successful, SuccessfulWithIssues, Unsuccessful};
    match state.deployments.last().map(|record| record.direction) {
        Some(DeploymentEnd::RolledBack) => &[RolledBack, Unsuccessful],
        Some(DeploymentEnd::RollbackFailed) => &[Unsuccessful],
        _ if state.incidents.iter().any(|incident| incident.caused_by_release) => {
            &[SuccessfulWithIssues, Unsuccessful]
        }
        _ => &[Successful, SuccessfulWithIssues, Unsuccessful],
    }
}

/// Refuses where it ended otherwise than as planned and nobody says a word about it.
pub(crate) fn refuse_unexplained(
    outcome: ReleaseOutcome,
    notes: Option<&String>,
    review: Option<&Review>,
    deciding: &mut Deciding<'_>,
) {
    let said = notes.is_some_and(|notes| !notes.trim().is_empty()) || review.is_some();
    if outcome == ReleaseOutcome::Successful || said {
        return;
    }
    let message = format!("it ended as {}, and nobody says why", outcome.name());
    deciding.refuse(RefusalCode::OutcomeMissing, message).lifted_by("say why in the notes or the review");
}

/// Refuses while it has to be looked back on and was not, or not wholly.
pub(crate) fn refuse_unreviewed(
    state: &ReleaseState,
    outcome: ReleaseOutcome,
    review: Option<&Review>,
    deciding: &mut Deciding<'_>,
) {
    if !is_required(state) && outcome != ReleaseOutcome::Unsuccessful {
        return;
    }
    let Some(review) = review else {
        let why = match change_type(state) {
            ChangeType::Emergency => "it was an emergency",
            _ if !state.incidents.is_empty() => "something broke",
            _ => "it did not go as planned",
        };
        let message = format!("{why}: it has to be looked back on");
        let reason = deciding.refuse(RefusalCode::ReviewIncomplete, message);
        reason.lifted_by("give the review").up_to(RELEASE_MANAGER);
        return;
    };
    let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let broke = !state.incidents.is_empty();
    let missing = [
        ("summary", review.summary.trim().is_empty()),
        ("impact", broke && !said(&review.impact)),
        ("detection", broke && !said(&review.detection)),
        ("factors", outcome != ReleaseOutcome::Successful && review.factors.is_empty()),
    ];
    for (field, _) in missing.iter().filter(|(_, missing)| *missing) {
        let reason = deciding.refuse(RefusalCode::ReviewIncomplete, format!("the review has no {field}"));
        reason.lifted_by(format!("add its {field}")).about(*field).up_to(RELEASE_MANAGER);
    }
    let carried = state.release.actions.iter().map(|action| action.id.as_str());
    let open = carried.filter(|id| state.actions.iter().any(|now| now.id == *id && now.done_at.is_none()));
    for id in open.filter(|id| !review.previous_actions.iter().any(|previous| previous.id == *id)) {
        let message = format!("the review does not say how {id} stands, an action of a release before");
        let reason = deciding.refuse(RefusalCode::ReviewIncomplete, message);
        reason.lifted_by("say whether it is addressed, ignored or carried").about(id).up_to(RELEASE_MANAGER);
    }
}

/// Refuses while something is still to be done.
pub(crate) fn refuse_open_tasks(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let is_open = |status| matches!(status, TaskStatus::Open | TaskStatus::InProgress);
    for task in state.release.tasks.iter().filter(|task| is_open(task.status)) {
        let message = format!("the task {} is {}", task.id, task.status.name());
        let reason = deciding.refuse(RefusalCode::TasksOpen, message);
        reason.lifted_by("do it, or drop it").about(&task.id);
        if let Some(assignee) = &task.assignee {
            reason.up_to(assignee);
        }
    }
}

/// Refuses an action that nobody does, or that has no date.
pub(crate) fn refuse_unowned(state: &ReleaseState, review: Option<&Review>, deciding: &mut Deciding<'_>) {
    let added = review.map(|review| review.actions.as_slice()).unwrap_or_default();
    let replaced = |id: &str| added.iter().any(|action| action.id == id);
    let standing = state.actions.iter().filter(|action| !replaced(&action.id));
    for action in standing.chain(added).filter(|action| action.done_at.is_none()) {
        let message = match (&action.owner, action.due) {
            (Some(owner), Some(_)) if !owner.trim().is_empty() => continue,
            (Some(owner), None) if !owner.trim().is_empty() => {
                format!("nobody said until when {} is done", action.id)
            }
            _ => format!("nobody does {}", action.id),
        };
        let reason = deciding.refuse(RefusalCode::ActionUnowned, message);
        reason.lifted_by("give it an owner and a date").about(&action.id);
    }
}
