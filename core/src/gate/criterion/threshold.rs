//! A metric within bounds.

use super::Judge;
use crate::document::reads;
use crate::fact::Record;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use schemars::JsonSchema;
use serde::Serialize;

/// A metric lies within bounds: its newest value that is still good.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ThresholdCriterion {
    /// The metric, by name.
    pub metric: String,
    /// The least that passes.
    pub minimum: Option<f64>,
    /// The most that passes.
    pub maximum: Option<f64>,
}

reads!(ThresholdCriterion { metric, minimum, maximum });

impl ThresholdCriterion {
    /// No bounds yet.
    pub fn new(metric: impl Into<String>) -> Self {
        Self { metric: metric.into(), minimum: None, maximum: None }
    }

    /// At most this.
    #[must_use]
    pub fn with_maximum(mut self, maximum: f64) -> Self {
        self.maximum = Some(maximum);
        self
    }

    fn holds(&self, value: f64) -> bool {
        self.minimum.is_none_or(|least| value >= least) && self.maximum.is_none_or(|most| value <= most)
    }
}

impl Judge for ThresholdCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::named("metric", &self.metric)]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(record) = case.latest(0) else { return case.missing(0) };
        let outcome = if self.holds(record.number) { Outcome::Pass } else { Outcome::Fail };
        case.judged(outcome, || self.detail(record))
    }

    fn expected(&self) -> String {
        let metric = &self.metric;
        match (self.minimum, self.maximum) {
            (Some(least), Some(most)) => format!("{metric} from {least} to {most}"),
            (Some(least), None) => format!("{metric} at least {least}"),
            (None, Some(most)) => format!("{metric} at most {most}"),
            (None, None) => format!("{metric} measured"),
        }
    }

    fn watches_clock(&self) -> bool {
        false
    }

    fn is_monotone(&self) -> bool {
        true
    }
}

impl ThresholdCriterion {
    fn detail(&self, record: &Record) -> Detail {
        let value = record.number;
        let detail = Detail::new(format!("{} is {value}", self.metric)).observed(value).on(record);
        if self.holds(value) {
            detail
        } else {
            detail.action(format!("Bring {} within bounds and measure it again.", self.metric))
        }
    }
}
