//! Says how far a deployment is on a target.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::deployment::TargetStatus;
use crate::release::part::DEPLOYER;
use crate::release::state::{ReleaseState, ReleaseStatus};
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

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
