//! Globs over paths and names.

use super::error::ComponentError;
use crate::error::Place;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// All of these patterns as one; `*` stays within a folder, `**` does not.
///
/// # Errors
/// `component.invalid_pattern`.
pub(crate) fn globs(patterns: &[String]) -> crate::Result<GlobSet> {
    let invalid = |pattern: &str, error: &globset::Error| ComponentError::Pattern {
        pattern: pattern.to_owned(),
        reason: error.kind().to_string(),
        place: Place::default(),
    };
    let mut all = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        all.add(glob.map_err(|error| invalid(pattern, &error))?);
    }
    Ok(all.build().map_err(|error| invalid(&patterns.join(", "), &error))?)
}
