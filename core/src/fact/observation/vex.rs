//! What makers say of vulnerabilities in their products.

use crate::document::{Extra, reads};
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
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct VexStatement {
    /// Its name.
    pub vulnerability: String,
    /// Its other names.
    #[schemars(default)]
    pub aliases: Vec<String>,
    /// `not_affected`, `affected`, `fixed` or `under_investigation`.
    pub status: String,
    /// Why it does not affect the product.
    pub justification: Option<String>,
    /// What it is said of, by purl or name; all that the subject contains, where left out.
    #[schemars(default)]
    pub products: Vec<String>,
}

reads!(VexStatement { vulnerability, aliases = Vec::new(), status, justification, products = Vec::new() });

impl VexStatement {
    /// With nothing said beyond this.
    pub fn new(vulnerability: impl Into<String>, status: impl Into<String>) -> Self {
        Self {
            vulnerability: vulnerability.into(),
            aliases: Vec::new(),
            status: status.into(),
            justification: None,
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

    /// With `products`: what it is said of, by purl or name; all that the subject contains, where left out.
    #[must_use]
    pub fn with_products(mut self, products: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.products = products.into_iter().map(Into::into).collect();
        self
    }
}
