//! Whether and when a release has to be looked back on.

use super::working;
use crate::fact::ChangeType;
use crate::release::approval::change_type;
use crate::release::deployment::DeploymentEnd;
use crate::release::state::ReleaseState;
use jiff::Timestamp;

/// When the review of what ends now is due.
pub(crate) fn due(state: &ReleaseState, now: Timestamp) -> Timestamp {
    working::days_after(now, f64::from(state.template.options.review_due_days))
}

/// Whether it has to be looked back on: after an emergency, a failure, an incident, a way back.
pub(crate) fn is_required(state: &ReleaseState) -> bool {
    state.review_required
        || change_type(state) == ChangeType::Emergency
        || !state.incidents.is_empty()
        || state.deployments.iter().any(|record| {
            matches!(record.direction, DeploymentEnd::RolledBack | DeploymentEnd::RollbackFailed)
        })
}
