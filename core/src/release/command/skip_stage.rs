//! Leaves out the stage that the work is in.

use crate::document::reads;
use crate::fact::ChangeType;
use crate::release::approval::change_type;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::StageSkipped;
use crate::release::part::{DependencyNeed, RELEASE_MANAGER};
use crate::release::planning::check_dependencies;
use crate::release::refusal::RefusalCode;
use crate::release::stages::{enter_next, meant};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Leaves out the stage that the work is in.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SkipStageCommand {
    /// The stage; the one that the work is in, where left out.
    pub stage: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

reads!(SkipStageCommand { stage, reason });

impl SkipStageCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { stage: None, reason: None }
    }

    /// With `stage`: the stage; the one that the work is in, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for SkipStageCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for SkipStageCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", self.reason.as_ref());
        let Some(stage) = meant(state, deciding, self.stage.as_deref()) else { return };
        if !stage.optional && change_type(state) != ChangeType::Emergency {
            deciding
                .refuse(RefusalCode::StageRequired, format!("stage {:?} has to be gone through", stage.name))
                .lifted_by("complete it; a template may call it optional, and an emergency may leave it out")
                .about(&stage.name);
        }
        if state.is_last_stage(Some(&stage.name)) {
            check_dependencies(state, deciding, &[DependencyNeed::Start, DependencyNeed::Finish]);
        }
        deciding.emit(StageSkipped::new(&stage.name, reason));
        enter_next(state, deciding, Some(&stage.name));
    }
}
