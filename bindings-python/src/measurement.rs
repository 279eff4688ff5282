//! Measurements over time. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use greenboard::document::{Format, parse, to_json};
use greenboard::gate::measurement::{self, MeasuredMetric, MeasuredResult, MeasurementPhase, MetricResult};
use pyo3::prelude::*;

/// How a measurement with this value, a JSON text, went.
#[pyfunction]
pub(crate) fn measurement_evaluate_result(
    py: Python<'_>,
    value: &[u8],
    success: Option<&str>,
    failure: Option<&str>,
) -> Result<&'static str> {
    Ok(py.detach(|| {
        let value = measurement::value(value)?;
        measurement::evaluate_result(&value, success, failure).map(MeasurementPhase::name)
    })?)
}

/// What came of these measurements, as JSON.
#[pyfunction]
pub(crate) fn measurement_count(py: Python<'_>, phases: &[u8]) -> Result<String> {
    Ok(py.detach(|| {
        let phases: Vec<MeasurementPhase> =
            parse(phases, Format::Json).map_err(|error| error.without_place().within("phases"))?;
        to_json(&MetricResult::of(phases))
    })?)
}

/// How a metric stands.
#[pyfunction]
pub(crate) fn measurement_assess(
    py: Python<'_>,
    metric: Given,
    result: Given,
    terminating: bool,
) -> Result<&'static str> {
    Ok(py.detach(|| {
        let metric: MeasuredMetric = metric.read("metric")?;
        let result: MetricResult = result.read("result")?;
        Ok::<_, greenboard::Error>(measurement::assess(&metric, &result, terminating).name())
    })?)
}

/// The limit that a metric has exceeded, or null, as JSON.
#[pyfunction]
pub(crate) fn measurement_limits(py: Python<'_>, metric: Given, result: Given) -> Result<String> {
    Ok(py.detach(|| {
        let metric: MeasuredMetric = metric.read("metric")?;
        to_json(&measurement::limits(&metric, &result.read("result")?))
    })?)
}

/// How a run stands, as JSON.
#[pyfunction]
pub(crate) fn measurement_assess_run(py: Python<'_>, metrics: Given, terminate: bool) -> Result<String> {
    Ok(py.detach(|| {
        let metrics: Vec<MeasuredResult> = metrics.read("metrics")?;
        to_json(&measurement::assess_run(&metrics, terminate))
    })?)
}
