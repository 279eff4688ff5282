//! Actions that a release leaves to the one after it.

use super::part::Action;
use super::state::ReleaseState;

/// The actions of a release that are not done, for the release that comes after it: its own, and those that it carried itself. Each
/// says of which release it is.
///
/// ```
/// use greenboard::gate::GateSet;
/// use greenboard::ledger::Actor;
/// use greenboard::release::{Action, Context, CreateCommand, Envelope, Release, Roles, carry, decide, fold};
///
/// let release = Release::new("r1", "train").with_actions([
///     Action::new("a1", "Rehearse the way back").with_release("r0"),
///     Action::new("a2", "Raise the limit").with_done_at("2026-10-30T09:00:00Z".parse().unwrap()),
/// ]);
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let context = Context::new(GateSet::default(), Roles::new(), Default::default())?;
/// let events = decide(None, &Envelope::new("c1", Actor::human("ada"), at, CreateCommand::new(release)), &context)?;
///
/// let Some(state) = fold(&events) else { return Ok(()) };
/// let successor = Release::new("r2", "train").with_predecessor("r1").with_actions(carry(&state));
/// assert_eq!(successor.actions[0].release.as_deref(), Some("r0"));
/// assert_eq!(successor.actions.len(), 1);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn carry(state: &ReleaseState) -> Vec<Action> {
    let open = state.actions.iter().filter(|action| action.done_at.is_none());
    let carried = open.map(|action| {
        let mut action = action.clone();
        action.release.get_or_insert_with(|| state.release.id.clone());
        action
    });
    carried.collect()
}
