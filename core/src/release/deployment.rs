//! How far a release is out.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How far a deployment is on a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TargetStatus {
    /// Not begun.
    #[default]
    Pending,
    /// It is there.
    Deployed,
    /// It is there, and works.
    Verified,
    /// It is not there, or does not work.
    Failed,
    /// What was there before is there again.
    Restored,
}

names!(TargetStatus: "status of a target");

impl TargetStatus {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Pending, Self::Deployed, Self::Verified, Self::Failed, Self::Restored];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Deployed => "deployed",
            Self::Verified => "verified",
            Self::Failed => "failed",
            Self::Restored => "restored",
        }
    }
}

/// A deployment of a release: one attempt, with the way back where there was one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DeploymentRecord {
    /// Where to.
    pub environment: String,
    /// Who began it.
    pub by: String,
    /// The role that they did it in.
    pub role: String,
    /// When it began.
    #[schemars(with = "String")]
    pub started_at: Timestamp,
    /// When it ended.
    #[schemars(with = "Option<String>")]
    pub finished_at: Option<Timestamp>,
    /// The digest of the scope that goes out.
    pub digest: String,
    /// How far it is on each target.
    #[schemars(default)]
    pub targets: BTreeMap<String, TargetStatus>,
    /// Since when it is there, of each target that was reached.
    #[schemars(with = "BTreeMap<String, String>", default)]
    pub reached_at: BTreeMap<String, Timestamp>,
    /// Whether there is no way back.
    #[schemars(default)]
    pub point_of_no_return: bool,
    /// Whether it is on its way back.
    #[schemars(default)]
    pub rolling_back: bool,
    /// When the way back began.
    #[schemars(with = "Option<String>")]
    pub rollback_started_at: Option<Timestamp>,
    /// What each item goes back to, by id.
    #[schemars(default)]
    pub rollback_to: BTreeMap<String, String>,
    /// How it ended.
    #[schemars(default)]
    pub direction: DeploymentEnd,
}

reads!(DeploymentRecord { environment, by, role, started_at, finished_at, digest, targets = BTreeMap::new(), reached_at = BTreeMap::new(), point_of_no_return = false, rolling_back = false, rollback_started_at, rollback_to = BTreeMap::new(), direction = DeploymentEnd::default() });

impl DeploymentRecord {
    /// With nothing said beyond this.
    pub fn new(
        environment: impl Into<String>,
        by: impl Into<String>,
        role: impl Into<String>,
        started_at: Timestamp,
        digest: impl Into<String>,
    ) -> Self {
        Self {
            environment: environment.into(),
            by: by.into(),
            role: role.into(),
            started_at,
            finished_at: None,
            digest: digest.into(),
            targets: BTreeMap::new(),
            reached_at: BTreeMap::new(),
            point_of_no_return: false,
            rolling_back: false,
            rollback_started_at: None,
            rollback_to: BTreeMap::new(),
            direction: DeploymentEnd::default(),
        }
    }

    /// With `finished_at`: when it ended.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: Timestamp) -> Self {
        self.finished_at = Some(finished_at);
        self
    }

    /// With `targets`: how far it is on each target.
    #[must_use]
    pub fn with_targets(mut self, targets: BTreeMap<String, TargetStatus>) -> Self {
        self.targets = targets;
        self
    }

    /// With `point_of_no_return`: whether there is no way back.
    #[must_use]
    pub fn with_point_of_no_return(mut self, point_of_no_return: bool) -> Self {
        self.point_of_no_return = point_of_no_return;
        self
    }

    /// With `rolling_back`: whether it is on its way back.
    #[must_use]
    pub fn with_rolling_back(mut self, rolling_back: bool) -> Self {
        self.rolling_back = rolling_back;
        self
    }

    /// With `direction`: how it ended.
    #[must_use]
    pub fn with_direction(mut self, direction: DeploymentEnd) -> Self {
        self.direction = direction;
        self
    }
}

/// How a deployment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeploymentEnd {
    /// It has not ended.
    #[default]
    Running,
    /// It is out.
    Deployed,
    /// It was taken back.
    RolledBack,
    /// It could not be taken back.
    RollbackFailed,
}

names!(DeploymentEnd: "end of a deployment");

impl DeploymentEnd {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Running, Self::Deployed, Self::RolledBack, Self::RollbackFailed];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Deployed => "deployed",
            Self::RolledBack => "rolled_back",
            Self::RollbackFailed => "rollback_failed",
        }
    }
}
