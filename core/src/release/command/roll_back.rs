//! Takes it back.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::RollbackStarted;
use crate::release::part::{AUTOMATION, GO_AUTHORITY, INCIDENT_COMMANDER, RELEASE_MANAGER};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Takes it back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RollBackCommand {
    /// Why.
    pub reason: Option<String>,
    /// What it goes back to; what the items came from, where left out.
    pub to: Option<String>,
    /// Whether it goes back past the point of no return, which the go authority decides.
    #[schemars(default)]
    pub override_point: bool,
}

reads!(RollBackCommand { reason, to, override_point = false });

impl RollBackCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, to: None, override_point: false }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `to`: what it goes back to; what the items came from, where left out.
    #[must_use]
    pub fn with_to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// With `override_point`: whether it goes back past the point of no return, which the go authority decides.
    #[must_use]
    pub fn with_override_point(mut self, override_point: bool) -> Self {
        self.override_point = override_point;
        self
    }
}

impl Default for RollBackCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for RollBackCommand {
    fn roles(&self) -> &'static [&'static str] {
        // Past the point of no return it is the go authority's decision, whoever runs the release.
        if self.override_point { &[GO_AUTHORITY] } else { &[RELEASE_MANAGER, INCIDENT_COMMANDER, AUTOMATION] }
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Deploying | ReleaseStatus::Observing)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(record) = state.deployments.last() else { return };
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", self.reason.as_ref());
        if record.rolling_back {
            let reason = deciding.refuse(RefusalCode::WrongState, "it is on its way back already");
            reason.lifted_by("restore what was touched, and end it with `finish_rollout`");
        }
        if record.point_of_no_return && !self.override_point {
            let reason = deciding.refuse(RefusalCode::PastPointOfNoReturn, "there is no way back from here");
            reason
                .lifted_by("go forward, or have the go authority override it with `override_point`")
                .up_to(GO_AUTHORITY);
        }
        let to = self.destinations(state, deciding);
        let overridden = record.point_of_no_return && self.override_point;
        deciding.emit(RollbackStarted::new(reason).with_to(to).with_overridden(overridden));
    }
}

impl RollBackCommand {
    /// What each item goes back to.
    fn destinations(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) -> BTreeMap<String, String> {
        let given = self.to.as_ref().filter(|to| !to.trim().is_empty());
        let mut to = BTreeMap::new();
        for item in state.live_items() {
            match given.or(item.from.as_ref()) {
                Some(target) => {
                    to.insert(item.id.clone(), target.clone());
                }
                None => {
                    let message = format!("nobody knows what {} goes back to", item.id);
                    let reason = deciding.refuse(RefusalCode::NoRollbackTarget, message);
                    reason.lifted_by("say what it goes back to with `to`").about(&item.id);
                }
            }
        }
        to
    }
}
