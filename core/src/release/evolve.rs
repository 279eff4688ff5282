//! The fold: what events add up to.

use super::event::{Event, Happening};
use super::state::ReleaseState;

/// The state after an event. Total: an event that fits nothing changes nothing but the count of events; none before the release was
/// opened.
pub fn evolve(state: Option<ReleaseState>, event: &Event) -> Option<ReleaseState> {
    let mut state = match (state, &event.what) {
        (None, Happening::ReleaseCreated(created)) => ReleaseState::opened(created, event),
        (None, _) => return None,
        (Some(state), _) => state,
    };
    event.what.apply(&mut state, event);
    state.version = state.version.saturating_add(1);
    state.updated_at = state.updated_at.max(event.at);
    if let Some((command, _)) = event.id.rsplit_once('/') {
        state.remember(command);
    }
    Some(state)
}

/// The state after all of these events.
pub fn fold<'e>(events: impl IntoIterator<Item = &'e Event>) -> Option<ReleaseState> {
    events.into_iter().fold(None, evolve)
}
