//! Globs over the names of components.

use crate::component::ComponentError;
use crate::error::Place;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Several patterns, matched at once. `*` stays within a part between slashes, `**` does not, and braces are alternatives.
pub(in crate::component) struct Globs(GlobSet);

impl Globs {
    pub(in crate::component) fn new(patterns: &[(&str, Place)]) -> Result<Self, ComponentError> {
        let mut set = GlobSetBuilder::new();
        for (pattern, place) in patterns {
            let glob = GlobBuilder::new(pattern).literal_separator(true).build();
            set.add(glob.map_err(|error| ComponentError::Pattern {
                pattern: (*pattern).to_owned(),
                reason: error.kind().to_string(),
                place: place.clone(),
            })?);
        }
        let whole = |error: globset::Error| ComponentError::Pattern {
            pattern: patterns.iter().map(|(pattern, _)| *pattern).collect::<Vec<_>>().join(" "),
            reason: error.kind().to_string(),
            place: patterns.first().map(|(_, place)| place.clone()).unwrap_or_default(),
        };
        set.build().map(Self).map_err(whole)
    }

    /// The patterns that a name meets, by their position.
    pub(in crate::component) fn matching(&self, name: &str) -> Vec<usize> {
        self.0.matches(name)
    }
}
