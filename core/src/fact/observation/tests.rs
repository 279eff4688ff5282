//! What tests came to.

use crate::document::{Extra, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// What a run of tests came to, each test counted once.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct TestResults {
    /// What was run, where there are several: `unit`, `end_to_end`.
    pub suite: Option<String>,
    /// Tests that passed in the end.
    #[schemars(default)]
    pub passed: u64,
    /// Tests that failed.
    #[schemars(default)]
    pub failed: u64,
    /// Tests that broke.
    #[schemars(default)]
    pub errored: u64,
    /// Tests that were not run.
    #[schemars(default)]
    pub skipped: u64,
    /// Names of tests that failed first and passed when run again.
    #[schemars(default)]
    pub flaky: Vec<String>,
    /// Names of the tests that failed or broke.
    #[schemars(default)]
    pub failures: Vec<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(TestResults keeping extra { suite, passed = 0, failed = 0, errored = 0, skipped = 0, flaky = Vec::new(), failures = Vec::new() });

impl TestResults {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self::default()
    }

    /// With `suite`: what was run, where there are several: `unit`, `end_to_end`.
    #[must_use]
    pub fn with_suite(mut self, suite: impl Into<String>) -> Self {
        self.suite = Some(suite.into());
        self
    }

    /// With `passed`: tests that passed in the end.
    #[must_use]
    pub fn with_passed(mut self, passed: u64) -> Self {
        self.passed = passed;
        self
    }

    /// With `failed`: tests that failed.
    #[must_use]
    pub fn with_failed(mut self, failed: u64) -> Self {
        self.failed = failed;
        self
    }

    /// With `errored`: tests that broke.
    #[must_use]
    pub fn with_errored(mut self, errored: u64) -> Self {
        self.errored = errored;
        self
    }

    /// With `skipped`: tests that were not run.
    #[must_use]
    pub fn with_skipped(mut self, skipped: u64) -> Self {
        self.skipped = skipped;
        self
    }

    /// With `flaky`: names of tests that failed first and passed when run again.
    #[must_use]
    pub fn with_flaky(mut self, flaky: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.flaky = flaky.into_iter().map(Into::into).collect();
        self
    }

    /// With `failures`: names of the tests that failed or broke.
    #[must_use]
    pub fn with_failures(mut self, failures: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.failures = failures.into_iter().map(Into::into).collect();
        self
    }
}
