//! OpenVEX: statements on whether products are affected by vulnerabilities.

use super::Adapter;
use crate::Result;
use crate::document::{Node, Read, Value, reads};
use crate::fact::{Fact, VexProduct, VexStatement, VexStatements, VexStatus};
use crate::tool::take::{Instant, Said, has, is_list, known, takes};
use crate::tool::{Payload, Reading};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What an OpenVEX document states.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct OpenVexInspection {
    /// The context, which names the version of OpenVEX.
    pub context: String,
    /// When it was issued.
    #[schemars(with = "Option<String>")]
    pub timestamp: Option<Timestamp>,
    /// The version of the document, as text: older ones wrote it so.
    pub version: Option<String>,
    /// The statements, in order.
    pub statements: Vec<OpenVexStatement>,
}

reads!(OpenVexInspection { context, timestamp, version, statements });

/// One statement of an OpenVEX document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct OpenVexStatement {
    /// The vulnerability's name.
    pub vulnerability: String,
    /// What is stated: `not_affected`, `affected`, `fixed` or `under_investigation`.
    pub status: String,
    /// Why a product is not affected, in OpenVEX' words.
    pub justification: Option<String>,
    /// Of how many products.
    pub products: usize,
}

reads!(OpenVexStatement { vulnerability, status, justification, products });

const STATUSES: &[&str] = &["not_affected", "affected", "fixed", "under_investigation"];

const JUSTIFICATIONS: &[&str] = &[
    "component_not_present",
    "vulnerable_code_not_present",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "inline_mitigations_already_exist",
];

/// An OpenVEX document.
#[derive(Debug)]
pub(super) struct Vex {
    context: Context,
    pub(super) timestamp: Instant,
    pub(super) last_updated: Instant,
    version: Said,
    pub(super) statements: Vec<Statement>,
}

takes!(Vex {
    context [required] as "@context",
    timestamp,
    last_updated,
    version,
    statements [required],
});

/// A context, or the first that is OpenVEX' among several.
#[derive(Debug)]
struct Context(String);

impl Read for Context {
    fn read(node: &Node) -> Result<Self> {
        context(node)
            .map(|context| Self(context.to_owned()))
            .ok_or_else(|| node.expected("the context of OpenVEX"))
    }
}

fn context(node: &Node) -> Option<&str> {
    let is_ours = |node: &'_ Node| node.text().is_ok_and(|text| text.starts_with("https://openvex.dev/ns"));
    match &node.value {
        Value::List(items) => items.iter().find(|item| is_ours(item))?.text().ok(),
        _ => Some(node).filter(|node| is_ours(node))?.text().ok(),
    }
}

#[derive(Debug)]
pub(super) struct Statement {
    pub(super) vulnerability: Vulnerability,
    pub(super) products: Vec<Product>,
    pub(super) status: Status,
    pub(super) justification: Justification,
    pub(super) impact: Said,
    pub(super) timestamp: Instant,
    pub(super) last_updated: Instant,
    /// Where version 0.0.1 says which parts of the products are meant.
    pub(super) subcomponents: Vec<Part>,
}

takes!(Statement {
    vulnerability [required],
    products,
    status [required],
    justification,
    impact as "impact_statement",
    timestamp,
    last_updated,
    subcomponents,
});

/// A vulnerability: a text in version 0.0.1, a map since.
#[derive(Debug)]
pub(super) struct Vulnerability {
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
}

#[derive(Debug)]
struct Named {
    id: Said,
    name: Said,
    aliases: Vec<String>,
}

takes!(Named { id as "@id", name, aliases });

impl Read for Vulnerability {
    fn read(node: &Node) -> Result<Self> {
        if let Value::Text(name) = &node.value {
            return Ok(Self { name: name.clone(), aliases: Vec::new() });
        }
        let Named { id, name, aliases } = Named::read(node)?;
        match name.0.or(id.0) {
            Some(name) => Ok(Self { name, aliases }),
            None => Err(node.expected("the name of a vulnerability")),
        }
    }
}

#[derive(Debug)]
pub(super) struct Status(pub(super) &'static str);

impl Read for Status {
    fn read(node: &Node) -> Result<Self> {
        known("openvex", node, "status of OpenVEX", STATUSES).map(Self)
    }
}

#[derive(Debug, Default)]
pub(super) struct Justification(pub(super) Option<&'static str>);

impl Read for Justification {
    fn read(node: &Node) -> Result<Self> {
        if matches!(&node.value, Value::Text(text) if text.is_empty()) {
            return Ok(Self(None));
        }
        known("openvex", node, "justification of OpenVEX", JUSTIFICATIONS).map(|word| Self(Some(word)))
    }
}

/// A product, or a part of one: a text in version 0.0.1, a map since.
#[derive(Debug, Default)]
pub(super) struct Product {
    pub(super) id: Said,
    pub(super) identifiers: BTreeMap<String, String>,
    pub(super) hashes: BTreeMap<String, String>,
    pub(super) subcomponents: Vec<Part>,
}

/// A part of a product, which has none of its own.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) id: Said,
    pub(super) identifiers: BTreeMap<String, String>,
    pub(super) hashes: BTreeMap<String, String>,
}

#[derive(Debug)]
struct ProductMap {
    id: Said,
    identifiers: BTreeMap<String, String>,
    hashes: BTreeMap<String, String>,
    subcomponents: Vec<Part>,
}

takes!(ProductMap { id as "@id", identifiers, hashes, subcomponents });

impl Read for Product {
    fn read(node: &Node) -> Result<Self> {
        if let Value::Text(id) = &node.value {
            return Ok(Self { id: Said(Some(id.clone())), ..Self::default() });
        }
        let ProductMap { id, identifiers, hashes, subcomponents } = ProductMap::read(node)?;
        Ok(Self { id, identifiers, hashes, subcomponents })
    }
}

impl Read for Part {
    fn read(node: &Node) -> Result<Self> {
        let Product { id, identifiers, hashes, .. } = Product::read(node)?;
        Ok(Self { id, identifiers, hashes })
    }
}

impl Vex {
    /// The document that a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        Self::read(payload.json()?)
    }
}

impl Adapter for OpenVexInspection {
    const REPORT: &'static str = "an OpenVEX document";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Some(node) = payload.json_map() else { return false };
        node.get("@context").and_then(context).is_some() && has(node, "statements", is_list)
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let vex = Vex::of(payload)?;
        let statements = vex.statements.iter().map(|statement| OpenVexStatement {
            vulnerability: statement.vulnerability.name.clone(),
            status: statement.status.0.to_owned(),
            justification: statement.justification.0.map(str::to_owned),
            products: statement.products.len(),
        });
        Ok(Self {
            context: vex.context.0,
            timestamp: vex.timestamp.0,
            version: vex.version.0,
            statements: statements.collect(),
        })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let vex = Vex::of(reading.payload)?;
        let issued = vex.last_updated.0.or(vex.timestamp.0);
        let statements = vex.statements.iter().map(|statement| statement.said(issued));
        Ok(vec![reading.evidence(VexStatements::new().with_statements(statements), issued)?])
    }
}

impl Statement {
    /// The statement, which is of the document's time where it states none.
    fn said(&self, issued: Option<Timestamp>) -> VexStatement {
        let mut said = VexStatement::new(&self.vulnerability.name, self.status())
            .with_aliases(&self.vulnerability.aliases);
        said.justification = self.justification.0.map(str::to_owned).or_else(|| self.impact.0.clone());
        said.at = self.last_updated.0.or(self.timestamp.0).or(issued);
        said.products = self.products.iter().map(|product| product.meant(&self.subcomponents)).collect();
        said
    }

    fn status(&self) -> VexStatus {
        match self.status.0 {
            "not_affected" => VexStatus::NotAffected,
            "fixed" => VexStatus::Fixed,
            "under_investigation" => VexStatus::UnderInvestigation,
            _ => VexStatus::Affected,
        }
    }
}

impl Product {
    fn meant(&self, subcomponents: &[Part]) -> VexProduct {
        let ids = names(&self.id, &self.identifiers, &self.hashes);
        let parts = self.subcomponents.iter().chain(subcomponents);
        let parts = parts.flat_map(|part| names(&part.id, &part.identifiers, &part.hashes));
        let mut product = VexProduct::new("").with_parts(parts);
        product.ids = ids;
        product
    }
}

/// Everything that a product or part is called: its id, its identifiers, its digests.
fn names(
    id: &Said,
    identifiers: &BTreeMap<String, String>,
    hashes: &BTreeMap<String, String>,
) -> Vec<String> {
    let digests = hashes.iter().map(|(algorithm, hex)| format!("{}:{hex}", algorithm.replace("sha-", "sha")));
    let mut names: Vec<String> = id.0.iter().chain(identifiers.values()).cloned().chain(digests).collect();
    names.sort();
    names.dedup();
    names
}
