//! Releases: commands in, events or refusals out; releases looked at. Documents cross as one text each way, entries as one text,
//! each one's bytes and a line break.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use crate::fact::Facts;
use crate::gate::GateSet;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::fact::{self, Roster};
use greenboard::ledger::{Actor, Draft, Entry};
use greenboard::release::audit::{Audit, AuditOptions, export_audit};
use greenboard::release::conflict::ConflictRules;
use greenboard::release::control::{Compliance, ControlContext, ControlPolicy, compliance};
use greenboard::release::{
    self as core, Command, Envelope, Event, Refusal, ReleaseState, Roles, Template, Until,
};
use greenboard::report;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde_json::json;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What commands are decided in.
#[napi(js_name = "ReleaseContext")]
pub struct ReleaseContext(Arc<core::Context>);

#[napi]
impl ReleaseContext {
    /// These gates, and roles, facts and templates where there are any.
    #[napi(factory)]
    pub fn of(
        gates: &GateSet,
        roles: Option<Given>,
        facts: Option<&Facts>,
        templates: Option<Given>,
    ) -> Result<Self> {
        let make = || {
            let roles = roles.map_or_else(|| Ok(Roles::new()), |roles| roles.read("roles"))?;
            let facts = match facts {
                Some(facts) => facts.shared().held().clone(),
                None => fact::Facts::new(Roster::new()),
            };
            let context = core::Context::new(gates.0.clone(), roles, facts)?;
            match templates {
                Some(templates) => context.with_templates(templates.read::<Vec<Template>>("templates")?),
                None => Ok(context),
            }
        };
        make().map(|context| Self(Arc::new(context))).map_err(raise)
    }

    /// The digest of all of it.
    #[napi]
    pub fn digest(&self) -> String {
        self.0.digest().to_owned()
    }
}

/// What is asked.
#[napi(object)]
pub struct Asking {
    /// The release.
    pub release: String,
    /// The command's id.
    pub id: String,
    /// Who asks.
    pub actor: Given,
    /// When.
    pub at: String,
    /// The version that they had seen.
    pub expected_version: Option<u32>,
    /// What they ask.
    pub command: Given,
}

impl Asking {
    fn envelope(self) -> greenboard::Result<Envelope> {
        let (actor, at): (Actor, _) = (self.actor.read("actor")?, instant(self.at)?);
        let command: Command = self.command.read("command")?;
        let mut envelope = Envelope::new(self.id, actor, at, command);
        envelope.expected_version = self.expected_version.map(u64::from);
        Ok(envelope)
    }
}

/// The releases of a ledger, folded as its entries come.
#[napi(js_name = "Releases")]
pub struct Releases(Arc<Mutex<core::Releases>>);

fn held(releases: &Mutex<core::Releases>) -> MutexGuard<'_, core::Releases> {
    releases.lock().unwrap_or_else(PoisonError::into_inner)
}

#[napi]
impl Releases {
    /// None yet.
    #[napi(factory)]
    pub fn none() -> Self {
        Self(Arc::new(Mutex::new(core::Releases::new())))
    }

    /// The number of the last entry that was read.
    #[napi]
    pub fn seen(&self) -> Option<f64> {
        held(&self.0).seen().map(|seen| seen as f64)
    }

    /// Takes in the next entries.
    #[napi]
    pub fn read(&self, lines: String) -> Result<()> {
        entries(&lines).and_then(|entries| held(&self.0).read(&entries)).map_err(raise)
    }

    /// The ids of the releases, in order.
    #[napi]
    pub fn ids(&self) -> Vec<String> {
        held(&self.0).states().map(|state| state.release.id.clone()).collect()
    }

    /// A release as it is, as JSON.
    #[napi]
    pub fn state(&self, release: String) -> Result<Option<String>> {
        held(&self.0).state(&release).map(emit).transpose().map_err(raise)
    }

    /// What a command comes to, as JSON: events, drafts, and what is expected of the ledger.
    #[napi]
    pub fn prepare_sync(&self, asking: Asking, context: &ReleaseContext) -> Result<String> {
        prepared(&self.0, asking, &context.0).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn prepare(&self, asking: Asking, context: &ReleaseContext) -> AsyncTask<Background> {
        let (releases, context) = (self.0.clone(), context.0.clone());
        background(move || prepared(&releases, asking, &context))
    }
}

fn prepared(
    releases: &Mutex<core::Releases>,
    asking: Asking,
    context: &core::Context,
) -> greenboard::Result<String> {
    let release = asking.release.clone();
    let envelope = asking.envelope()?;
    let prepared = held(releases).prepare(&release, &envelope, context)?;
    to_json(&json!({
        "drafts": prepared.drafts,
        "events": prepared.events,
        "whole": matches!(prepared.expect, greenboard::ledger::Expect::Seq(_)),
    }))
}

fn entries(lines: &str) -> greenboard::Result<Vec<Entry>> {
    lines.lines().map(|line| Entry::parse(line.as_bytes())).collect()
}

/// What happens, as JSON.
#[napi]
pub fn release_decide(state: Option<Given>, envelope: Given, context: &ReleaseContext) -> Result<String> {
    let decide = || {
        let state: Option<ReleaseState> = state.map(|state| state.read("state")).transpose()?;
        to_json(&core::decide(state.as_ref(), &envelope.read("envelope")?, &context.0)?)
    };
    decide().map_err(raise)
}

/// The state after events, on top of one where there is one, as JSON.
#[napi]
pub fn release_fold(state: Option<Given>, events: Given) -> Result<Option<String>> {
    let fold = || {
        let state: Option<ReleaseState> = state.map(|state| state.read("state")).transpose()?;
        let events: Vec<Event> = events.read("events")?;
        events.iter().fold(state, core::evolve).as_ref().map(emit).transpose()
    };
    fold().map_err(raise)
}

/// The event as an entry to be, as JSON.
#[napi]
pub fn release_draft(event: Given) -> Result<String> {
    event.read::<Event>("event").and_then(|event| emit(&event.to_draft()?)).map_err(raise)
}

/// The event that an entry to be records, as JSON.
#[napi]
pub fn release_event(draft: Given) -> Result<Option<String>> {
    let event = || Event::of_draft(&draft.read::<Draft>("draft")?)?.as_ref().map(emit).transpose();
    event().map_err(raise)
}

/// What views are of, and as of when.
#[napi(object)]
pub struct Viewed {
    /// The instant.
    pub at: String,
    /// A document, or several.
    pub document: Option<Given>,
    /// A second one, to compare with.
    pub after: Option<Given>,
    /// The entries of a ledger.
    pub lines: Option<String>,
    /// Up to this number.
    pub seq: Option<f64>,
    /// Up to what was recorded by this instant.
    pub recorded: Option<String>,
    /// Up to what had happened by this instant.
    pub happened: Option<String>,
    /// Rules of conflicts, or the policy of controls.
    pub rules: Option<Given>,
    /// Who may do what.
    pub roles: Option<Given>,
    /// The releases that are asked for.
    pub releases: Option<Vec<String>>,
    /// A signed checkpoint.
    pub checkpoint: Option<String>,
}

impl Viewed {
    fn the(&self) -> &Given {
        static NOTHING: std::sync::OnceLock<Given> = std::sync::OnceLock::new();
        let nothing = || NOTHING.get_or_init(|| Given { text: "null".to_owned(), written: false });
        self.document.as_ref().unwrap_or_else(nothing)
    }

    fn controls(&self) -> greenboard::Result<ControlContext> {
        let policy: Option<ControlPolicy> =
            self.rules.as_ref().map(|policy| policy.read("policy")).transpose()?;
        let context = ControlContext::new(policy.unwrap_or_default());
        match &self.roles {
            Some(roles) => Ok(context.with_roles(roles.read("roles")?)),
            None => Ok(context),
        }
    }

    fn see(self, what: &str) -> greenboard::Result<String> {
        let at = instant(self.at.clone())?;
        let lines = self.lines.as_deref().unwrap_or_default();
        match what {
            "due" => to_json(&core::due(&self.the().read("state")?, at)),
            "diff" => {
                let after = self.after.as_ref().unwrap_or(self.the()).read("after")?;
                emit(&core::diff(&self.the().read("before")?, &after)?)
            }
            "replay" => {
                let until = match (self.seq, self.recorded.clone(), self.happened.clone()) {
                    (Some(seq), ..) => Until::Seq(crate::ledger::number(seq)),
                    (_, Some(at), _) => Until::Recorded(instant(at)?),
                    (.., Some(at)) => Until::Happened(instant(at)?),
                    _ => Until::Now,
                };
                to_json(&core::replay(&entries(lines)?, until)?)
            }
            "portfolio" => {
                let states: Vec<ReleaseState> = self.the().read("releases")?;
                let rules = self
                    .rules
                    .as_ref()
                    .map_or_else(|| Ok(ConflictRules::new()), |rules| rules.read("rules"))?;
                emit(&core::portfolio(&states, &rules, at)?)
            }
            "compliance" => {
                let events: Vec<Event> = self.the().read("events")?;
                emit(&compliance(&events, &self.controls()?, at))
            }
            _ => {
                let mut options = AuditOptions::new()
                    .with_controls(self.controls()?)
                    .with_releases(self.releases.clone().unwrap_or_default());
                if let Some(checkpoint) = &self.checkpoint {
                    options = options.with_checkpoint(checkpoint);
                }
                emit(&export_audit(&entries(lines)?, &options, at)?)
            }
        }
    }
}

/// Releases looked at, as JSON: `due`, `diff`, `replay`, `portfolio`, `compliance`, `audit`.
#[napi]
pub fn release_view_sync(what: String, viewed: Viewed) -> Result<String> {
    viewed.see(&what).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn release_view(what: String, viewed: Viewed) -> AsyncTask<Background> {
    background(move || viewed.see(&what))
}

/// What is known of releases, for people.
#[napi]
pub fn release_render(what: String, document: Given, format: String, at: String) -> Result<String> {
    let write = || {
        let (format, at) = (format.parse()?, instant(at)?);
        let what = what.as_str();
        match what {
            "refusal" => document.read::<Refusal>(what).map(|refusal| report::refusal(&refusal, format)),
            "events" => document.read::<Vec<Event>>(what).map(|events| report::timeline(&events, format)),
            "owed" => document.read::<Vec<_>>(what).map(|owed| report::owed(&owed, format)),
            "compliance" => document.read::<Compliance>(what).map(|found| report::controls(&found, format)),
            "audit" => document.read::<Audit>(what).map(|audit| report::audit(&audit, format)),
            "states" => {
                document.read::<Vec<ReleaseState>>(what).map(|states| report::releases(&states, format))
            }
            _ => document.read::<ReleaseState>("state").map(|state| report::release(&state, at, format)),
        }
    };
    write().map_err(raise)
}
