//! Gates: is the board green?
//!
//! A [`Gate`] is a named set of criteria; a [`GateFile`] is what people write, a [`GateSet`] is it made ready. [`evaluate()`] asks
//! the gates of a component on [`Facts`](crate::fact::Facts) at an instant and gives a [`Verdict`]: a [`Signal`] and the findings
//! that explain it. Each kind of criterion is one file of `criterion/`.

mod age;
mod case;
pub mod cel;
mod criterion;
mod emergency;
mod error;
mod evaluate;
mod file;
pub mod measurement;
mod outcome;
mod pattern;
mod ratio;
mod remedy;
mod set;
pub mod slo;
pub mod soak;
mod verdict;
mod waiver;

pub use age::Age;
pub use criterion::{
    BaselineCriterion, Bounds, BySeverity, CelCriterion, Check, CoverageCriterion, EvidenceKind,
    FreezeCriterion, FreshnessCriterion, IgnoredVulnerability, LicenceException, LicenceRule,
    LicencesCriterion, MeasurementCondition, MeasurementsCriterion, PolicyExpression, ProvenanceCriterion,
    QualityGateCriterion, Quarantined, SbomCriterion, SloScoreCriterion, SoakCriterion, TestsCriterion,
    ThresholdCriterion, TrustedBuilder, VulnerabilitiesCriterion, WithoutHistory,
};
pub(crate) use error::GateError;
pub use evaluate::{Scope, evaluate};
pub use file::{About, BreakGlassRule, Criterion, Gate, GateFile, Select};
pub use outcome::{Outcome, Severity, Signal};
pub use ratio::Ratio;
pub use set::GateSet;
pub use verdict::{Finding, GateVerdict, Verdict};
