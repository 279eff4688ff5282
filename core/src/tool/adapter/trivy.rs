//! Trivy's JSON, in its three shapes: the list of results of old, the report (`SchemaVersion` 2), and that of a cluster.

use super::Adapter;
use crate::Result;
use crate::document::{Fields, Node, Read, Value, names, reads};
use crate::fact::{Fact, VexStatus, Vulnerability, VulnerabilityReport};
use crate::tool::severity;
use crate::tool::take::{MISSING, Said, has, is_list, known, loose_instant, takes, tally};
use crate::tool::{Payload, Reading};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a report of Trivy says: vulnerabilities, misconfigurations, secrets and licences.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct TrivyInspection {
    /// Which of Trivy's shapes it has.
    pub shape: TrivyShape,
    /// The version of the report's schema, as it states it; none where it states none.
    pub schema_version: Option<i64>,
    /// What was scanned: an image, a folder, a cluster; none where it is not said.
    pub artifact: Option<String>,
    /// How many resources of a cluster were scanned.
    pub k8s_resources: usize,
    /// How many results (targets) there are.
    pub results: usize,
    /// How many results have no list of vulnerabilities, or null for it: nothing was found there.
    pub results_with_null_vulns: usize,
    /// How many vulnerabilities, over all results.
    pub vulnerabilities: usize,
    /// The ids of the vulnerabilities, in order, each once.
    pub ids: Vec<String>,
    /// Vulnerabilities by severity, in Trivy's words; `missing` where none is stated.
    pub severity: BTreeMap<String, usize>,
    /// How many vulnerabilities have a version that fixes them.
    pub with_fix: usize,
    /// Vulnerabilities by status, in Trivy's words; `missing` where none is stated.
    pub statuses: BTreeMap<String, usize>,
    /// Misconfigurations by `STATUS/SEVERITY`.
    pub misconfig: BTreeMap<String, usize>,
    /// Secrets by severity.
    pub secrets: BTreeMap<String, usize>,
    /// Findings about licences by severity.
    pub licenses: BTreeMap<String, usize>,
    /// How many findings the user's ignore file or a VEX document took out.
    pub suppressed: usize,
}

reads!(TrivyInspection {
    shape,
    schema_version,
    artifact,
    k8s_resources,
    results,
    results_with_null_vulns,
    vulnerabilities,
    ids,
    severity,
    with_fix,
    statuses,
    misconfig,
    secrets,
    licenses,
    suppressed,
});

/// The shape of a report of Trivy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TrivyShape {
    /// A bare list of results, as Trivy wrote it before version 0.20.
    LegacyList,
    /// A report about one artefact.
    Report,
    /// A report about a cluster: results by resource.
    Kubernetes,
}

impl TrivyShape {
    /// Every shape.
    pub const ALL: &'static [Self] = &[Self::LegacyList, Self::Report, Self::Kubernetes];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LegacyList => "legacy_list",
            Self::Report => "report",
            Self::Kubernetes => "kubernetes",
        }
    }
}

names!(TrivyShape: "shape of a Trivy report");

/// Every status that Trivy has for a vulnerability.
const STATUSES: &[&str] = &[
    "unknown",
    "not_affected",
    "affected",
    "fixed",
    "under_investigation",
    "will_not_fix",
    "fix_deferred",
    "end_of_life",
];

/// A report, whichever shape it has.
#[derive(Debug)]
pub(super) struct Report {
    shape: TrivyShape,
    schema_version: Option<i64>,
    pub(super) artifact: Option<String>,
    pub(super) created: Option<String>,
    resources: usize,
    pub(super) results: Vec<Scanned>,
}

/// What was found in one target.
#[derive(Debug)]
pub(super) struct Scanned {
    class: Said,
    /// None where the list is left out or null.
    vulnerabilities: Option<Vec<Found>>,
    misconfigurations: Vec<Misconfiguration>,
    secrets: Vec<Severe>,
    licenses: Vec<Severe>,
    pub(super) modified: Vec<Modified>,
}

impl Scanned {
    /// The vulnerabilities, none for null.
    pub(super) fn vulnerabilities(&self) -> &[Found] {
        self.vulnerabilities.as_deref().unwrap_or_default()
    }
}

takes!(Scanned {
    class as "Class",
    vulnerabilities as "Vulnerabilities",
    misconfigurations as "Misconfigurations",
    secrets as "Secrets",
    licenses as "Licenses",
    modified as "ExperimentalModifiedFindings",
});

/// A vulnerability in a package.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) id: String,
    pub(super) package: Said,
    pub(super) identifier: Identifier,
    pub(super) installed: Said,
    pub(super) fixed: Said,
    pub(super) severity: Said,
    pub(super) status: Status,
    pub(super) published: Option<String>,
    pub(super) source: Said,
    pub(super) cvss: BTreeMap<String, Cvss>,
}

takes!(Found {
    id [required] as "VulnerabilityID",
    package as "PkgName",
    identifier as "PkgIdentifier",
    installed as "InstalledVersion",
    fixed as "FixedVersion",
    severity as "Severity",
    status as "Status",
    published as "PublishedDate",
    source as "SeveritySource",
    cvss as "CVSS",
});

/// How a package is identified.
#[derive(Debug, Default)]
pub(super) struct Identifier {
    pub(super) purl: Said,
}

takes!(Identifier { purl as "PURL" });

/// The scores of one source.
#[derive(Debug)]
pub(super) struct Cvss {
    pub(super) v2: Option<f64>,
    pub(super) v3: Option<f64>,
    pub(super) v40: Option<f64>,
}

takes!(Cvss { v2 as "V2Score", v3 as "V3Score", v40 as "V40Score" });

/// The status of a vulnerability, where one is stated.
#[derive(Debug, Default)]
pub(super) struct Status(pub(super) Option<&'static str>);

impl Read for Status {
    fn read(node: &Node) -> Result<Self> {
        if matches!(&node.value, Value::Text(text) if text.is_empty()) {
            return Ok(Self(None));
        }
        known("trivy", node, "status of a vulnerability", STATUSES).map(|status| Self(Some(status)))
    }
}

#[derive(Debug)]
struct Misconfiguration {
    status: Said,
    severity: Said,
}

takes!(Misconfiguration { status as "Status", severity as "Severity" });

#[derive(Debug)]
struct Severe {
    severity: Said,
}

takes!(Severe { severity as "Severity" });

/// A finding that an ignore file or a VEX document took out of the results.
#[derive(Debug)]
pub(super) struct Modified {
    pub(super) kind: Said,
    pub(super) status: Said,
    pub(super) statement: Said,
    pub(super) source: Said,
    finding: Option<Node>,
}

takes!(Modified {
    kind as "Type",
    status as "Status",
    statement as "Statement",
    source as "Source",
    finding as "Finding",
});

impl Modified {
    /// The vulnerability that was taken out; none where it is another kind of finding.
    pub(super) fn vulnerability(&self) -> Result<Option<Found>> {
        match (&self.finding, self.kind.text()) {
            (Some(finding), Some("vulnerability")) => Found::read(finding).map(Some),
            _ => Ok(None),
        }
    }
}

impl Report {
    /// The report that a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        let node = payload.json()?;
        if let Value::List(_) = node.value {
            let results = Vec::read(node)?;
            return Ok(Self {
                shape: TrivyShape::LegacyList,
                schema_version: None,
                artifact: None,
                created: None,
                resources: 0,
                results,
            });
        }
        let fields = Fields::open(node)?;
        let mut results: Vec<Scanned> = fields.optional("Results")?.unwrap_or_default();
        let mut resources = 0;
        // Older reports of clusters part the resources by what was found in them.
        for key in ["Resources", "Vulnerabilities", "Misconfigurations"] {
            let some: Vec<Resource> = fields.optional(key)?.unwrap_or_default();
            resources += some.len();
            results.extend(some.into_iter().flat_map(|resource| resource.results));
        }
        let cluster = fields.optional::<Said>("ClusterName")?;
        let shape =
            if cluster.is_some() || is_cluster(node) { TrivyShape::Kubernetes } else { TrivyShape::Report };
        let artifact = fields.optional::<Said>("ArtifactName")?.and_then(|name| name.0);
        Ok(Self {
            shape,
            schema_version: fields.optional("SchemaVersion")?,
            artifact: artifact.or(cluster.and_then(|name| name.0)),
            created: fields.optional("CreatedAt")?,
            resources,
            results,
        })
    }
}

/// A resource of a cluster.
#[derive(Debug)]
struct Resource {
    results: Vec<Scanned>,
}

takes!(Resource { results as "Results" });

fn is_cluster(node: &Node) -> bool {
    ["Resources", "Vulnerabilities", "Misconfigurations"].iter().any(|key| has(node, key, is_list))
}

impl Adapter for TrivyInspection {
    const REPORT: &'static str = "Trivy's JSON";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Ok(node) = payload.json() else { return false };
        match &node.value {
            // An old clean scan may be the empty list, as those of other tools are: nothing there says whose it is.
            Value::List(results) => {
                !results.is_empty() && results.iter().all(|result| result.get("Target").is_some())
            }
            _ => {
                let report = node.get("SchemaVersion").is_some() && node.get("ArtifactName").is_some();
                let clean = node.get("SchemaVersion").is_some() && node.get("ArtifactType").is_some();
                let cluster = node.get("ClusterName").is_some() && is_cluster(node);
                report
                    || clean
                    || cluster
                    || (has(node, "Results", is_list) && node.get("Metadata").is_some())
            }
        }
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let report = Report::of(payload)?;
        let results = &report.results;
        let found = || results.iter().flat_map(Scanned::vulnerabilities);
        let or_missing = |said: &Said| said.text().unwrap_or(MISSING).to_owned();
        let mut ids = Vec::new();
        let mut seen = std::collections::HashSet::new();
        ids.extend(found().filter(|one| seen.insert(one.id.as_str())).map(|one| one.id.clone()));
        Ok(Self {
            shape: report.shape,
            schema_version: report.schema_version,
            artifact: report.artifact.clone(),
            k8s_resources: report.resources,
            results: results.len(),
            results_with_null_vulns: results.iter().filter(|one| one.vulnerabilities.is_none()).count(),
            vulnerabilities: found().count(),
            ids,
            severity: tally(found().map(|one| or_missing(&one.severity))),
            with_fix: found().filter(|one| one.fixed.text().is_some()).count(),
            statuses: tally(found().map(|one| one.status.0.unwrap_or(MISSING))),
            misconfig: tally(
                results
                    .iter()
                    .flat_map(|one| &one.misconfigurations)
                    .map(|one| format!("{}/{}", or_missing(&one.status), or_missing(&one.severity))),
            ),
            secrets: tally(results.iter().flat_map(|one| &one.secrets).map(|one| or_missing(&one.severity))),
            licenses: tally(
                results.iter().flat_map(|one| &one.licenses).map(|one| or_missing(&one.severity)),
            ),
            suppressed: results.iter().map(|one| one.modified.len()).sum(),
        })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let report = Report::of(reading.payload)?;
        if !report.results.iter().any(Scanned::looked_for_vulnerabilities) {
            return Ok(Vec::new());
        }
        let mut findings = Vec::new();
        for result in &report.results {
            findings.extend(result.vulnerabilities().iter().map(finding));
            for modified in &result.modified {
                if let Some(found) = modified.vulnerability()? {
                    findings.push(modified.told(finding(&found)));
                }
            }
        }
        let created = loose_instant(report.created.as_deref());
        let mut found = VulnerabilityReport::new().with_findings(findings);
        found.target = report.artifact;
        Ok(vec![reading.evidence(found, created)?])
    }
}

impl Scanned {
    /// Whether it says anything of vulnerabilities: what was looked through for secrets, licences and configuration only does
    /// not.
    fn looked_for_vulnerabilities(&self) -> bool {
        self.vulnerabilities.is_some()
            || !matches!(self.class.text(), Some("config" | "secret" | "license" | "license-file"))
    }
}

impl Modified {
    /// A finding as whoever took it out has it.
    fn told(&self, finding: Vulnerability) -> Vulnerability {
        let status = match self.status.text() {
            Some("not_affected") => Some(VexStatus::NotAffected),
            Some("fixed") => Some(VexStatus::Fixed),
            _ => None,
        };
        let mut finding = finding.with_suppressed(true);
        finding.status = status.or(finding.status);
        finding.justification = self.statement.0.clone().or_else(|| self.source.0.clone());
        finding
    }
}

fn finding(found: &Found) -> Vulnerability {
    let mut finding = Vulnerability::new(&found.id)
        .with_fixed_in(found.fixed.text().into_iter().flat_map(|versions| versions.split(", ")));
    finding.package = found.identifier.purl.0.clone().or_else(|| found.package.0.clone());
    finding.version = found.installed.0.clone();
    finding.published_at = loose_instant(found.published.as_deref());
    finding.cvss = found.score();
    finding.severity = severity::of(found.severity.text(), finding.cvss);
    // `fixed` is that there is a fix to be had, and not that this version has it.
    finding.status = match found.status.0 {
        Some("not_affected") => Some(VexStatus::NotAffected),
        Some("under_investigation") => Some(VexStatus::UnderInvestigation),
        Some("affected" | "fixed" | "will_not_fix" | "fix_deferred" | "end_of_life") => {
            Some(VexStatus::Affected)
        }
        _ => None,
    };
    finding
}

impl Found {
    /// The score of whoever its severity is from, otherwise of the National Vulnerability Database, otherwise the worst.
    fn score(&self) -> Option<f64> {
        let source = self.source.text().and_then(|source| self.cvss.get(source));
        let first = [source, self.cvss.get("nvd")].into_iter().flatten().find_map(Cvss::newest);
        first.or_else(|| self.cvss.values().filter_map(Cvss::newest).reduce(f64::max))
    }
}

impl Cvss {
    fn newest(&self) -> Option<f64> {
        self.v40.or(self.v3).or(self.v2)
    }
}
