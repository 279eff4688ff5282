//! A reason in what the component shares its version with.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The release of a component that this one always shares its version with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FixedCause {
    /// The component whose bump decides, for all that share the version.
    pub component: String,
    /// The manifest that states the version of all of them, relative to the repository's root; none where a group was made of
    /// them.
    pub from: Option<String>,
    /// What people call the group.
    pub group: Option<String>,
    /// What this asks for.
    pub bump: Bump,
}

reads!(FixedCause { component, from = None, group = None, bump });

impl fmt::Display for FixedCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shares its version with {}", self.component)?;
        match (&self.from, &self.group) {
            (Some(place), _) | (None, Some(place)) => write!(f, " ({place})"),
            (None, None) => Ok(()),
        }
    }
}
