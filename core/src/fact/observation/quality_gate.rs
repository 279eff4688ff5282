//! Another tool's own verdict.

use crate::document::{Extra, names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// Another tool's own verdict.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct QualityGate {
    /// What it says.
    pub status: QualityGateStatus,
    /// The conditions that do not hold there.
    #[schemars(default)]
    pub failing: Vec<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(QualityGate keeping extra { status, failing = Vec::new() });

impl QualityGate {
    /// With nothing said beyond this.
    pub fn new(status: QualityGateStatus) -> Self {
        Self { status, failing: Vec::new(), extra: Extra::default() }
    }

    /// With `failing`: the conditions that do not hold there.
    #[must_use]
    pub fn with_failing(mut self, failing: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.failing = failing.into_iter().map(Into::into).collect();
        self
    }
}

/// What another tool's gate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QualityGateStatus {
    /// All holds.
    Passed,
    /// It holds with warnings.
    Warned,
    /// It does not hold.
    Failed,
    /// There is no gate.
    Missing,
}

names!(QualityGateStatus: "quality gate status");

impl QualityGateStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Passed, Self::Warned, Self::Failed, Self::Missing];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Warned => "warned",
            Self::Failed => "failed",
            Self::Missing => "missing",
        }
    }
}
