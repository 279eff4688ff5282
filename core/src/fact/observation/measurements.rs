//! A metric measured again and again.

use crate::document::{Extra, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A metric measured again and again, as an analysis run does.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct MeasurementSeries {
    /// The metric.
    pub metric: String,
    /// The measurements, first to last.
    #[schemars(default)]
    pub measurements: Vec<SeriesPoint>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(MeasurementSeries keeping extra { metric, measurements = Vec::new() });

impl MeasurementSeries {
    /// With nothing said beyond this.
    pub fn new(metric: impl Into<String>) -> Self {
        Self { metric: metric.into(), measurements: Vec::new(), extra: Extra::default() }
    }

    /// With `measurements`: the measurements, first to last.
    #[must_use]
    pub fn with_measurements(mut self, measurements: impl IntoIterator<Item = SeriesPoint>) -> Self {
        self.measurements = measurements.into_iter().collect();
        self
    }
}

/// One measurement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SeriesPoint {
    /// What was measured, as JSON.
    pub value: Option<String>,
    /// What the tool made of it.
    pub phase: Option<String>,
    /// When.
    #[schemars(with = "Option<String>")]
    pub at: Option<Timestamp>,
}

reads!(SeriesPoint { value, phase, at });

impl SeriesPoint {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self::default()
    }

    /// With `value`: what was measured, as JSON.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// With `phase`: what the tool made of it.
    #[must_use]
    pub fn with_phase(mut self, phase: impl Into<String>) -> Self {
        self.phase = Some(phase.into());
        self
    }

    /// With `at`: when.
    #[must_use]
    pub fn with_at(mut self, at: Timestamp) -> Self {
        self.at = Some(at);
        self
    }
}
