//! OSV: the JSON of osv-scanner, and single records of the schema's own.

use super::Adapter;
use crate::Result;
use crate::document::{Node, Read, reads};
use crate::fact::{Fact, Purl, Vulnerability, VulnerabilityReport};
use crate::tool::take::{Said, has, is_list, is_text, loose_instant, takes};
use crate::tool::{Payload, Reading, cvss, severity};
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
    pub(super) severity: Vec<Severity>,
    pub(super) affected: Vec<Affected>,
    pub(super) specific: Specific,
}

takes!(Record {
    id [required],
    aliases,
    published,
    withdrawn,
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

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let findings: Vec<Vulnerability> = match Osv::of(reading.payload)? {
            Osv::Report(report) => report
                .results
                .iter()
                .flat_map(|source| &source.packages)
                .flat_map(Scanned::findings)
                .collect(),
            Osv::Records(records) => records.iter().flat_map(Record::findings).collect(),
        };
        Ok(vec![reading.evidence(VulnerabilityReport::new().with_findings(findings), None)?])
    }
}

impl Scanned {
    fn findings(&self) -> impl Iterator<Item = Vulnerability> {
        let stands = self.vulnerabilities.iter().filter(|record| record.withdrawn.text().is_none());
        stands.map(|record| {
            let mut finding = record.finding(&self.package);
            for group in self.groups.iter().filter(|group| group.ids.contains(&record.id)) {
                let others = group.ids.iter().chain(&group.aliases).filter(|name| **name != record.id);
                finding.aliases.extend(others.cloned());
                finding.cvss = finding.cvss.or_else(|| group.max_severity.text()?.parse().ok());
            }
            finding.aliases.sort();
            finding.aliases.dedup();
            finding.severity = severity::of(record.word(), finding.cvss);
            finding
        })
    }
}

impl Record {
    /// The record at each package that it is about.
    fn findings(&self) -> Vec<Vulnerability> {
        if self.withdrawn.text().is_some() {
            return Vec::new();
        }
        let mut findings: Vec<Vulnerability> = Vec::new();
        for package in self.affected.iter().filter_map(|affected| affected.package.as_ref()) {
            let finding = self.finding(package);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        findings
    }

    fn finding(&self, package: &Package) -> Vulnerability {
        let mine =
            || self.affected.iter().filter(|one| one.package.as_ref().is_some_and(|other| other.is(package)));
        let ranges = mine().flat_map(|one| &one.ranges).filter(|range| range.kind.text() != Some("GIT"));
        let mut fixed: Vec<String> = Vec::new();
        for version in ranges.flat_map(|range| &range.events).filter_map(|change| change.fixed.text()) {
            if !fixed.iter().any(|known| known == version) {
                fixed.push(version.to_owned());
            }
        }
        let vectors = self.severity.iter().chain(mine().flat_map(|one| &one.severity));
        let mut finding = Vulnerability::new(&self.id).with_aliases(&self.aliases).with_fixed_in(fixed);
        finding.package = package.called();
        finding.version = package.version.0.clone();
        finding.published_at = loose_instant(self.published.text());
        finding.cvss = vectors.filter_map(|one| one.score.text()).filter_map(scored).reduce(f64::max);
        finding.severity = severity::of(self.word(), finding.cvss);
        finding
    }

    /// The severity in the words of the database it is from.
    fn word(&self) -> Option<&str> {
        self.specific.severity.as_ref()?.text().ok()
    }
}

/// A score is a vector, or of some databases a number.
fn scored(text: &str) -> Option<f64> {
    cvss::score(text).or_else(|| text.parse().ok()).filter(|score| (0.0..=10.0).contains(score))
}

impl Package {
    fn is(&self, other: &Self) -> bool {
        let stated = |a: &Said, b: &Said| a.text().is_none() || b.text().is_none() || a == b;
        self.name == other.name && stated(&self.ecosystem, &other.ecosystem)
    }

    /// Its package URL, where its ecosystem is known; otherwise its name.
    fn called(&self) -> Option<String> {
        let name = self.name.text()?;
        if let Some(mut purl) = self.purl.text().and_then(Purl::parse) {
            purl.version = purl.version.or_else(|| self.version.0.clone());
            return Some(purl.to_string());
        }
        // A release of a distribution follows a colon: `Debian:12`.
        let ecosystem = self.ecosystem.text().unwrap_or_default().split(':').next().unwrap_or_default();
        let (kind, namespace) = match ecosystem {
            "crates.io" => ("cargo", None),
            "Go" => ("golang", None),
            "npm" => ("npm", None),
            "PyPI" => ("pypi", None),
            "Maven" => ("maven", None),
            "NuGet" => ("nuget", None),
            "RubyGems" => ("gem", None),
            "Packagist" => ("composer", None),
            "Pub" => ("pub", None),
            "Hex" => ("hex", None),
            "Debian" => ("deb", Some("debian")),
            "Ubuntu" => ("deb", Some("ubuntu")),
            "Alpine" => ("apk", Some("alpine")),
            _ => return Some(name.to_owned()),
        };
        let name = namespace.map_or_else(|| name.to_owned(), |namespace| format!("{namespace}/{name}"));
        Some(Purl::new(kind, &name, self.version.text()).to_string())
    }
}
