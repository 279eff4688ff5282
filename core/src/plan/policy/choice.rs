//! The choices that a policy leaves: one enum each.

use crate::component::DependencyKind;
use crate::document::{names, reads};
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;

/// When a release calls for a release of what depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Propagation {
    /// When the dependent's requirement does not admit the new version.
    #[default]
    OutOfRange,
    /// Always, so that every dependent ships with the newest.
    Always,
}

impl Propagation {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::OutOfRange, Self::Always];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OutOfRange => "out_of_range",
            Self::Always => "always",
        }
    }
}

names!(Propagation: "propagation");

/// What a provider's release asks of those that have it as a peer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Peers {
    /// The same as of any other dependent.
    #[default]
    Follow,
    /// A major release, when the provider moves by more than a patch.
    Major,
    /// A major release, when the provider moves by more than a patch and out of the requirement.
    MajorOutOfRange,
}

impl Peers {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Follow, Self::Major, Self::MajorOutOfRange];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Follow => "follow",
            Self::Major => "major",
            Self::MajorOutOfRange => "major_out_of_range",
        }
    }
}

names!(Peers: "rule for peers");

/// How requirements inside the workspace are read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Ranges {
    /// As their ecosystem reads them: what is tied to the copy in the repository is always met by it, and a rewritten
    /// requirement keeps its operators and its precision.
    #[default]
    Native,
    /// As version 2 of changesets does: a `workspace:` range that excludes the present version is no edge, `workspace:*` stands
    /// for exactly the present version, and a rewritten range is its operator and the whole new version.
    #[serde(rename = "changesets@2")]
    Changesets2,
    /// As version 3 of changesets does: likewise, with the upper bound of a range of two kept, and without what does not move.
    #[serde(rename = "changesets@3")]
    Changesets3,
}

impl Ranges {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Native, Self::Changesets2, Self::Changesets3];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Changesets2 => "changesets@2",
            Self::Changesets3 => "changesets@3",
        }
    }

    /// Whether they are read as a version of changesets does.
    pub(crate) const fn are_changesets(self) -> bool {
        !matches!(self, Self::Native)
    }
}

names!(Ranges: "reading of ranges");

/// When a requirement on a released component is rewritten. One that does not admit the new version always is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rewrite {
    /// Only then.
    #[default]
    OutOfRange,
    /// Also in components that the plan touches, for a release of any size.
    Patch,
    /// Also in components that the plan touches, for a minor or major release.
    Minor,
    /// Also in components that the plan touches, for a major release.
    Major,
}

impl Rewrite {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::OutOfRange, Self::Patch, Self::Minor, Self::Major];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OutOfRange => "out_of_range",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// Whether a release of this size has requirements rewritten that admit it.
    pub(crate) fn asks(self, bump: Bump) -> bool {
        match self {
            Self::OutOfRange => false,
            Self::Patch => bump >= Bump::Patch,
            Self::Minor => bump >= Bump::Minor,
            Self::Major => bump >= Bump::Major,
        }
    }
}

names!(Rewrite: "rule for rewriting");

/// The version of a component's first release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FirstRelease {
    /// The one that its manifest states.
    #[default]
    AsStated,
    /// The one after it, as for any other release.
    Bump,
}

impl FirstRelease {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::AsStated, Self::Bump];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsStated => "as_stated",
            Self::Bump => "bump",
        }
    }
}

names!(FirstRelease: "rule for first releases");

/// What a release asks of those that depend on it and have to follow, by the kind of the dependency.
///
/// ```
/// use greenboard::component::DependencyKind;
/// use greenboard::plan::Dependents;
/// use greenboard::version::Bump;
/// assert_eq!(Dependents::default().of(DependencyKind::Normal), Bump::Patch);
/// assert_eq!(Dependents::default().of(DependencyKind::Dev), Bump::None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Dependents {
    /// Of those that ship it.
    pub normal: Bump,
    /// Of those that are built with it.
    pub build: Bump,
    /// Of those that are developed or tested with it.
    pub dev: Bump,
    /// Of those that have it as a peer; see also `peers`.
    pub peer: Bump,
    /// Of those that use it where it is there.
    pub optional: Bump,
    /// Of those that call its interface.
    pub api: Bump,
}

impl Default for Dependents {
    /// A patch, since what a dependent offers stays the same; nothing for a dependency that is never shipped.
    fn default() -> Self {
        let (patch, none) = (Bump::Patch, Bump::None);
        Self { normal: patch, build: patch, dev: none, peer: patch, optional: patch, api: patch }
    }
}

reads!(Dependents { normal, build, dev, peer, optional, api, .. });

impl Dependents {
    /// What is asked over a dependency of this kind.
    pub fn of(&self, kind: DependencyKind) -> Bump {
        match kind {
            DependencyKind::Normal => self.normal,
            DependencyKind::Build => self.build,
            DependencyKind::Dev => self.dev,
            DependencyKind::Peer => self.peer,
            DependencyKind::Optional => self.optional,
            DependencyKind::Api => self.api,
        }
    }
}
