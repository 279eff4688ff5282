//! CycloneDX in JSON: the parts of a product, and what is known of their vulnerabilities.

use super::Adapter;
use crate::Result;
use crate::document::{Node, Read, Value, reads};
use crate::tool::Payload;
use crate::tool::take::{Instant, MISSING, Said, has, is_text, known, takes, tally};
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
    pub(super) hashes: Vec<Hash>,
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
    hashes,
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
pub(super) struct Hash {
    pub(super) algorithm: Said,
    pub(super) content: Said,
}

takes!(Hash { algorithm as "alg", content });

#[derive(Debug)]
pub(super) struct Vulnerability {
    pub(super) id: Said,
    pub(super) references: Vec<Reference>,
    pub(super) ratings: Vec<Rating>,
    pub(super) description: Said,
    pub(super) recommendation: Said,
    pub(super) published: Said,
    pub(super) created: Said,
    pub(super) updated: Said,
    pub(super) analysis: Analysis,
    pub(super) affects: Vec<Affected>,
}

takes!(Vulnerability {
    id,
    references,
    ratings,
    description,
    recommendation,
    published,
    created,
    updated,
    analysis,
    affects,
});

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
}

takes!(Analysis { state, justification, detail });

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
    pub(super) versions: Vec<AffectedVersion>,
}

takes!(Affected { reference [required] as "ref", versions });

#[derive(Debug)]
pub(super) struct AffectedVersion {
    pub(super) version: Said,
    pub(super) status: Said,
}

takes!(AffectedVersion { version, status });

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
}
