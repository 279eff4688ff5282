//! How an artefact came to be.

use crate::document::{Extra, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// How an artefact came to be, as its builder attests.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ProvenanceStatement {
    /// Who built it.
    pub builder: Option<String>,
    /// What it was built from.
    pub source_uri: Option<String>,
    /// What kind of statement it is, as its address: `https://slsa.dev/provenance/v1`.
    pub predicate_type: Option<String>,
    /// How it was built, as an address of the builder's.
    pub build_type: Option<String>,
    /// The digests that it is about, `sha256:…`.
    #[schemars(default)]
    pub subjects: Vec<String>,
    /// Whether its signature was checked, and held; none where nobody checked.
    pub verified: Option<bool>,
    /// The key with which it was checked, by the digest of its SubjectPublicKeyInfo.
    pub key: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ProvenanceStatement keeping extra {
    builder,
    source_uri,
    predicate_type,
    build_type,
    subjects = Vec::new(),
    verified,
    key,
});

impl Default for ProvenanceStatement {
    fn default() -> Self {
        Self::new()
    }
}

impl ProvenanceStatement {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self {
            builder: None,
            source_uri: None,
            predicate_type: None,
            build_type: None,
            subjects: Vec::new(),
            verified: None,
            key: None,
            extra: Extra::default(),
        }
    }

    /// With `builder`: who built it.
    #[must_use]
    pub fn with_builder(mut self, builder: impl Into<String>) -> Self {
        self.builder = Some(builder.into());
        self
    }

    /// With `source_uri`: what it was built from.
    #[must_use]
    pub fn with_source_uri(mut self, source_uri: impl Into<String>) -> Self {
        self.source_uri = Some(source_uri.into());
        self
    }

    /// With `predicate_type`: what kind of statement it is.
    #[must_use]
    pub fn with_predicate_type(mut self, predicate_type: impl Into<String>) -> Self {
        self.predicate_type = Some(predicate_type.into());
        self
    }

    /// With `build_type`: how it was built.
    #[must_use]
    pub fn with_build_type(mut self, build_type: impl Into<String>) -> Self {
        self.build_type = Some(build_type.into());
        self
    }

    /// With `subjects`: the digests that it is about, `sha256:…`.
    #[must_use]
    pub fn with_subjects(mut self, subjects: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.subjects = subjects.into_iter().map(Into::into).collect();
        self
    }

    /// With `verified`: whether its signature was checked, and held; none where nobody checked.
    #[must_use]
    pub fn with_verified(mut self, verified: bool) -> Self {
        self.verified = Some(verified);
        self
    }

    /// With `key`: the key with which its signature was checked.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
}
