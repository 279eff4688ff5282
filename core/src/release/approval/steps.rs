//! The steps of approval that a release goes through.

use crate::fact::ChangeType;
use crate::release::approval::is_satisfied;
use crate::release::part::{
    ApprovalStep, CHANGE_BOARD, CHANGE_MANAGER, EMERGENCY_AUTHORITY, RiskLevel, TECHNICAL_GROUP,
};
use crate::release::state::ReleaseState;
use jiff::Timestamp;

/// The first step of a normal change: what it means, and whether it is sound.
const ASSESS: &str = "assess";
/// The step in which whoever may lets it go out.
const AUTHORISE: &str = "authorise";
/// The same two, of an emergency, after the fact.
const RETROSPECTIVE_ASSESS: &str = "retrospective_assess";
const RETROSPECTIVE_AUTHORISE: &str = "retrospective_authorise";

/// The kind of change that a release is: its own word, else its template's.
pub(crate) fn change_type(state: &ReleaseState) -> ChangeType {
    state.release.change_type.unwrap_or(state.template.change_type)
}

/// The steps, in order, those after the fact last: what the release says, else what its kind of change asks for.
///
/// A standard change was approved once with its template. Who authorises a normal one depends on its risk; as long as nobody
/// assessed that, it is taken for high. An emergency is authorised by the emergency authority, and assessed and authorised as a
/// normal change after the fact.
pub(crate) fn steps_of(state: &ReleaseState) -> Vec<ApprovalStep> {
    if !state.release.approvals.is_empty() {
        let mut steps = state.release.approvals.clone();
        // Stable: each kind stays in its order.
        steps.sort_by_key(|step| step.retrospective);
        return steps;
    }
    match change_type(state) {
        ChangeType::Standard => Vec::new(),
        ChangeType::Normal => vec![
            ApprovalStep::new(ASSESS, TECHNICAL_GROUP),
            ApprovalStep::new(AUTHORISE, change_authority(state)),
        ],
        ChangeType::Emergency => vec![
            ApprovalStep::new(AUTHORISE, EMERGENCY_AUTHORITY),
            ApprovalStep::new(RETROSPECTIVE_ASSESS, TECHNICAL_GROUP).with_retrospective(true),
            ApprovalStep::new(RETROSPECTIVE_AUTHORISE, change_authority(state)).with_retrospective(true),
        ],
    }
}

/// The step whose turn it is, before or after the fact; none where enough said yes to all of them.
pub(crate) fn next_step(state: &ReleaseState, retrospective: bool, at: Timestamp) -> Option<ApprovalStep> {
    let steps = steps_of(state).into_iter().filter(|step| step.retrospective == retrospective);
    steps.into_iter().find(|step| !is_satisfied(state, step, at))
}

/// Who authorises, by risk.
fn change_authority(state: &ReleaseState) -> &'static str {
    match state.risk.as_ref().map(|risk| risk.level) {
        Some(RiskLevel::Low | RiskLevel::Moderate) => CHANGE_MANAGER,
        Some(RiskLevel::High | RiskLevel::VeryHigh) | None => CHANGE_BOARD,
    }
}
