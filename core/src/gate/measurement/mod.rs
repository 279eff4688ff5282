//! Measurements over time, as Argo Rollouts assesses the metrics of its analysis runs.
//!
//! [`evaluate_result`] says how one measurement went, [`assess`] how a metric stands after several, [`assess_run`] how a run of
//! several metrics does. Where Argo's documentation and its code differ (a measurement without any condition), the code is
//! followed: it went well.

mod assess;
mod condition;
mod types;

pub use assess::{Exceeded, MeasuredResult, RunAssessment, RunSummary, assess, assess_run, limits};
pub(crate) use condition::phase_of;
pub use condition::{Conditions, evaluate_result, value};
pub use types::{MeasuredMetric, Measurement, MeasurementPhase, MetricResult};
