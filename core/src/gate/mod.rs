//! Gates: is the board green?
//!
//! A [`Gate`] is a named set of criteria; a [`GateFile`] is what people write, a [`GateSet`] is it made ready. [`evaluate()`] asks
//! the gates of a component on [`Facts`](crate::fact::Facts) at an instant and gives a [`Verdict`]: a [`Signal`] and the findings
//! that explain it. Each kind of criterion is one file of `criterion/`.

mod case;
pub mod cel;
mod criterion;
mod error;
mod evaluate;
mod file;
pub mod measurement;
mod outcome;
mod remedy;
mod set;
pub mod slo;
pub mod soak;
mod verdict;

pub use criterion::{
    BaselineCriterion, Bounds, CelCriterion, Check, EvidenceKind, FreshnessCriterion, MeasurementCondition,
    MeasurementsCriterion, PolicyExpression, SloScoreCriterion, SoakCriterion, ThresholdCriterion,
    WithoutHistory,
};
pub(crate) use error::GateError;
pub use evaluate::{Scope, evaluate};
pub use file::{About, Criterion, Gate, GateFile, Select};
pub use outcome::{Outcome, Severity, Signal};
pub use set::GateSet;
pub use verdict::{Finding, GateVerdict, Verdict};
