//! SonarQube: its webhook and what its web API answers about issues, measures and the quality gate.

use super::Adapter;
use crate::Result;
use crate::document::{Format, Node, Value, read, reads};
use crate::fact::{
    CoverageReport, Covered, Fact, Metric, QualityGate, QualityGateStatus, Vulnerability,
    VulnerabilityReport, VulnerabilitySeverity,
};
use crate::tool::json::{field, items, known, present, status, tally, text};
use crate::tool::payload::{Notation, Payload};
use crate::tool::time::instant;
use crate::tool::{Reading, ToolError};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What SonarQube says of a project: of its webhook the task and the gate, of `api/qualitygates/project_status` the gate, of
/// `api/measures/component` the measures, of `api/issues/search` the issues.
///
/// The task's status says that the analysis ran, and nothing of what it found: the quality gate's own status does, and where
/// there is none the gate is not passed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SonarQubeInspection {
    /// How the analysis itself went: `SUCCESS`, `FAILED`, `CANCELED`, `PENDING`, `IN_PROGRESS`.
    pub task_status: Option<String>,
    /// What the quality gate came to: `OK`, `WARN`, `ERROR`, or `NONE` where the project has no gate; none where the report
    /// does not say.
    pub gate_status: Option<String>,
    /// When the project was analysed, as written.
    #[serde(rename = "analysedAt")]
    pub analysed_at: Option<String>,
    /// The project's key.
    pub project: Option<String>,
    /// The branch.
    pub branch: Option<String>,
    /// The metrics whose conditions in the gate are not met (`ERROR`).
    pub failing: Option<Vec<String>>,
    /// The conditions of the gate.
    pub conditions: Option<u64>,
    /// The measures of the whole code by metric, as written; null for one of new code only.
    pub measures: Option<BTreeMap<String, Option<String>>>,
    /// The measures of new code (`period`) by metric, as written.
    pub new_measures: Option<BTreeMap<String, String>>,
    /// The issues that the report holds.
    pub issues: Option<u64>,
    /// The issues that there are, of which the report is a page.
    pub total: Option<u64>,
    /// The report's issues by severity.
    pub severity: Option<BTreeMap<String, u64>>,
    /// The report's issues by type.
    #[serde(rename = "type")]
    pub types: Option<BTreeMap<String, u64>>,
    /// The report's issues by status.
    pub status: Option<BTreeMap<String, u64>>,
}

reads!(SonarQubeInspection {
    task_status,
    gate_status,
    analysed_at as "analysedAt",
    project,
    branch,
    failing,
    conditions,
    measures,
    new_measures,
    issues,
    total,
    severity,
    types as "type",
    status,
});

const TASK: &[&str] = &["SUCCESS", "FAILED", "CANCELED", "PENDING", "IN_PROGRESS"];
const GATE: &[&str] = &["OK", "WARN", "ERROR", "NONE"];
const SEVERITY: &[&str] = &["BLOCKER", "CRITICAL", "MAJOR", "MINOR", "INFO"];
const CONDITION: &[&str] = &["OK", "WARN", "ERROR", "NO_VALUE"];

/// The forms in which SonarQube speaks.
enum Form<'n> {
    Webhook(&'n Node),
    ProjectStatus(&'n Node),
    Measures(&'n Node),
    Issues { issues: &'n [Node], page: Option<&'n Node> },
}

impl Adapter for SonarQubeInspection {
    const REPORT: &'static str = "its webhook, or an answer of api/qualitygates/project_status, api/measures/component or api/issues/search";

    fn recognises(payload: &Payload<'_>) -> bool {
        form(payload).is_some()
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        match form(payload) {
            Some(Form::Webhook(map)) => webhook(map),
            Some(Form::ProjectStatus(map)) => {
                project_status(map).map_err(|error| error.under_key("projectStatus"))
            }
            Some(Form::Measures(map)) => measures(map).map_err(|error| error.under_key("component")),
            Some(Form::Issues { issues, page }) => self::issues(issues, page),
            None => Ok(Self::default()),
        }
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let at = self.analysed_at.as_deref().and_then(instant);
        let mut facts = Vec::new();
        if let Some(gate) = self.quality_gate() {
            facts.push(reading.evidence(gate, at)?);
        }
        if let Some(coverage) = self.coverage() {
            facts.push(reading.evidence(coverage, at)?);
        }
        let measures =
            self.measures.iter().flatten().filter_map(|(metric, value)| Some((metric, value.as_ref()?)));
        for (metric, value) in measures.chain(self.new_measures.iter().flatten()) {
            if let Some(number) = value.trim().parse().ok().filter(|number| f64::is_finite(*number)) {
                facts.push(reading.evidence(Metric::new(format!("sonarqube.{metric}"), number), at)?);
            }
        }
        if self.issues.is_some() {
            facts.push(reading.evidence(self.weaknesses(reading.payload)?, at)?);
        }
        Ok(facts)
    }
}

fn form<'n>(payload: &'n Payload<'_>) -> Option<Form<'n>> {
    let root = (payload.notation() == Notation::Json).then(|| payload.json().ok()).flatten()?;
    let is_map = |node: &&Node| matches!(node.value, Value::Map(_));
    let is_issue =
        |node: &Node| ["key", "rule", "component", "project"].iter().all(|key| node.get(key).is_some());
    if let Value::List(issues) = &root.value {
        return issues.first().is_some_and(is_issue).then_some(Form::Issues { issues, page: None });
    }
    if root.get("taskId").is_some() && root.get("project").is_some_and(|project| is_map(&project)) {
        return Some(Form::Webhook(root));
    }
    if let Some(map) = root.get("projectStatus").filter(is_map) {
        return Some(Form::ProjectStatus(map));
    }
    if let Some(map) = root.get("component").filter(|map| map.get("measures").is_some()) {
        return Some(Form::Measures(map));
    }
    let Value::List(issues) = &root.get("issues")?.value else { return None };
    let is_page = ["paging", "total", "ps", "effortTotal"].iter().any(|key| root.get(key).is_some());
    (is_page && issues.first().is_none_or(is_issue)).then_some(Form::Issues { issues, page: Some(root) })
}

fn webhook(map: &Node) -> Result<SonarQubeInspection> {
    let named = |key: &'static str, name: &str| -> Result<Option<String>> {
        let Some(of) = present(map, key) else { return Ok(None) };
        field(of, name).map_err(|error| error.under_key(key))
    };
    let task = status("sonarqube", map, "status", "status of a task", TASK)?;
    let mut report = SonarQubeInspection {
        task_status: task.map(str::to_owned),
        analysed_at: field(map, "analysedAt")?,
        project: named("project", "key")?,
        branch: named("branch", "name")?,
        // Of a gate that is missing there are no conditions; its status is none, which is no pass.
        conditions: Some(0),
        failing: Some(Vec::new()),
        ..SonarQubeInspection::default()
    };
    if let Some(gate) = present(map, "qualityGate") {
        report.gate(gate, "status", "metric").map_err(|error| error.under_key("qualityGate"))?;
    }
    Ok(report)
}

fn project_status(map: &Node) -> Result<SonarQubeInspection> {
    let mut report = SonarQubeInspection::default();
    report.gate(map, "status", "metricKey")?;
    Ok(report)
}

fn measures(component: &Node) -> Result<SonarQubeInspection> {
    let mut report =
        SonarQubeInspection { project: field(component, "key")?, ..SonarQubeInspection::default() };
    let (mut whole, mut new) = (BTreeMap::new(), BTreeMap::new());
    for (index, measure) in items(component, "measures")?.iter().enumerate() {
        let within = |error: crate::Error| error.under_index(index).under_key("measures");
        let Some(metric) = text(measure, "metric").map_err(within)? else { continue };
        let value = text(measure, "value").map_err(within)?;
        let periods = items(measure, "periods").map_err(within)?;
        let period = present(measure, "period").or(periods.first());
        if let Some(value) = period.map(|period| text(period, "value")).transpose().map_err(within)?.flatten()
        {
            new.insert(metric.to_owned(), value.to_owned());
        }
        whole.insert(metric.to_owned(), value.map(str::to_owned));
    }
    if let Some(details) = whole.get("quality_gate_details").and_then(Option::as_deref) {
        let outside = |error: crate::Error| error.without_place().under_key("quality_gate_details");
        let details = read(details, Format::Json).map_err(outside)?;
        report.gate(&details, "level", "metric").map_err(outside)?;
    }
    if let Some(alert) = whole.get("alert_status").and_then(Option::as_deref) {
        let stated = known("sonarqube", "status of a quality gate", alert, component.at, GATE)?;
        report.gate_status = worse(report.gate_status, stated);
    }
    report.measures = Some(whole);
    report.new_measures = Some(new);
    Ok(report)
}

/// What SonarQube found about security: its open issues of the type `VULNERABILITY`, under the names of its rules.
fn weakness(issue: &Node) -> Result<Option<Vulnerability>> {
    if text(issue, "type")? != Some("VULNERABILITY") || text(issue, "status")? == Some("CLOSED") {
        return Ok(None);
    }
    let severity = match status("sonarqube", issue, "severity", "severity", SEVERITY)? {
        Some("BLOCKER") => VulnerabilitySeverity::Critical,
        Some("CRITICAL") => VulnerabilitySeverity::High,
        Some("MAJOR") => VulnerabilitySeverity::Medium,
        Some("MINOR") => VulnerabilitySeverity::Low,
        Some("INFO") => VulnerabilitySeverity::None,
        _ => VulnerabilitySeverity::Unknown,
    };
    // Before 10.4 `status` and `resolution` say it, since then `issueStatus`.
    let decided = ["status", "resolution", "issueStatus"].map(|key| text(issue, key));
    let mut suppressed = false;
    for word in decided {
        suppressed |= matches!(
            word?,
            Some(
                "RESOLVED"
                    | "FIXED"
                    | "FALSE-POSITIVE"
                    | "FALSE_POSITIVE"
                    | "WONTFIX"
                    | "ACCEPTED"
                    | "REMOVED"
            )
        );
    }
    let rule = text(issue, "rule")?.unwrap_or_default();
    Ok(Some(Vulnerability::new(rule).with_severity(severity).with_suppressed(suppressed)))
}

/// Of two statuses of the same gate, the one that asks for more.
fn worse(a: Option<String>, b: &str) -> Option<String> {
    let rank = |status: &String| ["NONE", "OK", "WARN", "ERROR"].iter().position(|known| known == status);
    a.into_iter().chain([b.to_owned()]).max_by_key(rank)
}

fn issues(issues: &[Node], page: Option<&Node>) -> Result<SonarQubeInspection> {
    let (mut severity, mut types, mut statuses) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (index, issue) in issues.iter().enumerate() {
        let count = |counts: &mut BTreeMap<String, u64>, key: &str| -> Result<()> {
            let under = |error: crate::Error| error.under_index(index).under_key("issues");
            tally(counts, text(issue, key).map_err(under)?);
            Ok(())
        };
        count(&mut severity, "severity")?;
        count(&mut types, "type")?;
        count(&mut statuses, "status")?;
    }
    let total = match page {
        Some(page) => match field(page, "total")? {
            Some(total) => Some(total),
            None => present(page, "paging").map(|paging| field(paging, "total")).transpose()?.flatten(),
        },
        None => None,
    };
    Ok(SonarQubeInspection {
        issues: Some(u64::try_from(issues.len()).unwrap_or(u64::MAX)),
        total,
        severity: Some(severity),
        types: Some(types),
        status: Some(statuses),
        ..SonarQubeInspection::default()
    })
}

impl SonarQubeInspection {
    /// The gate, where the report is one that should speak of it.
    fn quality_gate(&self) -> Option<QualityGate> {
        let status = match self.gate_status.as_deref() {
            Some("OK") => QualityGateStatus::Passed,
            Some("WARN") => QualityGateStatus::Warned,
            Some("ERROR") => QualityGateStatus::Failed,
            _ if self.conditions.is_some() => QualityGateStatus::Missing,
            _ => return None,
        };
        Some(QualityGate::new(status).with_failing(self.failing.iter().flatten()))
    }

    /// What is covered, where the measures count it.
    fn coverage(&self) -> Option<CoverageReport> {
        let measures = self.measures.as_ref()?;
        let whole = |metric: &str| measures.get(metric)?.as_deref()?.trim().parse::<f64>().ok();
        let new = |metric: &str| self.new_measures.as_ref()?.get(metric)?.trim().parse::<f64>().ok();
        // The API counts in decimals that are whole; beyond what is countable the conversion stops at the bound.
        let covered = |total: Option<f64>, uncovered: Option<f64>| {
            let (total, uncovered) = (total? as u64, uncovered? as u64);
            Some(Covered::new(total.saturating_sub(uncovered), total))
        };
        let mut report = CoverageReport::new();
        report.lines = covered(whole("lines_to_cover"), whole("uncovered_lines"));
        report.branches = covered(whole("conditions_to_cover"), whole("uncovered_conditions"));
        report.new_lines = covered(new("new_lines_to_cover"), new("new_uncovered_lines"));
        (report.lines.is_some() || report.branches.is_some() || report.new_lines.is_some()).then_some(report)
    }

    fn weaknesses(&self, payload: &Payload<'_>) -> Result<VulnerabilityReport> {
        let held = self.issues.unwrap_or_default();
        if let Some(total) = self.total.filter(|total| *total > held) {
            let reason = format!("it is a page of {held} issues of {total}; ask for all of them");
            return Err(ToolError::Partial { tool: "sonarqube", reason }.into());
        }
        let Some(Form::Issues { issues, .. }) = form(payload) else { return Ok(VulnerabilityReport::new()) };
        let mut found = Vec::new();
        for (index, issue) in issues.iter().enumerate() {
            let within = |error: crate::Error| error.under_index(index).under_key("issues");
            found.extend(weakness(issue).map_err(within)?);
        }
        Ok(VulnerabilityReport::new().with_findings(found))
    }

    /// Takes over what a quality gate came to.
    fn gate(&mut self, gate: &Node, level: &'static str, metric: &str) -> Result<()> {
        self.gate_status =
            status("sonarqube", gate, level, "status of a quality gate", GATE)?.map(str::to_owned);
        let conditions = items(gate, "conditions")?;
        let mut failing = Vec::new();
        for (index, condition) in conditions.iter().enumerate() {
            let within = |error: crate::Error| error.under_index(index).under_key("conditions");
            let met =
                status("sonarqube", condition, level, "status of a condition", CONDITION).map_err(within)?;
            if met == Some("ERROR") {
                failing.extend(text(condition, metric).map_err(within)?.map(str::to_owned));
            }
        }
        self.conditions = Some(u64::try_from(conditions.len()).unwrap_or(u64::MAX));
        self.failing = Some(failing);
        Ok(())
    }
}
