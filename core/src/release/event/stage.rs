//! What happens to stages and gates.

use super::{Apply, Event};
use crate::document::{Extra, reads};
use crate::fact::{BreakGlass, Fact, Subject, Waiver};
use crate::release::judge::Judged;
use crate::release::state::{ReleaseState, ReleaseStatus, StageRecord, StageStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// The work began.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseStarted {
    /// Why before its date.
    pub reason: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseStarted keeping extra { reason });

impl ReleaseStarted {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, extra: Extra::default() }
    }

    /// With `reason`: why before its date.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for ReleaseStarted {
    fn default() -> Self {
        Self::new()
    }
}

/// A stage was entered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct StageEntered {
    /// The stage.
    pub stage: String,
    /// The how manieth time, from 1.
    pub attempt: u32,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(StageEntered keeping extra { stage, attempt });

impl StageEntered {
    /// With nothing said beyond this.
    pub fn new(stage: impl Into<String>, attempt: u32) -> Self {
        Self { stage: stage.into(), attempt, extra: Extra::default() }
    }
}

/// A stage was completed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct StageCompleted {
    /// The stage.
    pub stage: String,
    /// Whether something was passed over: a waiver, a warning.
    #[schemars(default)]
    pub with_exception: bool,
    /// What its gates said.
    #[schemars(default)]
    pub judged: Vec<Judged>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(StageCompleted keeping extra { stage, with_exception = false, judged = Vec::new() });

impl StageCompleted {
    /// With nothing said beyond this.
    pub fn new(stage: impl Into<String>) -> Self {
        Self { stage: stage.into(), with_exception: false, judged: Vec::new(), extra: Extra::default() }
    }

    /// With `with_exception`: whether something was passed over: a waiver, a warning.
    #[must_use]
    pub fn with_with_exception(mut self, with_exception: bool) -> Self {
        self.with_exception = with_exception;
        self
    }

    /// With `judged`: what its gates said.
    #[must_use]
    pub fn with_judged(mut self, judged: impl IntoIterator<Item = Judged>) -> Self {
        self.judged = judged.into_iter().collect();
        self
    }
}

/// A stage was left out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct StageSkipped {
    /// The stage.
    pub stage: String,
    /// Why.
    pub reason: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(StageSkipped keeping extra { stage, reason });

impl StageSkipped {
    /// With nothing said beyond this.
    pub fn new(stage: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { stage: stage.into(), reason: reason.into(), extra: Extra::default() }
    }
}

/// The work went back to a stage.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct StageRestarted {
    /// The stage.
    pub stage: String,
    /// The how manieth time, from 1.
    pub attempt: u32,
    /// Why.
    pub reason: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(StageRestarted keeping extra { stage, attempt, reason });

impl StageRestarted {
    /// With nothing said beyond this.
    pub fn new(stage: impl Into<String>, attempt: u32, reason: impl Into<String>) -> Self {
        Self { stage: stage.into(), attempt, reason: reason.into(), extra: Extra::default() }
    }
}

/// The work is done: it may be decided on.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseReady {
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseReady keeping extra {});

impl ReleaseReady {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { extra: Extra::default() }
    }
}

impl Default for ReleaseReady {
    fn default() -> Self {
        Self::new()
    }
}

/// It went back from being ready to work.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseReopened {
    /// Why.
    pub cause: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseReopened keeping extra { cause });

impl ReleaseReopened {
    /// With nothing said beyond this.
    pub fn new(cause: impl Into<String>) -> Self {
        Self { cause: cause.into(), extra: Extra::default() }
    }
}

/// Facts of other systems were recorded.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct EvidenceRecorded {
    /// The facts.
    #[schemars(default)]
    pub facts: Vec<Fact>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(EvidenceRecorded keeping extra { facts = Vec::new() });

impl EvidenceRecorded {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { facts: Vec::new(), extra: Extra::default() }
    }

    /// With `facts`: the facts.
    #[must_use]
    pub fn with_facts(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.facts = facts.into_iter().collect();
        self
    }
}

impl Default for EvidenceRecorded {
    fn default() -> Self {
        Self::new()
    }
}

/// Gates were asked.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct GateEvaluated {
    /// What they said.
    pub judged: Judged,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(GateEvaluated keeping extra { judged });

impl GateEvaluated {
    /// With nothing said beyond this.
    pub fn new(judged: Judged) -> Self {
        Self { judged, extra: Extra::default() }
    }
}

/// An exemption from a criterion was granted.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct GateWaived {
    /// The exemption.
    pub waiver: Waiver,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(GateWaived keeping extra { waiver });

impl GateWaived {
    /// With nothing said beyond this.
    pub fn new(waiver: Waiver) -> Self {
        Self { waiver, extra: Extra::default() }
    }
}

/// An exemption ended.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct WaiverExpired {
    /// The exemption, by id.
    pub waiver: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(WaiverExpired keeping extra { waiver });

impl WaiverExpired {
    /// With nothing said beyond this.
    pub fn new(waiver: impl Into<String>) -> Self {
        Self { waiver: waiver.into(), extra: Extra::default() }
    }
}

/// Gates are passed over in an emergency.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct GlassBroken {
    /// Why it cannot wait.
    pub reason: String,
    /// The role of whoever did it.
    pub role: String,
    /// When it stops to count.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(GlassBroken keeping extra { reason, role, expires_at });

impl GlassBroken {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>, role: impl Into<String>) -> Self {
        Self { reason: reason.into(), role: role.into(), expires_at: None, extra: Extra::default() }
    }

    /// With `expires_at`: when it stops to count.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }
}

/// A stage, by its name.
fn find<'s>(state: &'s mut ReleaseState, name: &str) -> Option<&'s mut StageRecord> {
    state.stages.iter_mut().find(|stage| stage.name == name)
}

impl Apply for ReleaseStarted {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if state.status == ReleaseStatus::Planned {
            state.status = ReleaseStatus::Active;
        }
    }
}

impl Apply for StageEntered {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let Some(stage) = find(state, &self.stage) else { return };
        stage.status = StageStatus::Active;
        stage.attempt = self.attempt;
        stage.entered_at = Some(about.at);
        stage.completed_at = None;
    }
}

impl Apply for StageCompleted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let Some(stage) = find(state, &self.stage) else { return };
        stage.status = match self.with_exception {
            true => StageStatus::CompletedWithException,
            false => StageStatus::Completed,
        };
        stage.completed_at = Some(about.at);
    }
}

impl Apply for StageSkipped {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let Some(stage) = find(state, &self.stage) else { return };
        stage.status = StageStatus::Skipped;
        stage.completed_at = Some(about.at);
    }
}

impl Apply for StageRestarted {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let Some(index) = state.stages.iter().position(|stage| stage.name == self.stage) else { return };
        for stage in state.stages.iter_mut().skip(index.saturating_add(1)) {
            if stage.status != StageStatus::Pending {
                stage.status = StageStatus::Superseded;
            }
        }
        let Some(stage) = state.stages.get_mut(index) else { return };
        stage.status = StageStatus::Active;
        stage.attempt = self.attempt;
        stage.entered_at = Some(about.at);
        stage.completed_at = None;
    }
}

impl Apply for ReleaseReady {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if state.status == ReleaseStatus::Active {
            state.status = ReleaseStatus::Ready;
        }
    }
}

impl Apply for ReleaseReopened {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if state.status == ReleaseStatus::Ready {
            state.status = ReleaseStatus::Active;
        }
    }
}

impl Apply for EvidenceRecorded {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.facts.extend(self.facts.iter().cloned());
    }
}

impl Apply for GateEvaluated {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        // What they say is found anew whenever it matters; this is kept for who is owed an answer.
        state.keep_judged(std::slice::from_ref(&self.judged), about.at);
    }
}

impl Apply for GateWaived {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.facts.push(self.waiver.clone().into());
    }
}

impl Apply for WaiverExpired {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if let Err(at) = state.expired_waivers.binary_search(&self.waiver) {
            state.expired_waivers.insert(at, self.waiver.clone());
        }
    }
}

impl Apply for GlassBroken {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let components: BTreeSet<String> =
            state.live_items().map(|item| item.subject.component.clone()).collect();
        for component in components {
            let (id, by) = (format!("{}@{component}", about.id), about.actor.id.clone());
            let subject = Subject::new(component);
            let mut emergency = BreakGlass::new(id, subject, &self.reason, by, &self.role, about.at);
            emergency.expires_at = self.expires_at;
            state.facts.push(emergency.into());
        }
        state.review_required = true;
    }
}
