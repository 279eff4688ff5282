//! Measurements over time. Documents cross as one text each way.

use crate::document::Given;
use crate::error::raise;
use greenboard::document::to_json;
use greenboard::gate::measurement::{self, MeasuredMetric, MeasuredResult, MeasurementPhase, MetricResult};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// How a measurement with this value, a JSON text, went.
#[napi]
pub fn measurement_evaluate_result(
    value: String,
    success: Option<String>,
    failure: Option<String>,
) -> Result<String> {
    let value = measurement::value(value.as_bytes());
    let phase =
        value.and_then(|value| measurement::evaluate_result(&value, success.as_deref(), failure.as_deref()));
    phase.map(|phase| phase.name().to_owned()).map_err(raise)
}

/// What came of these measurements, as JSON.
#[napi]
pub fn measurement_count(phases: Given) -> Result<String> {
    let phases = phases.read::<Vec<MeasurementPhase>>("phases");
    phases.and_then(|phases| to_json(&MetricResult::of(phases))).map_err(raise)
}

/// How a metric stands.
#[napi]
pub fn measurement_assess(metric: Given, result: Given, terminating: bool) -> Result<String> {
    let assessed = || {
        let metric: MeasuredMetric = metric.read("metric")?;
        let result: MetricResult = result.read("result")?;
        Ok::<_, greenboard::Error>(measurement::assess(&metric, &result, terminating).name().to_owned())
    };
    assessed().map_err(raise)
}

/// The limit that a metric has exceeded, or null, as JSON.
#[napi]
pub fn measurement_limits(metric: Given, result: Given) -> Result<String> {
    let exceeded = || {
        let metric: MeasuredMetric = metric.read("metric")?;
        to_json(&measurement::limits(&metric, &result.read("result")?))
    };
    exceeded().map_err(raise)
}

/// How a run stands, as JSON.
#[napi]
pub fn measurement_assess_run(metrics: Given, terminate: bool) -> Result<String> {
    let metrics = metrics.read::<Vec<MeasuredResult>>("metrics");
    metrics.and_then(|metrics| to_json(&measurement::assess_run(&metrics, terminate))).map_err(raise)
}
