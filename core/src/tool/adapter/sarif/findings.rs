//! What the results of all runs mean as findings.

use super::level::{Overrides, effective_level, is_suppressed};
use super::rules::{Rules, severity};
use crate::Result;
use crate::document::Node;
use crate::fact::{Vulnerability, VulnerabilitySeverity};
use crate::tool::json::{items, known, present, text};
use crate::tool::time::instant;
use jiff::Timestamp;

/// The findings of all runs, and when the last of them ended; none where no run has results, not even an empty list of them:
/// such runs have looked for nothing.
pub(super) fn all(log: &Node) -> Result<Option<(Vec<Vulnerability>, Option<Timestamp>)>> {
    let (mut findings, mut ended, mut looked) = (Vec::new(), None, false);
    for (index, run) in items(log, "runs")?.iter().enumerate() {
        let within = |error: crate::Error| error.under_index(index).under_key("runs");
        if present(run, "results").is_some() {
            looked = true;
            of_run(run, &mut findings).map_err(within)?;
            for invocation in items(run, "invocations").map_err(within)? {
                ended = ended.max(text(invocation, "endTimeUtc").map_err(within)?.and_then(instant));
            }
        }
    }
    Ok(looked.then_some((findings, ended)))
}

fn of_run(run: &Node, findings: &mut Vec<Vulnerability>) -> Result<()> {
    let (rules, overrides) = (Rules::of(run)?, Overrides::of(run)?);
    for (index, result) in items(run, "results")?.iter().enumerate() {
        let within = |error: crate::Error| error.under_index(index).under_key("results");
        findings.extend(finding(&rules, &overrides, result).map_err(within)?);
    }
    Ok(())
}

/// A result as a finding; none where it says that all is well, or that what it says is no longer so.
fn finding(rules: &Rules<'_>, overrides: &Overrides<'_>, result: &Node) -> Result<Option<Vulnerability>> {
    const BASELINE: &[&str] = &["new", "unchanged", "updated", "absent"];
    if let Some(node) = present(result, "baselineState") {
        let state = node.text().and_then(|state| known("sarif", "baselineState", state, node.at, BASELINE));
        if state.map_err(|error| error.under_key("baselineState"))? == "absent" {
            return Ok(None);
        }
    }
    let rule = rules.find(result)?;
    let level = effective_level(result, rule, overrides)?;
    if level == "none" {
        return Ok(None);
    }
    let id = match text(result, "ruleId")? {
        Some(id) => Some(id),
        None => rule.map(|rule| text(rule, "id")).transpose()?.flatten(),
    };
    let cvss = severity(result).or_else(|| rule.and_then(severity));
    let mut finding = Vulnerability::new(id.unwrap_or_default())
        .with_severity(cvss.map_or_else(|| of_level(level), of_score))
        .with_suppressed(is_suppressed(result)?);
    finding.cvss = cvss;
    Ok(Some(finding))
}

/// As GitHub's code scanning ranks what states no score.
fn of_level(level: &str) -> VulnerabilitySeverity {
    match level {
        "error" => VulnerabilitySeverity::High,
        "warning" => VulnerabilitySeverity::Medium,
        _ => VulnerabilitySeverity::Low,
    }
}

/// CVSS v3's bands.
fn of_score(score: f64) -> VulnerabilitySeverity {
    match score {
        9.0.. => VulnerabilitySeverity::Critical,
        7.0.. => VulnerabilitySeverity::High,
        4.0.. => VulnerabilitySeverity::Medium,
        score if score > 0.0 => VulnerabilitySeverity::Low,
        _ => VulnerabilitySeverity::None,
    }
}
