//! The configuration files of other tools, as policies.
//!
//! Each function here is pure: texts in, a [`Policy`](super::Policy) out, with what else the files say as data, and a
//! [`Setting`] for every documented key that is not honoured.

mod release_please;

pub use release_please::{
    ChangelogSection, ConfiguredFile, ReleasePleaseConfig, ReleasePleasePath, release_please,
};

use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// A key of a configuration file that is not honoured, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Setting {
    /// The key.
    pub key: String,
    /// Where it stands first, as a path in the file.
    pub path: String,
    /// What becomes of it.
    pub message: String,
}

reads!(Setting { key, path, message });
