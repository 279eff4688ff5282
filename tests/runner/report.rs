//! What a run found, as text and as one JSON document.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;

/// What a run found.
#[derive(Debug, Default)]
pub struct Report {
    /// Every suite found, in order of name.
    pub suites: Vec<SuiteReport>,
    /// Suites that have an adapter but no file.
    pub missing: Vec<String>,
    /// Files that could not be read, and why.
    pub errors: Vec<(String, String)>,
}

/// What came of one suite.
#[derive(Debug)]
pub struct SuiteReport {
    /// `path/suite` or `path/suite#group`.
    pub name: String,
    /// How many rows passed.
    pub passed: usize,
    /// The rows that failed.
    pub failed: Vec<Failure>,
    /// The ids of the rows that were not judged, by reason.
    pub unsupported: BTreeMap<String, Vec<String>>,
}

/// A row that failed.
#[derive(Debug)]
pub struct Failure {
    /// Which row.
    pub id: String,
    /// What it expects.
    pub expected: Value,
    /// What came.
    pub got: Value,
}

impl SuiteReport {
    pub(super) fn new(name: String) -> Self {
        Self { name, passed: 0, failed: Vec::new(), unsupported: BTreeMap::new() }
    }

    /// How many rows were judged.
    pub fn total(&self) -> usize {
        self.passed + self.failed.len()
    }
}

impl Report {
    /// How many rows passed.
    pub fn passed(&self) -> usize {
        self.suites.iter().map(|suite| suite.passed).sum()
    }

    /// How many rows failed.
    pub fn failed(&self) -> usize {
        self.suites.iter().map(|suite| suite.failed.len()).sum()
    }

    /// The same as one JSON document.
    pub fn to_json(&self) -> Value {
        let suite = |suite: &SuiteReport| {
            let unsupported = suite.unsupported.iter();
            let unsupported = unsupported.map(|(reason, ids)| json!({ "reason": reason, "ids": ids }));
            let failed = suite.failed.iter();
            let failed = failed.map(|row| json!({ "id": row.id, "expected": row.expected, "got": row.got }));
            json!({
                "suite": suite.name,
                "passed": suite.passed,
                "total": suite.total(),
                "unsupported": unsupported.collect::<Vec<_>>(),
                "failed": failed.collect::<Vec<_>>(),
            })
        };
        let errors = self.errors.iter().map(|(path, message)| json!({ "path": path, "message": message }));
        json!({
            "suites": self.suites.iter().map(suite).collect::<Vec<_>>(),
            "missing": self.missing,
            "errors": errors.collect::<Vec<_>>(),
            "passed": self.passed(),
            "failed": self.failed(),
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for suite in self.suites.iter().filter(|suite| suite.total() > 0 || suite.unsupported.is_empty()) {
            writeln!(f, "{} {}/{}", suite.name, suite.passed, suite.total())?;
        }
        for suite in &self.suites {
            for (reason, ids) in &suite.unsupported {
                writeln!(f, "unsupported {} {}: {reason}", suite.name, ids.len())?;
            }
        }
        for suite in &self.missing {
            writeln!(f, "missing {suite}: it has an adapter, and no case file here")?;
        }
        for (path, message) in &self.errors {
            writeln!(f, "error {path}: {message}")?;
        }
        for suite in &self.suites {
            for row in &suite.failed {
                writeln!(f, "failed {} {}: expected {}, got {}", suite.name, row.id, row.expected, row.got)?;
            }
        }
        writeln!(f, "{} passed, {} failed", self.passed(), self.failed())
    }
}
