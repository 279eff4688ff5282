//! What others owe: approvals, and decisions on exceptions.

use super::owed::{Owed, OwedKind};
use crate::release::approval;
use crate::release::go::{when, working};
use crate::release::part::{ApprovalStep, EXCEPTION_BOARD, RELEASE_MANAGER};
use crate::release::state::{ExceptionStatus, ReleaseState, ReleaseStatus};
use jiff::Timestamp;

/// After how many days a decision on an exception is nobody's surprise any more: the longest that Kubernetes took.
const EXCEPTION_AT_MOST: i64 = 13;

/// The approval whose turn it is, before it goes out or after.
pub(super) fn approvals(state: &ReleaseState, at: Timestamp, owed: &mut Vec<Owed>) {
    if state.hold.is_some() {
        return;
    }
    let options = &state.template.options;
    let before = matches!(state.status, ReleaseStatus::Active | ReleaseStatus::Ready);
    if let Some(step) = approval::next_step(state, false, at).filter(|_| before)
        && let Some(since) = turn_came(state)
    {
        let days = f64::from(options.approval_days);
        let expires = working::days_after(since, days * options.approval_expire);
        let one = asked(OwedKind::Approval, &step, since, days, options.approval_remind);
        owed.push(one.expiring(expires));
    }
    let out_since = state.deployments.last().and_then(|record| record.finished_at);
    let after = matches!(state.status, ReleaseStatus::Observing | ReleaseStatus::Review);
    if let Some(step) = approval::next_step(state, true, at).filter(|_| after)
        && let Some(since) = out_since
    {
        let days = f64::from(options.retro_days);
        owed.push(asked(OwedKind::RetrospectiveApproval, &step, since, days, options.approval_remind));
    }
}

fn asked(kind: OwedKind, step: &ApprovalStep, since: Timestamp, days: f64, remind: f64) -> Owed {
    let due = working::days_after(since, days);
    Owed::new(kind, &step.name, due)
        .by(Some(&step.role))
        .since(Some(since))
        .reminded(working::days_after(since, days * remind))
        .escalated(RELEASE_MANAGER, due)
}

/// When the turn of the step came whose turn it is: when the work began, or the round, or the last word of the step before it was
/// said.
fn turn_came(state: &ReleaseState) -> Option<Timestamp> {
    let began = state.stages.first().and_then(|stage| stage.entered_at).or(state.round_since);
    let said = state.approvals.iter().filter(|given| {
        given.round == state.round && !given.retrospective && state.satisfied.contains(&given.step)
    });
    said.map(|given| given.at).chain(state.round_since).chain(began).max()
}

/// The exceptions that nobody decided on.
pub(super) fn exceptions(state: &ReleaseState, owed: &mut Vec<Owed>) {
    let days = i64::from(state.template.options.exception_decision_days);
    let open = state.exceptions.iter().filter(|one| one.status == ExceptionStatus::Requested);
    for exception in open {
        let since = exception.requested_at;
        let due = when::days_after(since, days);
        let latest = when::days_after(since, days.max(EXCEPTION_AT_MOST));
        let one = Owed::new(OwedKind::Exception, &exception.item.id, due).by(Some(EXCEPTION_BOARD));
        owed.push(one.since(Some(since)).escalated(RELEASE_MANAGER, latest));
    }
}
