//! Grants an exemption from a criterion, until a date.

use crate::document::reads;
use crate::fact::{Fact, Waiver};
use crate::release::approval::{Part, is_same_person, part_of};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::GateWaived;
use crate::release::evidence::check_waivable;
use crate::release::part::GATE_OWNER;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Grants an exemption from a criterion, until a date.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct WaiveGateCommand {
    /// What it is called by; made of the command's, where left out.
    pub id: Option<String>,
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
    /// The component that it is for; all of the scope, where left out.
    pub component: Option<String>,
    /// Why.
    pub reason: String,
    /// When it ends.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// Who asked for it.
    pub requested_by: Option<String>,
}

reads!(WaiveGateCommand { id, gate, criterion, component, reason, expires_at, requested_by });

impl WaiveGateCommand {
    /// With nothing said beyond this.
    pub fn new(gate: impl Into<String>, criterion: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            id: None,
            gate: gate.into(),
            criterion: criterion.into(),
            component: None,
            reason: reason.into(),
            expires_at: None,
            requested_by: None,
        }
    }

    /// With `id`: what it is called by; made of the command's, where left out.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// With `component`: the component that it is for; all of the scope, where left out.
    #[must_use]
    pub fn with_component(mut self, component: impl Into<String>) -> Self {
        self.component = Some(component.into());
        self
    }

    /// With `expires_at`: when it ends.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// With `requested_by`: who asked for it.
    #[must_use]
    pub fn with_requested_by(mut self, requested_by: impl Into<String>) -> Self {
        self.requested_by = Some(requested_by.into());
        self
    }
}

impl Decide for WaiveGateCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[GATE_OWNER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", Some(&self.reason));
        check_waivable(deciding, &self.gate, &self.criterion);
        let now = deciding.now();
        match self.expires_at {
            None => {
                deciding
                    .refuse(RefusalCode::ExpiryMissing, "nobody is exempted for good")
                    .lifted_by("say when it ends")
                    .about(&self.gate);
            }
            Some(end) if end <= now => {
                deciding
                    .refuse(RefusalCode::DateInPast, format!("it would end at {end}; it is {now}"))
                    .lifted_by("give an end to come")
                    .about(&self.gate);
            }
            Some(_) => {}
        }
        if let Some(component) = &self.component
            && !state.live_items().any(|item| item.subject.component == *component)
        {
            deciding
                .refuse(
                    RefusalCode::UnknownSubject,
                    format!("nothing in the scope is of component {component:?}"),
                )
                .lifted_by("name a component that goes out, or none for all")
                .about(component);
        }
        let actor = deciding.envelope.actor.id.clone();
        let asked_by_actor =
            self.requested_by.as_ref().is_some_and(|by| is_same_person(deciding.context, by, &actor));
        let wrote = matches!(part_of(state, deciding.context, &actor), Some(Part::Wrote));
        if asked_by_actor || wrote {
            let what = if wrote { "wrote something of what goes out" } else { "asked for it" };
            let message = format!("{} {what}, and does not decide on it", deciding.actor());
            deciding
                .refuse(RefusalCode::SelfDecision, message)
                .lifted_by("have somebody else decide who answers for the gate")
                .up_to(GATE_OWNER);
        }
        let id = self.id.clone().unwrap_or_else(|| deciding.envelope.id.clone());
        if state.facts.iter().any(|fact| matches!(fact, Fact::Waiver(waiver) if waiver.id == id)) {
            deciding
                .refuse(RefusalCode::DuplicateItem, format!("there is an exemption called {id:?}"))
                .lifted_by("call it otherwise")
                .about(&id);
        }
        let context = deciding.context;
        let mut waiver =
            Waiver::new(id, &self.criterion, reason, deciding.actor(), now).with_gate(&self.gate);
        waiver.component.clone_from(&self.component);
        waiver.expires_at = self.expires_at;
        waiver.requested_by = self.requested_by.as_ref().map(|by| context.person(by));
        deciding.emit(GateWaived::new(waiver));
    }
}
