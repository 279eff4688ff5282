//! A reason in what a person decided.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// A person's decision for the component, in place of what its changes ask for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct OverrideCause {
    /// What this asks for.
    pub bump: Bump,
    /// The version that was decided.
    pub version: Option<String>,
    /// Who decided so.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

reads!(OverrideCause { bump, version = None, by = None, reason = None });

impl fmt::Display for OverrideCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.version {
            Some(version) => write!(f, "decided to be {version}")?,
            None => write!(f, "decided to be a {} release", self.bump)?,
        }
        if let Some(by) = &self.by {
            write!(f, " by {by}")?;
        }
        match &self.reason {
            Some(reason) => write!(f, ": {reason}"),
            None => Ok(()),
        }
    }
}
