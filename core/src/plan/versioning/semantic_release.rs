//! Versions that move as semantic-release moves them.

use super::Semantic;
use crate::document::reads;
use crate::plan::count::next_prerelease;
use crate::version::{Bump, Scheme, Version};
use schemars::JsonSchema;
use serde::Serialize;

/// The version moves as semantic-release moves it: a break is major and an addition minor below 1.0.0 too, and the first release
/// is 1.0.0.
///
/// On a prerelease branch the number is the highest of going on and of starting anew, so that it is kept neither where the
/// base nor where the branch changes.
///
/// ```
/// use greenboard::plan::versioning::{SemanticRelease, Versioning};
/// use greenboard::version::{Bump, Scheme, Version};
///
/// let beta: Versioning = SemanticRelease::new().with_prerelease("beta").into();
/// let next = |old, bump| beta.next(Scheme::Npm, Some(&Version::parse_as(Scheme::Npm, old)?), bump, "2026-11-02T09:00:00Z".parse().unwrap());
/// assert_eq!(next("1.0.0", Bump::Minor)?.as_str(), "1.1.0-beta.1");
/// assert_eq!(next("1.1.0-beta.1", Bump::Patch)?.as_str(), "1.1.0-beta.2");
/// assert_eq!(next("1.1.0-beta.2", Bump::Major)?.as_str(), "2.0.0-beta.1");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct SemanticRelease {
    /// The identifier of the prerelease branch, such as `beta`; none on a release or maintenance branch.
    pub prerelease: Option<String>,
}

impl SemanticRelease {
    /// The version of a first release.
    pub const FIRST: &str = "1.0.0";
    /// The number that prereleases are counted from.
    pub const FIRST_PRERELEASE: u64 = 1;

    /// On a release or maintenance branch.
    pub fn new() -> Self {
        Self::default()
    }
    /// On a prerelease branch with this identifier.
    #[must_use]
    pub fn with_prerelease(mut self, identifier: impl Into<String>) -> Self {
        self.prerelease = Some(identifier.into());
        self
    }

    pub(super) fn next(&self, scheme: Scheme, old: Option<&Version>, bump: Bump) -> crate::Result<Version> {
        let Some(old) = old else {
            let v = if scheme == Scheme::Go { "v" } else { "" };
            let first = Version::parse_as(scheme, &format!("{v}{}", Self::FIRST))?;
            return self.prereleased(&first, None);
        };
        if bump == Bump::None {
            return Ok(old.clone());
        }
        let target = plain().next(scheme, Some(old), bump)?;
        let next = self.prereleased(&target, Some(old))?;
        if next.precedence(old)?.is_gt() {
            return Ok(next);
        }
        // From another identifier that comes later in the order: past the release that was led to.
        let target = plain().next(scheme, Some(&crate::plan::graduate(old)?), bump)?;
        self.prereleased(&target, Some(old))
    }

    fn prereleased(&self, target: &Version, last: Option<&Version>) -> crate::Result<Version> {
        match &self.prerelease {
            Some(identifier) => next_prerelease(target, last, identifier, Self::FIRST_PRERELEASE),
            None => Ok(target.clone()),
        }
    }
}

/// Steps without softening below 1.0.0.
fn plain() -> Semantic {
    Semantic::new().with_bump_minor_pre_major(false)
}

reads!(SemanticRelease { prerelease });
