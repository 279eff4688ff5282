//! How an environment is.

use crate::document::{Extra, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// How an environment is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct EnvironmentState {
    /// Whether what runs there is well.
    pub healthy: Option<bool>,
    /// Whether it differs from what is declared.
    pub drifted: Option<bool>,
    /// Who has it to themselves.
    pub booked_by: Option<String>,
    /// Until when.
    #[schemars(with = "Option<String>")]
    pub booked_until: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(EnvironmentState keeping extra { healthy, drifted, booked_by, booked_until });

impl EnvironmentState {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self::default()
    }

    /// With `healthy`: whether what runs there is well.
    #[must_use]
    pub fn with_healthy(mut self, healthy: bool) -> Self {
        self.healthy = Some(healthy);
        self
    }

    /// With `drifted`: whether it differs from what is declared.
    #[must_use]
    pub fn with_drifted(mut self, drifted: bool) -> Self {
        self.drifted = Some(drifted);
        self
    }

    /// With `booked_by`: who has it to themselves.
    #[must_use]
    pub fn with_booked_by(mut self, booked_by: impl Into<String>) -> Self {
        self.booked_by = Some(booked_by.into());
        self
    }

    /// With `booked_until`: until when.
    #[must_use]
    pub fn with_booked_until(mut self, booked_until: Timestamp) -> Self {
        self.booked_until = Some(booked_until);
        self
    }
}
