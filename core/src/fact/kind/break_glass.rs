//! An emergency: gates passed over by somebody who may.

use crate::document::{Extra, reads};
use crate::fact::{Source, Subject};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Gates passed over in an emergency, by somebody in a role that may, with a duty to make up for it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct BreakGlass {
    /// What it is called by.
    pub id: String,
    /// What goes out.
    pub subject: Subject,
    /// Why it cannot wait.
    pub reason: String,
    /// Who decided so.
    pub by: String,
    /// The role that they did it in.
    pub role: String,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When it was decided.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
    /// When it stops to count; never, where left out.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(BreakGlass keeping extra { id, subject, reason, by, role, source = Source::given(), observed_at, expires_at });

impl BreakGlass {
    /// With nothing said beyond this.
    pub fn new(
        id: impl Into<String>,
        subject: Subject,
        reason: impl Into<String>,
        by: impl Into<String>,
        role: impl Into<String>,
        observed_at: Timestamp,
    ) -> Self {
        Self {
            id: id.into(),
            subject,
            reason: reason.into(),
            by: by.into(),
            role: role.into(),
            source: Source::given(),
            observed_at,
            expires_at: None,
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
}
