//! Records a deployment that happened, and opens, judges and closes its release at once.

use crate::document::reads;
use crate::fact::{ChangeType, Fact};
use crate::ledger::ActorKind;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{
    Deployed, DeploymentStarted, EvidenceRecorded, ReleaseClosed, ReleaseCreated, RolledBack,
};
use crate::release::judge::{Asked, judge_among};
use crate::release::part::{DEPLOYER, Release, ReleaseOutcome};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use crate::release::template::Template;
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
        let Some(template) = self.continuous(deciding) else { return };
        self.refuse_meaningless(deciding);
        let mut release = self.release.clone();
        if release.environments.is_empty() {
            release.environments.push(self.environment.clone());
        }
        let created = ReleaseCreated::new(release, template);
        let mut state = deciding.opened(&created);
        state.facts.clone_from(&self.facts);
        // As it was when it began: what was observed later did not let it go out.
        let manual = deciding.envelope.actor.kind == ActorKind::Human;
        let asked = Asked { environment: Some(&self.environment), manual, ..Asked::default() };
        let judgement = judge_among(&state, deciding.context, asked, self.started_at, &|_| true);
        let digest = state.scope_digest();

        deciding.emit(created);
        if !self.facts.is_empty() {
            deciding.emit(EvidenceRecorded::new().with_facts(self.facts.iter().cloned()));
        }
        deciding.emit(
            DeploymentStarted::new(&self.environment, digest, DEPLOYER)
                .with_manual(manual)
                .with_started_at(self.started_at),
        );
        let finished_at = self.finished_at.unwrap_or(self.started_at);
        let outcome = if self.succeeded {
            deciding.emit(Deployed::new(&self.environment).with_finished_at(finished_at));
            ReleaseOutcome::Successful
        } else {
            deciding.emit(RolledBack::new().with_finished_at(finished_at));
            ReleaseOutcome::RolledBack
        };
        deciding.emit(ReleaseClosed::new(outcome).with_judged(judgement.judged));
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}

impl RecordDeploymentCommand {
    /// The template, where its releases are opened and closed at once: those of standard changes, which were approved with it.
    fn continuous(&self, deciding: &mut Deciding<'_>) -> Option<Template> {
        let name = &self.release.template;
        let Ok(template) = deciding.context.template(name) else {
            let reason =
                deciding.refuse(RefusalCode::TemplateUnpublished, format!("there is no template {name:?}"));
            reason.lifted_by("name one that there is: `continuous`, say").about(name);
            return None;
        };
        let change_type = self.release.change_type.unwrap_or(template.change_type);
        if change_type != ChangeType::Standard {
            let message =
                format!("what follows {name} as a {} change is run step by step", change_type.name());
            let reason = deciding.refuse(RefusalCode::NotContinuous, message);
            reason.lifted_by("open it with `create`, or let it follow `continuous`").about(name);
            return None;
        }
        Some(template)
    }

    /// Refuses only what says nothing: a deployment that happened is a fact, whatever the gates say of it.
    fn refuse_meaningless(&self, deciding: &mut Deciding<'_>) {
        let missing = [
            ("id", self.release.id.trim().is_empty(), "say what the release is called by"),
            ("scope", self.release.scope.is_empty(), "say what went out"),
            ("environment", self.environment.trim().is_empty(), "say where to"),
        ];
        for (field, _, lift) in missing.into_iter().filter(|(_, missing, _)| *missing) {
            let reason = deciding.refuse(RefusalCode::MissingField, format!("it has no {field}"));
            reason.lifted_by(lift).about(field);
        }
        let (started, told) = (self.started_at, deciding.envelope.at);
        let finished = self.finished_at.unwrap_or(started);
        let wrong = if finished < started {
            format!("it would have ended at {finished}, before it began at {started}")
        } else if finished > told {
            format!("it would end at {finished}, and it is {told}")
        } else {
            return;
        };
        deciding.refuse(RefusalCode::FormIncomplete, wrong).lifted_by("say when it began and when it ended");
    }
}
