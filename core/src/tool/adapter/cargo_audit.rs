//! `cargo audit --json`.

use super::Adapter;
use crate::Result;
use crate::document::{Read, reads};
use crate::tool::take::{Said, has, is_map, takes};
use crate::tool::{Payload, ToolError};
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
    pub(super) vulnerabilities: Vulnerabilities,
    pub(super) warnings: Warnings,
}

takes!(Report { database, lockfile, vulnerabilities [required], warnings });

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
    pub(super) title: Said,
    pub(super) date: Said,
    pub(super) aliases: Vec<String>,
    pub(super) cvss: Said,
    pub(super) withdrawn: Said,
}

takes!(Advisory { id [required], title, date, aliases, cvss, withdrawn });

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
            return Err(ToolError::Contradictory { tool: "cargo_audit", reason }.into());
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
}
