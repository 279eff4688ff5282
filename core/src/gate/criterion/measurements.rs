//! A metric measured again and again.

use super::Judge;
use crate::document::reads;
use crate::fact::{MeasurementSeries, Observation, Record, SeriesPoint};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::cel::{Context, Library, expression};
use crate::gate::measurement::{self, MeasuredMetric, MeasurementPhase, MetricResult};
use crate::gate::outcome::Outcome;
use schemars::JsonSchema;
use serde::Serialize;

expression! {
    /// A condition of a measurement: CEL over `result`.
    MeasurementCondition, &["result"], Library::Measurement
}

/// A metric that is measured again and again went well, as Argo Rollouts assesses the metrics of its analysis runs.
///
/// It copies Argo: a measurement without any condition went well unless the tool says otherwise, and a run that has ended without
/// exceeding a limit is successful. A failed metric fails; one that runs, has not begun, is inconclusive or could not be measured
/// is pending, and so is one of which no measurement could be carried out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct MeasurementsCriterion {
    /// The metric, by name.
    pub metric: String,
    /// The time between two measurements, as whoever measures writes it; none for a single measurement.
    pub interval: Option<String>,
    /// How many measurements there are to be; 1 without an interval, without end with one.
    pub count: Option<u32>,
    /// When a measurement went well: CEL over `result`.
    pub success_condition: Option<MeasurementCondition>,
    /// When a measurement went badly: CEL over `result`.
    pub failure_condition: Option<MeasurementCondition>,
    /// How many measurements may go badly; −1 for any number.
    #[schemars(default)]
    pub failure_limit: i64,
    /// How many may go neither well nor badly.
    #[schemars(default)]
    pub inconclusive_limit: i64,
    /// How many in a row may not be carried out.
    #[schemars(default = "four")]
    pub consecutive_error_limit: i64,
    /// How many in a row have to go well for the metric to be done; 0 for none.
    #[schemars(default)]
    pub consecutive_success_limit: i64,
    /// Whether no more measurements will come: what has not gone badly by then went well.
    #[schemars(default)]
    pub ended: bool,
}

fn four() -> i64 {
    4
}

reads!(MeasurementsCriterion {
    metric,
    interval,
    count,
    success_condition,
    failure_condition,
    failure_limit = 0,
    inconclusive_limit = 0,
    consecutive_error_limit = four(),
    consecutive_success_limit = 0,
    ended = false,
});

impl MeasurementsCriterion {
    /// Of this metric, with its limits; its conditions are compiled.
    ///
    /// # Errors
    /// As [`Program::compile`](crate::gate::cel::Program::compile).
    pub fn new(metric: &MeasuredMetric) -> crate::Result<Self> {
        let condition = |source: &Option<String>| {
            let stated = source.as_deref().filter(|source| !source.is_empty());
            stated.map(MeasurementCondition::parse).transpose()
        };
        Ok(Self {
            metric: metric.name.clone(),
            interval: metric.interval.clone(),
            count: metric.count,
            success_condition: condition(&metric.success_condition)?,
            failure_condition: condition(&metric.failure_condition)?,
            failure_limit: metric.failure_limit,
            inconclusive_limit: metric.inconclusive_limit,
            consecutive_error_limit: metric.consecutive_error_limit,
            consecutive_success_limit: metric.consecutive_success_limit,
            ended: false,
        })
    }

    fn measured(&self) -> MeasuredMetric {
        let mut metric = MeasuredMetric::new(&self.metric)
            .with_failure_limit(self.failure_limit)
            .with_inconclusive_limit(self.inconclusive_limit)
            .with_consecutive_error_limit(self.consecutive_error_limit)
            .with_consecutive_success_limit(self.consecutive_success_limit);
        (metric.interval, metric.count) = (self.interval.clone(), self.count);
        metric
    }

    /// How one measurement went; an error says why it cannot be told.
    fn phase(&self, point: &SeriesPoint) -> crate::Result<MeasurementPhase> {
        let told = point.phase.as_deref().map(str::to_ascii_lowercase);
        let told = told.and_then(|name| MeasurementPhase::ALL.into_iter().find(|phase| phase.name() == name));
        let stated = [&self.success_condition, &self.failure_condition].into_iter().any(Option::is_some);
        match (&point.value, told) {
            (_, Some(phase)) if !stated || !phase.is_completed() || phase == MeasurementPhase::Error => {
                Ok(phase)
            }
            // A value that nobody judges: what the tool did not find fault with went well.
            (Some(value), _) => {
                let value = serde_json::from_str(value).unwrap_or_else(|_| value.as_str().into());
                let context = Context::new().with("result", &value);
                let test = |condition: &Option<MeasurementCondition>| {
                    condition.as_ref().map(|condition| condition.test(&context)).transpose()
                };
                Ok(measurement::phase_of(test(&self.success_condition)?, test(&self.failure_condition)?))
            }
            (None, Some(phase)) => Ok(phase),
            (None, None) => Ok(MeasurementPhase::Running),
        }
    }

    fn result(&self, series: &MeasurementSeries) -> (MetricResult, Option<crate::Error>) {
        let (mut result, mut first) = (MetricResult::default(), None);
        for point in &series.measurements {
            let phase = self.phase(point).unwrap_or_else(|error| {
                first.get_or_insert(error);
                MeasurementPhase::Error
            });
            result.add(measurement::Measurement::new(phase));
        }
        (result, first)
    }
}

impl Judge for MeasurementsCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::named("measurements", &self.metric)]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(record) = case.latest(0) else { return case.missing(0) };
        let Observation::Measurements(series) = &record.evidence.value else { return case.missing(0) };
        let metric = self.measured();
        let (result, error) = self.result(series);
        let phase = measurement::assess(&metric, &result, self.ended);
        let outcome = match phase {
            // Only errors were seen, and none too many of them: nothing was measured.
            MeasurementPhase::Successful if result.count == 0 => Outcome::Pending,
            MeasurementPhase::Successful => Outcome::Pass,
            MeasurementPhase::Failed => Outcome::Fail,
            MeasurementPhase::Running
            | MeasurementPhase::Pending
            | MeasurementPhase::Inconclusive
            | MeasurementPhase::Error => Outcome::Pending,
        };
        case.judged(outcome, || self.detail(record, &metric, &result, phase, error))
    }

    fn copies_peer(&self) -> bool {
        true
    }

    fn expected(&self) -> String {
        let many = match self.measured().effective_count() {
            Some(1) => "once".to_owned(),
            Some(count) => format!("{count} times"),
            None => "without end".to_owned(),
        };
        format!("{} measured {many}, at most {} of them badly", self.metric, self.failure_limit)
    }
}

impl MeasurementsCriterion {
    fn detail(
        &self,
        record: &Record,
        metric: &MeasuredMetric,
        result: &MetricResult,
        phase: MeasurementPhase,
        error: Option<crate::Error>,
    ) -> Detail {
        let counted =
            format!("{} of {} measurements went well", result.successful, result.measurements.len());
        let exceeded = measurement::limits(metric, result).map(|exceeded| format!(": {}", exceeded.message));
        let said = error.map(|error| format!("; {error}"));
        let reason = format!(
            "{} is {phase}{}; {counted}{}",
            self.metric,
            exceeded.unwrap_or_default(),
            said.unwrap_or_default()
        );
        let detail = Detail::new(reason)
            .observed_value(crate::document::Value::Text(phase.name().to_owned()))
            .on(record);
        match phase {
            MeasurementPhase::Successful if result.count > 0 => detail,
            MeasurementPhase::Running | MeasurementPhase::Pending => {
                detail.action(format!("Wait for the measurements of {}.", self.metric))
            }
            MeasurementPhase::Failed => {
                detail.action(format!("Find out why {} went badly, and measure again.", self.metric))
            }
            _ => detail.action(format!("Look at the measurements of {}, and decide.", self.metric)),
        }
    }
}
