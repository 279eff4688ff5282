//! `npm audit --json`: version 1 (npm 6, pnpm), which lists advisories with the paths that lead to them, and version 2 (npm 7
//! and later), which lists packages.

use super::Adapter;
use crate::Result;
use crate::document::{Fields, Node, Read, Value, names, reads};
use crate::fact::{Fact, Purl, Vulnerability, VulnerabilityReport};
use crate::tool::severity;
use crate::tool::take::{MISSING, Said, has, is_map, loose_instant, takes, tally};
use crate::tool::{Payload, Reading, ToolError};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What `npm audit` says: advisories on packages, and which packages they reach.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct NpmAuditInspection {
    /// Which of the two formats it has.
    pub format: NpmAuditFormat,
    /// How many different advisories.
    pub advisories: usize,
    /// The ids of the advisories: GitHub's where it is stated, otherwise npm's number.
    pub ids: Vec<String>,
    /// Advisories by severity, in npm's words; `missing` where none is stated.
    pub advisory_severity: BTreeMap<String, usize>,
    /// How many packages are affected, in version 2 those included that only depend on one that is.
    pub packages: usize,
    /// Affected packages by severity, the worst of their advisories; `missing` where none is stated.
    pub package_severity: BTreeMap<String, usize>,
    /// What the report's summary counts by severity: paths to advisories in version 1, packages in version 2.
    pub metadata_vulnerabilities: BTreeMap<String, usize>,
    /// How many actions version 1 recommends; 0 in version 2, which has none.
    pub actions: usize,
    /// How many packages were looked at; none where the summary is left out.
    pub dependencies: Option<usize>,
    /// How often a package is affected by way of another (version 2).
    pub via_strings: usize,
    /// How often a package is affected by an advisory of its own (version 2).
    pub via_objects: usize,
    /// Packages by whether there is a fix (version 2).
    pub fix_available: FixAvailable,
}

reads!(NpmAuditInspection {
    format,
    advisories,
    ids,
    advisory_severity,
    packages,
    package_severity,
    metadata_vulnerabilities,
    actions,
    dependencies,
    via_strings,
    via_objects,
    fix_available,
});

/// Packages by whether `npm audit fix` can help them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FixAvailable {
    /// Within the ranges that are asked for.
    pub yes: usize,
    /// By another version of a package that is asked for directly, outside its range.
    pub update: usize,
    /// Not at all.
    pub no: usize,
}

reads!(FixAvailable { yes, update, no });

/// The format of an `npm audit` report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NpmAuditFormat {
    /// Advisories, as npm 6 and pnpm write them.
    V1,
    /// Packages, as npm 7 and later write them.
    V2,
}

impl NpmAuditFormat {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::V1, Self::V2];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
        }
    }
}

names!(NpmAuditFormat: "format of an npm audit report");

/// A report in either format.
#[derive(Debug)]
pub(super) enum Report {
    V1(V1),
    V2(V2),
}

#[derive(Debug)]
pub(super) struct V1 {
    pub(super) advisories: BTreeMap<String, Advisory>,
    actions: Vec<Node>,
    metadata: Metadata,
}

takes!(V1 { advisories [required], actions, metadata });

#[derive(Debug)]
pub(super) struct Advisory {
    pub(super) id: Said,
    pub(super) github: Said,
    pub(super) cves: Vec<String>,
    pub(super) module: Said,
    pub(super) severity: Said,
    pub(super) patched: Said,
    pub(super) created: Said,
    pub(super) url: Said,
    pub(super) cvss: Cvss,
    pub(super) findings: Vec<Finding>,
}

takes!(Advisory {
    id,
    github as "github_advisory_id",
    cves,
    module as "module_name",
    severity,
    patched as "patched_versions",
    created,
    url,
    cvss,
    findings,
});

#[derive(Debug, Default)]
pub(super) struct Cvss {
    score: Option<f64>,
    vector: Said,
}

takes!(Cvss { score, vector as "vectorString" });

impl Cvss {
    /// The score; npm writes 0 for none.
    fn stated(&self) -> Option<f64> {
        self.score.filter(|score| *score > 0.0 || self.vector.text().is_some())
    }
}

#[derive(Debug)]
pub(super) struct Finding {
    pub(super) version: Said,
}

takes!(Finding { version });

#[derive(Debug)]
pub(super) struct V2 {
    pub(super) packages: BTreeMap<String, Package>,
    metadata: Metadata,
}

takes!(V2 { packages [required] as "vulnerabilities", metadata });

#[derive(Debug)]
pub(super) struct Package {
    severity: Said,
    pub(super) via: Vec<Via>,
    pub(super) fix: Fix,
}

takes!(Package { severity, via, fix as "fixAvailable" });

/// Why a package is affected.
#[derive(Debug)]
pub(super) enum Via {
    /// By this package, on which it depends.
    Package,
    /// By an advisory of its own.
    Advisory(Box<Own>),
}

#[derive(Debug)]
pub(super) struct Own {
    pub(super) source: Said,
    pub(super) name: Said,
    pub(super) title: Said,
    pub(super) url: Said,
    pub(super) severity: Said,
    pub(super) cvss: Cvss,
    range: Said,
}

takes!(Own { source, name, title, url, severity, cvss, range });

impl Read for Via {
    fn read(node: &Node) -> Result<Self> {
        match &node.value {
            Value::Text(_) => Ok(Self::Package),
            Value::Map(_) => Own::read(node).map(Box::new).map(Self::Advisory),
            _ => Err(node.expected("a package's name or an advisory")),
        }
    }
}

/// Whether there is a fix.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fix {
    #[default]
    Unsaid,
    Yes,
    Update,
    No,
}

impl Read for Fix {
    fn read(node: &Node) -> Result<Self> {
        match &node.value {
            Value::Bool(true) => Ok(Self::Yes),
            Value::Bool(false) => Ok(Self::No),
            Value::Map(_) => Ok(Self::Update),
            _ => Err(node.expected("true, false, or the package to update")),
        }
    }
}

#[derive(Debug, Default)]
struct Metadata {
    vulnerabilities: BTreeMap<String, usize>,
    dependencies: Option<Dependencies>,
    total: Option<usize>,
}

takes!(Metadata { vulnerabilities, dependencies, total as "totalDependencies" });

/// A number in version 1, and a map with a total in version 2.
#[derive(Debug)]
struct Dependencies(Option<usize>);

impl Read for Dependencies {
    fn read(node: &Node) -> Result<Self> {
        match &node.value {
            Value::Map(_) => Fields::open(node)?.optional("total").map(Self),
            _ => usize::read(node).map(Some).map(Self),
        }
    }
}

impl Metadata {
    fn looked_at(&self) -> Option<usize> {
        self.dependencies.as_ref().and_then(|all| all.0).or(self.total)
    }
}

/// What npm writes in the place of a report when it could not make one.
#[derive(Debug)]
struct Failure {
    code: Said,
    summary: Said,
}

takes!(Failure { code, summary });

impl Report {
    /// The report that a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        let node = payload.json()?;
        if let Some(failure) = node.get("error").filter(|_| !is_report(node)) {
            let Failure { code, summary } =
                Failure::read(failure).map_err(|error| error.under_key("error"))?;
            let said = |said: Said| said.0.unwrap_or_else(|| "no reason".to_owned());
            return Err(
                ToolError::Failed { tool: "npm_audit", code: said(code), reason: said(summary) }.into()
            );
        }
        if has(node, "auditReportVersion", |_| true) {
            V2::read(node).map(Self::V2)
        } else {
            V1::read(node).map(Self::V1)
        }
    }
}

fn is_report(node: &Node) -> bool {
    has(node, "vulnerabilities", is_map) && node.get("auditReportVersion").is_some()
        || has(node, "advisories", is_map)
}

/// The identifier of GitHub's in the address of an advisory.
pub(super) fn ghsa(url: &Said) -> Option<&str> {
    url.text()?.split('/').find(|part| part.starts_with("GHSA-"))
}

impl Own {
    /// What the advisory is called.
    pub(super) fn id(&self) -> String {
        ghsa(&self.url).or(self.source.text()).or(self.title.text()).unwrap_or(MISSING).to_owned()
    }
}

impl Advisory {
    /// What the advisory is called; `key` is its key in the report.
    pub(super) fn id(&self, key: &str) -> String {
        let github = self.github.text().or_else(|| ghsa(&self.url));
        github.or(self.id.text()).unwrap_or(key).to_owned()
    }
}

impl Adapter for NpmAuditInspection {
    const REPORT: &'static str = "the JSON of npm audit";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Some(node) = payload.json_map() else { return false };
        let failure = node
            .get("error")
            .is_some_and(|error| error.get("code").is_some() && error.get("summary").is_some());
        is_report(node) || failure
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        Ok(match Report::of(payload)? {
            Report::V1(report) => v1(&report),
            Report::V2(report) => v2(&report),
        })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let findings = match Report::of(reading.payload)? {
            Report::V1(report) => report.advisories.iter().flat_map(|(key, one)| one.findings(key)).collect(),
            Report::V2(report) => report.findings(),
        };
        Ok(vec![reading.evidence(VulnerabilityReport::new().with_findings(findings), None)?])
    }
}

fn or_missing(said: &Said) -> String {
    said.text().unwrap_or(MISSING).to_owned()
}

fn v1(report: &V1) -> NpmAuditInspection {
    let advisories = &report.advisories;
    let mut worst: BTreeMap<&str, &Said> = BTreeMap::new();
    for advisory in advisories.values() {
        let known = worst.entry(advisory.module.text().unwrap_or(MISSING)).or_insert(&advisory.severity);
        if rank(&advisory.severity) > rank(known) {
            *known = &advisory.severity;
        }
    }
    NpmAuditInspection {
        format: NpmAuditFormat::V1,
        advisories: advisories.len(),
        ids: advisories.iter().map(|(key, advisory)| advisory.id(key)).collect(),
        advisory_severity: tally(advisories.values().map(|advisory| or_missing(&advisory.severity))),
        packages: worst.len(),
        package_severity: tally(worst.values().map(|said| or_missing(said))),
        metadata_vulnerabilities: report.metadata.vulnerabilities.clone(),
        actions: report.actions.len(),
        dependencies: report.metadata.looked_at(),
        via_strings: 0,
        via_objects: 0,
        fix_available: FixAvailable::default(),
    }
}

/// How bad npm calls it.
fn rank(said: &Said) -> usize {
    let order = ["info", "low", "moderate", "high", "critical"];
    said.text().and_then(|text| order.iter().position(|word| *word == text)).map_or(0, |at| at + 1)
}

fn v2(report: &V2) -> NpmAuditInspection {
    let packages = &report.packages;
    let own = || {
        packages.values().flat_map(|package| &package.via).filter_map(|via| match via {
            Via::Advisory(own) => Some(own),
            Via::Package => None,
        })
    };
    // One advisory may stand at several packages.
    let mut seen = BTreeSet::new();
    let different: Vec<_> =
        own().map(|own| (own.id(), own)).filter(|(id, _)| seen.insert(id.clone())).collect();
    let fixes = |fix: Fix| packages.values().filter(|package| package.fix == fix).count();
    NpmAuditInspection {
        format: NpmAuditFormat::V2,
        advisories: different.len(),
        advisory_severity: tally(different.iter().map(|(_, own)| or_missing(&own.severity))),
        packages: packages.len(),
        package_severity: tally(packages.values().map(|package| or_missing(&package.severity))),
        metadata_vulnerabilities: report.metadata.vulnerabilities.clone(),
        actions: 0,
        dependencies: report.metadata.looked_at(),
        via_strings: packages
            .values()
            .flat_map(|package| &package.via)
            .filter(|via| matches!(via, Via::Package))
            .count(),
        via_objects: own().count(),
        fix_available: FixAvailable { yes: fixes(Fix::Yes), update: fixes(Fix::Update), no: fixes(Fix::No) },
        ids: different.into_iter().map(|(id, _)| id).collect(),
    }
}

impl Advisory {
    /// The advisory in each version that it was found in.
    fn findings(&self, key: &str) -> Vec<Vulnerability> {
        let name = self.module.text().unwrap_or(MISSING);
        let mut versions: Vec<Option<&str>> =
            self.findings.iter().map(|finding| finding.version.text()).collect();
        versions.sort_unstable();
        versions.dedup();
        if versions.is_empty() {
            versions.push(None);
        }
        // So npm says that no version is patched.
        let patched = self.patched.text().filter(|range| *range != "<0.0.0");
        // An advisory that covers several vulnerabilities is none of them.
        let aliases = if let [only] = self.cves.as_slice() { Some(only) } else { None };
        let one = |version: Option<&str>| {
            let mut finding = Vulnerability::new(self.id(key))
                .with_aliases(aliases)
                .with_package(Purl::new("npm", name, version).to_string())
                .with_fixed_in(patched);
            finding.version = version.map(str::to_owned);
            finding.cvss = self.cvss.stated();
            finding.severity = severity::of(self.severity.text(), finding.cvss);
            finding.published_at = loose_instant(self.created.text());
            finding
        };
        versions.into_iter().map(one).collect()
    }
}

impl V2 {
    /// Every advisory at the package that has it. Packages that only depend on one have none of their own.
    fn findings(&self) -> Vec<Vulnerability> {
        let mut findings = Vec::new();
        for (name, package) in &self.packages {
            let own = package.via.iter().filter_map(|via| match via {
                Via::Advisory(own) => Some(own),
                Via::Package => None,
            });
            for own in own {
                let name = own.name.text().unwrap_or(name);
                let fixed =
                    (package.fix != Fix::No).then(|| fixed_after(own.range.text().unwrap_or_default()));
                let mut finding = Vulnerability::new(own.id())
                    .with_package(Purl::new("npm", name, None).to_string())
                    .with_fixed_in(fixed);
                finding.cvss = own.cvss.stated();
                finding.severity = severity::of(own.severity.text(), finding.cvss);
                findings.push(finding);
            }
        }
        findings
    }
}

/// The first version after a range of affected ones, as a range: `>=4.0.0 <4.3.1` is over at `>=4.3.1`.
fn fixed_after(range: &str) -> String {
    let last = range.rsplit("||").next().unwrap_or_default();
    let bound = last.split_whitespace().next_back().unwrap_or_default();
    match (bound.strip_prefix("<="), bound.strip_prefix('<')) {
        (Some(version), _) => format!(">{version}"),
        (None, Some(version)) => format!(">={version}"),
        (None, None) => "a version that npm audit fix finds".to_owned(),
    }
}
