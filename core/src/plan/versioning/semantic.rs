//! Versions that say how much changed.

use crate::document::reads;
use crate::version::{Bump, Scheme, Step, Version};
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
    /// Below 0.1.0, everything raises the patch version: there, every version is a break for those who require the last one.
    pub bump_patch_pre_minor: bool,
}

impl Default for Semantic {
    fn default() -> Self {
        Self {
            bump_minor_pre_major: true,
            bump_patch_for_minor_pre_major: false,
            bump_patch_pre_minor: false,
        }
    }
}

impl Semantic {
    /// The defaults: below 1.0.0 a break raises the minor version, and an addition too.
    pub fn new() -> Self {
        Self::default()
    }
    /// As Cargo's requirements see versions: below 1.0.0 a break raises the minor version and all else the patch version,
    /// below 0.1.0 everything raises the patch version.
    pub fn cargo() -> Self {
        Self { bump_minor_pre_major: true, bump_patch_for_minor_pre_major: true, bump_patch_pre_minor: true }
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
    /// With everything raising the patch version below 0.1.0, or else as below 1.0.0.
    #[must_use]
    pub fn with_bump_patch_pre_minor(mut self, bump_patch: bool) -> Self {
        self.bump_patch_pre_minor = bump_patch;
        self
    }

    pub(super) fn next(&self, scheme: Scheme, old: Option<&Version>, bump: Bump) -> crate::Result<Version> {
        let Some(old) = old else { return Version::parse_as(scheme, first(scheme)) };
        match self.step(old, bump)? {
            Some(step) => old.bump(step),
            None => Ok(old.clone()),
        }
    }

    /// The step that a bump takes from here. What a prerelease leads to is reached by the same step, so that it graduates.
    fn step(&self, old: &Version, bump: Bump) -> crate::Result<Option<Step>> {
        // What the version has in common with 0.0.0 tells how far below 1.0.0 it is, whatever the scheme.
        let above = old.diff(&zero(old.scheme())?)?;
        let pre_major = above < Bump::Major;
        let pre_minor = above < Bump::Minor;
        Ok(match bump {
            Bump::None => None,
            _ if pre_minor && self.bump_patch_pre_minor => Some(Step::Patch),
            Bump::Major if pre_major && self.bump_minor_pre_major => Some(Step::Minor),
            Bump::Minor if pre_major && self.bump_patch_for_minor_pre_major => Some(Step::Patch),
            Bump::Major => Some(Step::Major),
            Bump::Minor => Some(Step::Minor),
            Bump::Patch => Some(Step::Patch),
        })
    }
}

/// The version of a first release.
fn first(scheme: Scheme) -> &'static str {
    if scheme == Scheme::Go { "v0.1.0" } else { "0.1.0" }
}

/// The version that all others come after.
pub(in crate::plan) fn zero(scheme: Scheme) -> crate::Result<Version> {
    Version::parse_as(scheme, if scheme == Scheme::Go { "v0.0.0" } else { "0.0.0" })
}

reads!(Semantic { bump_minor_pre_major, bump_patch_for_minor_pre_major, bump_patch_pre_minor, .. });
