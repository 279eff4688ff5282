//! How far a version moves: levels of change and the steps that versions take.

use super::error::VersionError;
use crate::document::names;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// How much a change asks of the next version. The order is the lattice that plans are computed on:
/// `none < patch < minor < major`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bump {
    /// Nothing to release.
    #[default]
    None,
    /// A correction.
    Patch,
    /// An addition.
    Minor,
    /// A break.
    Major,
}

impl Bump {
    /// All levels, lowest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Patch, Self::Minor, Self::Major];

    /// A change of major, minor or another number, by its place from 0.
    pub(crate) const fn of_position(position: usize) -> Self {
        match position {
            0 => Self::Major,
            1 => Self::Minor,
            _ => Self::Patch,
        }
    }

    /// The name used in documents: `none`, `patch`, `minor` or `major`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

names!(Bump: "bump");

impl fmt::Display for Bump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Bump {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::ALL
            .into_iter()
            .find(|level| level.name() == text)
            .ok_or_else(|| VersionError::invalid("bump", text, "expected none, patch, minor or major").into())
    }
}

/// A step that a version takes, in node-semver's vocabulary, which every scheme reads in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// To the next major version; a prerelease of one is completed instead.
    Major,
    /// To the next minor version; a prerelease of one is completed instead.
    Minor,
    /// To the next patch version; a prerelease of one is completed instead.
    Patch,
    /// To a prerelease of the next major version.
    Premajor,
    /// To a prerelease of the next minor version.
    Preminor,
    /// To a prerelease of the next patch version.
    Prepatch,
    /// To the next prerelease, starting one of the next patch version where there is none.
    Prerelease,
    /// From a prerelease to its release.
    Release,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 8] = [
        Self::Major,
        Self::Minor,
        Self::Patch,
        Self::Premajor,
        Self::Preminor,
        Self::Prepatch,
        Self::Prerelease,
        Self::Release,
    ];

    /// The name used in every language, such as `preminor`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
            Self::Premajor => "premajor",
            Self::Preminor => "preminor",
            Self::Prepatch => "prepatch",
            Self::Prerelease => "prerelease",
            Self::Release => "release",
        }
    }
}

names!(Step: "step");

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Step {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::ALL.into_iter().find(|step| step.name() == text).ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            VersionError::invalid("step", text, format!("expected one of {known}")).into()
        })
    }
}

/// A [`Step`] with the prerelease identifier it should use: `Increment::new(Step::Preminor).with_identifier("rc")`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Increment {
    /// The step.
    pub step: Step,
    /// The prerelease identifier, such as `rc` or `beta.next`; without one, numbers only.
    pub identifier: Option<String>,
    /// The number a new prerelease starts at; `None` leaves the number out where the scheme can.
    pub base: Option<u64>,
}

impl Increment {
    /// The bare step, prereleases counted from 0.
    pub fn new(step: Step) -> Self {
        Self { step, identifier: None, base: Some(0) }
    }
    /// With a prerelease identifier.
    #[must_use]
    pub fn with_identifier(mut self, identifier: impl Into<String>) -> Self {
        self.identifier = Some(identifier.into());
        self
    }
    /// With another first prerelease number, or none at all.
    #[must_use]
    pub fn with_base(mut self, base: Option<u64>) -> Self {
        self.base = base;
        self
    }
}

impl From<Step> for Increment {
    fn from(step: Step) -> Self {
        Self::new(step)
    }
}
