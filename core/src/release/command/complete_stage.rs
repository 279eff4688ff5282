//! Completes the stage that the work is in, where its tasks are done and its gates hold.

use crate::document::reads;
use crate::gate::Signal;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::StageCompleted;
use crate::release::judge::{Asked, judge};
use crate::release::part::{DependencyNeed, RELEASE_MANAGER, STAGE_OWNER};
use crate::release::planning::check_dependencies;
use crate::release::refusal::RefusalCode;
use crate::release::stages::{enter_next, meant};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Completes the stage that the work is in, where its tasks are done and its gates hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CompleteStageCommand {
    /// The stage; the one that the work is in, where left out.
    pub stage: Option<String>,
}

reads!(CompleteStageCommand { stage });

impl CompleteStageCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { stage: None }
    }

    /// With `stage`: the stage; the one that the work is in, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }
}

impl Default for CompleteStageCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for CompleteStageCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[STAGE_OWNER, RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(stage) = meant(state, deciding, self.stage.as_deref()) else { return };
        if let Some(role) = &stage.owner_role
            && !deciding.is_in(role)
            && !deciding.is_in(RELEASE_MANAGER)
        {
            let message =
                format!("{} is not {role}, who answers for stage {:?}", deciding.actor(), stage.name);
            deciding
                .refuse(RefusalCode::NotAuthorised, message)
                .lifted_by(format!("ask somebody who is {role}"))
                .up_to(role);
        }
        for task in state.open_tasks(&stage.name) {
            let message = format!("task {:?} is not done: {}", task.id, task.title);
            let reason = deciding.refuse(RefusalCode::TasksOpen, message);
            reason.lifted_by("do it, or drop it, and say so with `set_task`").about(&task.id);
            reason.who.clone_from(&task.assignee);
        }
        if state.is_last_stage(Some(&stage.name)) {
            check_dependencies(state, deciding, &[DependencyNeed::Start, DependencyNeed::Finish]);
        }
        // A stage that is called as an environment is the work in it.
        let environment = state.release.environments.iter().find(|name| **name == stage.name);
        let asked = Asked {
            stage: Some(&stage.name),
            environment: environment.map(String::as_str),
            ..Asked::default()
        };
        let judgement = judge(state, deciding.context, asked, deciding.now());
        deciding.reasons.extend(judgement.reasons);
        let completed = StageCompleted::new(&stage.name)
            .with_with_exception(judgement.verdict == Signal::Conditional)
            .with_judged(judgement.judged);
        deciding.emit(completed);
        enter_next(state, deciding, Some(&stage.name));
    }
}
