//! What is owed while it is made ready: tasks, that it is ready in time, gates that hold.

use super::owed::{Owed, OwedKind};
use super::plan;
use crate::gate::{Outcome, Severity};
use crate::release::go::when;
use crate::release::part::{GATE_OWNER, RELEASE_MANAGER, TaskStatus};
use crate::release::state::{ReleaseState, ReleaseStatus};

/// The tasks that are not done and have a date.
pub(super) fn tasks(state: &ReleaseState, owed: &mut Vec<Owed>) {
    let is_open = |status| matches!(status, TaskStatus::Open | TaskStatus::InProgress);
    let reminder = i64::from(state.template.options.task_reminder_days);
    for task in state.release.tasks.iter().filter(|task| is_open(task.status)) {
        let stage = task.stage.as_deref();
        let Some(due) = task.due.or_else(|| plan::stage_end(state, stage?)) else { continue };
        let superior = stage.map_or(RELEASE_MANAGER, |stage| plan::stage_owner(state, stage));
        let task = Owed::new(OwedKind::Task, &task.id, due)
            .by(Some(task.assignee.as_deref().unwrap_or(superior)))
            .reminded(when::days_after(due, -reminder))
            .escalated(superior, due);
        owed.push(task);
    }
}

/// That it is ready before it is to go out.
pub(super) fn readiness(state: &ReleaseState, owed: &mut Vec<Owed>) {
    let is_coming = matches!(state.status, ReleaseStatus::Planned | ReleaseStatus::Active);
    let Some(target) = state.release.target.filter(|_| is_coming && state.hold.is_none()) else { return };
    let due = when::days_after(target, -i64::from(state.template.options.readiness_days));
    owed.push(Owed::new(OwedKind::Readiness, &state.release.id, due).by(Some(plan::owner(state))));
}

/// The gates that did not hold when they were asked last, in the stage that the work is in.
pub(super) fn gates(state: &ReleaseState, owed: &mut Vec<Owed>) {
    if state.status != ReleaseStatus::Active {
        return;
    }
    for standing in &state.judged {
        let judged = &standing.judged;
        let end = judged.stage.as_deref().and_then(|stage| plan::stage_end(state, stage));
        let stops = judged.findings.iter().filter(|finding| {
            finding.severity == Severity::Block && matches!(finding.outcome, Outcome::Fail | Outcome::Pending)
        });
        for finding in stops {
            let of = format!("{}/{}/{}", judged.component, finding.gate, finding.criterion);
            // It is owed from when it was asked, and has to be there when the stage ends.
            let due = end.unwrap_or(standing.at).max(standing.at);
            let gate = Owed::new(OwedKind::Gate, of, due).since(Some(standing.at));
            owed.push(gate.by(Some(GATE_OWNER)).reminded(standing.at));
        }
    }
}
