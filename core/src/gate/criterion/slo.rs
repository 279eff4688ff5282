//! Service level objectives over metrics.

use super::Judge;
use crate::document::{Node, Read, reads};
use crate::fact::Record;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use crate::gate::slo::lifecycle::Analysis;
use crate::gate::slo::{self, SliValue, SloEvaluation, SloFile, SloResult};
use schemars::JsonSchema;
use serde::Serialize;
use smallvec::SmallVec;
use std::collections::BTreeMap;

/// Service level objectives reach their score, on the newest value of each metric that still counts, as Keptn scores them: by its
/// lighthouse (`lighthouse`), or by its lifecycle toolkit (`lifecycle`).
///
/// It copies Keptn, in this too: a comparison without history passes, and an objective without a value fails. Only where no
/// objective has a value the outcome is pending. The evaluations before are those of the component's earlier versions, made from
/// the values measured of each; of a metric that is measured without versions there are none.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SloScoreCriterion {
    /// The objectives in the dialect of Keptn's lighthouse: an SLO file.
    pub lighthouse: Option<SloFile>,
    /// The objectives in the dialect of Keptn's lifecycle toolkit: an analysis.
    pub lifecycle: Option<Analysis>,
}

impl SloScoreCriterion {
    /// By Keptn's lighthouse.
    pub fn lighthouse(file: SloFile) -> Self {
        Self { lighthouse: Some(file), lifecycle: None }
    }

    /// By Keptn's lifecycle toolkit.
    pub fn lifecycle(analysis: Analysis) -> Self {
        Self { lighthouse: None, lifecycle: Some(analysis) }
    }

    fn metrics(&self) -> impl Iterator<Item = &str> {
        let file =
            self.lighthouse.iter().flat_map(|file| &file.objectives).map(|objective| objective.sli.as_str());
        let analysis = self.lifecycle.iter().flat_map(|analysis| &analysis.objectives);
        file.chain(analysis.map(|objective| objective.value.as_str()))
    }
}

/// The two dialects side by side, before it is known that there is one.
struct Either {
    lighthouse: Option<SloFile>,
    lifecycle: Option<Analysis>,
}

reads!(Either { lighthouse, lifecycle });

impl Read for SloScoreCriterion {
    fn read(node: &Node) -> crate::Result<Self> {
        Self::read_beside(node, &[])
    }

    fn read_beside(node: &Node, others: &[&'static str]) -> crate::Result<Self> {
        let Either { lighthouse, lifecycle } = Either::read_beside(node, others)?;
        if lighthouse.is_some() == lifecycle.is_some() {
            return Err(node.expected("either lighthouse or lifecycle"));
        }
        if let Some(file) = &lighthouse {
            // What cannot be scored is said now, not when a release waits for it.
            let counts = file.objectives.iter().any(|objective| !objective.pass.is_empty());
            let score = file.total_score.as_ref();
            let checked = match score {
                Some(score) => score.pass_percent().and(score.warning_percent()).map(|_| ()),
                None if counts => slo::score(0.0, 1.0, None, false).map(|_| ()),
                None => Ok(()),
            };
            let place = node.get("lighthouse").map_or(node.at, |node| node.at);
            checked.map_err(|error| error.in_value_at(place.line, place.column).under_key("lighthouse"))?;
        }
        Ok(Self { lighthouse, lifecycle })
    }
}

/// So many versions before are looked at, at most.
const VERSIONS: usize = 20;

impl Judge for SloScoreCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        self.metrics().map(|metric| Looks::named("metric", metric)).collect()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let records: SmallVec<[Option<&Record>; 8]> = (0..case.looks.len())
            .map(|look| case.latest(look).filter(|record| !record.number.is_nan()))
            .collect();
        if !records.is_empty() && records.iter().all(Option::is_none) {
            return case.missing(0);
        }
        let values = self
            .metrics()
            .zip(&records)
            .filter_map(|(metric, record)| Some((metric, record.as_ref()?.number)));
        let scored = if let Some(file) = &self.lighthouse {
            let values: Vec<SliValue> = values.map(|(metric, value)| SliValue::new(metric, value)).collect();
            let previous =
                if file.objectives.iter().any(compares) { self.previous(file, case) } else { Vec::new() };
            slo::evaluate(file, &values, &previous).map(|evaluation| Scored::of(file, &evaluation))
        } else if let Some(analysis) = &self.lifecycle {
            let values = values.map(|(metric, value)| (metric.to_owned(), value)).collect();
            let result = analysis.evaluate(&values);
            let missed = result.objectives.iter().filter(|objective| objective.result != SloResult::Pass);
            let missed = missed.map(|objective| objective.name.clone()).collect();
            Ok(Scored { result: result.result, score: result.score, missed, remedy: None })
        } else {
            Ok(Scored { result: SloResult::Fail, score: 0.0, missed: Vec::new(), remedy: None })
        };
        let scored = match scored {
            Ok(scored) => scored,
            Err(error) => return case.judged(Outcome::Pending, || Detail::new(error.to_string())),
        };
        let outcome = match scored.result {
            SloResult::Pass | SloResult::Info => Outcome::Pass,
            SloResult::Warning => Outcome::Warn,
            SloResult::Fail => Outcome::Fail,
        };
        case.judged(outcome, || {
            let reason = if scored.missed.is_empty() {
                format!("the score is {}%", scored.score)
            } else {
                format!("the score is {}%: {} missed", scored.score, scored.missed.join(", "))
            };
            let detail = Detail::new(reason).observed(scored.score);
            let detail = records.iter().flatten().fold(detail, |detail, record| detail.on(record));
            match outcome {
                Outcome::Pass => detail,
                _ => {
                    let detail = detail
                        .action(format!("Bring {} to target and measure again.", scored.missed.join(", ")));
                    match scored.remedy {
                        Some(remedy) => detail.remedy(remedy),
                        None => detail,
                    }
                }
            }
        })
    }

    fn copies_peer(&self) -> bool {
        true
    }

    fn expected(&self) -> String {
        if let Some(file) = &self.lighthouse {
            let pass = file.total_score.as_ref().map_or("100%", |score| score.pass.as_str());
            return format!(
                "a score of {} at least",
                if pass.ends_with('%') { pass.to_owned() } else { format!("{pass}%") }
            );
        }
        let pass = self.lifecycle.as_ref().map_or(100.0, |analysis| analysis.total_score.pass_percentage);
        format!("a score of {pass}% at least")
    }

    fn cost(&self) -> f64 {
        5.0
    }
}

/// What a finding says of an evaluation of either dialect.
struct Scored {
    result: SloResult,
    score: f64,
    missed: Vec<String>,
    /// Which objectives would do, where the dialect lets some of them be missed.
    remedy: Option<Remedy>,
}

impl Scored {
    fn of(file: &SloFile, evaluation: &SloEvaluation) -> Self {
        let missed =
            |result: &&slo::SloIndicatorResult| matches!(result.status, SloResult::Warning | SloResult::Fail);
        let missed = evaluation.indicator_results.iter().filter(missed);
        Self {
            result: evaluation.result,
            score: evaluation.score,
            missed: missed.map(|result| result.value.metric.clone()).collect(),
            remedy: remedy(file, evaluation),
        }
    }
}

/// What would bring a score up: key objectives that failed, and so many of the others that their weights reach the total.
fn remedy(file: &SloFile, evaluation: &SloEvaluation) -> Option<Remedy> {
    let percent = file.total_score.as_ref()?.pass_percent().ok()?;
    let has: f64 = evaluation.indicator_results.iter().map(|result| result.score).sum();
    let mut needed = evaluation.maximum * percent / 100.0 - has;
    let (mut keys, mut others) = (Vec::new(), Vec::new());
    for result in &evaluation.indicator_results {
        if !matches!(result.status, SloResult::Warning | SloResult::Fail) {
            continue;
        }
        let metric = &result.value.metric;
        let weight = file.objectives.iter().find(|objective| objective.sli == *metric)?.weight;
        let step = Remedy::step(format!("Bring {metric} to target and measure again."));
        if result.key_sli && result.status == SloResult::Fail {
            needed -= weight - result.score;
            keys.push(step);
        } else {
            others.push((weight - result.score, step));
        }
    }
    if needed > 0.0 {
        keys.push(Remedy::Weighted { needed, steps: others });
    }
    Some(Remedy::All(keys))
}

fn compares(objective: &slo::SloObjective) -> bool {
    let sets = objective.pass.iter().chain(&objective.warning);
    sets.flat_map(|set| &set.criteria).any(|criterion| criterion.criterion().is_comparison)
}

impl SloScoreCriterion {
    /// The evaluations of the versions before, newest first, each compared with those before it.
    fn previous(&self, file: &SloFile, case: &Case<'_>) -> Vec<SloEvaluation> {
        let mut versions: BTreeMap<u32, (jiff::Timestamp, Vec<SliValue>)> = BTreeMap::new();
        for (look, metric) in self.metrics().enumerate() {
            for record in case.known(look) {
                let counts = record.version != 0
                    && !case.target.versions.contains(&record.version)
                    && record.observed_at <= case.at
                    && (record.environment == 0
                        || case.environment.is_none_or(|number| number == record.environment));
                if !counts {
                    continue;
                }
                let (newest, values) =
                    versions.entry(record.version).or_insert_with(|| (record.observed_at, Vec::new()));
                *newest = (*newest).max(record.observed_at);
                // The newest of each metric comes first.
                if values.iter().all(|value| value.metric != metric) {
                    values.push(SliValue::new(metric, record.number));
                }
            }
        }
        // Numbers of versions depend on the order in which facts came in; the instants, and then the values, do not.
        let mut versions: Vec<(jiff::Timestamp, Vec<SliValue>)> = versions.into_values().collect();
        let values = |values: &[SliValue]| values.iter().map(|value| value.value).collect::<Vec<f64>>();
        versions.sort_by(|(a, of_a), (b, of_b)| {
            let by_value = || {
                let pairs = values(of_a).into_iter().zip(values(of_b));
                let mut orders = pairs.map(|(a, b)| a.total_cmp(&b)).filter(|order| order.is_ne());
                orders.next().unwrap_or_else(|| of_a.len().cmp(&of_b.len()))
            };
            b.cmp(a).then_with(by_value)
        });
        versions.truncate(VERSIONS);
        let mut evaluated: Vec<SloEvaluation> = Vec::with_capacity(versions.len());
        for (_, values) in versions.into_iter().rev() {
            let before = slo::history(file, &evaluated);
            if let Ok(evaluation) = slo::evaluate(file, &values, &before) {
                evaluated.insert(0, evaluation);
            }
        }
        slo::history(file, &evaluated)
    }
}
