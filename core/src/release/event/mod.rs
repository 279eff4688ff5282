//! What happened to a release: events, a file for each part of its life.

mod approval;
mod deployment;
mod planning;
mod review;
mod risk;
mod scope;
mod stage;

pub use approval::{
    ApprovalExpired, ApprovalGranted, ApprovalReinstated, ApprovalRejected, ApprovalRevoked,
    ApprovalStepSatisfied, ApprovalSuspended, ApprovalVoided, GoDecided, GoExpired, GoWithdrawn, NoGoDecided,
};
pub use deployment::{
    Deployed, DeploymentStarted, IncidentRecorded, ReleaseAccepted, RollbackFailed, RollbackStarted,
    RolledBack, RolloutStepRecorded,
};
pub use planning::{
    BaselineTaken, DependencySet, DependentsNotified, FlagSet, HoldLifted, HoldPlaced, MilestoneSet,
    NoticeSent, ReleaseCancelled, ReleaseCreated, ReleaseEdited, ReleasePlanned, Rescheduled,
    ReservationsReleased, TaskReopened, TaskSet,
};
pub use review::{ActionSet, FeedbackGiven, ReleaseClosed, ReviewOpened};
pub use risk::{Escalated, ItemOverdue, RiskAssessed, RiskChanged, RiskRaised, RiskRetired};
pub use scope::{
    ExceptionExpired, ExceptionGranted, ExceptionRefused, ExceptionRequested, ScopeFrozen, ScopeItemAccepted,
    ScopeItemAdded, ScopeItemRemoved,
};
pub use stage::{
    EvidenceRecorded, GateEvaluated, GateWaived, GlassBroken, ReleaseReady, ReleaseReopened, ReleaseStarted,
    StageCompleted, StageEntered, StageRestarted, StageSkipped, WaiverExpired,
};

use super::state::ReleaseState;
use crate::document::reads;
use crate::ledger::Actor;
use crate::registry::registry as events;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

// By another name, since a file here holds the events of one part of a release's life.
events! {
    /// What happened to a release.
    Happening as "event" {
        ReleaseCreated(planning::ReleaseCreated) = "release_created",
        ReleaseEdited(planning::ReleaseEdited) = "release_edited",
        ReleasePlanned(planning::ReleasePlanned) = "release_planned",
        BaselineTaken(planning::BaselineTaken) = "baseline_taken",
        Rescheduled(planning::Rescheduled) = "rescheduled",
        MilestoneSet(planning::MilestoneSet) = "milestone_set",
        DependencySet(planning::DependencySet) = "dependency_set",
        TaskSet(planning::TaskSet) = "task_set",
        TaskReopened(planning::TaskReopened) = "task_reopened",
        FlagSet(planning::FlagSet) = "flag_set",
        ReleaseCancelled(planning::ReleaseCancelled) = "release_cancelled",
        ReservationsReleased(planning::ReservationsReleased) = "reservations_released",
        DependentsNotified(planning::DependentsNotified) = "dependents_notified",
        HoldPlaced(planning::HoldPlaced) = "hold_placed",
        HoldLifted(planning::HoldLifted) = "hold_lifted",
        NoticeSent(planning::NoticeSent) = "notice_sent",
        ScopeItemAdded(scope::ScopeItemAdded) = "scope_item_added",
        ScopeItemRemoved(scope::ScopeItemRemoved) = "scope_item_removed",
        ScopeItemAccepted(scope::ScopeItemAccepted) = "scope_item_accepted",
        ScopeFrozen(scope::ScopeFrozen) = "scope_frozen",
        ExceptionRequested(scope::ExceptionRequested) = "exception_requested",
        ExceptionGranted(scope::ExceptionGranted) = "exception_granted",
        ExceptionRefused(scope::ExceptionRefused) = "exception_refused",
        ExceptionExpired(scope::ExceptionExpired) = "exception_expired",
        ReleaseStarted(stage::ReleaseStarted) = "release_started",
        StageEntered(stage::StageEntered) = "stage_entered",
        StageCompleted(stage::StageCompleted) = "stage_completed",
        StageSkipped(stage::StageSkipped) = "stage_skipped",
        StageRestarted(stage::StageRestarted) = "stage_restarted",
        ReleaseReady(stage::ReleaseReady) = "release_ready",
        ReleaseReopened(stage::ReleaseReopened) = "release_reopened",
        EvidenceRecorded(stage::EvidenceRecorded) = "evidence_recorded",
        GateEvaluated(stage::GateEvaluated) = "gate_evaluated",
        GateWaived(stage::GateWaived) = "gate_waived",
        WaiverExpired(stage::WaiverExpired) = "waiver_expired",
        GlassBroken(stage::GlassBroken) = "glass_broken",
        ApprovalGranted(approval::ApprovalGranted) = "approval_granted",
        ApprovalStepSatisfied(approval::ApprovalStepSatisfied) = "approval_step_satisfied",
        ApprovalRejected(approval::ApprovalRejected) = "approval_rejected",
        ApprovalVoided(approval::ApprovalVoided) = "approval_voided",
        ApprovalRevoked(approval::ApprovalRevoked) = "approval_revoked",
        ApprovalSuspended(approval::ApprovalSuspended) = "approval_suspended",
        ApprovalReinstated(approval::ApprovalReinstated) = "approval_reinstated",
        ApprovalExpired(approval::ApprovalExpired) = "approval_expired",
        GoDecided(approval::GoDecided) = "go_decided",
        NoGoDecided(approval::NoGoDecided) = "no_go_decided",
        GoWithdrawn(approval::GoWithdrawn) = "go_withdrawn",
        GoExpired(approval::GoExpired) = "go_expired",
        DeploymentStarted(deployment::DeploymentStarted) = "deployment_started",
        RolloutStepRecorded(deployment::RolloutStepRecorded) = "rollout_step_recorded",
        Deployed(deployment::Deployed) = "deployed",
        RollbackStarted(deployment::RollbackStarted) = "rollback_started",
        RolledBack(deployment::RolledBack) = "rolled_back",
        RollbackFailed(deployment::RollbackFailed) = "rollback_failed",
        ReleaseAccepted(deployment::ReleaseAccepted) = "release_accepted",
        IncidentRecorded(deployment::IncidentRecorded) = "incident_recorded",
        RiskRaised(risk::RiskRaised) = "risk_raised",
        RiskChanged(risk::RiskChanged) = "risk_changed",
        RiskRetired(risk::RiskRetired) = "risk_retired",
        RiskAssessed(risk::RiskAssessed) = "risk_assessed",
        ItemOverdue(risk::ItemOverdue) = "item_overdue",
        Escalated(risk::Escalated) = "escalated",
        ReviewOpened(review::ReviewOpened) = "review_opened",
        ActionSet(review::ActionSet) = "action_set",
        FeedbackGiven(review::FeedbackGiven) = "feedback_given",
        ReleaseClosed(review::ReleaseClosed) = "release_closed",
    }
}

/// Something that happened to a release: an entry of its ledger, as the release understands it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "ReleaseEvent")]
#[non_exhaustive]
pub struct Event {
    /// What it is called by: the command's id, a slash, and its number among the command's events from 0.
    pub id: String,
    /// The release.
    pub release: String,
    /// Who did it.
    pub actor: Actor,
    /// When they did it.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The digest of the context that it was decided in: gates, roles, facts.
    pub context: Option<String>,
    /// What happened.
    pub what: Happening,
}

reads!(Event as "greenboard/release-event/1" { id, release, actor, at, context, what });

impl Event {
    /// Something that happened, in a context that is not said.
    ///
    /// ```
    /// use greenboard::ledger::Actor;
    /// use greenboard::release::{Event, HoldLifted};
    ///
    /// let at = "2026-11-02T09:00:00Z".parse().unwrap();
    /// let event = Event::new("resume-1/0", "api-1.4.0", Actor::human("ada"), at, HoldLifted::new());
    /// assert_eq!(event.what.kind(), "hold_lifted");
    /// ```
    pub fn new(
        id: impl Into<String>,
        release: impl Into<String>,
        actor: Actor,
        at: Timestamp,
        what: impl Into<Happening>,
    ) -> Self {
        Self { id: id.into(), release: release.into(), actor, at, context: None, what: what.into() }
    }
}

/// What an event changes in the state of its release.
pub(crate) trait Apply {
    /// Changes the state by what happened. Total: an event that fits nothing changes nothing.
    fn apply(&self, state: &mut ReleaseState, about: &Event);
}

impl Happening {
    /// Changes the state by what happened.
    pub(crate) fn apply(&self, state: &mut ReleaseState, about: &Event) {
        match self {
            Self::ReleaseCreated(event) => event.apply(state, about),
            Self::ReleaseEdited(event) => event.apply(state, about),
            Self::ReleasePlanned(event) => event.apply(state, about),
            Self::BaselineTaken(event) => event.apply(state, about),
            Self::Rescheduled(event) => event.apply(state, about),
            Self::MilestoneSet(event) => event.apply(state, about),
            Self::DependencySet(event) => event.apply(state, about),
            Self::TaskSet(event) => event.apply(state, about),
            Self::TaskReopened(event) => event.apply(state, about),
            Self::FlagSet(event) => event.apply(state, about),
            Self::ReleaseCancelled(event) => event.apply(state, about),
            Self::ReservationsReleased(event) => event.apply(state, about),
            Self::DependentsNotified(event) => event.apply(state, about),
            Self::HoldPlaced(event) => event.apply(state, about),
            Self::HoldLifted(event) => event.apply(state, about),
            Self::NoticeSent(event) => event.apply(state, about),
            Self::ScopeItemAdded(event) => event.apply(state, about),
            Self::ScopeItemRemoved(event) => event.apply(state, about),
            Self::ScopeItemAccepted(event) => event.apply(state, about),
            Self::ScopeFrozen(event) => event.apply(state, about),
            Self::ExceptionRequested(event) => event.apply(state, about),
            Self::ExceptionGranted(event) => event.apply(state, about),
            Self::ExceptionRefused(event) => event.apply(state, about),
            Self::ExceptionExpired(event) => event.apply(state, about),
            Self::ReleaseStarted(event) => event.apply(state, about),
            Self::StageEntered(event) => event.apply(state, about),
            Self::StageCompleted(event) => event.apply(state, about),
            Self::StageSkipped(event) => event.apply(state, about),
            Self::StageRestarted(event) => event.apply(state, about),
            Self::ReleaseReady(event) => event.apply(state, about),
            Self::ReleaseReopened(event) => event.apply(state, about),
            Self::EvidenceRecorded(event) => event.apply(state, about),
            Self::GateEvaluated(event) => event.apply(state, about),
            Self::GateWaived(event) => event.apply(state, about),
            Self::WaiverExpired(event) => event.apply(state, about),
            Self::GlassBroken(event) => event.apply(state, about),
            Self::ApprovalGranted(event) => event.apply(state, about),
            Self::ApprovalStepSatisfied(event) => event.apply(state, about),
            Self::ApprovalRejected(event) => event.apply(state, about),
            Self::ApprovalVoided(event) => event.apply(state, about),
            Self::ApprovalRevoked(event) => event.apply(state, about),
            Self::ApprovalSuspended(event) => event.apply(state, about),
            Self::ApprovalReinstated(event) => event.apply(state, about),
            Self::ApprovalExpired(event) => event.apply(state, about),
            Self::GoDecided(event) => event.apply(state, about),
            Self::NoGoDecided(event) => event.apply(state, about),
            Self::GoWithdrawn(event) => event.apply(state, about),
            Self::GoExpired(event) => event.apply(state, about),
            Self::DeploymentStarted(event) => event.apply(state, about),
            Self::RolloutStepRecorded(event) => event.apply(state, about),
            Self::Deployed(event) => event.apply(state, about),
            Self::RollbackStarted(event) => event.apply(state, about),
            Self::RolledBack(event) => event.apply(state, about),
            Self::RollbackFailed(event) => event.apply(state, about),
            Self::ReleaseAccepted(event) => event.apply(state, about),
            Self::IncidentRecorded(event) => event.apply(state, about),
            Self::RiskRaised(event) => event.apply(state, about),
            Self::RiskChanged(event) => event.apply(state, about),
            Self::RiskRetired(event) => event.apply(state, about),
            Self::RiskAssessed(event) => event.apply(state, about),
            Self::ItemOverdue(event) => event.apply(state, about),
            Self::Escalated(event) => event.apply(state, about),
            Self::ReviewOpened(event) => event.apply(state, about),
            Self::ActionSet(event) => event.apply(state, about),
            Self::FeedbackGiven(event) => event.apply(state, about),
            Self::ReleaseClosed(event) => event.apply(state, about),
        }
    }
}
