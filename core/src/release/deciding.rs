//! What commands are decided with: the state, who asks and when, and what has been found so far.

use super::context::Context;
use super::envelope::Envelope;
use super::event::{Event, Happening, ReleaseCreated};
use super::evolve::evolve;
use super::part::{Release, Roles};
use super::portfolio::Others;
use super::refusal::{RefusalCode, RefusalReason};
use super::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;

/// How a command is decided on. What holds for all commands (version, state, hold, role) is asked before, by
/// [`decide`](super::decide()).
pub(crate) trait Decide {
    /// The roles that may ask; anybody, where empty.
    fn roles(&self) -> &'static [&'static str];

    /// Whether it may be asked of a release that stands there.
    fn permits(&self, status: ReleaseStatus) -> bool;

    /// Why not, where it may not be asked of a release that stands there and has not ended.
    fn refusal_at(&self, _status: ReleaseStatus) -> RefusalCode {
        RefusalCode::WrongState
    }

    /// Whether it may be asked of a release on hold.
    fn on_hold(&self) -> bool;

    /// Whether it is decided beside the other releases of the ledger, which have items, time, environments, or wait for this one.
    /// Then nothing may be said about them meanwhile either. Whoever asks [`Deciding::others`] is.
    fn beside(&self) -> bool {
        false
    }

    /// The release that it opens, where it is one of the commands that do.
    fn opens(&self) -> Option<&Release> {
        None
    }

    /// Opens the release.
    fn open(&self, _deciding: &mut Deciding<'_>) {}

    /// Decides: emits what happens, or refuses with every reason there is.
    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>);
}

/// A command on its way to events or a refusal.
pub(crate) struct Deciding<'a> {
    /// Who asks for what, and when.
    pub(crate) envelope: &'a Envelope,
    /// What it is decided in.
    pub(crate) context: &'a Context,
    /// What happens when nothing is refused.
    pub(crate) events: Vec<Happening>,
    /// Why it is refused.
    pub(crate) reasons: Vec<RefusalReason>,
}

impl<'a> Deciding<'a> {
    pub(crate) fn new(envelope: &'a Envelope, context: &'a Context) -> Self {
        Self { envelope, context, events: Vec::new(), reasons: Vec::new() }
    }

    /// The instant: the envelope's, cut to milliseconds, so that a replay sees what was seen live.
    pub(crate) fn now(&self) -> Timestamp {
        self.envelope.now()
    }

    /// Whoever asks, by their name in the workspace where it is known.
    pub(crate) fn actor(&self) -> String {
        self.context.person(&self.envelope.actor.id)
    }

    /// Who is in which role.
    pub(crate) fn roles(&self) -> &'a Roles {
        self.context.roles()
    }

    /// Whether whoever asks is in a role at this time.
    pub(crate) fn is_in(&self, role: &str) -> bool {
        self.roles().holds(role, &self.actor(), self.now())
    }

    /// The other releases.
    pub(crate) fn others(&self) -> &'a Others {
        debug_assert!(
            self.envelope.command.decider().beside(),
            "{} asks for other releases, and its `beside` does not say so",
            self.envelope.command.kind()
        );
        self.context.others()
    }

    /// Says what happens.
    pub(crate) fn emit(&mut self, happening: impl Into<Happening>) {
        self.events.push(happening.into());
    }

    /// The state of the release that a command opens, as it opens it.
    pub(crate) fn opened(&self, created: &ReleaseCreated) -> ReleaseState {
        let event = Event {
            id: format!("{}/0", self.envelope.id),
            release: created.release.id.clone(),
            actor: self.envelope.actor.clone(),
            at: self.now(),
            context: None,
            what: created.clone().into(),
        };
        ReleaseState::opened(created, &event)
    }

    /// The state as it will be once what was emitted so far has happened.
    pub(crate) fn ahead(&self, state: &ReleaseState) -> ReleaseState {
        let event = |(index, what): (usize, &Happening)| Event {
            id: format!("{}/{index}", self.envelope.id),
            release: state.release.id.clone(),
            actor: self.envelope.actor.clone(),
            at: self.now(),
            context: None,
            what: what.clone(),
        };
        let mut events = self.events.iter().enumerate().map(event);
        let start = state.clone();
        events.try_fold(start, |state, event| evolve(Some(state), &event)).unwrap_or_else(|| state.clone())
    }

    /// Says why not. What would lift it is said with the reason that is returned.
    pub(crate) fn refuse(&mut self, code: RefusalCode, message: impl Into<String>) -> &mut RefusalReason {
        self.reasons.push(RefusalReason::new(code, message));
        let last = self.reasons.len() - 1;
        &mut self.reasons[last]
    }

    /// The text of an option that has to be there; refused with this code where it is not.
    pub(crate) fn required(&mut self, code: RefusalCode, what: &str, text: Option<&String>) -> String {
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => text.clone(),
            None => {
                self.refuse(code, format!("it needs a {what}")).lift = Some(format!("give a {what}"));
                String::new()
            }
        }
    }
}

impl RefusalReason {
    /// With what would lift it.
    pub(crate) fn lifted_by(&mut self, lift: impl Into<String>) -> &mut Self {
        self.lift = Some(lift.into());
        self
    }

    /// With what it is about.
    pub(crate) fn about(&mut self, of: impl Into<String>) -> &mut Self {
        self.of = Some(of.into());
        self
    }

    /// With who can lift it.
    pub(crate) fn up_to(&mut self, who: impl Into<String>) -> &mut Self {
        self.who = Some(who.into());
        self
    }
}
