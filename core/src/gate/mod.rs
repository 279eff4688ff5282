//! Gates: is the board green?
//!
//! A [`Gate`] is a named set of criteria; a [`GateFile`] is what people write, a [`GateSet`] is it made ready. [`evaluate()`] asks
//! the gates of a component on [`Facts`](crate::fact::Facts) at an instant and gives a [`Verdict`]: a [`Signal`] and the findings
//! that explain it. [`board()`] asks them of all components at once, and a [`LiveBoard`] keeps the answer up as facts come in.
//! [`explain()`] says why, [`what_would_turn_it_green`] what to do. Each kind of criterion is one file of `criterion/`.

mod absence;
mod age;
mod approval;
mod ask;
mod basis;
mod board;
mod case;
pub mod cel;
pub mod contracts;
mod criterion;
mod deployed;
mod emergency;
mod error;
mod evaluate;
mod explain;
mod file;
pub mod measurement;
mod outcome;
mod pattern;
mod ratio;
mod remedy;
mod scope;
mod select;
mod set;
mod settle;
pub mod slo;
pub mod soak;
mod verdict;
mod waiver;
mod what_if;

pub use age::Age;
pub use basis::Basis;
pub use board::{
    Board, BoardDiff, BoardGate, BoardRow, FindingChange, LiveBoard, OutcomeCounts, OwnerTask, OwnerTasks,
    SignalCounts, VerdictChange, board, diff_boards, diff_verdicts, signals,
};
pub use criterion::{
    ApprovalQuota, ApprovalSteps, ApprovalsCriterion, BaselineCriterion, Bounds, BySeverity, CelCriterion,
    Check, ChecklistCriterion, ContractRule, CoverageCriterion, DependenciesCriterion, EnvironmentCriterion,
    EvidenceKind, FreezeCriterion, FreshnessCriterion, IgnoredVulnerability, LicenceException, LicenceRule,
    LicencesCriterion, MeasurementCondition, MeasurementsCriterion, PolicyExpression, ProvenanceCriterion,
    QualityGateCriterion, Quarantined, SbomCriterion, SloScoreCriterion, SoakCriterion, TestsCriterion,
    ThresholdCriterion, TrustedBuilder, VulnerabilitiesCriterion, WithoutHistory, WorkItemsCriterion,
};
pub(crate) use emergency::RETROSPECTIVE;
pub(crate) use error::GateError;
pub use evaluate::evaluate;
pub(crate) use evaluate::evaluate_among;
pub use explain::{Explanation, FindingName, explain};
pub use file::{
    About, BreakGlassRule, Criterion, Gate, GateFile, GateOverride, Inclusion, Overridden, Parameter, Select,
};
pub use outcome::{Outcome, Severity, Signal};
pub use ratio::Ratio;
pub use scope::Scope;
pub use set::GateSet;
pub use verdict::{Finding, GateVerdict, NextStep, Verdict};
pub use what_if::{Obstacle, Way, WayStep, Ways, WhatIf, what_would_turn_it_green};
