//! The decider: a command in, events or a refusal out.

use super::context::Context;
use super::deciding::Deciding;
use super::envelope::Envelope;
use super::event::Event;
use super::refusal::{Refusal, RefusalCode};
use super::state::{ReleaseState, ReleaseStatus};

/// Decides on a command: what happens, or why it does not. Pure and total; the state is none where the release is not opened yet.
/// A command whose id was decided on before gives no events.
///
/// # Errors
/// The refusal, with every reason and what would lift it.
pub fn decide(
    state: Option<&ReleaseState>,
    envelope: &Envelope,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    if state.is_some_and(|state| state.knows(&envelope.id)) {
        return Ok(Vec::new());
    }
    let mut deciding = Deciding::new(envelope, context);
    ask(state, &mut deciding);
    let release = match (state, envelope.command.decider().opens()) {
        (Some(state), _) => state.release.id.clone(),
        (None, Some(release)) => release.id.clone(),
        (None, None) => String::new(),
    };
    if !deciding.reasons.is_empty() {
        let mut refusal = Refusal::new(release, envelope.command.kind());
        refusal.status = state.map(|state| state.status);
        refusal.reasons = deciding.reasons;
        return Err(refusal);
    }
    let event = |(index, what)| Event {
        id: format!("{}/{index}", envelope.id),
        release: release.clone(),
        actor: envelope.actor.clone(),
        at: envelope.now(),
        context: Some(context.digest().to_owned()),
        what,
    };
    Ok(deciding.events.into_iter().enumerate().map(event).collect())
}

/// What every command is asked, then what it asks itself.
fn ask(state: Option<&ReleaseState>, deciding: &mut Deciding<'_>) {
    let (envelope, command) = (deciding.envelope, deciding.envelope.command.decider());
    let length = envelope.id.chars().count();
    if !(1..=120).contains(&length) {
        let message = format!("a command's id has 1–120 characters, not {length}");
        deciding.refuse(RefusalCode::FormIncomplete, message).lifted_by("give it another id");
        return;
    }
    let allowed = command.roles();
    if !allowed.is_empty() && !allowed.iter().any(|role| deciding.is_in(role)) {
        let message = format!("{} is not {}", deciding.actor(), one_of(allowed));
        let lift = format!("ask somebody who is {}", one_of(allowed));
        deciding.refuse(RefusalCode::NotAuthorised, message).lifted_by(lift);
    }
    let seen = envelope.expected_version;
    let version = state.map_or(0, |state| state.version);
    if let Some(seen) = seen.filter(|seen| *seen != version) {
        let message = format!("the release is at version {version}, and the command was given at {seen}");
        deciding.refuse(RefusalCode::StaleVersion, message).lifted_by("look at it again, then decide again");
    }
    match (state, command.opens()) {
        (None, Some(_)) => command.open(deciding),
        (None, None) => {
            deciding
                .refuse(RefusalCode::NoRelease, "there is no such release yet")
                .lifted_by("open it with `create`");
        }
        (Some(state), Some(release)) => {
            let message = if state.release.id == release.id {
                format!("release {} is there already", release.id)
            } else {
                format!("this is release {}, not {}", state.release.id, release.id)
            };
            deciding.refuse(RefusalCode::AlreadyCreated, message).lifted_by("give it another id");
        }
        (Some(state), None) => ask_state(state, deciding),
    }
}

/// What a release that is there is asked of a command.
fn ask_state(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let command = deciding.envelope.command.decider();
    let (status, kind) = (state.status, deciding.envelope.command.kind());
    if matches!(status, ReleaseStatus::Closed | ReleaseStatus::Cancelled) {
        deciding.refuse(RefusalCode::Terminal, format!("the release is {}", status.name()));
        return;
    }
    if !command.permits(status) {
        let message = format!("`{kind}` is not for a release that is {}", status.name());
        let states = ReleaseStatus::ALL.iter().filter(|status| command.permits(**status));
        let states: Vec<&str> = states.map(|status| status.name()).collect();
        let lift = format!("it is for one that is {}", one_of(&states));
        deciding.refuse(command.refusal_at(status), message).lifted_by(lift);
        return;
    }
    if let Some(hold) = state.hold.as_ref().filter(|_| !command.on_hold()) {
        let message = format!("the release is on hold since {}: {}", hold.since, hold.reason);
        deciding
            .refuse(RefusalCode::OnHold, message)
            .lifted_by("resume it")
            .up_to(super::part::RELEASE_MANAGER);
        return;
    }
    command.decide(state, deciding);
}

/// `a`, `a or b`, `a, b or c`.
pub(crate) fn one_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
