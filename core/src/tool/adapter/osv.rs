//! OSV: the JSON of osv-scanner, and single records of the schema's own.

use super::Adapter;
use crate::Result;
use crate::document::{Node, Read, reads};
use crate::tool::Payload;
use crate::tool::take::{Said, has, is_list, is_text, takes};
use schemars::JsonSchema;
use serde::Serialize;

/// What osv-scanner, or a record of OSV, says: vulnerabilities of packages.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct OsvInspection {
    /// How many sources (lockfiles, images) were scanned; 0 for a record.
    pub sources: usize,
    /// How many packages, each counted in each of its sources.
    pub packages: usize,
    /// How many vulnerabilities, each counted at each of its packages.
    pub vulnerabilities: usize,
    /// The ids of the vulnerabilities, in order, one for each package that has it.
    pub ids: Vec<String>,
    /// How many groups: ids of one vulnerability under its several names.
    pub groups: usize,
    /// How many vulnerabilities state no CVSS vector.
    pub without_severity: usize,
}

reads!(OsvInspection { sources, packages, vulnerabilities, ids, groups, without_severity });

/// A report of osv-scanner.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) results: Vec<Source>,
}

takes!(Report { results });

#[derive(Debug)]
pub(super) struct Source {
    pub(super) packages: Vec<Scanned>,
}

takes!(Source { packages });

#[derive(Debug)]
pub(super) struct Scanned {
    pub(super) package: Package,
    pub(super) vulnerabilities: Vec<Record>,
    pub(super) groups: Vec<Group>,
}

takes!(Scanned { package [required], vulnerabilities, groups });

#[derive(Debug)]
pub(super) struct Package {
    pub(super) name: Said,
    pub(super) version: Said,
    pub(super) ecosystem: Said,
    pub(super) purl: Said,
}

takes!(Package { name, version, ecosystem, purl });

/// Ids of one vulnerability.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) ids: Vec<String>,
    pub(super) aliases: Vec<String>,
    pub(super) max_severity: Said,
}

takes!(Group { ids, aliases, max_severity });

/// A record of OSV.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) aliases: Vec<String>,
    pub(super) published: Said,
    pub(super) withdrawn: Said,
    pub(super) summary: Said,
    pub(super) severity: Vec<Severity>,
    pub(super) affected: Vec<Affected>,
    pub(super) specific: Specific,
}

takes!(Record {
    id [required],
    aliases,
    published,
    withdrawn,
    summary,
    severity,
    affected,
    specific as "database_specific",
});

#[derive(Debug)]
pub(super) struct Severity {
    pub(super) score: Said,
}

takes!(Severity { score });

#[derive(Debug, Default)]
pub(super) struct Specific {
    pub(super) severity: Option<Node>,
}

takes!(Specific { severity });

#[derive(Debug)]
pub(super) struct Affected {
    pub(super) package: Option<Package>,
    pub(super) severity: Vec<Severity>,
    pub(super) ranges: Vec<Range>,
}

takes!(Affected { package, severity, ranges });

#[derive(Debug)]
pub(super) struct Range {
    pub(super) kind: Said,
    pub(super) events: Vec<Change>,
}

takes!(Range { kind as "type", events });

#[derive(Debug)]
pub(super) struct Change {
    pub(super) fixed: Said,
}

takes!(Change { fixed });

/// Either of them.
#[derive(Debug)]
pub(super) enum Osv {
    Report(Report),
    Records(Vec<Record>),
}

impl Osv {
    /// What a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        let node = payload.json()?;
        if has(node, "results", is_list) {
            return Report::read(node).map(Self::Report);
        }
        match node.get("vulns") {
            Some(records) => Vec::read(records).map_err(|error| error.under_key("vulns")).map(Self::Records),
            None if node.list().is_ok() => Vec::read(node).map(Self::Records),
            None => Record::read(node).map(|record| Self::Records(vec![record])),
        }
    }
}

/// Whether a map has what the schema asks of a record.
fn is_record(node: &Node) -> bool {
    has(node, "id", is_text)
        && has(node, "modified", is_text)
        && (has(node, "affected", is_list) || has(node, "schema_version", is_text))
}

/// Whether a map is what osv-scanner says of a source.
fn is_source(node: &Node) -> bool {
    node.get("packages").is_some() && node.get("source").is_some()
}

impl Adapter for OsvInspection {
    const REPORT: &'static str = "osv-scanner's JSON, or a record of OSV";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Ok(node) = payload.json() else { return false };
        let all = |node: &Node, is: fn(&Node) -> bool| {
            node.list().is_ok_and(|items| !items.is_empty() && items.iter().all(is))
        };
        match node.get("results") {
            Some(results) => {
                // Other scanners, too, call an empty list so, with more beside it.
                let clean = results.list().is_ok_and(<[Node]>::is_empty)
                    && node.map().is_ok_and(|entries| {
                        entries
                            .iter()
                            .all(|(key, _)| ["results", "experimental_config"].contains(&key.text.as_str()))
                    });
                clean || all(results, is_source)
            }
            None => {
                is_record(node)
                    || node.get("vulns").is_some_and(|some| all(some, is_record))
                    || all(node, is_record)
            }
        }
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let stated = |record: &Record| {
            !record.severity.is_empty()
                || record.affected.iter().any(|affected| !affected.severity.is_empty())
        };
        let (sources, packages, groups, records): (_, _, _, Vec<Record>) = match Osv::of(payload)? {
            Osv::Report(report) => {
                let sources = report.results.len();
                let packages: Vec<Scanned> =
                    report.results.into_iter().flat_map(|source| source.packages).collect();
                let groups = packages.iter().map(|one| one.groups.len()).sum();
                (
                    sources,
                    packages.len(),
                    groups,
                    packages.into_iter().flat_map(|one| one.vulnerabilities).collect(),
                )
            }
            Osv::Records(records) => {
                (0, records.iter().map(|record| record.affected.len()).sum(), records.len(), records)
            }
        };
        Ok(Self {
            sources,
            packages,
            vulnerabilities: records.len(),
            groups,
            without_severity: records.iter().filter(|record| !stated(record)).count(),
            ids: records.into_iter().map(|record| record.id).collect(),
        })
    }
}
