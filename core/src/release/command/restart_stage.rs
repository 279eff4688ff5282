//! Goes back to a stage that was completed.

use crate::document::reads;
use crate::release::approval::void_all;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ReleaseReopened, StageRestarted, TaskReopened};
use crate::release::part::{RELEASE_MANAGER, Task, TaskStatus};
use crate::release::refusal::RefusalCode;
use crate::release::stages::is_known;
use crate::release::state::{ReleaseState, ReleaseStatus, StageRecord, StageStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Goes back to a stage that was completed: its tasks reopen, approvals are void.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RestartStageCommand {
    /// The stage.
    pub stage: String,
    /// Why.
    pub reason: Option<String>,
}

reads!(RestartStageCommand { stage, reason });

impl RestartStageCommand {
    /// With nothing said beyond this.
    pub fn new(stage: impl Into<String>) -> Self {
        Self { stage: stage.into(), reason: None }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Decide for RestartStageCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", self.reason.as_ref());
        if !is_known(state, deciding, &self.stage) {
            return;
        }
        let found = state.work().find(|(stage, _)| stage.name == self.stage);
        let done = |record: &StageRecord| {
            matches!(record.status, StageStatus::Completed | StageStatus::CompletedWithException)
        };
        let Some((_, record)) = found.filter(|(_, record)| done(record)) else {
            deciding
                .refuse(RefusalCode::StageNotCompleted, format!("stage {:?} was not completed", self.stage))
                .lifted_by("name a stage of the work that was")
                .about(&self.stage);
            return;
        };
        let cause = format!("the work went back to stage {:?}: {reason}", self.stage);
        if state.status == ReleaseStatus::Ready {
            deciding.emit(ReleaseReopened::new(&cause));
        }
        deciding.emit(StageRestarted::new(&self.stage, record.attempt.saturating_add(1), reason));
        // What came after it is to be done again, too.
        let again: Vec<&str> = state
            .work()
            .map(|(stage, _)| stage.name.as_str())
            .skip_while(|name| *name != self.stage)
            .collect();
        let is_done = |task: &&Task| {
            task.status == TaskStatus::Done
                && task.stage.as_deref().is_some_and(|stage| again.contains(&stage))
        };
        for task in state.release.tasks.iter().filter(is_done) {
            deciding.emit(TaskReopened::new(&task.id));
        }
        void_all(state, deciding, &cause);
    }
}
