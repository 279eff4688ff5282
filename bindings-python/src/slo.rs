//! Service level objectives. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use greenboard::document::{emit, to_json};
use greenboard::gate::slo::lifecycle::Analysis;
use greenboard::gate::slo::{self, SliValue, SloEvaluation, SloFile, TotalScore};
use pyo3::prelude::*;
use std::collections::BTreeMap;

/// A criterion in its parts, as JSON.
#[pyfunction]
pub(crate) fn slo_parse_criterion(text: &str) -> Result<String> {
    Ok(to_json(&slo::parse_criterion(text)?)?)
}

/// An SLO file with what it leaves out filled in, as JSON.
#[pyfunction]
pub(crate) fn slo_parse_file(py: Python<'_>, text: &str) -> Result<String> {
    Ok(py.detach(|| emit(&SloFile::parse(text)?))?)
}

/// An analysis of the second dialect, as JSON.
#[pyfunction]
pub(crate) fn slo_parse_analysis(py: Python<'_>, text: &str) -> Result<String> {
    Ok(py.detach(|| emit(&Analysis::parse(text)?))?)
}

/// What came of the objectives of a file, as JSON.
#[pyfunction]
pub(crate) fn slo_evaluate(py: Python<'_>, file: Given, values: Given, previous: Given) -> Result<String> {
    Ok(py.detach(|| {
        let file: SloFile = file.read("file")?;
        let values: Vec<SliValue> = values.read("values")?;
        let previous: Vec<SloEvaluation> = previous.read("previous")?;
        emit(&slo::evaluate(&file, &values, &previous)?)
    })?)
}

/// The evaluations that a file compares with, as JSON.
#[pyfunction]
pub(crate) fn slo_history(py: Python<'_>, file: Given, newest_first: Given) -> Result<String> {
    Ok(py.detach(|| {
        let file: SloFile = file.read("file")?;
        let newest_first: Vec<SloEvaluation> = newest_first.read("newest_first")?;
        to_json(&slo::history(&file, &newest_first))
    })?)
}

/// A score and its result, as JSON.
#[pyfunction]
pub(crate) fn slo_score(
    achieved: f64,
    maximum: f64,
    total: Option<Given>,
    key_failed: bool,
) -> Result<String> {
    let total: Option<TotalScore> = total.map(|total| total.read("total_score")).transpose()?;
    Ok(to_json(&slo::score(achieved, maximum, total.as_ref(), key_failed)?)?)
}

/// A quantile of values.
#[pyfunction]
pub(crate) fn slo_percentile(values: Vec<f64>, p: f64) -> Option<f64> {
    slo::percentile(&values, p)
}

/// What came of an analysis of the second dialect, as JSON.
#[pyfunction]
pub(crate) fn slo_analyse(py: Python<'_>, analysis: Given, values: BTreeMap<String, f64>) -> Result<String> {
    Ok(py.detach(|| to_json(&analysis.read::<Analysis>("analysis")?.evaluate(&values)))?)
}
