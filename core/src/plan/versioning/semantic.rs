//! Versions that say how much changed.

use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// The version moves by as much as its changes ask for: major for a break, minor for an addition, patch for a correction.
///
/// Below 1.0.0 that rule is softened, each part of it by an option of its own.
///
/// ```
/// use greenboard::plan::versioning::Semantic;
/// let options = Semantic::new().with_bump_patch_for_minor_pre_major(true);
/// assert!(options.bump_minor_pre_major && options.bump_patch_for_minor_pre_major);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Semantic {
    /// Below 1.0.0, a break raises the minor version, so that 1.0.0 is reached only on purpose.
    pub bump_minor_pre_major: bool,
    /// Below 1.0.0, an addition raises the patch version.
    pub bump_patch_for_minor_pre_major: bool,
}

impl Default for Semantic {
    fn default() -> Self {
        Self { bump_minor_pre_major: true, bump_patch_for_minor_pre_major: false }
    }
}

impl Semantic {
    /// The defaults: below 1.0.0 a break raises the minor version, and an addition too.
    pub fn new() -> Self {
        Self::default()
    }
    /// With a break raising the minor version below 1.0.0, or else reaching 1.0.0.
    #[must_use]
    pub fn with_bump_minor_pre_major(mut self, bump_minor: bool) -> Self {
        self.bump_minor_pre_major = bump_minor;
        self
    }
    /// With an addition raising the patch version below 1.0.0, or else the minor version.
    #[must_use]
    pub fn with_bump_patch_for_minor_pre_major(mut self, bump_patch: bool) -> Self {
        self.bump_patch_for_minor_pre_major = bump_patch;
        self
    }
}

reads!(Semantic { bump_minor_pre_major, bump_patch_for_minor_pre_major, .. });
