//! SPDX 2 in JSON.

use super::Adapter;
use crate::Result;
use crate::document::{Node, Read, reads};
use crate::fact::{Fact, Sbom, SbomPackage};
use crate::tool::take::{Instant, Said, has, is_text, takes};
use crate::tool::{Payload, Reading};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What an SPDX 2 document says: packages, files and their licences.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SpdxInspection {
    /// The version of SPDX, such as `SPDX-2.3`.
    pub spdx_version: String,
    /// The document's name.
    pub name: Option<String>,
    /// The document's namespace, which is unique to it.
    pub namespace: Option<String>,
    /// When it was made.
    #[schemars(with = "Option<String>")]
    pub created: Option<Timestamp>,
    /// Who, or what, made it.
    pub creators: Vec<String>,
    /// The names of the packages that it describes.
    pub describes: Vec<String>,
    /// How many packages, those that it describes included.
    pub packages: usize,
    /// How many files.
    pub files: usize,
    /// How many relationships.
    pub relationships: usize,
    /// How many packages have a package URL.
    pub with_purl: usize,
    /// How many packages have no licence, concluded or declared: left out, `NOASSERTION` or `NONE`.
    pub without_licence: usize,
}

reads!(SpdxInspection {
    spdx_version,
    name,
    namespace,
    created,
    creators,
    describes,
    packages,
    files,
    relationships,
    with_purl,
    without_licence,
});

/// A document.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) version: Said,
    pub(super) id: Said,
    pub(super) name: Said,
    pub(super) namespace: Said,
    pub(super) creation: Creation,
    pub(super) describes: Vec<String>,
    pub(super) packages: Vec<Package>,
    files: Vec<Node>,
    pub(super) relationships: Vec<Relationship>,
}

takes!(Document {
    version as "spdxVersion",
    id as "SPDXID",
    name,
    namespace as "documentNamespace",
    creation as "creationInfo",
    describes as "documentDescribes",
    packages,
    files,
    relationships,
});

#[derive(Debug, Default)]
pub(super) struct Creation {
    pub(super) created: Instant,
    pub(super) creators: Vec<String>,
}

takes!(Creation { created, creators });

#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) id: Said,
    pub(super) name: Said,
    pub(super) version: Said,
    pub(super) concluded: Said,
    pub(super) declared: Said,
    pub(super) references: Vec<Reference>,
}

takes!(Package {
    id as "SPDXID",
    name,
    version as "versionInfo",
    concluded as "licenseConcluded",
    declared as "licenseDeclared",
    references as "externalRefs",
});

#[derive(Debug)]
pub(super) struct Reference {
    pub(super) kind: Said,
    pub(super) locator: Said,
}

takes!(Reference { kind as "referenceType", locator as "referenceLocator" });

#[derive(Debug)]
pub(super) struct Relationship {
    pub(super) from: Said,
    pub(super) kind: Said,
    pub(super) to: Said,
}

takes!(Relationship {
    from as "spdxElementId",
    kind as "relationshipType",
    to as "relatedSpdxElement",
});

impl Package {
    /// Its package URL.
    pub(super) fn purl(&self) -> Option<&str> {
        let is_purl = |reference: &&Reference| reference.kind.text() == Some("purl");
        self.references.iter().find(is_purl)?.locator.text()
    }

    /// The expression of its licence: what was concluded, or else what it declares.
    pub(super) fn licence(&self) -> Option<&str> {
        fn stated(said: &Said) -> Option<&str> {
            said.text().filter(|text| !["NOASSERTION", "NONE"].contains(text))
        }
        stated(&self.concluded).or_else(|| stated(&self.declared))
    }
}

impl Document {
    /// The document that a payload is.
    pub(super) fn of(payload: &Payload<'_>) -> Result<Self> {
        Self::read(payload.json()?)
    }

    /// The packages that the document describes.
    pub(super) fn described(&self) -> Vec<&Package> {
        let document = self.id.text();
        let mut ids: Vec<&str> = self.describes.iter().map(String::as_str).collect();
        for relationship in &self.relationships {
            let (from, to) = (&relationship.from, &relationship.to);
            let described = match relationship.kind.text() {
                Some("DESCRIBES") if from.text() == document => to.text(),
                Some("DESCRIBED_BY") if to.text() == document => from.text(),
                _ => None,
            };
            ids.extend(described);
        }
        let ids: std::collections::BTreeSet<&str> = ids.into_iter().collect();
        self.packages.iter().filter(|package| package.id.text().is_some_and(|id| ids.contains(id))).collect()
    }
}

impl Adapter for SpdxInspection {
    const REPORT: &'static str = "SPDX 2 in JSON";

    fn recognises(payload: &Payload<'_>) -> bool {
        let Some(node) = payload.json_map() else { return false };
        let version = node.get("spdxVersion").and_then(|version| version.text().ok());
        version.is_some_and(|version| version.starts_with("SPDX-2.")) && has(node, "SPDXID", is_text)
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let document = Document::of(payload)?;
        let packages = &document.packages;
        let named = |package: &&Package| package.name.text().map(str::to_owned);
        Ok(Self {
            describes: document.described().iter().filter_map(named).collect(),
            packages: packages.len(),
            with_purl: packages.iter().filter(|package| package.purl().is_some()).count(),
            without_licence: packages.iter().filter(|package| package.licence().is_none()).count(),
            files: document.files.len(),
            relationships: document.relationships.len(),
            created: document.creation.created.0,
            creators: document.creation.creators,
            name: document.name.0,
            namespace: document.namespace.0,
            spdx_version: document.version.0.unwrap_or_default(),
        })
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let document = Document::of(reading.payload)?;
        if document.packages.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![reading.evidence(document.bill(), document.creation.created.0)?])
    }
}

impl Document {
    /// The bill: all packages but the one that the document describes, where it has parts.
    fn bill(&self) -> Sbom {
        let described = self.described();
        let only = described.len() == self.packages.len();
        let is_root = |package: &Package| !only && described.iter().any(|root| root.id == package.id);
        let packages = self.packages.iter().filter(|package| !is_root(package)).map(|package| {
            let mut one = SbomPackage::new(package.name.text().unwrap_or_default());
            one.version = package.version.0.clone();
            one.purl = package.purl().map(str::to_owned);
            one.licence = package.licence().map(str::to_owned);
            one
        });
        let depends = |one: &&Relationship| one.kind.text().is_some_and(|kind| kind.contains("DEPEND"));
        let mut bill = Sbom::new("spdx").with_packages(packages);
        bill.spec_version = self.version.text().map(|text| text.trim_start_matches("SPDX-").to_owned());
        bill.dependencies =
            u64::try_from(self.relationships.iter().filter(depends).count()).unwrap_or(u64::MAX);
        bill
    }
}
