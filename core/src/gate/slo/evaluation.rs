//! What came of scoring objectives, and of the evaluations before.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// The value of an indicator, as whoever measured it says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SliValue {
    /// The indicator: the name of a metric.
    pub metric: String,
    /// Its value; means nothing where measuring it failed.
    #[schemars(default)]
    pub value: f64,
    /// Whether it could be measured.
    #[schemars(default = "yes")]
    pub success: bool,
    /// What is said of it, such as why it could not.
    #[schemars(default)]
    pub message: String,
}

fn yes() -> bool {
    true
}

impl SliValue {
    /// A value that was measured.
    pub fn new(metric: impl Into<String>, value: f64) -> Self {
        Self { metric: metric.into(), value, success: true, message: String::new() }
    }

    /// A value that could not be measured, and why.
    pub fn failed(metric: impl Into<String>, message: impl Into<String>) -> Self {
        Self { metric: metric.into(), value: 0.0, success: false, message: message.into() }
    }
}

reads!(SliValue { metric, value = 0.0, success = true, message = String::new() });

/// How one objective, or all together, came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SloResult {
    /// Met.
    Pass,
    /// Missed, but not by so much as to fail.
    Warning,
    /// Missed.
    Fail,
    /// Of an objective that is informative: neither met nor missed.
    Info,
}

impl SloResult {
    /// Every result.
    pub const ALL: [Self; 4] = [Self::Pass, Self::Warning, Self::Fail, Self::Info];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warning => "warning",
            Self::Fail => "fail",
            Self::Info => "info",
        }
    }
}

names!(SloResult: "result");

/// One criterion, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloTarget {
    /// The criterion, as it is written.
    pub criteria: String,
    /// The value to keep to; none where it depends on history and there is none, or where nothing was measured.
    pub target_value: Option<f64>,
    /// Whether it was not kept to.
    #[schemars(default)]
    pub violated: bool,
}

reads!(SloTarget { criteria, target_value = None, violated = false });

/// What came of one objective.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloIndicatorResult {
    /// The value.
    pub value: SliValue,
    /// What it was compared with: the values before in one; none where there are none.
    pub compared_value: Option<f64>,
    /// The criteria to pass, set after set.
    #[schemars(default)]
    pub pass_targets: Vec<SloTarget>,
    /// The criteria that make a miss a warning, set after set.
    #[schemars(default)]
    pub warning_targets: Vec<SloTarget>,
    /// Whether nothing passes once it fails.
    #[schemars(default)]
    pub key_sli: bool,
    /// How it came out.
    pub status: SloResult,
    /// Its part of the score: its weight, half of it, or nothing.
    #[schemars(default)]
    pub score: f64,
}

impl SloIndicatorResult {
    /// A result of an earlier evaluation, to be compared with.
    pub fn new(value: SliValue, status: SloResult, score: f64) -> Self {
        Self {
            value,
            compared_value: None,
            pass_targets: Vec::new(),
            warning_targets: Vec::new(),
            key_sli: false,
            status,
            score,
        }
    }
}

reads!(SloIndicatorResult {
    value,
    compared_value = None,
    pass_targets = Vec::new(),
    warning_targets = Vec::new(),
    key_sli = false,
    status,
    score = 0.0,
});

/// What came of all objectives together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloEvaluation {
    /// How the whole came out: pass, warning or fail.
    pub result: SloResult,
    /// The score, in percent of what could be reached; 100 where nothing could.
    pub score: f64,
    /// What could be reached: the weights of the objectives that count.
    #[schemars(default)]
    pub maximum: f64,
    /// The objectives, in the file's order.
    #[schemars(default)]
    pub indicator_results: Vec<SloIndicatorResult>,
    /// The indicators of key objectives that failed.
    #[schemars(default)]
    pub failed_keys: Vec<String>,
    /// The indicators that were measured and that no objective asks for.
    #[schemars(default)]
    pub unused: Vec<String>,
}

impl SloEvaluation {
    /// An earlier evaluation, to be compared with.
    pub fn new(result: SloResult, score: f64, indicator_results: Vec<SloIndicatorResult>) -> Self {
        Self { result, score, maximum: 0.0, indicator_results, failed_keys: Vec::new(), unused: Vec::new() }
    }
}

reads!(SloEvaluation as "greenboard/slo_evaluation/1" {
    result,
    score,
    maximum = 0.0,
    indicator_results = Vec::new(),
    failed_keys = Vec::new(),
    unused = Vec::new(),
});
