//! What a release is made of: one file for each part.

mod action;
mod around;
mod dates;
mod dependency;
mod edit;
mod incident;
mod people;
mod plan;
mod release;
mod review;
mod risk;
mod scope;
mod step;
mod task;

pub use action::{Action, ActionClass, PreviousAction, PreviousStatus};
pub use around::{ReleaseLink, Resource, Stakeholder};
pub use dates::{Milestone, MilestoneKind, ReleaseWindow};
pub use dependency::{DependencyNeed, DependencyStatus, ReleaseDependency};
pub use edit::ReleaseEdit;
pub use incident::{CauseClass, ReleaseIncident, RootCause};
pub use people::{
    AUTOMATION, CHANGE_BOARD, CHANGE_MANAGER, DEPLOYER, EMERGENCY_AUTHORITY, EVIDENCE_SOURCE,
    EXCEPTION_BOARD, GATE_OWNER, GO_AUTHORITY, INCIDENT_COMMANDER, PRODUCT_OWNER, RELEASE_MANAGER,
    RoleMember, Roles, SCHEDULER, SERVICE_OWNER, STAGE_OWNER, TECHNICAL_GROUP,
};
pub use plan::{AssessedRisk, Baseline, NoticeOccasion, ReleaseFlag, RiskLevel};
pub use release::{AcceptanceCriterion, Release};
pub use review::{Feedback, ReleaseOutcome, Review, ReviewEvent};
pub use risk::{Risk, RiskStatus};
pub use scope::{ItemKind, ItemStatus, ScopeItem};
pub use step::{ApprovalQuorum, ApprovalStep};
pub use task::{Task, TaskStatus};
