//! Where a fact comes from.

use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// Where a fact comes from: the tool that observed it, and where it may be looked up.
///
/// ```
/// use greenboard::fact::Source;
/// assert_eq!(Source::new("junit").with_uri("https://ci/1").tool, "junit");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Source {
    /// The tool, as identities call it: `junit`, `trivy`, `github`, …
    pub tool: String,
    /// Where people look it up: a link, or the name of a file.
    pub uri: Option<String>,
}

reads!(Source { tool, uri });

impl Source {
    /// This tool.
    pub fn new(tool: impl Into<String>) -> Self {
        Self { tool: tool.into(), uri: None }
    }

    /// To be looked up there.
    #[must_use]
    pub fn with_uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = Some(uri.into());
        self
    }
}

impl Source {
    /// Whoever hands the fact over.
    pub(crate) fn given() -> Self {
        Self::new("given")
    }
}

impl Default for Source {
    fn default() -> Self {
        Self::given()
    }
}
