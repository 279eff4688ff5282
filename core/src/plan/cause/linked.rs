//! A reason in what the component is released together with.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The release of a component that this one shares its version with whenever both are released.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct LinkedCause {
    /// The component whose bump decides, for all of the group that are released.
    pub component: String,
    /// What people call the group.
    pub group: Option<String>,
    /// What this asks for.
    pub bump: Bump,
}

reads!(LinkedCause { component, group = None, bump });

impl fmt::Display for LinkedCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "is linked with {}", self.component)?;
        match &self.group {
            Some(group) => write!(f, " ({group})"),
            None => Ok(()),
        }
    }
}
