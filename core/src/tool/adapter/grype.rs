//! Grype's JSON.

use super::Adapter;
use crate::Result;
use crate::document::{Fields, Node, Read, reads};
use crate::fact::{self, Fact, VexStatus, VulnerabilityReport};
use crate::tool::severity;
use crate::tool::take::{Instant, MISSING, Said, has, is_list, known, takes, tally};
use crate::tool::{Payload, Reading};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a report of Grype says: which packages match which vulnerabilities.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct GrypeInspection {
    /// How many matches: a vulnerability of a package.
    pub matches: usize,
    /// How many matches the user's rules or a VEX document took out.
    pub suppressed: usize,
    /// Matches by severity, in Grype's words; `missing` where none is stated.
    pub severity: BTreeMap<String, usize>,
    /// Matches by whether there is a fix, in Grype's words; an empty one is `unknown`, `missing` where none is stated.
    pub fix_state: BTreeMap<String, usize>,
    /// How many different vulnerabilities.
    pub unique_ids: usize,
    /// The ids of the vulnerabilities, in order, each once.
    pub ids: Vec<String>,
    /// Grype's version.
    pub tool: Option<String>,
    /// When its database was built.
    #[schemars(with = "Option<String>")]
    pub db_built: Option<Timestamp>,
    /// How many matches state the probability of being exploited.
    pub with_epss: usize,
}

reads!(GrypeInspection {
    matches,
    suppressed,
    severity,
    fix_state,
    unique_ids,
    ids,
    tool,
    db_built,
    with_epss,
});

/// A report.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) matches: Vec<Match>,
    pub(super) ignored: Vec<Match>,
    source: Source,
    pub(super) descriptor: Descriptor,
}

takes!(Report { matches [required], ignored as "ignoredMatches", source, descriptor });

/// What was scanned: an image with its reference, or a folder by its path.
#[derive(Debug, Default)]
pub(super) struct Source {
    target: Option<Node>,
}

takes!(Source { target });

impl Source {
    fn called(&self) -> Option<String> {
        let target = self.target.as_ref()?;
        let called = target.text().ok().or_else(|| target.get("userInput")?.text().ok())?;
        (!called.is_empty()).then(|| called.to_owned())
    }
}

/// A vulnerability of a package.
#[derive(Debug)]
pub(super) struct Match {
    pub(super) vulnerability: Vulnerability,
    pub(super) related: Vec<Related>,
    pub(super) artifact: Artifact,
    pub(super) rules: Vec<Rule>,
}

takes!(Match {
    vulnerability [required],
    related as "relatedVulnerabilities",
    artifact [required],
    rules as "appliedIgnoreRules",
});

#[derive(Debug)]
pub(super) struct Vulnerability {
    pub(super) id: String,
    pub(super) severity: Said,
    pub(super) cvss: Vec<Cvss>,
    pub(super) fix: Option<Fix>,
    epss: Vec<Node>,
}

takes!(Vulnerability { id [required], severity, cvss, fix, epss });

/// The same vulnerability, as others call it.
#[derive(Debug)]
pub(super) struct Related {
    pub(super) id: String,
    pub(super) cvss: Vec<Cvss>,
}

takes!(Related { id [required], cvss });

#[derive(Debug)]
pub(super) struct Cvss {
    pub(super) version: Said,
    pub(super) metrics: Metrics,
}

takes!(Cvss { version, metrics });

#[derive(Debug, Default)]
pub(super) struct Metrics {
    pub(super) base: Option<f64>,
}

takes!(Metrics { base as "baseScore" });

#[derive(Debug)]
pub(super) struct Fix {
    pub(super) versions: Vec<String>,
    pub(super) state: FixState,
}

takes!(Fix { versions, state });

/// Whether there is a fix; an empty text is that it is not known.
#[derive(Debug)]
pub(super) struct FixState(pub(super) &'static str);

impl Default for FixState {
    fn default() -> Self {
        Self(MISSING)
    }
}

impl Read for FixState {
    fn read(node: &Node) -> Result<Self> {
        let state =
            known("grype", node, "state of a fix", &["fixed", "not-fixed", "wont-fix", "unknown", ""])?;
        Ok(Self(if state.is_empty() { "unknown" } else { state }))
    }
}

#[derive(Debug)]
pub(super) struct Artifact {
    pub(super) name: Said,
    pub(super) version: Said,
    pub(super) purl: Said,
}

takes!(Artifact { name, version, purl });

/// Why a match was taken out.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) reason: Said,
    pub(super) status: Said,
    pub(super) justification: Said,
}

takes!(Rule { reason, status as "vex-status", justification as "vex-justification" });

/// What the report says of the tool that wrote it.
#[derive(Debug, Default)]
pub(super) struct Descriptor {
    version: Said,
    db: Database,
    pub(super) timestamp: Instant,
}

takes!(Descriptor { version, db, timestamp });

/// The database, whose time stands one level deeper since Grype 0.88.
#[derive(Debug, Default)]
struct Database {
    built: Instant,
}

impl Read for Database {
    fn read(node: &Node) -> Result<Self> {
        let fields = Fields::open(node)?;
        let built: Instant = fields.optional("built")?.unwrap_or_default();
        let status: Status = fields.optional("status")?.unwrap_or_default();
        Ok(Self { built: if built.0.is_some() { built } else { status.built } })
    }
}

#[derive(Debug, Default)]
struct Status {
    built: Instant,
}

takes!(Status { built });

impl Report {
    /// The report that a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        Self::read(payload.json()?)
    }
}

impl Adapter for GrypeInspection {
    const REPORT: &'static str = "Grype's JSON";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Some(node) = payload.json_map() else { return false };
        let by_name = node
            .get("descriptor")
            .and_then(|descriptor| descriptor.get("name"))
            .and_then(|name| name.text().ok())
            .is_none_or(|name| name == "grype");
        has(node, "matches", is_list)
            && by_name
            && (node.get("descriptor").is_some() || node.get("source").is_some())
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let report = Report::of(payload)?;
        let found = || report.matches.iter().map(|one| &one.vulnerability);
        let mut seen = BTreeSet::new();
        let ids: Vec<String> =
            found().filter(|one| seen.insert(one.id.as_str())).map(|one| one.id.clone()).collect();
        Ok(Self {
            matches: report.matches.len(),
            suppressed: report.ignored.len(),
            severity: tally(found().map(|one| one.severity.text().unwrap_or(MISSING))),
            fix_state: tally(found().map(|one| one.fix.as_ref().map_or(MISSING, |fix| fix.state.0))),
            unique_ids: ids.len(),
            ids,
            tool: report.descriptor.version.0.clone(),
            db_built: report.descriptor.db.built.0,
            with_epss: found().filter(|one| !one.epss.is_empty()).count(),
        })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let report = Report::of(reading.payload)?;
        let matches = report.matches.iter().map(Match::finding);
        let ignored =
            report.ignored.iter().map(|one| one.rules.iter().fold(one.finding().with_suppressed(true), told));
        let mut found = VulnerabilityReport::new().with_findings(matches.chain(ignored));
        found.target = report.source.called();
        Ok(vec![reading.evidence(found, report.descriptor.timestamp.0)?])
    }
}

impl Match {
    fn finding(&self) -> fact::Vulnerability {
        let Self { vulnerability, related, artifact, .. } = self;
        let fixed =
            vulnerability.fix.iter().filter(|fix| fix.state.0 == "fixed").flat_map(|fix| &fix.versions);
        let mut finding = fact::Vulnerability::new(&vulnerability.id)
            .with_aliases(only(related.iter().map(|one| &one.id).filter(|id| **id != vulnerability.id)))
            .with_fixed_in(fixed);
        finding.package = artifact.purl.0.clone().or_else(|| artifact.name.0.clone());
        finding.version = artifact.version.0.clone();
        let others = related.iter().flat_map(|one| &one.cvss);
        finding.cvss = newest(&vulnerability.cvss).or_else(|| newest(others));
        finding.severity = severity::of(vulnerability.severity.text(), finding.cvss);
        finding
    }
}

/// The score of the newest version of CVSS.
fn newest<'c>(scores: impl IntoIterator<Item = &'c Cvss>) -> Option<f64> {
    let scored = scores
        .into_iter()
        .filter_map(|one| Some((one.version.text().unwrap_or_default(), one.metrics.base?)));
    scored.max_by(|a, b| a.0.cmp(b.0).then(a.1.total_cmp(&b.1))).map(|(_, score)| score)
}

/// A finding as the rule has it that took it out.
fn told(mut finding: fact::Vulnerability, rule: &Rule) -> fact::Vulnerability {
    finding.status = match rule.status.text() {
        Some("not_affected") => Some(VexStatus::NotAffected),
        Some("fixed") => Some(VexStatus::Fixed),
        _ => finding.status,
    };
    let reason = rule.justification.0.clone().or_else(|| rule.reason.0.clone());
    finding.justification = reason.or(finding.justification);
    finding
}

/// Another name, where there is but one: an advisory that covers several vulnerabilities is none of them.
fn only<'n>(mut names: impl Iterator<Item = &'n String>) -> Option<&'n String> {
    let first = names.next()?;
    names.next().is_none().then_some(first)
}
