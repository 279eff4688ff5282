//! Which type of change asks for which bump, as data.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How much each type of change asks of the next version. Types are compared without case.
///
/// | default | bump |
/// |---|---|
/// | breaking, of any type | major |
/// | `feat`, `feature` | minor |
/// | `fix`, `perf`, `revert` | patch |
/// | every other type, and none | none |
///
/// ```
/// use greenboard::change::Levels;
/// use greenboard::version::Bump;
///
/// let levels = Levels::default().with("deps", Bump::Patch);
/// assert_eq!(levels.of(Some("Feat"), false), Bump::Minor);
/// assert_eq!(levels.of(Some("deps"), false), Bump::Patch);
/// assert_eq!(levels.of(Some("docs"), true), Bump::Major);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Levels {
    /// The bump of each type, in lower case.
    pub types: BTreeMap<String, Bump>,
    /// The bump of a breaking change, of whichever type.
    pub breaking: Bump,
    /// The bump of every other type, and of changes without a type.
    pub other: Bump,
}

reads!(Levels { types, breaking, other, .. });

impl Default for Levels {
    fn default() -> Self {
        let types = [
            ("feat", Bump::Minor),
            ("feature", Bump::Minor),
            ("fix", Bump::Patch),
            ("perf", Bump::Patch),
            ("revert", Bump::Patch),
        ];
        Self {
            types: types.map(|(kind, bump)| (kind.to_owned(), bump)).into(),
            breaking: Bump::Major,
            other: Bump::None,
        }
    }
}

impl Levels {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }
    /// With this bump for a type.
    #[must_use]
    pub fn with(mut self, kind: &str, bump: Bump) -> Self {
        self.types.insert(kind.to_lowercase(), bump);
        self
    }
    /// With this bump for every other type, and for changes without a type.
    #[must_use]
    pub fn with_other(mut self, bump: Bump) -> Self {
        self.other = bump;
        self
    }
    /// With this bump for breaking changes.
    #[must_use]
    pub fn with_breaking(mut self, bump: Bump) -> Self {
        self.breaking = bump;
        self
    }
    /// With no other types than these.
    #[must_use]
    pub fn with_only<K: AsRef<str>>(mut self, types: impl IntoIterator<Item = (K, Bump)>) -> Self {
        self.types = types.into_iter().map(|(kind, bump)| (kind.as_ref().to_lowercase(), bump)).collect();
        self
    }
    /// What a change of this type asks for.
    pub fn of(&self, kind: Option<&str>, breaking: bool) -> Bump {
        let by_type = kind.and_then(|kind| match self.types.get(kind) {
            Some(bump) => Some(*bump),
            None => self.types.get(&kind.to_lowercase()).copied(),
        });
        let by_type = by_type.unwrap_or(self.other);
        if breaking { by_type.max(self.breaking) } else { by_type }
    }
}
