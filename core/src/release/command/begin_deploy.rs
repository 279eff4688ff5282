//! Begins to deploy.

use crate::document::reads;
use crate::fact::ChangeType;
use crate::release::approval::change_type;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::DeploymentStarted;
use crate::release::go::{consent, eyes, gates, open, path};
use crate::release::judge::{Asked, facts_of, judge};
use crate::release::part::{DEPLOYER, RELEASE_MANAGER};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use crate::release::template::StageRole;
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

    fn beside(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(environment) = self.destination(state, deciding) else { return };
        let digest = state.scope_digest();
        let emergency = change_type(state) == ChangeType::Emergency;
        let glass = open::is_glass_broken(state, deciding.now());
        let stage = state.template.stage_of(StageRole::Deploy).map(|stage| stage.name.as_str());
        let asked = Asked { stage, environment: Some(&environment), manual: self.manual };
        let judgement = judge(state, deciding.context, asked, deciding.now());
        let facts = facts_of(state, deciding.context, deciding.now());

        refuse_same_eyes(state, deciding);
        if !glass {
            consent::refuse_unapproved(state, deciding);
            consent::refuse_without_go(state, &digest, emergency, deciding);
            path::refuse_off_path(state, &environment, emergency, &facts, deciding);
        }
        consent::refuse_open_dependencies(state, deciding);
        open::refuse_outside_window(state, deciding);
        open::refuse_frozen(state, &environment, self.manual, &facts, deciding);
        open::refuse_taken(state, &environment, deciding);
        gates::refuse(&judgement, deciding);

        let started = DeploymentStarted::new(&environment, digest, DEPLOYER)
            .with_targets(self.targets_in(&environment))
            .with_items(state.live_items().cloned())
            .with_judged(judgement.judged)
            .with_manual(self.manual);
        deciding.emit(started);
    }
}

impl BeginDeployCommand {
    /// Where to: one of the environments that the release passes.
    fn destination(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) -> Option<String> {
        let known = &state.release.environments;
        let named = self.environment.as_ref().filter(|name| !name.trim().is_empty());
        let Some(environment) = named.or(known.last()) else {
            deciding
                .refuse(RefusalCode::UnknownEnvironment, "nobody said where to")
                .lifted_by("name the environment");
            return None;
        };
        if !known.is_empty() && !known.contains(environment) {
            let message = format!("the release does not pass {environment}");
            let lift = format!("it passes {}", known.join(", "));
            let reason = deciding.refuse(RefusalCode::UnknownEnvironment, message).lifted_by(lift);
            reason.about(environment).up_to(RELEASE_MANAGER);
            return None;
        }
        Some(environment.clone())
    }

    /// The targets, each once; the environment itself, where none is named.
    fn targets_in<'c>(&'c self, environment: &'c str) -> Vec<&'c str> {
        let mut targets: Vec<&str> = Vec::new();
        for target in self.targets.iter().filter(|target| !target.trim().is_empty()) {
            if !targets.contains(&target.as_str()) {
                targets.push(target);
            }
        }
        if targets.is_empty() {
            targets.push(environment);
        }
        targets
    }
}

/// Nobody brings out what they wrote or approved.
fn refuse_same_eyes(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let actor = deciding.actor();
    let message = if eyes::is_author(state, &actor, deciding.context) {
        format!("{actor} wrote what they would bring out")
    } else if let Some(step) = eyes::approved(state, &actor, deciding.context) {
        format!("{actor} approved the step {step} of what they would bring out")
    } else {
        return;
    };
    let reason = deciding.refuse(RefusalCode::SelfApproval, message);
    reason.lifted_by("have another deployer bring it out").up_to(DEPLOYER);
}
