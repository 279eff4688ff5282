//! Which type of change asks for which bump, as data.

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
#[non_exhaustive]
pub struct Levels {
    /// The bump of each type; a type that is not listed asks for none.
    pub types: BTreeMap<String, Bump>,
    /// The bump of a breaking change, of whichever type.
    pub breaking: Bump,
}

impl Default for Levels {
    fn default() -> Self {
        let types = [
            ("feat", Bump::Minor),
            ("feature", Bump::Minor),
            ("fix", Bump::Patch),
            ("perf", Bump::Patch),
            ("revert", Bump::Patch),
        ];
        Self { types: types.map(|(kind, bump)| (kind.to_owned(), bump)).into(), breaking: Bump::Major }
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
    /// What a change of this type asks for.
    pub fn of(&self, kind: Option<&str>, breaking: bool) -> Bump {
        let by_type = kind.and_then(|kind| match self.types.get(kind) {
            Some(bump) => Some(*bump),
            None => self.types.get(&kind.to_lowercase()).copied(),
        });
        let by_type = by_type.unwrap_or_default();
        if breaking { by_type.max(self.breaking) } else { by_type }
    }
}
