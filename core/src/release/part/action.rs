//! What is to be done after a release.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Something to be done after a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Action {
    /// What it is called by.
    pub id: String,
    /// What is to be done.
    pub text: String,
    /// What it is for.
    #[schemars(default)]
    pub class: ActionClass,
    /// Who does it.
    pub owner: Option<String>,
    /// When it is due.
    #[schemars(with = "Option<String>")]
    pub due: Option<Timestamp>,
    /// When it was done.
    #[schemars(with = "Option<String>")]
    pub done_at: Option<Timestamp>,
    /// How one sees that it is done.
    pub verification: Option<String>,
    /// The release whose review asked for it.
    pub release: Option<String>,
}

reads!(Action { id, text, class = ActionClass::default(), owner, due, done_at, verification, release });

impl Action {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            class: ActionClass::default(),
            owner: None,
            due: None,
            done_at: None,
            verification: None,
            release: None,
        }
    }

    /// With `class`: what it is for.
    #[must_use]
    pub fn with_class(mut self, class: ActionClass) -> Self {
        self.class = class;
        self
    }

    /// With `owner`: who does it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With `due`: when it is due.
    #[must_use]
    pub fn with_due(mut self, due: Timestamp) -> Self {
        self.due = Some(due);
        self
    }

    /// With `done_at`: when it was done.
    #[must_use]
    pub fn with_done_at(mut self, done_at: Timestamp) -> Self {
        self.done_at = Some(done_at);
        self
    }

    /// With `verification`: how one sees that it is done.
    #[must_use]
    pub fn with_verification(mut self, verification: impl Into<String>) -> Self {
        self.verification = Some(verification.into());
        self
    }

    /// With `release`: the release whose review asked for it.
    #[must_use]
    pub fn with_release(mut self, release: impl Into<String>) -> Self {
        self.release = Some(release.into());
        self
    }
}

/// What an action is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ActionClass {
    /// That it does not happen again.
    #[default]
    Prevent,
    /// That it is noticed sooner.
    Detect,
    /// That it does less harm.
    Mitigate,
}

names!(ActionClass: "class of action");

impl ActionClass {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Prevent, Self::Detect, Self::Mitigate];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prevent => "prevent",
            Self::Detect => "detect",
            Self::Mitigate => "mitigate",
        }
    }
}

/// How an action of a release before stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PreviousAction {
    /// The action.
    pub id: String,
    /// How it stands.
    pub status: PreviousStatus,
}

reads!(PreviousAction { id, status });

impl PreviousAction {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, status: PreviousStatus) -> Self {
        Self { id: id.into(), status }
    }
}

/// How an action of a release before stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PreviousStatus {
    /// It is done.
    Addressed,
    /// Nobody does it.
    Ignored,
    /// It is carried on.
    Carried,
}

names!(PreviousStatus: "status of a previous action");

impl PreviousStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Addressed, Self::Ignored, Self::Carried];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Addressed => "addressed",
            Self::Ignored => "ignored",
            Self::Carried => "carried",
        }
    }
}
