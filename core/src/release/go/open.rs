//! Whether the way is open: window, freezes, environment.

use crate::calendar::Windows;
use crate::fact::{Fact, Facts};
use crate::gate::Check;
use crate::release::deciding::Deciding;
use crate::release::part::RELEASE_MANAGER;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ExceptionStatus, ReleaseState};
use jiff::{SignedDuration, Timestamp};

/// Refuses outside the window in which the release may go out.
pub(crate) fn refuse_outside_window(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let Some(window) = state.release.window else { return };
    let now = deciding.now();
    if window.starts_at <= now && now < window.ends_at {
        return;
    }
    let message = format!("its window is from {} to {}, and it is {now}", window.starts_at, window.ends_at);
    let lift = if now < window.starts_at {
        format!("wait until {}", window.starts_at)
    } else {
        "give it another window with `reschedule`".to_owned()
    };
    deciding.refuse(RefusalCode::OutsideWindow, message).lifted_by(lift).up_to(RELEASE_MANAGER);
}

/// Refuses while the environment's own calendar is shut: the one that is called as the environment is. Where a gate asks that
/// calendar, the gate's word counts, with its waivers. A broken glass passes, and so does a release of which every item has an
/// exception that was granted and has not ended.
pub(crate) fn refuse_frozen(
    state: &ReleaseState,
    environment: &str,
    manual: bool,
    facts: &Facts,
    deciding: &mut Deciding<'_>,
) {
    let now = deciding.now();
    if is_asked_by_gates(environment, deciding) || is_glass_broken(state, now) || is_excepted(state, now) {
        return;
    }
    let Some(windows) = calendar(environment, facts, deciding, now) else { return };
    let decision = windows.decide_for(now, manual);
    if decision.open {
        return;
    }
    let lift = match decision.next_open {
        Some(at) => format!("wait until {at}, or have an exception granted"),
        None => "have an exception granted".to_owned(),
    };
    let message = format!("{environment} is {decision}");
    let reason = deciding.refuse(RefusalCode::FrozenEnvironment, message).lifted_by(lift);
    reason.about(environment).up_to(RELEASE_MANAGER);
}

fn calendar<'c>(
    environment: &str,
    facts: &'c Facts,
    deciding: &Deciding<'c>,
    now: Timestamp,
) -> Option<&'c Windows> {
    let of_facts = || facts.calendar(environment, now)?.windows.as_deref().ok();
    deciding.context.gates().calendar(environment).or_else(of_facts)
}

fn is_asked_by_gates(calendar: &str, deciding: &Deciding<'_>) -> bool {
    let criteria = deciding.context.gates().gates().iter().flat_map(|gate| &gate.criteria);
    criteria.into_iter().any(|criterion| match &criterion.check {
        Check::Freeze(freeze) => freeze.calendars.iter().any(|name| name == calendar),
        _ => false,
    })
}

/// Whether an emergency was declared in the release that has not ended.
pub(crate) fn is_glass_broken(state: &ReleaseState, now: Timestamp) -> bool {
    state.facts.iter().any(|fact| match fact {
        Fact::BreakGlass(glass) => glass.observed_at <= now && glass.expires_at.is_none_or(|end| end > now),
        _ => false,
    })
}

/// Whether every item that goes out has an exception that counts.
fn is_excepted(state: &ReleaseState, now: Timestamp) -> bool {
    let granted = |id: &str| {
        state.exceptions.iter().any(|exception| {
            exception.item.id == id
                && exception.status == ExceptionStatus::Granted
                && exception.until.is_some_and(|until| until > now)
        })
    };
    let mut items = state.live_items().peekable();
    items.peek().is_some() && items.all(|item| granted(&item.id))
}

/// Refuses while another release is brought to the environment, or has what goes out or where to in its window.
pub(crate) fn refuse_taken(state: &ReleaseState, environment: &str, deciding: &mut Deciding<'_>) {
    let (own, others) = (&state.release.id, deciding.others());
    if let Some(other) = others.deploying_to(own, environment) {
        let message = format!("{other} is being brought to {environment}");
        let reason = deciding.refuse(RefusalCode::EnvironmentTaken, message);
        reason.lifted_by(format!("wait until {other} is there, or back")).about(environment);
    }
    let now = deciding.now();
    let instant = now.checked_add(SignedDuration::from_nanos(1)).unwrap_or(now);
    for taken in others.taken(state, now, instant) {
        let message = format!("{} is in the window of {}", taken.what, taken.release);
        let reason = deciding.refuse(RefusalCode::Conflict, message);
        reason
            .lifted_by("wait until that window closes, or move one of them with `reschedule`")
            .about(taken.what);
    }
}
