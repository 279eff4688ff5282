//! Components whose versions go together.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// Components whose versions go together. A component is in one group at most.
///
/// ```
/// use greenboard::component::{Group, GroupKind};
/// let group = Group::new(GroupKind::Fixed, ["@acme/*"]).with_name("acme");
/// assert_eq!(group.members, ["@acme/*"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Group {
    /// What people call it.
    pub name: Option<String>,
    /// What they have in common.
    pub kind: GroupKind,
    /// Its components: names, and globs over names.
    pub members: Vec<String>,
}

reads!(Group { name = None, kind, members });

impl Group {
    /// A group without a name.
    pub fn new<M: Into<String>>(kind: GroupKind, members: impl IntoIterator<Item = M>) -> Self {
        Self { name: None, kind, members: members.into_iter().map(Into::into).collect() }
    }
    /// Called so.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// What the versions of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GroupKind {
    /// All are released together, at one version.
    Fixed,
    /// Those that are released at one time are released at one version.
    Linked,
}

impl GroupKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Fixed, Self::Linked];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Linked => "linked",
        }
    }
}

names!(GroupKind: "group kind");
