//! A reason in what the component depends on.

use crate::component::DependencyKind;
use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The release of a component that this one depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DependencyCause {
    /// The component depended on.
    pub component: String,
    /// How it is depended on.
    pub dependency: DependencyKind,
    /// What this asks for.
    pub bump: Bump,
    /// The requirement as the manifest writes it; empty where it names no versions.
    pub requirement: String,
    /// Whether the requirement excludes the new version; where it does not, the policy asks for the release.
    pub out_of_range: bool,
    /// The version of the component depended on; none where it had none.
    pub old: Option<String>,
    /// The version it gets.
    pub new: String,
}

reads!(DependencyCause { component, dependency, bump, requirement, out_of_range, old, new });

impl fmt::Display for DependencyCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { component, dependency, requirement, .. } = self;
        let relation = match dependency {
            DependencyKind::Normal => "requirement".to_owned(),
            kind => format!("{} requirement", kind.name()),
        };
        write!(f, "{component} {} → {}", self.old.as_deref().unwrap_or("(new)"), self.new)?;
        match (self.out_of_range, requirement.as_str()) {
            (true, _) => write!(f, " is outside the {relation} {requirement}"),
            (false, "") => f.write_str(" is a dependency"),
            (false, _) => write!(f, " is within the {relation} {requirement}"),
        }
    }
}
