//! Records a deployment that happened, and opens, judges and closes its release at once.

use crate::document::reads;
use crate::fact::Fact;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{DEPLOYER, Release};
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Records a deployment that happened, and opens, judges and closes its release at once.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RecordDeploymentCommand {
    /// The release: what went out, and by which template.
    pub release: Release,
    /// Where to.
    pub environment: String,
    /// When it began.
    #[schemars(with = "String")]
    pub started_at: Timestamp,
    /// When it ended; when it began, where left out.
    #[schemars(with = "Option<String>")]
    pub finished_at: Option<Timestamp>,
    /// Whether it succeeded.
    #[schemars(default)]
    pub succeeded: bool,
    /// What is known about it.
    #[schemars(default)]
    pub facts: Vec<Fact>,
}

reads!(RecordDeploymentCommand { release, environment, started_at, finished_at, succeeded = true, facts = Vec::new() });

impl RecordDeploymentCommand {
    /// With nothing said beyond this.
    pub fn new(release: Release, environment: impl Into<String>, started_at: Timestamp) -> Self {
        Self {
            release,
            environment: environment.into(),
            started_at,
            finished_at: None,
            succeeded: true,
            facts: Vec::new(),
        }
    }

    /// With `finished_at`: when it ended; when it began, where left out.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: Timestamp) -> Self {
        self.finished_at = Some(finished_at);
        self
    }

    /// With `succeeded`: whether it succeeded.
    #[must_use]
    pub fn with_succeeded(mut self, succeeded: bool) -> Self {
        self.succeeded = succeeded;
        self
    }

    /// With `facts`: what is known about it.
    #[must_use]
    pub fn with_facts(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.facts = facts.into_iter().collect();
        self
    }
}

impl Decide for RecordDeploymentCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[DEPLOYER]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        false
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn opens(&self) -> Option<&Release> {
        Some(&self.release)
    }

    fn open(&self, deciding: &mut Deciding<'_>) {
        let _ = deciding;
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
