//! Begins to deploy.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::DEPLOYER;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Begins to deploy.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BeginDeployCommand {
    /// Where to; where the release is delivered to, where left out.
    pub environment: Option<String>,
    /// The targets that it has to reach; the environment itself, where left out.
    #[schemars(default)]
    pub targets: Vec<String>,
    /// Whether it is done by hand.
    #[schemars(default)]
    pub manual: bool,
}

reads!(BeginDeployCommand { environment, targets = Vec::new(), manual = false });

impl BeginDeployCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { environment: None, targets: Vec::new(), manual: false }
    }

    /// With `environment`: where to; where the release is delivered to, where left out.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Into<String>) -> Self {
        self.environment = Some(environment.into());
        self
    }

    /// With `targets`: the targets that it has to reach; the environment itself, where left out.
    #[must_use]
    pub fn with_targets(mut self, targets: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.targets = targets.into_iter().map(Into::into).collect();
        self
    }

    /// With `manual`: whether it is done by hand.
    #[must_use]
    pub fn with_manual(mut self, manual: bool) -> Self {
        self.manual = manual;
        self
    }
}

impl Default for BeginDeployCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for BeginDeployCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[DEPLOYER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
