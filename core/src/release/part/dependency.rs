//! What a release waits for.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// Something that a release waits for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseDependency {
    /// The release that is waited for.
    pub release: String,
    /// Its stage that has to be completed; all of it, where left out.
    pub stage: Option<String>,
    /// Its milestone that has to be reached.
    pub milestone: Option<String>,
    /// What waits.
    #[schemars(default)]
    pub needed: DependencyNeed,
    /// How it stands.
    #[schemars(default)]
    pub status: DependencyStatus,
}

reads!(ReleaseDependency { release, stage, milestone, needed = DependencyNeed::default(), status = DependencyStatus::default() });

impl ReleaseDependency {
    /// With nothing said beyond this.
    pub fn new(release: impl Into<String>) -> Self {
        Self {
            release: release.into(),
            stage: None,
            milestone: None,
            needed: DependencyNeed::default(),
            status: DependencyStatus::default(),
        }
    }

    /// With `stage`: its stage that has to be completed; all of it, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `milestone`: its milestone that has to be reached.
    #[must_use]
    pub fn with_milestone(mut self, milestone: impl Into<String>) -> Self {
        self.milestone = Some(milestone.into());
        self
    }

    /// With `needed`: what waits.
    #[must_use]
    pub fn with_needed(mut self, needed: DependencyNeed) -> Self {
        self.needed = needed;
        self
    }

    /// With `status`: how it stands.
    #[must_use]
    pub fn with_status(mut self, status: DependencyStatus) -> Self {
        self.status = status;
        self
    }
}

/// What of a release waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DependencyNeed {
    /// Its work.
    #[default]
    Start,
    /// The end of its work, and so its deployment.
    Finish,
}

names!(DependencyNeed: "dependency need");

impl DependencyNeed {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Start, Self::Finish];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Finish => "finish",
        }
    }
}

/// How a dependency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DependencyStatus {
    /// Not yet there.
    #[default]
    Open,
    /// There.
    Done,
    /// It will not come.
    Aborted,
}

names!(DependencyStatus: "dependency status");

impl DependencyStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Done, Self::Aborted];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Aborted => "aborted",
        }
    }
}
