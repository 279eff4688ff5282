//! Says that something broke, or is whole again.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::IncidentRecorded;
use crate::release::part::ReleaseIncident;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that something broke, or is whole again: with the same id it takes the place of what was said before.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RecordIncidentCommand {
    /// What broke.
    pub incident: ReleaseIncident,
}

reads!(RecordIncidentCommand { incident });

impl RecordIncidentCommand {
    /// With nothing said beyond this.
    pub fn new(incident: ReleaseIncident) -> Self {
        Self { incident }
    }
}

impl Decide for RecordIncidentCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Deploying | ReleaseStatus::Observing | ReleaseStatus::Review)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let incident = &self.incident;
        if incident.id.trim().is_empty() {
            let reason = deciding.refuse(RefusalCode::FormIncomplete, "an incident is called by an id");
            reason.lifted_by("give it one");
        }
        if let Some(over) = incident.resolved_at.filter(|over| *over < incident.detected_at) {
            let message =
                format!("it would be over at {over}, before it was noticed at {}", incident.detected_at);
            let reason = deciding.refuse(RefusalCode::FormIncomplete, message);
            reason.lifted_by("say when it was noticed, and when it was over").about(&incident.id);
        }
        deciding.emit(IncidentRecorded::new(incident.clone()));
    }
}
