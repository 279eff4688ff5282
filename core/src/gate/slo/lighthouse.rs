//! Scoring, as Keptn's lighthouse does it.

use super::criterion::SloCriterion;
use super::error::SloError;
use super::evaluation::{SliValue, SloEvaluation, SloIndicatorResult, SloResult, SloTarget};
use super::file::{CriteriaSet, IncludeResult, SloComparison, SloFile, SloObjective, TotalScore};
use crate::Result;
use schemars::JsonSchema;
use serde::Serialize;

/// Scores the objectives of a file on values, compared with the evaluations before where a criterion asks for it.
///
/// `previous` is taken as it is: [`history`] chooses from all that there are what the file asks for. A comparison without
/// history passes: so Keptn has it, and so a first release can pass.
///
/// ```
/// use greenboard::gate::slo::{self, SliValue, SloFile, SloResult};
///
/// let file = SloFile::parse("
/// objectives:
///   - sli: error_rate
///     pass: [{ criteria: ['<1'] }]
///   - sli: latency
///     pass: [{ criteria: ['<=+10%'] }]
///     warning: [{ criteria: ['<=+50%'] }]
/// total_score: { pass: 90%, warning: 75% }
/// ")?;
/// let first = slo::evaluate(&file, &[SliValue::new("error_rate", 0.2), SliValue::new("latency", 100.0)], &[])?;
/// assert_eq!((first.result, first.score), (SloResult::Pass, 100.0));
///
/// let values = [SliValue::new("error_rate", 0.3), SliValue::new("latency", 120.0)];
/// let second = slo::evaluate(&file, &values, &[first])?;
/// assert_eq!((second.result, second.score), (SloResult::Warning, 75.0));
/// assert_eq!(second.indicator_results[1].pass_targets[0].target_value, Some(110.0));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `gate.slo_no_total_score` where an objective counts and no total score is stated; `gate.slo_percentage`.
pub fn evaluate(file: &SloFile, values: &[SliValue], previous: &[SloEvaluation]) -> Result<SloEvaluation> {
    let (indicator_results, maximum) = objectives(file, values, previous);
    let failed = |result: &&SloIndicatorResult| result.key_sli && result.status == SloResult::Fail;
    let failed_keys: Vec<String> =
        indicator_results.iter().filter(failed).map(|result| result.value.metric.clone()).collect();
    let asked = |value: &&SliValue| file.objectives.iter().any(|objective| objective.sli == value.metric);
    let unused = values.iter().filter(|value| !asked(value)).map(|value| value.metric.clone()).collect();
    let SloScore { result, score } = if file.objectives.is_empty() {
        SloScore { result: SloResult::Fail, score: 0.0 }
    } else {
        let achieved = indicator_results.iter().map(|result| result.score).sum();
        score(achieved, maximum, file.total_score.as_ref(), !failed_keys.is_empty())?
    };
    Ok(SloEvaluation { result, score, maximum, indicator_results, failed_keys, unused })
}

/// Scores every objective on its own; beside the results what could be reached.
pub(super) fn objectives(
    file: &SloFile,
    values: &[SliValue],
    previous: &[SloEvaluation],
) -> (Vec<SloIndicatorResult>, f64) {
    let counts = |objective: &&SloObjective| !objective.pass.is_empty();
    let maximum = file.objectives.iter().filter(counts).map(|objective| objective.weight).sum();
    let results = file.objectives.iter().map(|objective| {
        let value =
            values.iter().find(|value| value.metric == objective.sli).cloned().unwrap_or_else(|| {
                SliValue::failed(&objective.sli, "no value was received for this indicator")
            });
        let earlier = previous.iter().flat_map(|evaluation| &evaluation.indicator_results);
        let earlier = earlier.filter(|result| result.value.metric == objective.sli);
        let earlier: Vec<SliValue> = earlier.map(|result| result.value.clone()).collect();
        indicator(objective, value, &earlier, &file.comparison)
    });
    (results.collect(), maximum)
}

fn indicator(
    objective: &SloObjective,
    value: SliValue,
    previous: &[SliValue],
    comparison: &SloComparison,
) -> SloIndicatorResult {
    let before = compared_value(previous, comparison);
    let (passed, pass_targets) = any_set(&value, &objective.pass, before);
    let (warned, warning_targets) = any_set(&value, &objective.warning, before);
    let (status, score) = if objective.pass.is_empty() {
        (SloResult::Info, 0.0)
    } else if passed {
        (SloResult::Pass, objective.weight)
    } else if warned {
        (SloResult::Warning, objective.weight / 2.0)
    } else {
        (SloResult::Fail, 0.0)
    };
    let asked = value.success && (!pass_targets.is_empty() || !warning_targets.is_empty());
    SloIndicatorResult {
        compared_value: before.filter(|_| asked),
        value,
        pass_targets,
        warning_targets,
        key_sli: objective.key_sli,
        status,
        score,
    }
}

/// The values before in one, of those that could be measured; none where there are none.
///
/// ```
/// use greenboard::gate::slo::{self, SliValue, SloComparison};
/// let previous = [SliValue::new("latency", 10.0), SliValue::failed("latency", "timeout")];
/// assert_eq!(slo::compared_value(&previous, &SloComparison::default()), Some(10.0));
/// ```
pub fn compared_value(previous: &[SliValue], comparison: &SloComparison) -> Option<f64> {
    let values: Vec<f64> = previous.iter().filter(|value| value.success).map(|value| value.value).collect();
    comparison.aggregate_function.of(&values)
}

/// Whether a value meets a criterion, and the target it was held to. `before` is what was measured before, in one number; a
/// criterion that asks for it and gets none is met.
///
/// ```
/// use greenboard::gate::slo::{self, SliValue};
/// let criterion = slo::parse_criterion("<=+10%")?;
/// let value = SliValue::new("latency", 12.0);
/// assert_eq!(slo::meets(&value, &criterion, Some(10.0)), (false, Some(11.0)));
/// assert_eq!(slo::meets(&value, &criterion, None), (true, None));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn meets(value: &SliValue, criterion: &SloCriterion, before: Option<f64>) -> (bool, Option<f64>) {
    if !value.success {
        return (false, None);
    }
    match criterion.target(before) {
        Some(target) => (criterion.operator.holds(value.value, target), Some(target)),
        None => (true, None),
    }
}

/// Whether a value meets all criteria of a set, and what became of each.
pub fn meets_set(value: &SliValue, set: &CriteriaSet, before: Option<f64>) -> (bool, Vec<SloTarget>) {
    let targets: Vec<SloTarget> = set
        .criteria
        .iter()
        .map(|criterion| {
            let (met, target_value) = meets(value, criterion.criterion(), before);
            SloTarget { criteria: criterion.as_str().to_owned(), target_value, violated: !met }
        })
        .collect();
    (targets.iter().all(|target| !target.violated), targets)
}

/// Whether a value meets any of the sets, and what became of each criterion of all of them.
///
/// ```
/// use greenboard::gate::slo::{self, CriteriaSet, SliValue};
/// let sets = [CriteriaSet::parse(&["<5", ">1"])?, CriteriaSet::parse(&["<=+10%"])?];
/// let (met, targets) = slo::any_set(&SliValue::new("latency", 11.0), &sets, Some(10.0));
/// assert!(met && targets[0].violated && !targets[2].violated);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn any_set(value: &SliValue, sets: &[CriteriaSet], before: Option<f64>) -> (bool, Vec<SloTarget>) {
    let (mut any, mut targets) = (false, Vec::new());
    for set in sets {
        let (met, of_set) = meets_set(value, set, before);
        any |= met;
        targets.extend(of_set);
    }
    (any, targets)
}

/// A score, and how the whole came out with it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloScore {
    /// Pass, warning or fail.
    pub result: SloResult,
    /// The score, in percent of what could be reached; 100 where nothing could.
    pub score: f64,
}

/// How the whole came out, from what the objectives achieved and what they could have.
///
/// ```
/// use greenboard::gate::slo::{self, SloFile, SloResult};
/// let total = SloFile::new([]).with_total_score(90.0, Some(75.0)).total_score;
/// let score = slo::score(1.5, 2.0, total.as_ref(), false)?;
/// assert_eq!((score.result, score.score), (SloResult::Warning, 75.0));
/// assert_eq!(slo::score(2.0, 2.0, total.as_ref(), true)?.result, SloResult::Fail);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `gate.slo_no_total_score`, `gate.slo_percentage`; neither where nothing could be reached.
pub fn score(achieved: f64, maximum: f64, total: Option<&TotalScore>, key_failed: bool) -> Result<SloScore> {
    if maximum == 0.0 {
        return Ok(SloScore { result: SloResult::Pass, score: 100.0 });
    }
    let score = 100.0 * (achieved / maximum);
    let total = total.ok_or(SloError::NoTotalScore)?;
    let pass = total.pass_percent()?;
    let result = if key_failed {
        SloResult::Fail
    } else if score >= pass {
        SloResult::Pass
    } else if total.warning_percent()?.is_some_and(|warning| score >= warning) {
        SloResult::Warning
    } else {
        SloResult::Fail
    };
    Ok(SloScore { result, score })
}

/// Of the evaluations before, newest first, those that a file compares with: as many as it asks for, of the results it asks
/// for.
///
/// ```
/// use greenboard::gate::slo::{self, SloEvaluation, SloFile, SloResult};
/// let file = SloFile::parse("comparison: { compare_with: single_result, include_result_with_score: pass }")?;
/// let before = [SloResult::Fail, SloResult::Pass, SloResult::Pass].map(|result| SloEvaluation::new(result, 0.0, vec![]));
/// assert_eq!(slo::history(&file, &before).len(), 1);
/// assert_eq!(slo::history(&file, &before)[0].result, SloResult::Pass);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn history(file: &SloFile, newest_first: &[SloEvaluation]) -> Vec<SloEvaluation> {
    let counts = |evaluation: &&SloEvaluation| match file.comparison.include_result_with_score {
        IncludeResult::All => true,
        IncludeResult::Pass => evaluation.result == SloResult::Pass,
        IncludeResult::PassOrWarn => matches!(evaluation.result, SloResult::Pass | SloResult::Warning),
    };
    newest_first.iter().filter(counts).take(file.comparison.results()).cloned().collect()
}
