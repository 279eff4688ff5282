//! How metrics and runs stand, as Argo Rollouts assesses them.

use super::types::{MeasuredMetric, MeasurementPhase, MetricResult};
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// How a metric stands. `terminating`: no more measurements will be started.
///
/// ```
/// use greenboard::gate::measurement::{self, MeasuredMetric, MetricResult, MeasurementPhase};
///
/// let metric = MeasuredMetric::new("success-rate").with_interval("60s").with_count(3).with_failure_limit(1);
/// let assess = |phases: &[MeasurementPhase]| {
///     measurement::assess(&metric, &MetricResult::of(phases.iter().copied()), false)
/// };
/// assert_eq!(assess(&[]), MeasurementPhase::Pending);
/// assert_eq!(assess(&[MeasurementPhase::Successful, MeasurementPhase::Failed]), MeasurementPhase::Running);
/// assert_eq!(assess(&[MeasurementPhase::Successful, MeasurementPhase::Failed, MeasurementPhase::Successful]), MeasurementPhase::Successful);
/// assert_eq!(assess(&[MeasurementPhase::Failed, MeasurementPhase::Failed]), MeasurementPhase::Failed);
/// ```
pub fn assess(metric: &MeasuredMetric, result: &MetricResult, terminating: bool) -> MeasurementPhase {
    if let Some(settled) = result.phase.filter(|phase| phase.is_completed()) {
        return settled;
    }
    let Some(last) = result.measurements.last() else {
        return if terminating { MeasurementPhase::Successful } else { MeasurementPhase::Pending };
    };
    if !last.phase.is_completed() {
        return MeasurementPhase::Running;
    }
    if let Some(exceeded) = limits(metric, result) {
        return exceeded.phase;
    }
    let success_limit = metric.consecutive_success_limit;
    if success_limit > 0 && result.consecutive_success >= success_limit {
        return MeasurementPhase::Successful;
    }
    if metric.effective_count().is_some_and(|count| result.count >= i64::from(count)) {
        return match (success_limit > 0, metric.failure_limit >= 0) {
            (true, true) => MeasurementPhase::Inconclusive,
            (true, false) => MeasurementPhase::Failed,
            (false, _) => MeasurementPhase::Successful,
        };
    }
    if terminating { MeasurementPhase::Successful } else { MeasurementPhase::Running }
}

/// A limit that was exceeded, and how the metric stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Exceeded {
    /// How the metric stands.
    pub phase: MeasurementPhase,
    /// Which limit, by how much.
    pub message: String,
}

/// The limit that a metric has exceeded, if any; of several the last of failures, inconclusive ones, errors in a row.
///
/// ```
/// use greenboard::gate::measurement::{self, MeasuredMetric, MetricResult, MeasurementPhase};
/// let exceeded = measurement::limits(&MeasuredMetric::new("errors"), &MetricResult::of([MeasurementPhase::Failed])).unwrap();
/// assert_eq!(exceeded.message, "failed (1) > failure_limit (0)");
/// ```
pub fn limits(metric: &MeasuredMetric, result: &MetricResult) -> Option<Exceeded> {
    let over = |phase, name: &str, count: i64, limit_name: &str, limit: i64| {
        let message = || format!("{name} ({count}) > {limit_name} ({limit})");
        (count > limit).then(|| Exceeded { phase, message: message() })
    };
    let failed = match metric.failure_limit {
        -1 => None,
        limit => over(MeasurementPhase::Failed, "failed", result.failed, "failure_limit", limit),
    };
    let inconclusive = over(
        MeasurementPhase::Inconclusive,
        "inconclusive",
        result.inconclusive,
        "inconclusive_limit",
        metric.inconclusive_limit,
    );
    let errors = over(
        MeasurementPhase::Error,
        "consecutive_error",
        result.consecutive_error,
        "consecutive_error_limit",
        metric.consecutive_error_limit,
    );
    errors.or(inconclusive).or(failed)
}

/// A metric of a run, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct MeasuredResult {
    /// What is measured.
    pub metric: MeasuredMetric,
    /// What came of it; none where measuring has not begun.
    pub result: Option<MetricResult>,
    /// Whether it is measured only to be looked at: it does not count.
    #[schemars(default)]
    pub dry_run: bool,
}

impl MeasuredResult {
    /// A metric with what came of it.
    pub fn new(metric: MeasuredMetric, result: Option<MetricResult>) -> Self {
        Self { metric, result, dry_run: false }
    }

    /// Only to be looked at, or not.
    #[must_use]
    pub fn with_dry_run(mut self, dry_run: bool) -> Self {
        self.dry_run = dry_run;
        self
    }
}

reads!(MeasuredResult { metric, result = None, dry_run = false });

/// How many metrics came out how; those under way are counted and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RunSummary {
    /// All of them.
    pub count: u32,
    /// Those that exceeded no limit.
    pub successful: u32,
    /// Those of which too many measurements went badly.
    pub failed: u32,
    /// Those of which too many went neither well nor badly.
    pub inconclusive: u32,
    /// Those of which too many could not be carried out.
    pub error: u32,
}

impl RunSummary {
    fn add(&mut self, phase: MeasurementPhase) {
        let counter = match phase {
            MeasurementPhase::Failed => &mut self.failed,
            MeasurementPhase::Inconclusive => &mut self.inconclusive,
            MeasurementPhase::Error => &mut self.error,
            MeasurementPhase::Successful | MeasurementPhase::Running | MeasurementPhase::Pending => {
                &mut self.successful
            }
        };
        *counter += 1;
    }
}

/// How a run stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RunAssessment {
    /// The worst phase of its metrics; running while any of them is, unless the run is terminating.
    pub phase: MeasurementPhase,
    /// What made it so: the first of the worst metrics, and the limit that it exceeded. None where none was.
    pub message: Option<String>,
    /// How each metric stands, in order; none where measuring has not begun.
    pub phases: Vec<Option<MeasurementPhase>>,
    /// Of the metrics that count.
    pub summary: RunSummary,
    /// Of those that are measured only to be looked at.
    pub dry_run_summary: RunSummary,
}

/// How a run stands. `terminate`: it was asked to end. It ends too once a metric that counts went badly.
///
/// ```
/// use greenboard::gate::measurement::{self, MeasuredMetric, MeasuredResult, MetricResult, MeasurementPhase};
///
/// let measured = |name: &str, phase| {
///     MeasuredResult::new(MeasuredMetric::new(name), Some(MetricResult::of([phase])))
/// };
/// let run = [measured("latency", MeasurementPhase::Successful), measured("errors", MeasurementPhase::Failed)];
/// let assessment = measurement::assess_run(&run, false);
/// assert_eq!(assessment.phase, MeasurementPhase::Failed);
/// assert_eq!(assessment.message.as_deref(), Some("metric \"errors\" is failed: failed (1) > failure_limit (0)"));
///
/// let looked_at = [run[0].clone(), run[1].clone().with_dry_run(true)];
/// assert_eq!(measurement::assess_run(&looked_at, false).phase, MeasurementPhase::Successful);
/// ```
pub fn assess_run(metrics: &[MeasuredResult], terminate: bool) -> RunAssessment {
    let settled_badly = |measured: &MeasuredResult| {
        let phase = measured.result.as_ref().and_then(|result| result.phase);
        !measured.dry_run
            && matches!(
                phase,
                Some(MeasurementPhase::Failed | MeasurementPhase::Error | MeasurementPhase::Inconclusive)
            )
    };
    let terminating = terminate || metrics.iter().any(settled_badly);
    let mut worst: Option<MeasurementPhase> = None;
    let (mut message, mut all_completed, mut phases) = (None, true, Vec::with_capacity(metrics.len()));
    let (mut summary, mut dry_run_summary) = (RunSummary::default(), RunSummary::default());
    for MeasuredResult { metric, result, dry_run } in metrics {
        let summary = if *dry_run { &mut dry_run_summary } else { &mut summary };
        summary.count += 1;
        let phase =
            result.as_ref().map(|result| (assess(metric, result, terminating), limits(metric, result)));
        phases.push(phase.as_ref().map(|(phase, _)| *phase));
        let Some((phase, exceeded)) = phase.filter(|(phase, _)| phase.is_completed()) else {
            all_completed = false;
            continue;
        };
        summary.add(exceeded.as_ref().map_or(MeasurementPhase::Successful, |exceeded| exceeded.phase));
        if *dry_run {
            worst = worst.or(Some(MeasurementPhase::Successful));
        } else if worst.is_none_or(|worst| phase.is_worse_than(worst)) {
            worst = Some(phase);
            if let Some(exceeded) = exceeded {
                message = Some(format!("metric {:?} is {phase}: {}", metric.name, exceeded.message));
            }
        }
    }
    let phase = match worst {
        worst if terminating => worst.unwrap_or(MeasurementPhase::Successful),
        Some(worst) if all_completed => worst,
        _ => MeasurementPhase::Running,
    };
    let message = message.filter(|_| phase != MeasurementPhase::Running);
    RunAssessment { phase, message, phases, summary, dry_run_summary }
}
