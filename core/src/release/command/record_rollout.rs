//! Says how far a deployment is on a target.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::deployment::TargetStatus;
use crate::release::event::RolloutStepRecorded;
use crate::release::part::DEPLOYER;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use crate::release::template::StageRole;
use schemars::JsonSchema;
use serde::Serialize;

/// Says how far a deployment is on a target.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RecordRolloutCommand {
    /// The target.
    pub target: String,
    /// How far it is there.
    pub status: TargetStatus,
    /// The step of the rollout: `10%`, …
    pub step: Option<String>,
    /// Whether from here on there is no way back.
    #[schemars(default)]
    pub point_of_no_return: bool,
    /// What there is to say.
    pub note: Option<String>,
}

reads!(RecordRolloutCommand { target, status, step, point_of_no_return = false, note });

impl RecordRolloutCommand {
    /// With nothing said beyond this.
    pub fn new(target: impl Into<String>, status: TargetStatus) -> Self {
        Self { target: target.into(), status, step: None, point_of_no_return: false, note: None }
    }

    /// With `step`: the step of the rollout: `10%`, …
    #[must_use]
    pub fn with_step(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }

    /// With `point_of_no_return`: whether from here on there is no way back.
    #[must_use]
    pub fn with_point_of_no_return(mut self, point_of_no_return: bool) -> Self {
        self.point_of_no_return = point_of_no_return;
        self
    }

    /// With `note`: what there is to say.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Decide for RecordRolloutCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[DEPLOYER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Deploying)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(record) = state.deployments.last() else { return };
        if !record.targets.contains_key(&self.target) {
            let known: Vec<&str> = record.targets.keys().map(String::as_str).collect();
            let message = format!("{} is no target of this deployment", self.target);
            let lift = format!("its targets are {}", known.join(", "));
            deciding.refuse(RefusalCode::UnknownTarget, message).lifted_by(lift).about(&self.target);
        }
        match self.status {
            TargetStatus::Pending => {
                let message = "pending is where a target begins, and nothing returns to it";
                let lift = "say deployed, verified, failed or restored";
                deciding.refuse(RefusalCode::FormIncomplete, message).lifted_by(lift).about(&self.target);
            }
            TargetStatus::Restored if !record.rolling_back => {
                let message = format!("{} is not on its way back", self.target);
                let reason = deciding.refuse(RefusalCode::NotRollingBack, message);
                reason.lifted_by("begin the way back with `roll_back`").about(&self.target);
            }
            _ => {}
        }
        let mut step = RolloutStepRecorded::new(&self.target, self.status);
        step.step.clone_from(&self.step);
        step.note.clone_from(&self.note);
        step.point_of_no_return =
            !record.rolling_back && (self.point_of_no_return || self.is_past_point(state));
        deciding.emit(step);
    }
}

impl RecordRolloutCommand {
    /// Whether the template has it that there is no way back from this step on.
    fn is_past_point(&self, state: &ReleaseState) -> bool {
        let Some(stage) = state.template.stage_of(StageRole::Deploy) else { return false };
        let Some(point) = stage.point_of_no_return else { return false };
        let share = self.step.as_ref().and_then(|step| step.trim().trim_end_matches('%').trim().parse().ok());
        let Some(share): Option<u8> = share else { return false };
        let from = usize::try_from(point).unwrap_or(usize::MAX).saturating_sub(1);
        stage.steps_pct.get(from).is_some_and(|first| share >= *first)
    }
}
