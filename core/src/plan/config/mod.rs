//! The configuration files of other tools, as policies.
//!
//! Every documented key of a tool is either followed, or named in a warning that says why it is not.

mod changesets;
mod check;
mod release_please;

pub use changesets::changesets;
pub use check::check;
pub use release_please::{
    ChangelogSection, ConfiguredFile, ReleasePleaseConfig, ReleasePleasePath, release_please,
};

use super::Policy;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// A policy that was read from another tool's configuration.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Configured {
    /// The policy; its origins name the file and key that each setting comes from.
    pub policy: Policy,
    /// What of the configuration is not followed, in the order of the files.
    pub left: Vec<LeftKey>,
}

reads!(Configured as "greenboard/configured/1" { policy, left });

impl Configured {
    /// Its canonical JSON.
    ///
    /// # Errors
    /// `document.*`, where it was built by hand of what JSON cannot hold.
    pub fn to_json(&self) -> crate::Result<String> {
        crate::document::emit(self)
    }
}

/// A key of a configuration that is not followed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct LeftKey {
    /// The file.
    pub file: String,
    /// The key, by its path in the file.
    pub key: String,
    /// The sentence for people: why it is not followed, and what takes its place.
    pub message: String,
}

reads!(LeftKey { file, key, message });

impl LeftKey {
    /// A key that is not followed, and why.
    pub(crate) fn new(file: &str, key: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), key: key.into(), message: message.into() }
    }
}
