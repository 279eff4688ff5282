//! Facts: what other systems observed, and the names by which they say it.
//!
//! A [`Fact`] is a value: evidence about a subject, an approval, a waiver, a deployment. Facts come from other systems and other
//! versions, so they keep what they say under keys that this version does not know. [`Facts`] is many of them, ready to be asked.
//!
//! Every tool has names of its own for a component, a person and an environment. [`Identity`] maps them, once, to the names used
//! here; nothing is guessed from how names look.

mod error;
mod facts;
mod identity;
mod kind;
mod observation;
mod purl;
mod roster;
mod source;
mod subject;

pub(crate) use error::FactError;
pub use facts::{Added, Clash, Contradiction, Facts, Unresolved, UnresolvedName, read};
pub(crate) use facts::{Common, Glance, GlanceRow, Held, Record, Topic};
pub use identity::{Aliases, Identity};
pub use kind::{
    Approval, ApprovalDecision, BreakGlass, CalendarFact, Candidate, ChangeRequest, ChangeRequestState,
    ChangeType, Checklist, ChecklistAnswer, ChecklistItem, Deployment, DeploymentStatus, Evidence, Fact,
    Waiver, WorkItem, WorkItemStatus,
};
pub use observation::{
    Contract, ContractVerification, CoverageReport, Covered, CustomObservation, EnvironmentState,
    MeasurementSeries, Metric, Observation, ProvenanceStatement, QualityGate, QualityGateStatus, Sbom,
    SbomPackage, SeriesPoint, TestResults, VexProduct, VexStatement, VexStatements, VexStatus, Vulnerability,
    VulnerabilityReport, VulnerabilitySeverity,
};
pub use purl::Purl;
pub use roster::{Profile, Roster};
pub use source::Source;
pub use subject::Subject;
