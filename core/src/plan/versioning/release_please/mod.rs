//! Versions that move as release-please moves them: one strategy a file.

mod always_bump;
mod default;
mod dependency_manifest;
mod prerelease;
mod service_pack;

use crate::change::Change;
use crate::document::{names, reads};
use crate::plan::numbers::Numbers;
use crate::version::{Bump, Scheme, Step, Version};
use schemars::JsonSchema;
use serde::Serialize;

/// The version moves as release-please moves it, by one of its versioning strategies. Unlike under `semantic`, what stands
/// behind the numbers stays: a prerelease is completed by a `Release-As` alone, or by the strategy `prerelease`.
///
/// A component without a version, or at 0.0.0, is released for the first time, at `initial_version`. Versions outside the SemVer
/// family have no suffixes to keep; they move by the steps of their scheme.
///
/// ```
/// use greenboard::plan::versioning::{ReleasePlease, Strategy};
/// let options = ReleasePlease::new().with_strategy(Strategy::Prerelease).with_prerelease(true);
/// assert_eq!(options.initial_version, "1.0.0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct ReleasePlease {
    /// How the version moves: release-please's `versioning`.
    pub strategy: Strategy,
    /// Below 1.0.0, a break raises the minor version.
    pub bump_minor_pre_major: bool,
    /// Below 1.0.0, an addition raises the patch version.
    pub bump_patch_for_minor_pre_major: bool,
    /// With the strategy `prerelease`: stay among prereleases, or else complete them.
    pub prerelease: bool,
    /// With the strategy `prerelease`: what a new prerelease is called, such as `beta` or `rc.0`; none starts none.
    pub prerelease_type: Option<String>,
    /// The version of a first release.
    pub initial_version: String,
    /// The version of the next release, whatever changed; none where the changes decide.
    pub release_as: Option<String>,
}

/// A versioning strategy of release-please.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Strategy {
    /// Major for a break, minor for an addition, else patch.
    #[default]
    Default,
    /// Likewise among prereleases, whose last number goes on.
    Prerelease,
    /// The major version, whatever changed.
    AlwaysBumpMajor,
    /// The minor version, whatever changed.
    AlwaysBumpMinor,
    /// The patch version, whatever changed: for backports.
    AlwaysBumpPatch,
    /// As `default`; an update of a dependency counts for as much as the dependency itself moved.
    DependencyManifest,
    /// `sp.1`, `sp.2`, … behind numbers that stay.
    ServicePack,
}

impl Strategy {
    /// Every strategy.
    pub const ALL: [Self; 7] = [
        Self::Default,
        Self::Prerelease,
        Self::AlwaysBumpMajor,
        Self::AlwaysBumpMinor,
        Self::AlwaysBumpPatch,
        Self::DependencyManifest,
        Self::ServicePack,
    ];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Prerelease => "prerelease",
            Self::AlwaysBumpMajor => "always_bump_major",
            Self::AlwaysBumpMinor => "always_bump_minor",
            Self::AlwaysBumpPatch => "always_bump_patch",
            Self::DependencyManifest => "dependency_manifest",
            Self::ServicePack => "service_pack",
        }
    }
}

names!(Strategy: "strategy");

impl Default for ReleasePlease {
    fn default() -> Self {
        Self {
            strategy: Strategy::Default,
            bump_minor_pre_major: false,
            bump_patch_for_minor_pre_major: false,
            prerelease: false,
            prerelease_type: None,
            initial_version: "1.0.0".to_owned(),
            release_as: None,
        }
    }
}

impl ReleasePlease {
    /// The strategy `default`, without softening below 1.0.0.
    pub fn new() -> Self {
        Self::default()
    }
    /// By this strategy.
    #[must_use]
    pub fn with_strategy(mut self, strategy: Strategy) -> Self {
        self.strategy = strategy;
        self
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
    /// Staying among prereleases, or else completing them.
    #[must_use]
    pub fn with_prerelease(mut self, prerelease: bool) -> Self {
        self.prerelease = prerelease;
        self
    }
    /// With another name for new prereleases.
    #[must_use]
    pub fn with_prerelease_type(mut self, prerelease_type: Option<String>) -> Self {
        self.prerelease_type = prerelease_type;
        self
    }
    /// With another first version.
    #[must_use]
    pub fn with_initial_version(mut self, version: impl Into<String>) -> Self {
        self.initial_version = version.into();
        self
    }

    /// With this version next, whatever changed.
    #[must_use]
    pub fn with_release_as(mut self, version: Option<String>) -> Self {
        self.release_as = version;
        self
    }

    /// What each of these changes, oldest first, asks for under the strategy.
    pub(super) fn weigh(&self, changes: &[(&Change, Bump)]) -> Vec<Bump> {
        match self.strategy {
            Strategy::DependencyManifest => dependency_manifest::weigh(changes),
            _ => changes.iter().map(|(_, bump)| *bump).collect(),
        }
    }

    pub(super) fn next(&self, scheme: Scheme, old: Option<&Version>, bump: Bump) -> crate::Result<Version> {
        let released = old.filter(|old| !is_zero(old));
        match (released, &self.release_as) {
            (Some(old), _) if bump == Bump::None => return Ok(old.clone()),
            (_, Some(version)) => return super::stated(scheme, version),
            _ => {}
        }
        let Some(old) = released else { return super::stated(scheme, &self.initial_version) };
        let Some(numbers) = Numbers::of(old) else { return self.by_scheme(old, bump) };
        let next = match self.strategy {
            Strategy::Default | Strategy::DependencyManifest => default::next(self, numbers, bump),
            Strategy::Prerelease => prerelease::next(self, numbers, bump),
            Strategy::AlwaysBumpMajor => always_bump::next(numbers, Bump::Major),
            Strategy::AlwaysBumpMinor => always_bump::next(numbers, Bump::Minor),
            Strategy::AlwaysBumpPatch => always_bump::next(numbers, Bump::Patch),
            Strategy::ServicePack => service_pack::next(numbers),
        };
        next.version()
    }

    /// What a bump means below 1.0.0 and above.
    fn softened(&self, pre_major: bool, bump: Bump) -> Bump {
        match bump {
            Bump::Major if pre_major && self.bump_minor_pre_major => Bump::Minor,
            Bump::Minor if pre_major && self.bump_patch_for_minor_pre_major => Bump::Patch,
            bump => bump,
        }
    }

    /// The step of a version that is not of the SemVer family.
    fn by_scheme(&self, old: &Version, bump: Bump) -> crate::Result<Version> {
        let zero = Version::parse_as(old.scheme(), "0.0.0")?;
        let pre_major = old.diff(&zero)? < Bump::Major;
        let bump = match self.strategy {
            Strategy::AlwaysBumpMajor => Bump::Major,
            Strategy::AlwaysBumpMinor => Bump::Minor,
            Strategy::AlwaysBumpPatch | Strategy::ServicePack => Bump::Patch,
            _ => self.softened(pre_major, bump),
        };
        let identifier = self.prerelease_type.as_deref().filter(|_| self.prerelease);
        if let (Strategy::Prerelease, Some(identifier)) = (self.strategy, identifier) {
            let target = old.bump(step(bump))?;
            return crate::plan::next_prerelease(&target, Some(old), identifier, 0);
        }
        old.bump(step(bump))
    }
}

fn step(bump: Bump) -> Step {
    match bump {
        Bump::Major => Step::Major,
        Bump::Minor => Step::Minor,
        Bump::Patch | Bump::None => Step::Patch,
    }
}

/// What release-please's manifest says of a component that was never released.
fn is_zero(version: &Version) -> bool {
    matches!(version.as_str(), "0.0.0" | "v0.0.0")
}

reads!(ReleasePlease {
    strategy,
    bump_minor_pre_major,
    bump_patch_for_minor_pre_major,
    prerelease,
    prerelease_type,
    initial_version,
    release_as,
    ..
});
