//! Service level objectives. Documents cross as one text each way.

use crate::document::Given;
use crate::error::raise;
use greenboard::document::{emit, to_json};
use greenboard::gate::slo::lifecycle::Analysis;
use greenboard::gate::slo::{self, SliValue, SloEvaluation, SloFile, TotalScore};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::collections::BTreeMap;

/// A criterion in its parts, as JSON.
#[napi]
pub fn slo_parse_criterion(text: String) -> Result<String> {
    slo::parse_criterion(&text).and_then(|criterion| to_json(&criterion)).map_err(raise)
}

/// An SLO file with what it leaves out filled in, as JSON.
#[napi]
pub fn slo_parse_file(text: String) -> Result<String> {
    SloFile::parse(&text).and_then(|file| emit(&file)).map_err(raise)
}

/// An analysis of the second dialect, as JSON.
#[napi]
pub fn slo_parse_analysis(text: String) -> Result<String> {
    Analysis::parse(&text).and_then(|analysis| emit(&analysis)).map_err(raise)
}

/// What came of the objectives of a file, as JSON.
#[napi]
pub fn slo_evaluate(file: Given, values: Given, previous: Given) -> Result<String> {
    let evaluated = || {
        let file: SloFile = file.read("file")?;
        let values: Vec<SliValue> = values.read("values")?;
        let previous: Vec<SloEvaluation> = previous.read("previous")?;
        emit(&slo::evaluate(&file, &values, &previous)?)
    };
    evaluated().map_err(raise)
}

/// The evaluations that a file compares with, as JSON.
#[napi]
pub fn slo_history(file: Given, newest_first: Given) -> Result<String> {
    let chosen = || {
        let file: SloFile = file.read("file")?;
        let newest_first: Vec<SloEvaluation> = newest_first.read("newest_first")?;
        to_json(&slo::history(&file, &newest_first))
    };
    chosen().map_err(raise)
}

/// A score and its result, as JSON.
#[napi]
pub fn slo_score(achieved: f64, maximum: f64, total: Option<Given>, key_failed: bool) -> Result<String> {
    let scored = || {
        let total: Option<TotalScore> = total.map(|total| total.read("totalScore")).transpose()?;
        to_json(&slo::score(achieved, maximum, total.as_ref(), key_failed)?)
    };
    scored().map_err(raise)
}

/// A quantile of values.
#[napi]
pub fn slo_percentile(values: Vec<f64>, p: f64) -> Option<f64> {
    slo::percentile(&values, p)
}

/// What came of an analysis of the second dialect, as JSON.
#[napi]
pub fn slo_analyse(analysis: Given, values: Given) -> Result<String> {
    let analysed = || {
        let values: BTreeMap<String, f64> = values.read("values")?;
        to_json(&analysis.read::<Analysis>("analysis")?.evaluate(&values))
    };
    analysed().map_err(raise)
}
