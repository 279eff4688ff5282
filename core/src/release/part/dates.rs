//! When a release may go out, and its dates.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A span of time in which a release may go out: half-open, so that one may begin where another ends.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema, Eq, Copy)]
#[non_exhaustive]
pub struct ReleaseWindow {
    /// When it opens.
    #[schemars(with = "String")]
    pub starts_at: Timestamp,
    /// When it closes.
    #[schemars(with = "String")]
    pub ends_at: Timestamp,
}

reads!(ReleaseWindow { starts_at, ends_at });

impl ReleaseWindow {
    /// With nothing said beyond this.
    pub fn new(starts_at: Timestamp, ends_at: Timestamp) -> Self {
        Self { starts_at, ends_at }
    }
}

/// A date of a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Milestone {
    /// What it is called by.
    pub name: String,
    /// What sort of date it is.
    #[schemars(default)]
    pub kind: MilestoneKind,
    /// When it is due.
    #[schemars(with = "String")]
    pub due: Timestamp,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The stage that it belongs to.
    pub stage: Option<String>,
    /// When it was reached.
    #[schemars(with = "Option<String>")]
    pub achieved_at: Option<Timestamp>,
}

reads!(Milestone { name, kind = MilestoneKind::default(), due, owner, stage, achieved_at });

impl Milestone {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>, due: Timestamp) -> Self {
        Self {
            name: name.into(),
            kind: MilestoneKind::default(),
            due,
            owner: None,
            stage: None,
            achieved_at: None,
        }
    }

    /// With `kind`: what sort of date it is.
    #[must_use]
    pub fn with_kind(mut self, kind: MilestoneKind) -> Self {
        self.kind = kind;
        self
    }

    /// With `owner`: who answers for it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With `stage`: the stage that it belongs to.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `achieved_at`: when it was reached.
    #[must_use]
    pub fn with_achieved_at(mut self, achieved_at: Timestamp) -> Self {
        self.achieved_at = Some(achieved_at);
        self
    }
}

/// What sort of date it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MilestoneKind {
    /// A point of the work.
    #[default]
    Milestone,
    /// Something that happens: a meeting, a launch.
    KeyEvent,
    /// A date that nothing may pass.
    Deadline,
    /// Good to know.
    ImportantDate,
}

names!(MilestoneKind: "milestone kind");

impl MilestoneKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Milestone, Self::KeyEvent, Self::Deadline, Self::ImportantDate];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Milestone => "milestone",
            Self::KeyEvent => "key_event",
            Self::Deadline => "deadline",
            Self::ImportantDate => "important_date",
        }
    }
}
