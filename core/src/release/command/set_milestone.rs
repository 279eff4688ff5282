//! Says that a milestone is reached, or adds one.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::MilestoneSet;
use crate::release::part::{Milestone, RELEASE_MANAGER};
use crate::release::refusal::RefusalCode;
use crate::release::stages::is_known;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that a milestone is reached, or adds one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SetMilestoneCommand {
    /// The milestone.
    pub milestone: Milestone,
}

reads!(SetMilestoneCommand { milestone });

impl SetMilestoneCommand {
    /// With nothing said beyond this.
    pub fn new(milestone: Milestone) -> Self {
        Self { milestone }
    }
}

impl Decide for SetMilestoneCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let milestone = &self.milestone;
        if milestone.name.trim().is_empty() {
            deciding.refuse(RefusalCode::MissingField, "the milestone has no name").lifted_by("give it one");
        }
        if let Some(stage) = &milestone.stage {
            is_known(state, deciding, stage);
        }
        let now = deciding.now();
        if let Some(at) = milestone.achieved_at.filter(|at| *at > now) {
            deciding
                .refuse(RefusalCode::TooEarly, format!("it would be reached at {at}; it is {now}"))
                .lifted_by("say so when it is")
                .about(&milestone.name);
        }
        if state.release.milestones.contains(milestone) {
            return;
        }
        deciding.emit(MilestoneSet::new(milestone.clone()));
    }
}
