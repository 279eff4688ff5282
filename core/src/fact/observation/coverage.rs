//! What tests cover.

use crate::document::{Extra, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// How much of the code is run by tests.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct CoverageReport {
    /// Of all lines.
    pub lines: Option<Covered>,
    /// Of all branches.
    pub branches: Option<Covered>,
    /// Of all functions.
    pub functions: Option<Covered>,
    /// Of the lines that are new in this version.
    pub new_lines: Option<Covered>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(CoverageReport keeping extra { lines, branches, functions, new_lines });

impl CoverageReport {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self::default()
    }

    /// With `lines`: of all lines.
    #[must_use]
    pub fn with_lines(mut self, lines: Covered) -> Self {
        self.lines = Some(lines);
        self
    }

    /// With `branches`: of all branches.
    #[must_use]
    pub fn with_branches(mut self, branches: Covered) -> Self {
        self.branches = Some(branches);
        self
    }

    /// With `functions`: of all functions.
    #[must_use]
    pub fn with_functions(mut self, functions: Covered) -> Self {
        self.functions = Some(functions);
        self
    }

    /// With `new_lines`: of the lines that are new in this version.
    #[must_use]
    pub fn with_new_lines(mut self, new_lines: Covered) -> Self {
        self.new_lines = Some(new_lines);
        self
    }
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Covered {
    /// How many are run.
    pub covered: u64,
    /// How many there are.
    pub total: u64,
}

reads!(Covered { covered, total });

impl Covered {
    /// With nothing said beyond this.
    pub fn new(covered: u64, total: u64) -> Self {
        Self { covered, total }
    }
}
