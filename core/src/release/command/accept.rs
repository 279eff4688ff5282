//! Says that it runs as it should.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ReleaseAccepted, ReviewOpened};
use crate::release::go::{gates, review, when};
use crate::release::judge::{Asked, judge_named};
use crate::release::part::{GO_AUTHORITY, SERVICE_OWNER};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use crate::release::template::StageRole;
use schemars::JsonSchema;
use serde::Serialize;

/// Says that it runs as it should.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AcceptCommand {
    /// Why before the time of observation is over.
    pub reason: Option<String>,
    /// The acceptance criteria that are met, by id.
    #[schemars(default)]
    pub criteria: Vec<String>,
}

reads!(AcceptCommand { reason, criteria = Vec::new() });

impl AcceptCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, criteria: Vec::new() }
    }

    /// With `reason`: why before the time of observation is over.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `criteria`: the acceptance criteria that are met, by id.
    #[must_use]
    pub fn with_criteria(mut self, criteria: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.criteria = criteria.into_iter().map(Into::into).collect();
        self
    }
}

impl Default for AcceptCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for AcceptCommand {
    fn roles(&self) -> &'static [&'static str] {
        // Who may shorten the time of observation may say that it is over.
        if self.reason.is_some() { &[SERVICE_OWNER, GO_AUTHORITY] } else { &[SERVICE_OWNER] }
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Observing)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        self.refuse_too_early(state, deciding);
        let stage = state.template.stage_of(StageRole::Monitor);
        let asked = Asked {
            stage: stage.map(|stage| stage.name.as_str()),
            environment: state.deployments.last().map(|record| record.environment.as_str()),
            manual: false,
        };
        let judgement = judge_named(state, deciding.context, asked, deciding.now());
        gates::refuse(&judgement, deciding);
        let criteria = self.met(state, deciding);
        for incident in state.incidents.iter().filter(|incident| incident.resolved_at.is_none()) {
            let message = format!("{} is open since {}", incident.id, incident.detected_at);
            let reason = deciding.refuse(RefusalCode::OpenIncident, message);
            reason.lifted_by("resolve it, and record that, or roll back").about(&incident.id);
        }
        let mut accepted = ReleaseAccepted::new().with_criteria(criteria);
        accepted.reason.clone_from(&self.reason);
        accepted.judged = judgement.judged;
        deciding.emit(accepted);
        let (due, required) = (review::due(state, deciding.now()), review::is_required(state));
        deciding.emit(ReviewOpened::new(due).with_required(required));
    }
}

impl AcceptCommand {
    /// Refuses while it is observed, unless the go authority shortens that with a reason.
    fn refuse_too_early(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let out_since = state.deployments.last().and_then(|record| record.finished_at);
        let length = state.template.observation();
        let over_at = when::after(out_since.unwrap_or(state.updated_at), length);
        let said_why = self.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
        if deciding.now() >= over_at || (said_why && deciding.is_in(GO_AUTHORITY)) {
            return;
        }
        let message = format!("it is observed for {length}, until {over_at}");
        let lift = format!("wait until {over_at}, or have the go authority shorten it with a reason");
        deciding.refuse(RefusalCode::StillObserving, message).lifted_by(lift).up_to(GO_AUTHORITY);
    }

    /// The acceptance criteria that are met, refusing while one is not: its gate lets it pass, or somebody says or said so.
    fn met(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) -> Vec<String> {
        let known = &state.release.criteria;
        for id in self.criteria.iter().filter(|id| !known.iter().any(|criterion| criterion.id == **id)) {
            let message = format!("the release has no acceptance criterion {id}");
            let reason = deciding.refuse(RefusalCode::CriteriaOpen, message);
            reason.lifted_by("name those that it has").about(id);
        }
        let mut met = Vec::new();
        for criterion in known {
            let (holds, lift) = match &criterion.gate {
                Some(gate) => (gates::holds(state, gate, deciding), format!("see to gate {gate}")),
                None => {
                    let said = self.criteria.contains(&criterion.id);
                    (said || criterion.met_at.is_some(), "say that it is met, once it is".to_owned())
                }
            };
            if holds {
                met.push(criterion.id.clone());
            } else {
                let message = format!("{} is not met: {}", criterion.id, criterion.text);
                let reason = deciding.refuse(RefusalCode::CriteriaOpen, message);
                reason.lifted_by(lift).about(&criterion.id).up_to(SERVICE_OWNER);
            }
        }
        met
    }
}
