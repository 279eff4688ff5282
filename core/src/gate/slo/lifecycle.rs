//! The second dialect, of Keptn's lifecycle toolkit: an analysis of weighted objectives, each with what fails and what warns.

use super::error::SloError;
use super::evaluation::SloResult;
use crate::Result;
use crate::document::{Fields, Format, Key, Node, Read, Value, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is asked of a value: one comparison.
///
/// ```
/// use greenboard::gate::slo::lifecycle::AnalysisOperator;
/// assert!(AnalysisOperator::less_than(15.0).holds(14.0));
/// assert!(AnalysisOperator::in_range(15.0, 25.0).holds(25.0));
/// assert!(!AnalysisOperator::not_in_range(15.0, 25.0).holds(25.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct AnalysisOperator {
    /// It is this number.
    pub equal_to: Option<f64>,
    /// It is at most this.
    pub less_than_or_equal: Option<f64>,
    /// It is below this.
    pub less_than: Option<f64>,
    /// It is at least this.
    pub greater_than_or_equal: Option<f64>,
    /// It is above this.
    pub greater_than: Option<f64>,
    /// It is within these bounds, or on one of them.
    pub in_range: Option<AnalysisRange>,
    /// It is beyond these bounds.
    pub not_in_range: Option<AnalysisRange>,
}

/// Two bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AnalysisRange {
    /// The lower bound.
    pub low_bound: f64,
    /// The upper bound.
    pub high_bound: f64,
}

impl AnalysisOperator {
    /// It is this number.
    pub fn equal_to(number: f64) -> Self {
        Self { equal_to: Some(number), ..Self::default() }
    }
    /// It is at most this.
    pub fn less_than_or_equal(number: f64) -> Self {
        Self { less_than_or_equal: Some(number), ..Self::default() }
    }
    /// It is below this.
    pub fn less_than(number: f64) -> Self {
        Self { less_than: Some(number), ..Self::default() }
    }
    /// It is at least this.
    pub fn greater_than_or_equal(number: f64) -> Self {
        Self { greater_than_or_equal: Some(number), ..Self::default() }
    }
    /// It is above this.
    pub fn greater_than(number: f64) -> Self {
        Self { greater_than: Some(number), ..Self::default() }
    }
    /// It is within these bounds, or on one of them.
    pub fn in_range(low_bound: f64, high_bound: f64) -> Self {
        Self { in_range: Some(AnalysisRange { low_bound, high_bound }), ..Self::default() }
    }
    /// It is beyond these bounds.
    pub fn not_in_range(low_bound: f64, high_bound: f64) -> Self {
        Self { not_in_range: Some(AnalysisRange { low_bound, high_bound }), ..Self::default() }
    }

    /// Whether a value is as asked; one that is no number never is, and where nothing is asked none is. Of several comparisons,
    /// which are not read, the first counts.
    pub fn holds(&self, value: f64) -> bool {
        let equal = self.equal_to.map(|target| value == target);
        let at_most = || self.less_than_or_equal.map(|target| value <= target);
        let below = || self.less_than.map(|target| value < target);
        let at_least = || self.greater_than_or_equal.map(|target| value >= target);
        let above = || self.greater_than.map(|target| value > target);
        let within = || self.in_range.map(|range| value >= range.low_bound && value <= range.high_bound);
        let beyond = || self.not_in_range.map(|range| value < range.low_bound || value > range.high_bound);
        let held = equal.or_else(at_most).or_else(below).or_else(at_least).or_else(above);
        held.or_else(within).or_else(beyond).unwrap_or(false)
    }
}

/// As a map of one comparison to its number (or `fixed_value`, or two bounds).
impl Read for AnalysisOperator {
    fn read(node: &Node) -> Result<Self> {
        const KEYS: &[&str] = &[
            "equal_to",
            "less_than_or_equal",
            "less_than",
            "greater_than_or_equal",
            "greater_than",
            "in_range",
            "not_in_range",
        ];
        let fields = Fields::of(node, None, KEYS)?;
        let stated = node.map()?.iter().filter(|(_, value)| value.value != Value::Null).count();
        if stated != 1 {
            return Err(node.expected("one comparison, such as less_than"));
        }
        let number = |key: &str| Ok::<_, crate::Error>(fields.with(key, quantity)?.flatten());
        Ok(Self {
            equal_to: number("equal_to")?,
            less_than_or_equal: number("less_than_or_equal")?,
            less_than: number("less_than")?,
            greater_than_or_equal: number("greater_than_or_equal")?,
            greater_than: number("greater_than")?,
            in_range: fields.optional("in_range")?,
            not_in_range: fields.optional("not_in_range")?,
        })
    }
}

impl Read for AnalysisRange {
    fn read(node: &Node) -> Result<Self> {
        let fields = Fields::of(node, None, &["low_bound", "high_bound"])?;
        let bound =
            |key: &'static str| fields.with(key, quantity)?.flatten().ok_or_else(|| fields.missing(key));
        Ok(Self { low_bound: bound("low_bound")?, high_bound: bound("high_bound")? })
    }
}

/// A number, or a text such as `500m` (thousandths) or `2k`; perhaps under `fixed_value`.
fn quantity(node: &Node) -> Result<Option<f64>> {
    match &node.value {
        Value::Null => Ok(None),
        Value::Map(_) => {
            let fields = Fields::of(node, None, &["fixed_value"])?;
            fields.with("fixed_value", number)?.map(Some).ok_or_else(|| fields.missing("fixed_value"))
        }
        _ => number(node).map(Some),
    }
}

fn number(node: &Node) -> Result<f64> {
    let Value::Text(_) = &node.value else { return f64::read(node) };
    node.parsed(|text| {
        parse_quantity(text)
            .ok_or_else(|| SloError::Quantity { input: crate::gate::cel::quoted(text) }.into())
    })
}

/// A quantity of Kubernetes.
fn parse_quantity(text: &str) -> Option<f64> {
    const SUFFIXES: &[(&str, f64)] = &[
        ("Ki", 1024.0),
        ("Mi", 1_048_576.0),
        ("Gi", 1_073_741_824.0),
        ("Ti", 1_099_511_627_776.0),
        ("Pi", 1_125_899_906_842_624.0),
        ("Ei", 1_152_921_504_606_846_976.0),
        ("k", 1e3),
        ("M", 1e6),
        ("G", 1e9),
        ("T", 1e12),
        ("P", 1e15),
        ("E", 1e18),
    ];
    const PARTS: &[(&str, f64)] = &[("n", 1e9), ("u", 1e6), ("m", 1e3)];
    let number = |text: &str| {
        let decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
        let value: Option<f64> = text.chars().all(decimal).then(|| text.parse().ok()).flatten();
        value.filter(|value| value.is_finite())
    };
    for (suffix, factor) in SUFFIXES {
        if let Some(text) = text.strip_suffix(suffix) {
            return number(text).map(|value| value * factor);
        }
    }
    for (suffix, parts) in PARTS {
        if let Some(text) = text.strip_suffix(suffix) {
            return number(text).map(|value| value / parts);
        }
    }
    number(text)
}

/// What fails a value, and what warns of it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct AnalysisTarget {
    /// What fails it.
    pub failure: Option<AnalysisOperator>,
    /// What warns of it, unless it fails.
    pub warning: Option<AnalysisOperator>,
}

impl AnalysisTarget {
    /// Failed by this, warned of by that.
    pub fn new(failure: Option<AnalysisOperator>, warning: Option<AnalysisOperator>) -> Self {
        Self { failure, warning }
    }

    /// How a value comes out: failed, else with a warning, else passed.
    ///
    /// ```
    /// use greenboard::gate::slo::{SloResult, lifecycle::{AnalysisOperator, AnalysisTarget}};
    /// let target = AnalysisTarget::new(Some(AnalysisOperator::less_than(15.0)), Some(AnalysisOperator::less_than(20.0)));
    /// assert_eq!(target.result(17.0), SloResult::Warning);
    /// assert_eq!(AnalysisTarget::default().result(17.0), SloResult::Pass);
    /// ```
    pub fn result(&self, value: f64) -> SloResult {
        let holds =
            |operator: Option<AnalysisOperator>| operator.is_some_and(|operator| operator.holds(value));
        if holds(self.failure) {
            SloResult::Fail
        } else if holds(self.warning) {
            SloResult::Warning
        } else {
            SloResult::Pass
        }
    }
}

reads!(AnalysisTarget { failure = None, warning = None });

/// One objective: a value, its target, its share of the score.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AnalysisObjective {
    /// The value it is about: the name of a metric.
    pub value: String,
    /// What fails it and what warns of it.
    #[schemars(default)]
    pub target: AnalysisTarget,
    /// Its share of the score.
    #[schemars(default = "one")]
    pub weight: f64,
    /// Whether nothing passes once it fails.
    #[schemars(default)]
    pub key_objective: bool,
}

fn one() -> f64 {
    1.0
}

impl AnalysisObjective {
    /// An objective over this value.
    pub fn new(value: impl Into<String>, target: AnalysisTarget) -> Self {
        Self { value: value.into(), target, weight: 1.0, key_objective: false }
    }

    /// With this share of the score.
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = weight;
        self
    }

    /// One without which nothing passes, or not.
    #[must_use]
    pub fn with_key(mut self, key: bool) -> Self {
        self.key_objective = key;
        self
    }
}

impl Read for AnalysisObjective {
    fn read(node: &Node) -> Result<Self> {
        const KEYS: &[&str] = &["value", "analysis_value_template_ref", "target", "weight", "key_objective"];
        let fields = Fields::of(node, None, KEYS)?;
        let value = match fields.optional("value")? {
            Some(value) => value,
            None => match fields.with("analysis_value_template_ref", template)? {
                Some(value) => value,
                None => return Err(fields.missing("value")),
            },
        };
        Ok(Self {
            value,
            target: fields.optional("target")?.unwrap_or_default(),
            weight: fields.optional("weight")?.unwrap_or(1.0),
            key_objective: fields.optional("key_objective")?.unwrap_or_default(),
        })
    }
}

/// The value of a template, under the name that the toolkit keeps it.
fn template(node: &Node) -> Result<String> {
    let fields = Fields::of(node, None, &["name", "namespace"])?;
    let name: String = fields.required("name")?;
    let namespace: Option<String> = fields.optional("namespace")?;
    Ok(match namespace.filter(|namespace| !namespace.is_empty()) {
        Some(namespace) => format!("{name}-{namespace}"),
        None => name,
    })
}

/// An analysis: objectives, and the scores from which it is passed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Analysis {
    /// The objectives.
    #[schemars(default)]
    pub objectives: Vec<AnalysisObjective>,
    /// The scores to reach.
    pub total_score: AnalysisScore,
}

/// The scores from which an analysis is passed, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AnalysisScore {
    /// The score to pass.
    pub pass_percentage: f64,
    /// The score from which a miss is a warning.
    #[schemars(default)]
    pub warning_percentage: f64,
}

reads!(AnalysisScore { pass_percentage, warning_percentage = 0.0 });
reads!(Analysis as "greenboard/slo_analysis/1" { objectives = Vec::new(), total_score });

/// What came of an analysis.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AnalysisResult {
    /// Pass, warning or fail.
    pub result: SloResult,
    /// The score, in percent of what could be reached; 0 where nothing could.
    pub score: f64,
    /// What was reached.
    pub achieved: f64,
    /// What could be reached.
    pub maximum: f64,
    /// The objectives, in order.
    pub objectives: Vec<AnalysisObjectiveResult>,
}

/// What came of one objective.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AnalysisObjectiveResult {
    /// The name of the value.
    pub name: String,
    /// The value; none where there is none.
    pub value: Option<f64>,
    /// How it came out; fail where there is no value.
    pub result: SloResult,
    /// Its part of the score: its weight, half of it, or nothing.
    pub score: f64,
}

impl Analysis {
    /// These objectives, passed from this score on, in percent, and with a warning from that one on.
    pub fn new(objectives: Vec<AnalysisObjective>, pass: f64, warning: f64) -> Self {
        Self { objectives, total_score: AnalysisScore { pass_percentage: pass, warning_percentage: warning } }
    }

    /// Reads a manifest of the kind `AnalysisDefinition`, its `spec` alone, or one of our own; keys in either spelling.
    ///
    /// ```
    /// use greenboard::gate::slo::lifecycle::Analysis;
    /// let analysis = Analysis::parse("
    /// kind: AnalysisDefinition
    /// spec:
    ///   objectives:
    ///     - analysisValueTemplateRef: { name: response-time }
    ///       target: { failure: { greaterThan: { fixedValue: 500m } } }
    ///       keyObjective: true
    ///   totalScore: { passPercentage: 80, warningPercentage: 50 }
    /// ")?;
    /// assert!(analysis.objectives[0].key_objective);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`document::parse`](crate::document::parse), with path, line and column; `gate.slo_quantity`.
    pub fn parse(text: &str) -> Result<Self> {
        let mut node = crate::document::read(text, Format::of_text(text))?;
        let spec = node.get("spec").filter(|_| node.get("kind").is_some()).cloned();
        if let Some(mut spec) = spec {
            snake(&mut spec);
            return Self::read(&spec).map_err(|error| error.under_key("spec"));
        }
        snake(&mut node);
        Self::read(&node)
    }

    /// Scores the objectives on values by name. An objective without a value fails.
    ///
    /// ```
    /// use greenboard::gate::slo::{SloResult, lifecycle::{Analysis, AnalysisObjective, AnalysisOperator, AnalysisTarget}};
    /// let over = |limit| Some(AnalysisOperator::greater_than(limit));
    /// let slow = AnalysisTarget::new(over(600.0), over(300.0));
    /// let analysis = Analysis::new(vec![AnalysisObjective::new("latency", slow)], 90.0, 50.0);
    /// let result = analysis.evaluate(&[("latency".to_owned(), 400.0)].into());
    /// assert_eq!((result.result, result.score), (SloResult::Warning, 50.0));
    /// ```
    pub fn evaluate(&self, values: &BTreeMap<String, f64>) -> AnalysisResult {
        let objectives: Vec<AnalysisObjectiveResult> = self
            .objectives
            .iter()
            .map(|objective| {
                let value = values.get(&objective.value).copied();
                let result = value.map_or(SloResult::Fail, |value| objective.target.result(value));
                let score = objective_score(result, objective.weight);
                AnalysisObjectiveResult { name: objective.value.clone(), value, result, score }
            })
            .collect();
        let key_failed = self
            .objectives
            .iter()
            .zip(&objectives)
            .any(|(objective, result)| objective.key_objective && result.score == 0.0);
        let achieved = objectives.iter().map(|objective| objective.score).sum();
        let maximum = self.objectives.iter().map(|objective| objective.weight).sum();
        let score = percentage(achieved, maximum);
        AnalysisResult {
            result: result(score, &self.total_score, key_failed),
            score,
            achieved,
            maximum,
            objectives,
        }
    }
}

/// An objective's part of the score: its weight where it passes, half of it for a warning, else nothing.
///
/// ```
/// use greenboard::gate::slo::{SloResult, lifecycle};
/// assert_eq!(lifecycle::objective_score(SloResult::Warning, 2.0), 1.0);
/// ```
pub fn objective_score(result: SloResult, weight: f64) -> f64 {
    match result {
        SloResult::Pass => weight,
        SloResult::Warning => weight / 2.0,
        SloResult::Fail | SloResult::Info => 0.0,
    }
}

/// What was reached in percent of what could be; 0 where nothing could.
pub fn percentage(achieved: f64, maximum: f64) -> f64 {
    if maximum == 0.0 {
        0.0
    } else if achieved == maximum {
        100.0
    } else {
        achieved / maximum * 100.0
    }
}

/// How an analysis comes out with this score, in percent.
pub fn result(score: f64, total: &AnalysisScore, key_failed: bool) -> SloResult {
    if key_failed {
        SloResult::Fail
    } else if score >= total.pass_percentage {
        SloResult::Pass
    } else if score >= total.warning_percentage {
        SloResult::Warning
    } else {
        SloResult::Fail
    }
}

/// Every key from `camelCase` to `snake_case`; the reader bounds how deep a tree is.
fn snake(node: &mut Node) {
    match &mut node.value {
        Value::Map(entries) => {
            for (Key { text, .. }, value) in entries {
                if text.contains(|c: char| c.is_ascii_uppercase()) {
                    let mut name = String::with_capacity(text.len() + 4);
                    for c in text.chars() {
                        if c.is_ascii_uppercase() && !name.is_empty() {
                            name.push('_');
                        }
                        name.push(c.to_ascii_lowercase());
                    }
                    *text = name;
                }
                snake(value);
            }
        }
        Value::List(items) => items.iter_mut().for_each(snake),
        _ => {}
    }
}
