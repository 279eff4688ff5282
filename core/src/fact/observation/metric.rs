//! A number.

use crate::document::{Extra, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// A number that was measured.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Metric {
    /// What was measured: `p95_latency`, `error_rate`.
    pub name: String,
    /// The number.
    pub value: f64,
    /// Its unit.
    pub unit: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Metric keeping extra { name, value, unit });

impl Metric {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>, value: f64) -> Self {
        Self { name: name.into(), value, unit: None, extra: Extra::default() }
    }

    /// With `unit`: its unit.
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }
}
