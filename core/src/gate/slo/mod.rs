//! Service level objectives, scored as Keptn scores them, in both of its dialects.
//!
//! [`evaluate`] is the first, Keptn's lighthouse: an [`SloFile`] of weighted objectives, whose criteria may compare with the
//! evaluations before. [`lifecycle`] is the second, of the lifecycle toolkit: what fails is said, then what warns, and the rest
//! passes.
//!
//! The building blocks stand on their own: [`parse_criterion`], [`meets`], [`any_set`], [`Aggregate`], [`percentile`],
//! [`score`], [`history`].

mod aggregate;
mod criterion;
mod error;
mod evaluation;
mod file;
pub mod lifecycle;
mod lighthouse;

pub use aggregate::{Aggregate, percentile};
pub use criterion::{SloCriterion, SloOperator, parse_criterion};
pub(crate) use error::SloError;
pub use evaluation::{SliValue, SloEvaluation, SloIndicatorResult, SloResult, SloTarget};
pub use file::{
    CompareWith, CriteriaSet, CriterionText, IncludeResult, SloComparison, SloFile, SloObjective, TotalScore,
};
pub use lighthouse::{SloScore, any_set, compared_value, evaluate, history, meets, meets_set, score};
