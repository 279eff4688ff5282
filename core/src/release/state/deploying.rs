//! What changes while a release goes out, and back.

use super::record::{ReleaseState, ReleaseStatus, StageStatus};
use crate::release::deployment::{DeploymentEnd, DeploymentRecord, TargetStatus};
use crate::release::event::{
    Apply, Deployed, DeploymentStarted, Event, IncidentRecorded, ReleaseAccepted, RollbackFailed,
    RollbackStarted, RolledBack, RolloutStepRecorded,
};
use crate::release::part::{ItemStatus, ReleaseOutcome, ScopeItem};
use crate::release::template::StageRole;
use jiff::Timestamp;

impl Apply for DeploymentStarted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        // One that is recorded after it happened begins where it was opened.
        if !matches!(state.status, ReleaseStatus::Draft | ReleaseStatus::Ready) {
            return;
        }
        let at = self.started_at.unwrap_or(about.at);
        let mut record =
            DeploymentRecord::new(&self.environment, &about.actor.id, &self.role, at, &self.digest);
        record.targets = self.targets.iter().map(|target| (target.clone(), TargetStatus::Pending)).collect();
        state.deployments.push(record);
        state.status = ReleaseStatus::Deploying;
        state.enter(StageRole::Deploy, at);
    }
}

impl Apply for RolloutStepRecorded {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if state.status != ReleaseStatus::Deploying {
            return;
        }
        let Some(record) = state.deployments.last_mut() else { return };
        record.point_of_no_return |= self.point_of_no_return;
        let Some(status) = record.targets.get_mut(&self.target) else { return };
        *status = self.status;
        if matches!(self.status, TargetStatus::Deployed | TargetStatus::Verified) {
            record.reached_at.entry(self.target.clone()).or_insert(about.at);
        }
    }
}

impl Apply for Deployed {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if state.status != ReleaseStatus::Deploying {
            return;
        }
        let at = self.finished_at.unwrap_or(about.at);
        state.ended(DeploymentEnd::Deployed, at);
        state.status = ReleaseStatus::Observing;
        state.leave(StageRole::Deploy, StageStatus::Completed, at);
        state.enter(StageRole::Monitor, at);
        state.items_become(ItemStatus::Shipped);
    }
}

impl Apply for RollbackStarted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if !matches!(state.status, ReleaseStatus::Deploying | ReleaseStatus::Observing) {
            return;
        }
        state.status = ReleaseStatus::Deploying;
        state.leave(StageRole::Monitor, StageStatus::Superseded, about.at);
        if let Some(record) = state.deployments.last_mut() {
            record.rolling_back = true;
            record.rollback_started_at = Some(about.at);
            record.rollback_to.clone_from(&self.to);
            record.direction = DeploymentEnd::Running;
        }
    }
}

impl Apply for RolledBack {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if state.status != ReleaseStatus::Deploying {
            return;
        }
        let at = self.finished_at.unwrap_or(about.at);
        state.taken_back(DeploymentEnd::RolledBack, at);
        state.outcome = Some(ReleaseOutcome::RolledBack);
        state.items_become(ItemStatus::Tracked);
    }
}

impl Apply for RollbackFailed {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if state.status != ReleaseStatus::Deploying {
            return;
        }
        state.taken_back(DeploymentEnd::RollbackFailed, about.at);
        state.outcome = Some(ReleaseOutcome::Unsuccessful);
    }
}

impl Apply for ReleaseAccepted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if state.status != ReleaseStatus::Observing {
            return;
        }
        state.status = ReleaseStatus::Review;
        state.accepted_at = Some(about.at);
        state.leave(StageRole::Monitor, StageStatus::Completed, about.at);
        state.enter(StageRole::Review, about.at);
        for criterion in &mut state.release.criteria {
            if self.criteria.contains(&criterion.id) && criterion.met_at.is_none() {
                criterion.met_at = Some(about.at);
                criterion.met_by = Some(about.actor.id.clone());
            }
        }
    }
}

impl Apply for IncidentRecorded {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        let incident = &self.incident;
        match state.incidents.iter_mut().find(|known| known.id == incident.id) {
            Some(known) => known.clone_from(incident),
            None => state.incidents.push(incident.clone()),
        }
    }
}

impl ReleaseState {
    /// The stage of that role is entered, once more where it was before.
    pub(super) fn enter(&mut self, role: StageRole, at: Timestamp) {
        let Some(stage) = self.template.stage_of(role) else { return };
        let Some(record) = self.stages.iter_mut().find(|record| record.name == stage.name) else { return };
        record.status = StageStatus::Active;
        record.attempt = record.attempt.saturating_add(1);
        record.entered_at = Some(at);
        record.completed_at = None;
    }

    /// The stage of that role is left, where the release is in it.
    pub(super) fn leave(&mut self, role: StageRole, status: StageStatus, at: Timestamp) {
        let Some(stage) = self.template.stage_of(role) else { return };
        let active = |stage: &&mut super::record::StageRecord| stage.status == StageStatus::Active;
        let record = self.stages.iter_mut().find(|record| record.name == stage.name).filter(active);
        if let Some(record) = record {
            record.status = status;
            record.completed_at = Some(at);
        }
    }

    /// The last deployment ended so.
    fn ended(&mut self, end: DeploymentEnd, at: Timestamp) {
        if let Some(record) = self.deployments.last_mut() {
            record.direction = end;
            record.finished_at = Some(at);
        }
    }

    /// The way back is over, well or badly.
    fn taken_back(&mut self, end: DeploymentEnd, at: Timestamp) {
        self.ended(end, at);
        self.status = ReleaseStatus::Review;
        self.leave(StageRole::Deploy, StageStatus::CompletedWithException, at);
        self.leave(StageRole::Monitor, StageStatus::Superseded, at);
        self.enter(StageRole::Review, at);
    }

    /// What goes out becomes that.
    fn items_become(&mut self, status: ItemStatus) {
        let goes_out = |item: &&mut ScopeItem| item.status != ItemStatus::Removed;
        self.release.scope.iter_mut().filter(goes_out).for_each(|item| item.status = status);
    }
}
