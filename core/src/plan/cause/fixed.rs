//! A reason in what the component shares its version with.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The release of a component that this one shares its stated version with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FixedCause {
    /// The component whose bump decides, for all that share the version.
    pub component: String,
    /// The manifest that states the version of all of them, relative to the repository's root.
    pub from: String,
    /// What this asks for.
    pub bump: Bump,
}

reads!(FixedCause { component, from, bump });

impl fmt::Display for FixedCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shares its version with {} ({})", self.component, self.from)
    }
}
