//! `cargo audit --json`.

use super::Adapter;
use crate::Result;
use crate::document::{Read, reads};
use crate::fact::{Fact, Metric, Purl, Vulnerability, VulnerabilityReport};
use crate::tool::cvss;
use crate::tool::severity;
use crate::tool::take::{Said, has, is_map, loose_instant, takes};
use crate::tool::{Payload, Reading, ToolError};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What `cargo audit` says: advisories of RustSec on the crates of a lockfile.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CargoAuditInspection {
    /// Whether there are vulnerabilities, as the report states it.
    pub found: bool,
    /// How many vulnerabilities the report counts.
    pub count: usize,
    /// How many vulnerabilities the report lists.
    pub listed: usize,
    /// The ids of the vulnerabilities, in order, one for each crate that has it.
    pub ids: Vec<String>,
    /// How many vulnerabilities have a CVSS vector.
    pub with_cvss: usize,
    /// Warnings by kind (`unmaintained`, `unsound`, `yanked`, …): they are no vulnerabilities.
    pub warnings: BTreeMap<String, usize>,
    /// How many crates the lockfile holds.
    pub lockfile_deps: usize,
    /// How many advisories the database holds.
    pub db_advisories: usize,
}

reads!(CargoAuditInspection { found, count, listed, ids, with_cvss, warnings, lockfile_deps, db_advisories });

/// A report.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) database: Database,
    lockfile: Lockfile,
    settings: Settings,
    pub(super) vulnerabilities: Vulnerabilities,
    pub(super) warnings: Warnings,
}

takes!(Report { database, lockfile, settings, vulnerabilities [required], warnings });

#[derive(Debug, Default)]
struct Settings {
    warnings: Vec<String>,
}

takes!(Settings { warnings as "informational_warnings" });

#[derive(Debug, Default)]
pub(super) struct Database {
    advisories: usize,
}

takes!(Database { advisories as "advisory-count" });

#[derive(Debug, Default)]
struct Lockfile {
    dependencies: usize,
}

takes!(Lockfile { dependencies as "dependency-count" });

#[derive(Debug)]
pub(super) struct Vulnerabilities {
    found: bool,
    count: usize,
    pub(super) list: Vec<Found>,
}

takes!(Vulnerabilities { found, count, list [required] });

/// An advisory on a crate.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) advisory: Advisory,
    pub(super) versions: Versions,
    pub(super) package: Package,
}

takes!(Found { advisory [required], versions, package [required] });

#[derive(Debug)]
pub(super) struct Advisory {
    pub(super) id: String,
    pub(super) date: Said,
    pub(super) aliases: Vec<String>,
    pub(super) cvss: Said,
    pub(super) withdrawn: Said,
}

takes!(Advisory { id [required], date, aliases, cvss, withdrawn });

#[derive(Debug, Default)]
pub(super) struct Versions {
    pub(super) patched: Vec<String>,
}

takes!(Versions { patched });

#[derive(Debug)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: Said,
}

takes!(Package { name [required], version });

/// Warnings by kind: a list each, in reports before version 0.14 one list of all.
#[derive(Debug, Default)]
pub(super) struct Warnings(BTreeMap<String, usize>);

#[derive(Debug)]
struct Warning {
    kind: Said,
}

takes!(Warning { kind });

impl Read for Warnings {
    fn read(node: &crate::document::Node) -> Result<Self> {
        if let Ok(list) = node.list() {
            let mut kinds = BTreeMap::new();
            for item in list {
                let kind =
                    Warning::read(item)?.kind.0.unwrap_or_else(|| crate::tool::take::MISSING.to_owned());
                *kinds.entry(kind).or_insert(0) += 1;
            }
            return Ok(Self(kinds));
        }
        let by_kind = BTreeMap::<String, Vec<Warning>>::read(node)?;
        Ok(Self(by_kind.into_iter().map(|(kind, list)| (kind, list.len())).collect()))
    }
}

impl Report {
    /// The report that a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        let report = Self::read(payload.json()?)?;
        let Vulnerabilities { found, count, list } = &report.vulnerabilities;
        // A report cut short must not pass for one with fewer vulnerabilities.
        if *count > list.len() || (*found && list.is_empty()) {
            let reason = format!("it counts {count} vulnerabilities and lists {}", list.len());
            return Err(ToolError::Partial { tool: "cargo_audit", reason }.into());
        }
        Ok(report)
    }
}

impl Adapter for CargoAuditInspection {
    const REPORT: &'static str = "the JSON of cargo audit";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Some(node) = payload.json_map() else { return false };
        let listed = node.get("vulnerabilities").is_some_and(|some| some.get("list").is_some());
        listed && (has(node, "lockfile", is_map) || has(node, "database", is_map))
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let report = Report::of(payload)?;
        let list = &report.vulnerabilities.list;
        Ok(Self {
            found: report.vulnerabilities.found,
            count: report.vulnerabilities.count,
            listed: list.len(),
            ids: list.iter().map(|one| one.advisory.id.clone()).collect(),
            with_cvss: list.iter().filter(|one| one.advisory.cvss.text().is_some()).count(),
            warnings: report.warnings.0,
            lockfile_deps: report.lockfile.dependencies,
            db_advisories: report.database.advisories,
        })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let report = Report::of(reading.payload)?;
        let list = report.vulnerabilities.list.iter().filter(|one| one.advisory.withdrawn.text().is_none());
        let findings: Vec<Vulnerability> = list.map(finding).collect();
        let mut facts = vec![reading.evidence(VulnerabilityReport::new().with_findings(findings), None)?];
        // What was looked for and not found is none, and what was not looked for is nothing.
        let mut warnings: BTreeMap<&str, usize> =
            report.settings.warnings.iter().map(|kind| (kind.as_str(), 0)).collect();
        warnings.extend(self.warnings.iter().map(|(kind, count)| (kind.as_str(), *count)));
        for (kind, count) in warnings {
            facts.push(reading.evidence(Metric::new(format!("cargo_audit.{kind}"), count as f64), None)?);
        }
        Ok(facts)
    }
}

fn finding(one: &Found) -> Vulnerability {
    let Found { advisory, versions, package } = one;
    let purl = Purl::new("cargo", &package.name, package.version.text());
    let mut finding = Vulnerability::new(&advisory.id)
        .with_aliases(&advisory.aliases)
        .with_package(purl.to_string())
        .with_fixed_in(&versions.patched);
    finding.version = package.version.0.clone();
    finding.published_at = loose_instant(advisory.date.text());
    finding.cvss = advisory.cvss.text().and_then(cvss::score);
    finding.severity = severity::of(None, finding.cvss);
    finding
}
