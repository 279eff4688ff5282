//! What is measured again and again, and what came of it.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// How a measurement, a metric or a whole run stands; the later in this list, the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MeasurementPhase {
    /// It went well.
    Successful,
    /// It is under way.
    Running,
    /// It has not begun.
    Pending,
    /// It went neither well nor badly.
    Inconclusive,
    /// It could not be carried out.
    Error,
    /// It went badly.
    Failed,
}

impl MeasurementPhase {
    /// Every phase, the best first.
    pub const ALL: [Self; 6] =
        [Self::Successful, Self::Running, Self::Pending, Self::Inconclusive, Self::Error, Self::Failed];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Successful => "successful",
            Self::Running => "running",
            Self::Pending => "pending",
            Self::Inconclusive => "inconclusive",
            Self::Error => "error",
            Self::Failed => "failed",
        }
    }

    /// Whether nothing more will come.
    pub const fn is_completed(self) -> bool {
        !matches!(self, Self::Running | Self::Pending)
    }

    /// Whether it is worse than another.
    ///
    /// ```
    /// use greenboard::gate::measurement::MeasurementPhase;
    /// assert!(MeasurementPhase::Failed.is_worse_than(MeasurementPhase::Error));
    /// assert!(!MeasurementPhase::Error.is_worse_than(MeasurementPhase::Error));
    /// ```
    pub fn is_worse_than(self, other: Self) -> bool {
        self > other
    }
}

names!(MeasurementPhase: "phase");

impl fmt::Display for MeasurementPhase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What is measured, and how much of what may come of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct MeasuredMetric {
    /// Its name.
    pub name: String,
    /// The time between two measurements, such as `60s`, as whoever measures writes it; with one, measuring goes on until
    /// `count` is reached. None for a single measurement.
    pub interval: Option<String>,
    /// How many measurements there are to be; 1 without an interval, without end with one.
    pub count: Option<u32>,
    /// When a measurement went well, in CEL over `result`.
    pub success_condition: Option<String>,
    /// When a measurement went badly, in CEL over `result`.
    pub failure_condition: Option<String>,
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
}

fn four() -> i64 {
    4
}

impl MeasuredMetric {
    /// One measurement, which may not go badly.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            interval: None,
            count: None,
            success_condition: None,
            failure_condition: None,
            failure_limit: 0,
            inconclusive_limit: 0,
            consecutive_error_limit: four(),
            consecutive_success_limit: 0,
        }
    }

    /// Measured again after so long, such as `60s`.
    #[must_use]
    pub fn with_interval(mut self, interval: impl Into<String>) -> Self {
        self.interval = Some(interval.into());
        self
    }
    /// Measured so many times.
    #[must_use]
    pub fn with_count(mut self, count: u32) -> Self {
        self.count = Some(count);
        self
    }
    /// Of which so many may go badly; −1 for any number.
    #[must_use]
    pub fn with_failure_limit(mut self, limit: i64) -> Self {
        self.failure_limit = limit;
        self
    }
    /// Of which so many may go neither well nor badly.
    #[must_use]
    pub fn with_inconclusive_limit(mut self, limit: i64) -> Self {
        self.inconclusive_limit = limit;
        self
    }
    /// Of which so many in a row may not be carried out.
    #[must_use]
    pub fn with_consecutive_error_limit(mut self, limit: i64) -> Self {
        self.consecutive_error_limit = limit;
        self
    }
    /// Done once so many in a row went well.
    #[must_use]
    pub fn with_consecutive_success_limit(mut self, limit: i64) -> Self {
        self.consecutive_success_limit = limit;
        self
    }
    /// That go well and badly where these conditions hold, in CEL over `result`.
    #[must_use]
    pub fn with_conditions(mut self, success: Option<String>, failure: Option<String>) -> Self {
        (self.success_condition, self.failure_condition) = (success, failure);
        self
    }

    /// How many measurements there are to be; none for measuring without end.
    pub fn effective_count(&self) -> Option<u32> {
        match self.count {
            Some(count) if count > 0 => Some(count),
            _ if self.interval.as_deref().is_none_or(str::is_empty) => Some(1),
            _ => None,
        }
    }
}

reads!(MeasuredMetric {
    name,
    interval = None,
    count = None,
    success_condition = None,
    failure_condition = None,
    failure_limit = 0,
    inconclusive_limit = 0,
    consecutive_error_limit = four(),
    consecutive_success_limit = 0,
});

/// One measurement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Measurement {
    /// How it stands.
    pub phase: MeasurementPhase,
    /// What was measured, as text; none while it runs.
    pub value: Option<String>,
    /// What is said of it.
    pub message: Option<String>,
}

impl Measurement {
    /// A measurement that stands so.
    pub fn new(phase: MeasurementPhase) -> Self {
        Self { phase, value: None, message: None }
    }
}

reads!(Measurement { phase, value = None, message = None });

/// What came of a metric so far.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct MetricResult {
    /// How it stands, where that is settled: a phase that is completed stays.
    pub phase: Option<MeasurementPhase>,
    /// The last measurements, oldest first; the counters below may be of more.
    pub measurements: Vec<Measurement>,
    /// How many were carried out.
    pub count: i64,
    /// How many went well.
    pub successful: i64,
    /// How many went badly.
    pub failed: i64,
    /// How many went neither well nor badly.
    pub inconclusive: i64,
    /// How many could not be carried out.
    pub error: i64,
    /// How many at the end could not be carried out.
    pub consecutive_error: i64,
    /// How many at the end went well.
    pub consecutive_success: i64,
}

impl MetricResult {
    /// The result of these measurements, oldest first, counted.
    ///
    /// ```
    /// use greenboard::gate::measurement::{MetricResult, MeasurementPhase};
    /// let result = MetricResult::of([MeasurementPhase::Failed, MeasurementPhase::Error, MeasurementPhase::Successful, MeasurementPhase::Successful]);
    /// assert_eq!((result.count, result.failed, result.error), (3, 1, 1));
    /// assert_eq!((result.consecutive_error, result.consecutive_success), (0, 2));
    /// ```
    pub fn of(phases: impl IntoIterator<Item = MeasurementPhase>) -> Self {
        let mut result = Self::default();
        for phase in phases {
            result.add(Measurement::new(phase));
        }
        result
    }

    /// Counts one more measurement.
    pub fn add(&mut self, measurement: Measurement) {
        let (in_a_row, errors_in_a_row) = (self.consecutive_success, self.consecutive_error);
        let phase = measurement.phase;
        if phase.is_completed() {
            (self.consecutive_success, self.consecutive_error) = (0, 0);
            // Measurements that could not be carried out are not counted.
            self.count += i64::from(phase != MeasurementPhase::Error);
        }
        match phase {
            MeasurementPhase::Successful => {
                self.successful += 1;
                self.consecutive_success = in_a_row + 1;
            }
            MeasurementPhase::Failed => self.failed += 1,
            MeasurementPhase::Inconclusive => self.inconclusive += 1,
            MeasurementPhase::Error => {
                self.error += 1;
                self.consecutive_error = errors_in_a_row + 1;
            }
            MeasurementPhase::Running | MeasurementPhase::Pending => {}
        }
        self.measurements.push(measurement);
    }
}

reads!(MetricResult {
    phase,
    measurements,
    count,
    successful,
    failed,
    inconclusive,
    error,
    consecutive_error,
    consecutive_success,
    ..
});
