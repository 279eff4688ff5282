//! Lets time pass.

use crate::document::reads;
use crate::fact::Fact;
use crate::release::approval;
use crate::release::deciding::{Decide, Deciding};
use crate::release::due::{Owed, OwedStatus, due};
use crate::release::event::{
    ApprovalExpired, Escalated, ExceptionExpired, GoExpired, ItemOverdue, WaiverExpired,
};
use crate::release::part::SCHEDULER;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ExceptionStatus, ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Lets time pass: what is overdue or expired is said.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct TickCommand {}

reads!(TickCommand {});

impl TickCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self {}
    }
}

impl Default for TickCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for TickCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[SCHEDULER]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let now = deciding.now();
        if now < state.updated_at {
            let message = format!("it is {now}, and the last event was at {}", state.updated_at);
            let reason = deciding.refuse(RefusalCode::ClockWentBack, message);
            reason.lifted_by(format!("wait until {}, or set the clock", state.updated_at));
            return;
        }
        lapse(state, deciding, now);
        for owed in due(state, now) {
            overdue(&owed, state, deciding, now);
        }
    }
}

/// Says what ended: approvals, the decision to go, exceptions, waivers.
fn lapse(state: &ReleaseState, deciding: &mut Deciding<'_>, now: Timestamp) {
    for approval in approval::expired(state, now) {
        deciding.emit(ApprovalExpired::new(&approval.step, &approval.by));
    }
    if state.go.as_ref().is_some_and(|go| go.valid_until <= now) && state.status == ReleaseStatus::Ready {
        deciding.emit(GoExpired::new());
    }
    let granted = state.exceptions.iter().filter(|one| one.status == ExceptionStatus::Granted);
    for exception in granted.filter(|one| one.until.is_some_and(|until| until <= now)) {
        deciding.emit(ExceptionExpired::new(&exception.item.id));
    }
    for fact in &state.facts {
        let Fact::Waiver(waiver) = fact else { continue };
        let is_told = state.expired_waivers.binary_search(&waiver.id).is_ok();
        if !is_told && waiver.expires_at.is_some_and(|end| end <= now) {
            deciding.emit(WaiverExpired::new(&waiver.id));
        }
    }
}

/// Says of something owed that it is overdue, that somebody else is told, that it is no longer waited for: each once.
fn overdue(owed: &Owed, state: &ReleaseState, deciding: &mut Deciding<'_>, now: Timestamp) {
    if owed.status < OwedStatus::Overdue {
        return;
    }
    let key = owed.key();
    let is_said = |list: &[String], key: &String| list.binary_search(key).is_ok();
    if !is_said(&state.overdue, &key) {
        let mut said = ItemOverdue::new(&key, owed.due);
        said.who.clone_from(&owed.who);
        deciding.emit(said);
    }
    if owed.status == OwedStatus::Escalated
        && !is_said(&state.escalated, &key)
        && let Some(to) = &owed.escalate_to
    {
        deciding.emit(Escalated::new(&key, to));
    }
    if let Some(expired) = owed.expires_at.filter(|end| *end <= now) {
        let key = format!("{key}/expired");
        if !is_said(&state.overdue, &key) {
            let mut said = ItemOverdue::new(&key, expired);
            said.who.clone_from(&owed.who);
            deciding.emit(said);
        }
    }
}
