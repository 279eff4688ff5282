//! What ran where, and since when.

use crate::document::{Extra, names, reads};
use crate::fact::{Source, Subject};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A version put into an environment.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Deployment {
    /// What it is called by.
    pub id: String,
    /// What was deployed where.
    pub subject: Subject,
    /// What came of it.
    #[schemars(default)]
    pub status: DeploymentStatus,
    /// When it began.
    #[schemars(with = "Option<String>")]
    pub started_at: Option<Timestamp>,
    /// When it ended, well or badly.
    #[schemars(with = "Option<String>")]
    pub finished_at: Option<Timestamp>,
    /// When it was verified there.
    #[schemars(with = "Option<String>")]
    pub verified_at: Option<Timestamp>,
    /// When it stopped running there: another version took its place, or it was taken out. None while it is live.
    #[schemars(with = "Option<String>")]
    pub ended_at: Option<Timestamp>,
    /// Who started it.
    pub by: Option<String>,
    /// Whether no person did.
    #[schemars(default)]
    pub automatic: bool,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When this state was seen.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Deployment keeping extra { id, subject, status = DeploymentStatus::default(), started_at, finished_at, verified_at, ended_at, by, automatic = false, source = Source::given(), observed_at });

impl Deployment {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, subject: Subject, observed_at: Timestamp) -> Self {
        Self {
            id: id.into(),
            subject,
            status: DeploymentStatus::default(),
            started_at: None,
            finished_at: None,
            verified_at: None,
            ended_at: None,
            by: None,
            automatic: false,
            source: Source::given(),
            observed_at,
            extra: Extra::default(),
        }
    }

    /// With `status`: what came of it.
    #[must_use]
    pub fn with_status(mut self, status: DeploymentStatus) -> Self {
        self.status = status;
        self
    }

    /// With `started_at`: when it began.
    #[must_use]
    pub fn with_started_at(mut self, started_at: Timestamp) -> Self {
        self.started_at = Some(started_at);
        self
    }

    /// With `finished_at`: when it ended, well or badly.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: Timestamp) -> Self {
        self.finished_at = Some(finished_at);
        self
    }

    /// With `verified_at`: when it was verified there.
    #[must_use]
    pub fn with_verified_at(mut self, verified_at: Timestamp) -> Self {
        self.verified_at = Some(verified_at);
        self
    }

    /// With `ended_at`: when it stopped running there: another version took its place, or it was taken out. None while it is live.
    #[must_use]
    pub fn with_ended_at(mut self, ended_at: Timestamp) -> Self {
        self.ended_at = Some(ended_at);
        self
    }

    /// With `by`: who started it.
    #[must_use]
    pub fn with_by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// With `automatic`: whether no person did.
    #[must_use]
    pub fn with_automatic(mut self, automatic: bool) -> Self {
        self.automatic = automatic;
        self
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }
}

/// What came of a deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeploymentStatus {
    /// Not begun.
    Pending,
    /// Under way.
    Running,
    /// It runs.
    #[default]
    Succeeded,
    /// It did not come up.
    Failed,
    /// It was taken back.
    RolledBack,
}

names!(DeploymentStatus: "deployment status");

impl DeploymentStatus {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Pending, Self::Running, Self::Succeeded, Self::Failed, Self::RolledBack];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::RolledBack => "rolled_back",
        }
    }
}
