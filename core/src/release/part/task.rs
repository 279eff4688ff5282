//! What has to be done for a release.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Task {
    /// What it is called by.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The stage that it has to be done in; before the release is closed, where left out.
    pub stage: Option<String>,
    /// Who does it.
    pub assignee: Option<String>,
    /// When it is due; at the planned end of its stage, where left out.
    #[schemars(with = "Option<String>")]
    pub due: Option<Timestamp>,
    /// How far it is.
    #[schemars(default)]
    pub status: TaskStatus,
}

reads!(Task { id, title, stage, assignee, due, status = TaskStatus::default() });

impl Task {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            stage: None,
            assignee: None,
            due: None,
            status: TaskStatus::default(),
        }
    }

    /// With `stage`: the stage that it has to be done in; before the release is closed, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `assignee`: who does it.
    #[must_use]
    pub fn with_assignee(mut self, assignee: impl Into<String>) -> Self {
        self.assignee = Some(assignee.into());
        self
    }

    /// With `due`: when it is due; at the planned end of its stage, where left out.
    #[must_use]
    pub fn with_due(mut self, due: Timestamp) -> Self {
        self.due = Some(due);
        self
    }

    /// With `status`: how far it is.
    #[must_use]
    pub fn with_status(mut self, status: TaskStatus) -> Self {
        self.status = status;
        self
    }
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TaskStatus {
    /// Nobody began.
    #[default]
    Open,
    /// Somebody is at it.
    InProgress,
    /// It is done.
    Done,
    /// It need not be done.
    Dropped,
}

names!(TaskStatus: "task status");

impl TaskStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Open, Self::InProgress, Self::Done, Self::Dropped];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in_progress",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}
