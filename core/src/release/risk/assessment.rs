//! What an assessment comes to, with what it was made of.

use super::method::RiskMethod;
use crate::document::{Node, Value, reads, to_node};
use crate::release::{AssessedRisk, RiskLevel};
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// How risky a release is, by which method, and from what.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RiskAssessment {
    /// The method, with its inputs.
    pub method: RiskMethod,
    /// What it gave, in the method's own unit.
    pub score: f64,
    /// What that means; none where the method says nothing of it.
    pub level: Option<RiskLevel>,
    /// What orders assessments of one method and score: the sum of the assessors' scores, where the method has them.
    pub sum: Option<f64>,
    /// Why, in a sentence.
    pub reason: String,
}

reads!(RiskAssessment as "greenboard/risk_assessment/1" { method, score, level, sum, reason });

impl From<&RiskAssessment> for AssessedRisk {
    /// As a release records it: the numbers of the inputs by their path, and a level that is low where the method has none.
    fn from(assessment: &RiskAssessment) -> Self {
        let mut inputs = BTreeMap::new();
        if let Ok(node) = to_node(&assessment.method) {
            numbers(&node, String::new(), &mut inputs);
        }
        let level = assessment.level.unwrap_or(RiskLevel::Low);
        Self::new(assessment.method.kind(), assessment.score, level).with_inputs(inputs)
    }
}

/// The numbers of a tree by their path; documents are bounded in depth.
fn numbers(node: &Node, path: String, into: &mut BTreeMap<String, f64>) {
    match &node.value {
        Value::Integer(number) => {
            into.insert(path, *number as f64);
        }
        Value::Float(number) => {
            into.insert(path, *number);
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                numbers(item, format!("{path}[{index}]"), into);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.text.clone() } else { format!("{path}.{}", key.text) };
                numbers(value, path, into);
            }
        }
        _ => {}
    }
}

/// The order of assessments, the riskiest first: by level, then by score, then by sum.
///
/// ```
/// use greenboard::release::risk::{AssessorScore, AssessorsMethod, ReleaseAssessor, RiskMethod, by_risk};
/// let one = RiskMethod::from(AssessorsMethod::new([AssessorScore::new(ReleaseAssessor::TaskFlag, 40.0)])).assess()?;
/// let two = RiskMethod::from(AssessorsMethod::new([
///     AssessorScore::new(ReleaseAssessor::TaskFlag, 40.0),
///     AssessorScore::new(ReleaseAssessor::TaskRetries, 10.0),
/// ])).assess()?;
/// assert!(by_risk(&two, &one).is_lt());
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn by_risk(a: &RiskAssessment, b: &RiskAssessment) -> Ordering {
    // A track record is better the higher it is.
    let score = |assessment: &RiskAssessment| match assessment.method {
        RiskMethod::TrackRecord(_) => -assessment.score,
        _ => assessment.score,
    };
    let by_level = b.level.cmp(&a.level);
    let by_score = score(b).total_cmp(&score(a));
    let by_sum = b.sum.unwrap_or_default().total_cmp(&a.sum.unwrap_or_default());
    by_level.then(by_score).then(by_sum)
}
