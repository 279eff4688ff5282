//! What a release takes while it goes out.

use super::error::ConflictError;
use super::interval::Interval;
use crate::Result;
use crate::document::reads;
use crate::release::DependencyStatus;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What a release takes from one time to another: also how an environment is booked.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Claim {
    /// The release. Claims of the same release do not get into each other's way.
    pub release: String,
    /// When it begins, inclusive.
    #[schemars(with = "String")]
    pub starts_at: Timestamp,
    /// When it ends, exclusive.
    #[schemars(with = "String")]
    pub ends_at: Timestamp,
    /// The components that it changes.
    #[schemars(default)]
    pub components: Vec<String>,
    /// The environments that it takes.
    #[schemars(default)]
    pub environments: Vec<String>,
    /// The people who work on it.
    #[schemars(default)]
    pub people: Vec<String>,
    /// The services that it shares with others.
    #[schemars(default)]
    pub services: Vec<String>,
    /// The train that it is part of.
    pub train: Option<String>,
    /// Whether a person sets it off, whom windows with `manual_override` let through.
    #[schemars(default)]
    pub manual: bool,
    /// What it waits for.
    #[schemars(default)]
    pub dependencies: Vec<ClaimDependency>,
}

reads!(Claim as "greenboard/claim/1" {
    release,
    starts_at,
    ends_at,
    components = Vec::new(),
    environments = Vec::new(),
    people = Vec::new(),
    services = Vec::new(),
    train,
    manual = false,
    dependencies = Vec::new(),
});

/// A release that another waits for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ClaimDependency {
    /// The release that is waited for.
    pub release: String,
    /// How it stands.
    #[schemars(default)]
    pub status: DependencyStatus,
}

reads!(ClaimDependency { release, status = DependencyStatus::default() });

impl ClaimDependency {
    /// With this status.
    pub fn new(release: impl Into<String>, status: DependencyStatus) -> Self {
        Self { release: release.into(), status }
    }
}

impl Claim {
    /// From one time to another, of nothing yet.
    pub fn new(release: impl Into<String>, starts_at: Timestamp, ends_at: Timestamp) -> Self {
        Self {
            release: release.into(),
            starts_at,
            ends_at,
            components: Vec::new(),
            environments: Vec::new(),
            people: Vec::new(),
            services: Vec::new(),
            train: None,
            manual: false,
            dependencies: Vec::new(),
        }
    }

    /// Of these components.
    #[must_use]
    pub fn with_components(mut self, components: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.components = components.into_iter().map(Into::into).collect();
        self
    }

    /// Of these environments.
    #[must_use]
    pub fn with_environments(mut self, environments: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.environments = environments.into_iter().map(Into::into).collect();
        self
    }

    /// By these people.
    #[must_use]
    pub fn with_people(mut self, people: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.people = people.into_iter().map(Into::into).collect();
        self
    }

    /// Sharing these services.
    #[must_use]
    pub fn with_services(mut self, services: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.services = services.into_iter().map(Into::into).collect();
        self
    }

    /// On this train.
    #[must_use]
    pub fn with_train(mut self, train: impl Into<String>) -> Self {
        self.train = Some(train.into());
        self
    }

    /// Set off by a person, or not.
    #[must_use]
    pub fn with_manual(mut self, manual: bool) -> Self {
        self.manual = manual;
        self
    }

    /// Waiting for one more.
    #[must_use]
    pub fn with_dependency(mut self, dependency: ClaimDependency) -> Self {
        self.dependencies.push(dependency);
        self
    }

    pub(super) fn interval(&self) -> Interval {
        Interval { start: self.starts_at, end: self.ends_at }
    }

    pub(super) fn check(&self) -> Result<()> {
        if self.starts_at <= self.ends_at {
            return Ok(());
        }
        Err(ConflictError::InvalidClaim {
            release: self.release.clone(),
            starts_at: self.starts_at.to_string(),
            ends_at: self.ends_at.to_string(),
        }
        .into())
    }
}
