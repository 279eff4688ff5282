//! What makers say of vulnerabilities in their products.

use crate::document::{Extra, names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What the makers of a product say of vulnerabilities in it (VEX).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct VexStatements {
    /// What they say.
    #[schemars(default)]
    pub statements: Vec<VexStatement>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(VexStatements keeping extra { statements = Vec::new() });

impl Default for VexStatements {
    fn default() -> Self {
        Self::new()
    }
}

impl VexStatements {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { statements: Vec::new(), extra: Extra::default() }
    }

    /// With `statements`: what they say.
    #[must_use]
    pub fn with_statements(mut self, statements: impl IntoIterator<Item = VexStatement>) -> Self {
        self.statements = statements.into_iter().collect();
        self
    }
}

/// What is said of one vulnerability.
///
/// ```
/// use greenboard::fact::{VexProduct, VexStatement, VexStatus};
///
/// let statement = VexStatement::new("CVE-2021-44228", VexStatus::NotAffected)
///     .with_justification("vulnerable_code_not_present")
///     .with_product(VexProduct::new("pkg:oci/shop").with_part("pkg:maven/org.apache.logging.log4j/log4j-core@2.13.2"));
/// assert_eq!(statement.products[0].parts.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct VexStatement {
    /// Its name.
    pub vulnerability: String,
    /// Its other names.
    #[schemars(default)]
    pub aliases: Vec<String>,
    /// What is said.
    pub status: VexStatus,
    /// Why it does not affect the product: a code of the format's, or a sentence.
    pub justification: Option<String>,
    /// When it was said, where that is not when the evidence was observed. Of several statements the latest counts.
    #[schemars(with = "Option<String>")]
    pub at: Option<Timestamp>,
    /// What it is said of; all that the subject contains, where left out.
    #[schemars(default)]
    pub products: Vec<VexProduct>,
}

reads!(VexStatement { vulnerability, aliases = Vec::new(), status, justification, at, products = Vec::new() });

impl VexStatement {
    /// With nothing said beyond this.
    pub fn new(vulnerability: impl Into<String>, status: VexStatus) -> Self {
        Self {
            vulnerability: vulnerability.into(),
            aliases: Vec::new(),
            status,
            justification: None,
            at: None,
            products: Vec::new(),
        }
    }

    /// With `aliases`: its other names.
    #[must_use]
    pub fn with_aliases(mut self, aliases: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.aliases = aliases.into_iter().map(Into::into).collect();
        self
    }

    /// With `justification`: why it does not affect the product.
    #[must_use]
    pub fn with_justification(mut self, justification: impl Into<String>) -> Self {
        self.justification = Some(justification.into());
        self
    }

    /// With `at`: when it was said.
    #[must_use]
    pub fn with_at(mut self, at: Timestamp) -> Self {
        self.at = Some(at);
        self
    }

    /// With one more of `products`: what it is said of.
    #[must_use]
    pub fn with_product(mut self, product: VexProduct) -> Self {
        self.products.push(product);
        self
    }
}

/// What a statement is about: a product, or parts of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct VexProduct {
    /// What it is called: package URLs, names, addresses, digests (`sha256:…`). Any of them will do: of the subject itself, or
    /// of a package in it.
    pub ids: Vec<String>,
    /// The parts of it that are meant, by package URL or name; all, where left out.
    #[schemars(default)]
    pub parts: Vec<String>,
}

reads!(VexProduct { ids, parts = Vec::new() });

impl VexProduct {
    /// All of what is called this.
    pub fn new(id: impl Into<String>) -> Self {
        Self { ids: vec![id.into()], parts: Vec::new() }
    }

    /// Also called this.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.ids.push(id.into());
        self
    }

    /// With `parts`: those of it that are meant.
    #[must_use]
    pub fn with_parts(mut self, parts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.parts = parts.into_iter().map(Into::into).collect();
        self
    }

    /// With one more of the parts that are meant.
    #[must_use]
    pub fn with_part(mut self, part: impl Into<String>) -> Self {
        self.parts.push(part.into());
        self
    }
}

/// What is said of a vulnerability in a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VexStatus {
    /// It does not affect the product.
    NotAffected,
    /// It did, and this version has the fix.
    Fixed,
    /// It is not yet known whether it does.
    UnderInvestigation,
    /// It does.
    Affected,
}

names!(VexStatus: "VEX status");

impl VexStatus {
    /// All of them, the best first.
    pub const ALL: &'static [Self] =
        &[Self::NotAffected, Self::Fixed, Self::UnderInvestigation, Self::Affected];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotAffected => "not_affected",
            Self::Fixed => "fixed",
            Self::UnderInvestigation => "under_investigation",
            Self::Affected => "affected",
        }
    }

    /// Whether it takes a vulnerability out of what counts.
    pub const fn clears(self) -> bool {
        matches!(self, Self::NotAffected | Self::Fixed)
    }
}
