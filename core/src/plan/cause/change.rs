//! A reason in the component itself.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// A change to the component itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChangeCause {
    /// The change's id.
    pub id: String,
    /// What it asks for.
    pub bump: Bump,
    /// The change in one line.
    pub description: String,
}

reads!(ChangeCause { id, bump, description });

impl fmt::Display for ChangeCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", short_id(&self.id), self.description, self.bump)
    }
}

/// A hash by its first characters; any other id in full.
pub(crate) fn short_id(id: &str) -> &str {
    let hash = id.split('#').next().unwrap_or_default();
    let is_hash = hash.len() >= 40 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hash { hash.get(..7).unwrap_or(hash) } else { id }
}
