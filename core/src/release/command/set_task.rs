//! Says what is to be done, or how far it is.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::TaskSet;
use crate::release::part::Task;
use crate::release::refusal::RefusalCode;
use crate::release::stages::is_known;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says what is to be done, or how far it is: with the same id it takes the place of what was said before.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SetTaskCommand {
    /// The task.
    pub task: Task,
}

reads!(SetTaskCommand { task });

impl SetTaskCommand {
    /// With nothing said beyond this.
    pub fn new(task: Task) -> Self {
        Self { task }
    }
}

impl Decide for SetTaskCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let task = &self.task;
        for (what, text) in [("id", &task.id), ("title", &task.title)] {
            if text.trim().is_empty() {
                let message = format!("the task has no {what}");
                deciding.refuse(RefusalCode::MissingField, message).lifted_by(format!("give it a {what}"));
            }
        }
        if let Some(stage) = &task.stage {
            is_known(state, deciding, stage);
        }
        if state.release.tasks.contains(task) {
            return;
        }
        deciding.emit(TaskSet::new(task.clone()));
    }
}
