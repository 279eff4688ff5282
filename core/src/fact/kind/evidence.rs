//! An observation with its subject, its source and its time.

use crate::document::{Extra, reads};
use crate::fact::{Observation, Source, Subject};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// An observed fact about a subject: what a tool reported, when, and until when it counts.
///
/// ```
/// use greenboard::fact::{Evidence, Metric, Subject};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let latency = Evidence::new("e1", Subject::new("payments"), Metric::new("p95_latency", 312.0).into(), at);
/// assert_eq!(latency.value.kind(), "metric");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Evidence {
    /// What it is called by; the same fact sent again has the same.
    pub id: String,
    /// What was observed.
    pub subject: Subject,
    /// What was observed of it. Its `kind` is the kind of the evidence.
    pub value: Observation,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When it was observed.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
    /// When it stops to count; never, where left out.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// The digest of the document that it was read from, `sha256:…`.
    pub digest: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Evidence keeping extra { id, subject, value, source = Source::given(), observed_at, expires_at, digest });

impl Evidence {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, subject: Subject, value: Observation, observed_at: Timestamp) -> Self {
        Self {
            id: id.into(),
            subject,
            value,
            source: Source::given(),
            observed_at,
            expires_at: None,
            digest: None,
            extra: Extra::default(),
        }
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }

    /// With `expires_at`: when it stops to count; never, where left out.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// With `digest`: the digest of the document that it was read from, `sha256:…`.
    #[must_use]
    pub fn with_digest(mut self, digest: impl Into<String>) -> Self {
        self.digest = Some(digest.into());
        self
    }
}
