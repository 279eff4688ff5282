//! What a consumer asks of a provider.

use crate::document::{Extra, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// What this version of a consumer asks of a provider (a pact).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Contract {
    /// The provider.
    pub provider: String,
    /// The digest of what is asked: versions that ask the same share their verifications.
    pub content: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Contract keeping extra { provider, content });

impl Contract {
    /// With nothing said beyond this.
    pub fn new(provider: impl Into<String>) -> Self {
        Self { provider: provider.into(), content: None, extra: Extra::default() }
    }

    /// With `content`: the digest of what is asked: versions that ask the same share their verifications.
    #[must_use]
    pub fn with_content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }
}
