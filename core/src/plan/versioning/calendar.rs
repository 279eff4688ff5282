//! Versions that say when.

use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// The version names the date of the release, under a pattern such as `YYYY.0M.MICRO`.
///
/// ```
/// use greenboard::plan::versioning::Calendar;
/// assert_eq!(Calendar::new("YYYY.0M.MICRO").pattern, "YYYY.0M.MICRO");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Calendar {
    /// The parts of a version, such as `YYYY`, `0M` and `MICRO`, with what stands between them.
    pub pattern: String,
}

impl Calendar {
    /// Under this pattern.
    pub fn new(pattern: impl Into<String>) -> Self {
        Self { pattern: pattern.into() }
    }
}

reads!(Calendar { pattern });
