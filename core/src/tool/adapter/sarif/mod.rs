//! SARIF 2.1.0, the interchange format of static analysis.

mod findings;
mod level;
mod rules;

use super::Adapter;
use crate::Result;
use crate::document::{Node, Value, reads, shorten};
use crate::fact::{Fact, VulnerabilityReport};
use crate::tool::json::{field, items, known, present, tally, text};
use crate::tool::payload::Payload;
use crate::tool::{Reading, ToolError};
use level::{Overrides, effective_level, is_suppressed};
use rules::{Rules, severity};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A SARIF log: what each run of an analysis found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SarifInspection {
    /// The version of the format.
    pub version: String,
    /// The runs; a log without any says nothing, not that nothing was found.
    pub runs: Vec<SarifRun>,
}

/// One run of an analysis.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SarifRun {
    /// The name of the tool.
    pub tool: Option<String>,
    /// Its version: `version`, else `semanticVersion`.
    pub version: Option<String>,
    /// The rules that the tool itself declares.
    pub rules: u64,
    /// The rules that its extensions declare.
    pub extension_rules: u64,
    /// The results, suppressed ones and those that are no failures included.
    pub results: u64,
    /// The results by level: their own, else what their rule is configured to, else `warning`; `none` for what is no failure.
    pub effective_levels: BTreeMap<String, u64>,
    /// The results that state no level themselves.
    pub results_without_level: u64,
    /// The results that are suppressed; not those whose suppression is under review or was rejected.
    pub suppressed: u64,
    /// The highest `security-severity` (CVSS, 0–10) of the results; none where no result has one that is a number.
    pub max_security_severity: Option<f64>,
    /// The results that have a `security-severity`, of their own or of their rule.
    pub results_with_security_severity: u64,
    /// Whether the analysis says that it ran to its end (`executionSuccessful`); none where it does not say.
    pub execution_successful: Option<bool>,
}

reads!(SarifInspection { version, runs });
reads!(SarifRun {
    tool,
    version,
    rules,
    extension_rules,
    results,
    effective_levels,
    results_without_level,
    suppressed,
    max_security_severity,
    results_with_security_severity,
    execution_successful,
});

impl Adapter for SarifInspection {
    const REPORT: &'static str = "a JSON map with version and runs";

    fn recognises(payload: &Payload<'_>) -> bool {
        payload.json_map().is_some_and(|log| {
            let schema = text(log, "$schema").ok().flatten().unwrap_or_default();
            let is_version = matches!(text(log, "version"), Ok(Some(version)) if version.starts_with("2."));
            let runs = log.get("runs").is_some_and(|runs| matches!(runs.value, Value::List(_)));
            runs && (is_version || schema.contains("sarif"))
        })
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let log = payload.json()?;
        let version: String = field(log, "version")?.unwrap_or_default();
        if !version.starts_with("2.1.") {
            let (what, input, expected) = ("SARIF version", shorten(&version), "2.1.0");
            let at = present(log, "version").map(|node| node.at).unwrap_or_default();
            return Err(ToolError::InvalidValue { what, input, expected, at }.into());
        }
        let runs = items(log, "runs")?.iter().enumerate();
        let one = |(index, node)| run(node).map_err(|error| error.under_index(index).under_key("runs"));
        Ok(Self { version, runs: runs.map(one).collect::<Result<_>>()? })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        if self.runs.iter().any(|run| run.execution_successful == Some(false)) {
            let reason = "an invocation says that it did not succeed".to_owned();
            return Err(ToolError::Partial { tool: "sarif", reason }.into());
        }
        let Some((findings, at)) = findings::all(reading.payload.json()?)? else { return Ok(Vec::new()) };
        Ok(vec![reading.evidence(VulnerabilityReport::new().with_findings(findings), at)?])
    }
}

fn run(run: &Node) -> Result<SarifRun> {
    let (rules, overrides) = (Rules::of(run)?, Overrides::of(run)?);
    let driver = run.get("tool").and_then(|tool| tool.get("driver"));
    let of_driver = |key: &str| match driver {
        Some(driver) => {
            field::<String>(driver, key).map_err(|error| error.under_key("driver").under_key("tool"))
        }
        None => Ok(None),
    };
    let results = items(run, "results")?;
    let mut report = SarifRun {
        tool: of_driver("name")?,
        version: of_driver("version")?.or(of_driver("semanticVersion")?),
        rules: rules.of_driver(),
        extension_rules: rules.of_extensions(),
        results: count(results.len()),
        effective_levels: BTreeMap::new(),
        results_without_level: 0,
        suppressed: 0,
        max_security_severity: None,
        results_with_security_severity: 0,
        execution_successful: executed(run)?,
    };
    for (index, result) in results.iter().enumerate() {
        report
            .add(&rules, &overrides, result)
            .map_err(|error| error.under_index(index).under_key("results"))?;
    }
    Ok(report)
}

impl SarifRun {
    fn add(&mut self, rules: &Rules<'_>, overrides: &Overrides<'_>, result: &Node) -> Result<()> {
        let rule = rules.find(result)?;
        tally(&mut self.effective_levels, Some(effective_level(result, rule, overrides)?));
        self.results_without_level += u64::from(present(result, "level").is_none());
        self.suppressed += u64::from(is_suppressed(result)?);
        if let Some(severity) = severity(result).or_else(|| rule.and_then(severity)) {
            self.results_with_security_severity += 1;
            self.max_security_severity =
                Some(self.max_security_severity.map_or(severity, |max| max.max(severity)));
        }
        Ok(())
    }
}

/// Whether all invocations say that they succeeded.
fn executed(run: &Node) -> Result<Option<bool>> {
    let mut all = None;
    for (index, invocation) in items(run, "invocations")?.iter().enumerate() {
        let one: Option<bool> = field(invocation, "executionSuccessful")
            .map_err(|error| error.under_index(index).under_key("invocations"))?;
        all = one.map_or(all, |one| Some(all.unwrap_or(true) && one));
    }
    Ok(all)
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A level, which has to be one that SARIF knows.
fn level(node: &Node) -> Result<&str> {
    known("sarif", "level", node.text()?, node.at, &["none", "note", "warning", "error"])
}
