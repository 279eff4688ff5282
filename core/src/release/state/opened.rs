//! A release as it is when it is opened.

use super::record::{ReleaseState, ReleaseStatus, StageRecord};
use crate::release::event::{Event, ReleaseCreated};

impl ReleaseState {
    /// The release as it is when it is opened.
    pub(crate) fn opened(created: &ReleaseCreated, about: &Event) -> Self {
        let stages = created.template.stages.iter().map(|stage| StageRecord::new(stage.name.clone()));
        Self {
            release: created.release.clone(),
            template: created.template.clone(),
            status: ReleaseStatus::Draft,
            version: 0,
            requester: about.actor.id.clone(),
            created_at: about.at,
            updated_at: about.at,
            hold: None,
            flag: Default::default(),
            flag_comment: None,
            scope_frozen_at: None,
            added_after_freeze: 0,
            removed_after_freeze: 0,
            baselines: Vec::new(),
            reschedulings: Vec::new(),
            exceptions: Vec::new(),
            stages: stages.collect(),
            facts: Vec::new(),
            judged: Vec::new(),
            expired_waivers: Vec::new(),
            round: 1,
            round_since: None,
            approvals: Vec::new(),
            satisfied: Vec::new(),
            go: None,
            deployments: Vec::new(),
            incidents: Vec::new(),
            accepted_at: None,
            risk: None,
            risk_assessed_at: None,
            risk_digest: None,
            review_due: None,
            review_required: false,
            review: None,
            actions: created.release.actions.clone(),
            feedback: Vec::new(),
            notices: Vec::new(),
            overdue: Vec::new(),
            escalated: Vec::new(),
            outcome: None,
            ended_at: None,
            commands: Vec::new(),
        }
    }

    /// Whether a command was decided on before.
    pub fn knows(&self, command: &str) -> bool {
        self.commands.binary_search_by(|known| known.as_str().cmp(command)).is_ok()
    }

    /// Remembers a command that was decided on.
    pub(crate) fn remember(&mut self, command: &str) {
        if let Err(at) = self.commands.binary_search_by(|known| known.as_str().cmp(command)) {
            self.commands.insert(at, command.to_owned());
        }
    }
}
