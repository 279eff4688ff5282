//! What a release is made of: one file for each part.

mod people;
mod plan;
mod release;
mod review;
mod risk;
mod scope;

pub use people::{
    AUTOMATION, CHANGE_BOARD, CHANGE_MANAGER, DEPLOYER, EMERGENCY_AUTHORITY, EVIDENCE_SOURCE,
    EXCEPTION_BOARD, GATE_OWNER, GO_AUTHORITY, INCIDENT_COMMANDER, PRODUCT_OWNER, RELEASE_MANAGER,
    RoleMember, Roles, SCHEDULER, SERVICE_OWNER, STAGE_OWNER, TECHNICAL_GROUP,
};
pub use plan::{AssessedRisk, Baseline, NoticeOccasion, ReleaseFlag, RiskLevel};
pub use release::{
    AcceptanceCriterion, ApprovalQuorum, ApprovalStep, DependencyNeed, DependencyStatus, Milestone,
    MilestoneKind, Release, ReleaseDependency, ReleaseLink, ReleaseWindow, Resource, Stakeholder, Task,
    TaskStatus,
};
pub use review::{
    Action, ActionClass, CauseClass, Feedback, PreviousAction, PreviousStatus, ReleaseIncident,
    ReleaseOutcome, Review, ReviewEvent, RootCause,
};
pub use risk::{Risk, RiskStatus};
pub use scope::{ItemKind, ItemStatus, ScopeItem};
