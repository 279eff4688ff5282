//! When stages are planned to end, and who answers for what.

use crate::release::go::{when, working};
use crate::release::part::{RELEASE_MANAGER, STAGE_OWNER};
use crate::release::state::ReleaseState;
use crate::release::template::StageLength;
use jiff::Timestamp;

/// When a stage is planned to end: the last milestone that belongs to it, else as long after it was entered as it takes; none where
/// neither is known.
pub(super) fn stage_end(state: &ReleaseState, name: &str) -> Option<Timestamp> {
    let milestones = state.release.milestones.iter().filter(|one| one.stage.as_deref() == Some(name));
    if let Some(last) = milestones.map(|one| one.due).max() {
        return Some(last);
    }
    let entered = state.stages.iter().find(|record| record.name == name)?.entered_at?;
    Some(match state.template.stage(name)?.duration? {
        StageLength::Calendar(length) => when::after(entered, length),
        StageLength::Working(days) => working::days_after(entered, f64::from(days)),
    })
}

/// Who answers for a stage: the role that the template gives it.
pub(super) fn stage_owner<'s>(state: &'s ReleaseState, name: &str) -> &'s str {
    let stage = state.template.stage(name);
    stage.and_then(|stage| stage.owner_role.as_deref()).unwrap_or(STAGE_OWNER)
}

/// Who answers for the release: its owner, else the release manager.
pub(super) fn owner(state: &ReleaseState) -> &str {
    state.release.owner.as_deref().unwrap_or(RELEASE_MANAGER)
}
