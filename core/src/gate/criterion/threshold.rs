//! A metric within bounds.

use super::Judge;
use crate::document::reads;
use crate::fact::{Observation, Record};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use schemars::JsonSchema;
use serde::Serialize;

/// A metric lies within bounds: its newest value that still counts. Monotone: a value nearer to the bounds never makes it worse.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ThresholdCriterion {
    /// The metric, by name.
    pub metric: String,
    /// The least that passes.
    pub minimum: Option<f64>,
    /// The most that passes.
    pub maximum: Option<f64>,
    /// What has to be exceeded to pass.
    pub above: Option<f64>,
    /// What must not be reached to pass.
    pub below: Option<f64>,
    /// The bounds within which a value that does not pass is a warning; none for no warnings.
    pub warning: Option<Bounds>,
    /// The unit that the bounds are in. A value in another unit is not compared: the outcome is pending.
    pub unit: Option<String>,
}

reads!(ThresholdCriterion { metric, minimum, maximum, above, below, warning, unit });

/// Bounds of a value; what is left out is open.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Bounds {
    /// The least that is within.
    pub minimum: Option<f64>,
    /// The most that is within.
    pub maximum: Option<f64>,
    /// What has to be exceeded.
    pub above: Option<f64>,
    /// What must not be reached.
    pub below: Option<f64>,
}

reads!(Bounds { minimum, maximum, above, below });

impl Bounds {
    /// From here to there, both within; what is none is open.
    pub fn new(minimum: Option<f64>, maximum: Option<f64>) -> Self {
        Self { minimum, maximum, above: None, below: None }
    }

    fn hold(&self, value: f64) -> bool {
        self.minimum.is_none_or(|least| value >= least)
            && self.maximum.is_none_or(|most| value <= most)
            && self.above.is_none_or(|bound| value > bound)
            && self.below.is_none_or(|bound| value < bound)
    }

    fn described(&self) -> String {
        let parts = [
            self.minimum.map(|least| format!("at least {least}")),
            self.above.map(|bound| format!("above {bound}")),
            self.maximum.map(|most| format!("at most {most}")),
            self.below.map(|bound| format!("below {bound}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "measured".to_owned() } else { parts.join(" and ") }
    }
}

impl ThresholdCriterion {
    /// No bounds yet.
    pub fn new(metric: impl Into<String>) -> Self {
        Self {
            metric: metric.into(),
            minimum: None,
            maximum: None,
            above: None,
            below: None,
            warning: None,
            unit: None,
        }
    }

    /// At least this.
    #[must_use]
    pub fn with_minimum(mut self, minimum: f64) -> Self {
        self.minimum = Some(minimum);
        self
    }

    /// At most this.
    #[must_use]
    pub fn with_maximum(mut self, maximum: f64) -> Self {
        self.maximum = Some(maximum);
        self
    }

    /// A warning within these bounds, where it does not pass.
    #[must_use]
    pub fn with_warning(mut self, warning: Bounds) -> Self {
        self.warning = Some(warning);
        self
    }

    /// Its bounds in this unit.
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    fn bounds(&self) -> Bounds {
        Bounds { minimum: self.minimum, maximum: self.maximum, above: self.above, below: self.below }
    }

    fn weighed(&self, value: f64) -> Outcome {
        if self.bounds().hold(value) {
            Outcome::Pass
        } else if self.warning.is_some_and(|bounds| bounds.hold(value)) {
            Outcome::Warn
        } else {
            Outcome::Fail
        }
    }

    /// What the value is measured in, where that is not what the bounds are in.
    fn other_unit<'r>(&self, record: &'r Record) -> Option<&'r str> {
        let expected = self.unit.as_deref()?;
        let Observation::Metric(metric) = &record.evidence.value else { return None };
        metric.unit.as_deref().filter(|unit| *unit != expected)
    }
}

impl Judge for ThresholdCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::named("metric", &self.metric)]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(record) = case.latest(0) else { return case.missing(0) };
        let value = record.number;
        let outcome = if value.is_nan() || self.unit.is_some() && self.other_unit(record).is_some() {
            Outcome::Pending
        } else {
            self.weighed(value)
        };
        case.judged(outcome, || self.detail(record, outcome))
    }

    fn at_a_glance(&self, number: f64) -> Option<Outcome> {
        (!number.is_nan() && self.unit.is_none()).then(|| self.weighed(number))
    }

    fn expected(&self) -> String {
        let unit = self.unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
        format!("{} {}{unit}", self.metric, self.bounds().described())
    }

    fn cost(&self) -> f64 {
        5.0
    }

    fn watches_clock(&self) -> bool {
        false
    }

    fn is_monotone(&self) -> bool {
        true
    }
}

impl ThresholdCriterion {
    fn detail(&self, record: &Record, outcome: Outcome) -> Detail {
        let (metric, value) = (&self.metric, record.number);
        if value.is_nan() {
            let action = format!("Measure {metric} again.");
            return Detail::new(format!("{metric} is no number")).on(record).action(action);
        }
        if let Some(unit) = self.other_unit(record) {
            let expected = self.unit.as_deref().unwrap_or_default();
            return Detail::new(format!("{metric} is measured in {unit}, and its bounds are in {expected}"))
                .observed(value)
                .on(record)
                .action(format!("Give {metric} in {expected}, or its bounds in {unit}."));
        }
        let detail = Detail::new(format!("{metric} is {value}")).observed(value).on(record);
        if outcome == Outcome::Pass {
            return detail;
        }
        let action = format!("Bring {metric} to {} and measure it again.", self.bounds().described());
        detail.action(&action).remedy(Remedy::step(action))
    }
}
