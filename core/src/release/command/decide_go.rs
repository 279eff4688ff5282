//! Decides go or no-go on what is known.

use crate::document::reads;
use crate::fact::ChangeType;
use crate::release::approval::{change_type, is_same_person};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{GoDecided, GoWithdrawn, NoGoDecided};
use crate::release::go::{consent, eyes, gates, readiness, when};
use crate::release::judge::{Asked, Judgement, judge};
use crate::release::part::GO_AUTHORITY;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use crate::release::template::StageRole;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Decides go or no-go on what is known.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DecideGoCommand {
    /// Go, or no-go.
    #[schemars(default)]
    pub go: bool,
    /// Why.
    pub reason: Option<String>,
    /// Until when it holds; as the template has it, where left out.
    #[schemars(with = "Option<String>")]
    pub valid_until: Option<Timestamp>,
}

reads!(DecideGoCommand { go = false, reason, valid_until });

impl DecideGoCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { go: false, reason: None, valid_until: None }
    }

    /// With `go`: go, or no-go.
    #[must_use]
    pub fn with_go(mut self, go: bool) -> Self {
        self.go = go;
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `valid_until`: until when it holds; as the template has it, where left out.
    #[must_use]
    pub fn with_valid_until(mut self, valid_until: Timestamp) -> Self {
        self.valid_until = Some(valid_until);
        self
    }
}

impl Default for DecideGoCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for DecideGoCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[GO_AUTHORITY]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let judgement = asked(state, deciding);
        let digest = state.scope_digest();
        if !self.go {
            if state.go.is_some() {
                deciding.emit(GoWithdrawn::new("it was decided not to go"));
            }
            let mut decided = NoGoDecided::new().with_judged(judgement.judged);
            decided.reason.clone_from(&self.reason);
            deciding.emit(decided);
            return;
        }
        refuse_own(state, deciding);
        gates::refuse(&judgement, deciding);
        consent::refuse_unapproved(state, deciding);
        readiness::refuse_open_checklists(state, deciding);
        let assessed_first = change_type(state) == ChangeType::Normal;
        readiness::refuse_stale_risk(state, &digest, assessed_first, deciding);
        let valid_until = self.validity(state, deciding);
        let mut decided = GoDecided::new(digest, valid_until).with_judged(judgement.judged);
        decided.reason.clone_from(&self.reason);
        deciding.emit(decided);
    }
}

impl DecideGoCommand {
    /// Until when it holds: no longer than the template has it.
    fn validity(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) -> Timestamp {
        let (now, length) = (deciding.now(), state.template.options.go_validity);
        let longest = when::after(now, length);
        let valid_until = self.valid_until.unwrap_or(longest);
        if valid_until <= now {
            let message = format!("it would hold until {valid_until}, which is over");
            deciding.refuse(RefusalCode::DateInPast, message).lifted_by("give a time to come");
        } else if valid_until > longest {
            let message = format!("a decision to go holds {length} at most, by the template");
            let lift = format!("let it hold until {longest} at most, or leave that out");
            deciding.refuse(RefusalCode::OutOfScale, message).lifted_by(lift);
        }
        valid_until
    }
}

/// What the gates say of the deployment to where the release is delivered.
fn asked(state: &ReleaseState, deciding: &Deciding<'_>) -> Judgement {
    let stage = state.template.stage_of(StageRole::Deploy);
    let asked = Asked {
        stage: stage.map(|stage| stage.name.as_str()),
        environment: state.release.environments.last().map(String::as_str),
        manual: false,
    };
    judge(state, deciding.context, asked, deciding.now())
}

/// Nobody lets go out what they wrote or asked for.
fn refuse_own(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let actor = deciding.actor();
    let what = if eyes::is_author(state, &actor, deciding.context) {
        "wrote"
    } else if is_same_person(deciding.context, &state.requester, &actor) {
        "asked for"
    } else {
        return;
    };
    let message = format!("{actor} {what} what they would let go out");
    let reason = deciding.refuse(RefusalCode::SelfDecision, message);
    reason.lifted_by("have somebody else decide").up_to(GO_AUTHORITY);
}
