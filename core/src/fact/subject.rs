//! What a fact is about.

use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// What a fact is about: a component, and as far as the fact says so its version, the environment and the artefact.
///
/// A part that is left out is left open: evidence without a version is about every version of its component.
///
/// ```
/// use greenboard::fact::Subject;
/// let subject = Subject::new("payments").with_version("1.4.0").with_environment("staging");
/// assert_eq!(subject.to_string(), "payments 1.4.0 in staging");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Subject {
    /// The component, by its name in the workspace or by the alias that the fact's tool has for it.
    pub component: String,
    /// The version: as the component's scheme writes it, or its tag, or the commit it was built from.
    pub version: Option<String>,
    /// The environment, by its name or by the alias that the fact's tool has for it.
    pub environment: Option<String>,
    /// The digest of the artefact, `sha256:…`.
    pub digest: Option<String>,
}

reads!(Subject { component, version, environment, digest });

impl Subject {
    /// A component, whatever its version, environment and artefact.
    pub fn new(component: impl Into<String>) -> Self {
        Self { component: component.into(), version: None, environment: None, digest: None }
    }

    /// At this version.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// In this environment.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Into<String>) -> Self {
        self.environment = Some(environment.into());
        self
    }

    /// As this artefact.
    #[must_use]
    pub fn with_digest(mut self, digest: impl Into<String>) -> Self {
        self.digest = Some(digest.into());
        self
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.component)?;
        if let Some(version) = self.version.as_ref().or(self.digest.as_ref()) {
            write!(f, " {version}")?;
        }
        match &self.environment {
            Some(environment) => write!(f, " in {environment}"),
            None => Ok(()),
        }
    }
}
