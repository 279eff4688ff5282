//! From what a report says to facts about a subject.

use super::dsse::PublicKey;
use super::payload::Payload;
use crate::Result;
use crate::document::{digest, digest_text, reads};
use crate::fact::{Evidence, Fact, Observation, Source, Subject};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What is known of a report besides its text. All of it may be left out.
///
/// ```
/// use greenboard::tool::ReadOptions;
/// let options = ReadOptions::new().with_suite("end_to_end").with_uri("https://ci.example/builds/7");
/// assert_eq!(options.suite.as_deref(), Some("end_to_end"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Which of several suites of tests these are: `unit`, `end_to_end`.
    pub suite: Option<String>,
    /// Where people look the report up.
    pub uri: Option<String>,
    /// When the facts stop to count; never, where left out.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// The key with which signatures are checked; without one they stay unchecked.
    pub key: Option<PublicKey>,
}

reads!(ReadOptions { suite, uri, expires_at, key });

impl ReadOptions {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }
    /// Of this suite of tests.
    #[must_use]
    pub fn with_suite(mut self, suite: impl Into<String>) -> Self {
        self.suite = Some(suite.into());
        self
    }
    /// To be looked up there.
    #[must_use]
    pub fn with_uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = Some(uri.into());
        self
    }
    /// With signatures checked with this key.
    #[must_use]
    pub fn with_key(mut self, key: PublicKey) -> Self {
        self.key = Some(key);
        self
    }
    /// With facts that count until then.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }
}

/// A report that is being read: its text, and what its facts have in common.
pub(crate) struct Reading<'r> {
    /// The text.
    pub payload: &'r Payload<'r>,
    /// The tool it is of.
    pub tool: &'static str,
    /// What it is about.
    pub subject: &'r Subject,
    /// When it is read.
    pub at: Timestamp,
    /// What else is known of it.
    pub options: &'r ReadOptions,
}

impl Reading<'_> {
    /// Evidence of this, observed when the report says it was, else when it is read: never later, for a clock that is ahead or
    /// a zone that is left out would put it into the future.
    pub(crate) fn evidence(&self, value: impl Into<Observation>, stated: Option<Timestamp>) -> Result<Fact> {
        self.evidence_of(self.subject.clone(), value, stated)
    }

    /// Likewise, of a subject that the report says more of than whoever hands it over.
    pub(crate) fn evidence_of(
        &self,
        subject: Subject,
        value: impl Into<Observation>,
        stated: Option<Timestamp>,
    ) -> Result<Fact> {
        let observed_at = stated.map_or(self.at, |stated| stated.min(self.at));
        let mut source = Source::new(self.tool);
        source.uri.clone_from(&self.options.uri);
        let mut evidence = Evidence::new("", subject, value.into(), observed_at)
            .with_source(source)
            .with_digest(digest_text(self.payload.bytes()));
        evidence.expires_at = self.options.expires_at;
        // The same content has the same name, and no other has.
        let content = digest(&evidence)?;
        let short = content.split(':').next_back().and_then(|hex| hex.get(..16)).unwrap_or_default();
        evidence.id = format!("{}:{}:{short}", self.tool, evidence.subject.component);
        Ok(evidence.into())
    }
}
