//! Ends a deployment, or a way back.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::deployment::{DeploymentRecord, TargetStatus};
use crate::release::event::{Deployed, ReviewOpened, RollbackFailed, RolledBack};
use crate::release::go::review;
use crate::release::part::DEPLOYER;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Ends a deployment, or a way back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FinishRolloutCommand {
    /// Whether it did not succeed: of a way back only.
    #[schemars(default)]
    pub failed: bool,
    /// What there is to say.
    pub note: Option<String>,
}

reads!(FinishRolloutCommand { failed = false, note });

impl FinishRolloutCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { failed: false, note: None }
    }

    /// With `failed`: whether it did not succeed: of a way back only.
    #[must_use]
    pub fn with_failed(mut self, failed: bool) -> Self {
        self.failed = failed;
        self
    }

    /// With `note`: what there is to say.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Default for FinishRolloutCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for FinishRolloutCommand {
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
        match (record.rolling_back, self.failed) {
            (false, false) => {
                refuse_unverified(record, deciding);
                let mut deployed = Deployed::new(&record.environment);
                deployed.note.clone_from(&self.note);
                deciding.emit(deployed);
            }
            (false, true) => {
                let reason =
                    deciding.refuse(RefusalCode::NotRollingBack, "what failed on its way out is taken back");
                reason.lifted_by("begin the way back with `roll_back`");
            }
            (true, false) => {
                refuse_unrestored(record, deciding);
                let mut back = RolledBack::new();
                back.note.clone_from(&self.note);
                deciding.emit(back);
                deciding.emit(reviewed(state, deciding));
            }
            (true, true) => {
                let mut failed = RollbackFailed::new();
                failed.note.clone_from(&self.note);
                deciding.emit(failed);
                deciding.emit(reviewed(state, deciding));
            }
        }
    }
}

/// What was taken back has to be looked back on.
fn reviewed(state: &ReleaseState, deciding: &Deciding<'_>) -> ReviewOpened {
    ReviewOpened::new(review::due(state, deciding.now())).with_required(true)
}

/// Refuses while a target is not verified.
fn refuse_unverified(record: &DeploymentRecord, deciding: &mut Deciding<'_>) {
    for (target, status) in &record.targets {
        let (code, said, lift) = match status {
            TargetStatus::Verified => continue,
            TargetStatus::Deployed => {
                (RefusalCode::VerificationMissing, "it is there, and nobody verified it", "verify it")
            }
            TargetStatus::Failed => (RefusalCode::TargetsOpen, "it failed", "mend it, or roll back"),
            _ => (RefusalCode::TargetsOpen, "it is not reached", "deploy it, or roll back"),
        };
        let reason = deciding.refuse(code, format!("{target}: {said}"));
        reason.lifted_by(lift).about(target).up_to(DEPLOYER);
    }
}

/// Refuses while a target that was touched is not as it was.
fn refuse_unrestored(record: &DeploymentRecord, deciding: &mut Deciding<'_>) {
    let touched = |status: &TargetStatus| !matches!(status, TargetStatus::Pending | TargetStatus::Restored);
    for (target, _) in record.targets.iter().filter(|(_, status)| touched(status)) {
        let message = format!("{target} is not as it was before");
        let lift = "restore it, or say that the way back failed";
        let reason = deciding.refuse(RefusalCode::TargetsOpen, message);
        reason.lifted_by(lift).about(target).up_to(DEPLOYER);
    }
}
