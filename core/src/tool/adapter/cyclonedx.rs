//! CycloneDX in JSON: the parts of a product, and what is known of their vulnerabilities.

use super::Adapter;
use crate::Result;
use crate::document::{Node, Read, Value, reads};
use crate::fact::{
    Fact, Purl, Sbom, SbomPackage, VexProduct, VexStatement, VexStatements, VexStatus, VulnerabilityReport,
};
use crate::tool::take::{Instant, MISSING, Said, has, is_text, known, loose_instant, takes, tally};
use crate::tool::{Payload, Reading, cvss, severity};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a CycloneDX document says: components, licences, vulnerabilities and their analysis.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CycloneDxInspection {
    /// The version of CycloneDX, such as `1.6`.
    pub spec_version: String,
    /// The document's serial number.
    pub serial_number: Option<String>,
    /// When it was made.
    #[schemars(with = "Option<String>")]
    pub timestamp: Option<Timestamp>,
    /// The name of what it describes; none where it does not say.
    pub root: Option<String>,
    /// How many components it lists outright.
    pub components: usize,
    /// How many components stand inside others.
    pub nested: usize,
    /// The components that are listed outright, by type.
    pub types: BTreeMap<String, usize>,
    /// How many of them have a package URL.
    pub with_purl: usize,
    /// How many of them state no licence.
    pub without_licence: usize,
    /// How many entries the dependency graph has.
    pub dependencies: usize,
    /// How many vulnerabilities it lists.
    pub vulnerabilities: usize,
    /// The ids of the vulnerabilities, in order.
    pub ids: Vec<String>,
    /// Vulnerabilities by the worst severity of their ratings; `missing` where none states one.
    pub severity_max: BTreeMap<String, usize>,
    /// Vulnerabilities by the state of their analysis; `missing` where there is none.
    pub vex_states: BTreeMap<String, usize>,
}

reads!(CycloneDxInspection {
    spec_version,
    serial_number,
    timestamp,
    root,
    components,
    nested,
    types,
    with_purl,
    without_licence,
    dependencies,
    vulnerabilities,
    ids,
    severity_max,
    vex_states,
});

/// Every severity that a rating may have, the worst first.
const SEVERITIES: &[&str] = &["critical", "high", "medium", "low", "info", "none", "unknown"];

const STATES: &[&str] =
    &["resolved", "resolved_with_pedigree", "exploitable", "in_triage", "false_positive", "not_affected"];

/// A document.
#[derive(Debug)]
pub(super) struct Bom {
    pub(super) spec_version: Said,
    pub(super) serial_number: Said,
    pub(super) metadata: Metadata,
    pub(super) components: Vec<Component>,
    dependencies: Vec<Node>,
    pub(super) vulnerabilities: Vec<Vulnerability>,
}

takes!(Bom {
    spec_version as "specVersion",
    serial_number as "serialNumber",
    metadata,
    components,
    dependencies,
    vulnerabilities,
});

#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub(super) timestamp: Instant,
    pub(super) component: Option<Component>,
}

takes!(Metadata { timestamp, component });

#[derive(Debug, Default)]
pub(super) struct Component {
    pub(super) kind: Said,
    pub(super) reference: Said,
    pub(super) group: Said,
    pub(super) name: Said,
    pub(super) version: Said,
    pub(super) purl: Said,
    pub(super) licences: Vec<Licence>,
    pub(super) components: Vec<Component>,
}

takes!(Component {
    kind as "type",
    reference as "bom-ref",
    group,
    name,
    version,
    purl,
    licences as "licenses",
    components,
});

/// A licence as an expression, or as one licence by its SPDX id or another name.
#[derive(Debug)]
pub(super) struct Licence {
    pub(super) expression: Said,
    pub(super) license: Named,
}

takes!(Licence { expression, license });

#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) id: Said,
    pub(super) name: Said,
}

takes!(Named { id, name });

#[derive(Debug)]
pub(super) struct Vulnerability {
    pub(super) id: Said,
    pub(super) references: Vec<Reference>,
    pub(super) ratings: Vec<Rating>,
    pub(super) published: Said,
    pub(super) updated: Said,
    pub(super) analysis: Analysis,
    pub(super) affects: Vec<Affected>,
}

takes!(Vulnerability { id, references, ratings, published, updated, analysis, affects });

/// The same vulnerability under another name.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) id: Said,
}

takes!(Reference { id });

#[derive(Debug)]
pub(super) struct Rating {
    pub(super) severity: Severity,
    pub(super) score: Option<f64>,
    pub(super) method: Said,
    pub(super) vector: Said,
}

takes!(Rating { severity, score, method, vector });

/// A severity, by its rank in [`SEVERITIES`].
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Severity(Option<usize>);

impl Severity {
    /// In the document's words.
    pub(super) fn word(self) -> Option<&'static str> {
        SEVERITIES.get(self.0?).copied()
    }
}

impl Read for Severity {
    fn read(node: &Node) -> Result<Self> {
        let word = known("cyclonedx", node, "severity of CycloneDX", SEVERITIES)?;
        Ok(Self(SEVERITIES.iter().position(|other| *other == word)))
    }
}

#[derive(Debug, Default)]
pub(super) struct Analysis {
    pub(super) state: State,
    pub(super) justification: Said,
    pub(super) detail: Said,
    first_issued: Said,
    last_updated: Said,
}

takes!(Analysis {
    state,
    justification,
    detail,
    first_issued as "firstIssued",
    last_updated as "lastUpdated",
});

#[derive(Debug, Default)]
pub(super) struct State(pub(super) Option<&'static str>);

impl Read for State {
    fn read(node: &Node) -> Result<Self> {
        known("cyclonedx", node, "state of an analysis", STATES).map(|word| Self(Some(word)))
    }
}

#[derive(Debug)]
pub(super) struct Affected {
    pub(super) reference: String,
}

takes!(Affected { reference [required] as "ref" });

impl Vulnerability {
    /// The worst severity of its ratings.
    pub(super) fn worst(&self) -> Option<&'static str> {
        let worst = self.ratings.iter().filter_map(|rating| rating.severity.0).min();
        Severity(worst).word()
    }

    /// Its name: its id, or where it has none that of its first reference.
    pub(super) fn name(&self) -> Option<&str> {
        self.id.text().or_else(|| self.references.iter().find_map(|reference| reference.id.text()))
    }
}

impl Bom {
    /// The document that a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        Self::read(payload.json()?)
    }

    /// Every component, those inside others after the one they stand in.
    pub(super) fn all(&self) -> Vec<&Component> {
        let mut all = Vec::new();
        let mut open: Vec<&Component> = self.components.iter().rev().collect();
        while let Some(component) = open.pop() {
            all.push(component);
            open.extend(component.components.iter().rev());
        }
        all
    }
}

impl Adapter for CycloneDxInspection {
    const REPORT: &'static str = "CycloneDX in JSON";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Some(node) = payload.json_map() else { return false };
        let stated =
            node.get("bomFormat").is_some_and(|format| format.value == Value::Text("CycloneDX".to_owned()));
        stated && has(node, "specVersion", is_text)
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let bom = Bom::of(payload)?;
        let components = &bom.components;
        let vulnerabilities = &bom.vulnerabilities;
        Ok(Self {
            nested: bom.all().len() - components.len(),
            types: tally(components.iter().map(|one| one.kind.text().unwrap_or(MISSING))),
            with_purl: components.iter().filter(|one| one.purl.text().is_some()).count(),
            without_licence: components.iter().filter(|one| one.licences.is_empty()).count(),
            components: components.len(),
            dependencies: bom.dependencies.len(),
            ids: vulnerabilities.iter().map(|one| one.name().unwrap_or(MISSING).to_owned()).collect(),
            severity_max: tally(vulnerabilities.iter().map(|one| one.worst().unwrap_or(MISSING))),
            vex_states: tally(vulnerabilities.iter().map(|one| one.analysis.state.0.unwrap_or(MISSING))),
            vulnerabilities: vulnerabilities.len(),
            root: bom.metadata.component.and_then(|root| root.name.0),
            timestamp: bom.metadata.timestamp.0,
            serial_number: bom.serial_number.0,
            spec_version: bom.spec_version.0.unwrap_or_default(),
        })
    }

    /// A bill of materials where it lists components, a scanner's report where it lists vulnerabilities beside them, and
    /// statements of VEX where it says what became of those. That none are listed is no scan: nobody may have looked.
    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let bom = Bom::of(reading.payload)?;
        let at = bom.metadata.timestamp.0;
        let mut facts = Vec::new();
        if !bom.components.is_empty() {
            facts.push(reading.evidence(bom.bill(), at)?);
        }
        let is_analysed = |one: &Vulnerability| one.analysis.state.0.is_some();
        let scanned = !bom.components.is_empty() || !bom.vulnerabilities.iter().all(is_analysed);
        let parts = bom.by_reference();
        if scanned && !bom.vulnerabilities.is_empty() {
            let findings = bom.vulnerabilities.iter().flat_map(|one| one.findings(&parts));
            facts.push(reading.evidence(VulnerabilityReport::new().with_findings(findings), at)?);
        }
        let statements: Vec<VexStatement> =
            bom.vulnerabilities.iter().filter_map(|one| one.statement(&parts)).collect();
        if !statements.is_empty() {
            facts.push(reading.evidence(VexStatements::new().with_statements(statements), at)?);
        }
        Ok(facts)
    }
}

/// The components by reference, where that of what the document describes is no part.
struct Parts<'b> {
    by_reference: BTreeMap<&'b str, &'b Component>,
    root: Option<&'b str>,
}

impl Bom {
    fn bill(&self) -> Sbom {
        let packages = self.all().into_iter().filter_map(|component| {
            let mut package = SbomPackage::new(component.full_name()?);
            package.version = component.version.0.clone();
            package.purl = component.purl.0.clone();
            package.licence = component.licence();
            Some(package)
        });
        let mut bill = Sbom::new("cyclonedx").with_packages(packages);
        bill.spec_version = self.spec_version.0.clone();
        bill.dependencies = u64::try_from(self.dependencies.len()).unwrap_or(u64::MAX);
        bill
    }

    fn by_reference(&self) -> Parts<'_> {
        let all = self.all().into_iter();
        let by_reference = all.filter_map(|one| Some((one.reference.text()?, one))).collect();
        Parts { by_reference, root: self.metadata.component.as_ref().and_then(|root| root.reference.text()) }
    }
}

impl Component {
    /// Its group and name.
    fn full_name(&self) -> Option<String> {
        let name = self.name.text()?;
        Some(self.group.text().map_or_else(|| name.to_owned(), |group| format!("{group}/{name}")))
    }

    /// What it is called: its package URL, or else its name.
    fn called(&self) -> Option<String> {
        self.purl.0.clone().or_else(|| self.full_name())
    }

    /// All its licences as one expression: every one of them holds.
    fn licence(&self) -> Option<String> {
        let stated = |one: &Licence| {
            one.expression.0.clone().or(one.license.id.0.clone()).or(one.license.name.0.clone())
        };
        let mut licences: Vec<String> = self.licences.iter().filter_map(stated).collect();
        licences.dedup();
        match licences.as_slice() {
            [] => None,
            [only] => Some(only.clone()),
            several => Some(several.iter().map(|one| format!("({one})")).collect::<Vec<_>>().join(" AND ")),
        }
    }
}

impl Parts<'_> {
    /// What a reference means: a component's package URL or name, or the text where there is no such component.
    fn called(&self, reference: &str) -> String {
        let called = self.by_reference.get(reference).and_then(|component| component.called());
        called.or_else(|| linked(reference)).unwrap_or_else(|| reference.to_owned())
    }

    fn version(&self, reference: &str) -> Option<String> {
        self.by_reference.get(reference)?.version.0.clone()
    }
}

/// The reference to a component of another document: `urn:cdx:serial/version#pkg:…`.
fn linked(reference: &str) -> Option<String> {
    let reference =
        reference.strip_prefix("urn:cdx:").map_or(Some(reference), |link| Some(link.split_once('#')?.1))?;
    Purl::parse(reference).map(|purl| purl.to_string())
}

impl Vulnerability {
    fn aliases(&self) -> impl Iterator<Item = &str> {
        let name = self.name();
        self.references.iter().filter_map(|one| one.id.text()).filter(move |id| Some(*id) != name)
    }

    /// The vulnerability at each component that it affects, or at none in particular.
    fn findings(&self, parts: &Parts<'_>) -> Vec<crate::fact::Vulnerability> {
        let score = self.ratings.iter().filter_map(Rating::base).reduce(f64::max);
        let one = |affected: Option<&Affected>| {
            let mut finding =
                crate::fact::Vulnerability::new(self.name().unwrap_or(MISSING)).with_aliases(self.aliases());
            let reference = affected.map(|affected| affected.reference.as_str());
            let part = reference.filter(|reference| Some(*reference) != parts.root);
            finding.package = part.map(|reference| parts.called(reference));
            finding.version = part.and_then(|reference| parts.version(reference));
            finding.cvss = score;
            finding.severity = severity::of(self.worst(), score);
            finding.published_at = loose_instant(self.published.text());
            finding.status = self.status();
            finding.justification = self.justification();
            finding
        };
        match self.affects.as_slice() {
            [] => vec![one(None)],
            affects => affects.iter().map(|affected| one(Some(affected))).collect(),
        }
    }

    /// What is stated of it; none where nobody analysed it.
    fn statement(&self, parts: &Parts<'_>) -> Option<VexStatement> {
        let mut statement = VexStatement::new(self.name()?, self.status()?).with_aliases(self.aliases());
        statement.justification = self.justification();
        statement.at = loose_instant(self.analysis.updated().or(self.updated.text()));
        // Of what the document describes is of the whole subject.
        if !self.affects.iter().any(|affected| Some(affected.reference.as_str()) == parts.root) {
            let products =
                self.affects.iter().map(|affected| VexProduct::new(parts.called(&affected.reference)));
            statement.products = products.collect();
        }
        Some(statement)
    }

    fn status(&self) -> Option<VexStatus> {
        Some(match self.analysis.state.0? {
            "not_affected" | "false_positive" => VexStatus::NotAffected,
            "resolved" | "resolved_with_pedigree" => VexStatus::Fixed,
            "in_triage" => VexStatus::UnderInvestigation,
            _ => VexStatus::Affected,
        })
    }

    fn justification(&self) -> Option<String> {
        let false_positive =
            (self.analysis.state.0 == Some("false_positive")).then(|| "false_positive".to_owned());
        self.analysis.justification.0.clone().or(false_positive).or_else(|| self.analysis.detail.0.clone())
    }
}

impl Rating {
    /// Its CVSS base score.
    fn base(&self) -> Option<f64> {
        let is_cvss = self.method.text().is_none_or(|method| method.starts_with("CVSS"));
        let score = self.score.or_else(|| self.vector.text().and_then(cvss::score));
        score.filter(|score| is_cvss && (0.0..=10.0).contains(score))
    }
}

impl Analysis {
    fn updated(&self) -> Option<&str> {
        self.last_updated.text().or(self.first_issued.text())
    }
}
