//! Says what is to be done, or how far it is.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::Task;
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

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
