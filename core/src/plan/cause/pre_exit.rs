//! A reason in the end of a series of prereleases.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The arrival of the train that the component rides: what it has out is a prerelease, and nothing else asks for its release.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PreExitCause {
    /// The train's word.
    pub tag: String,
    /// The prerelease that is out.
    pub old: String,
    /// What this asks for.
    pub bump: Bump,
}

reads!(PreExitCause { tag, old, bump });

impl fmt::Display for PreExitCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} train arrives, and {} is a prerelease", self.tag, self.old)
    }
}
