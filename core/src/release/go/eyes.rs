//! Four eyes: who wrote what goes out, and who approved it.

use crate::release::approval::{ApprovalStanding, is_same_person};
use crate::release::context::Context;
use crate::release::state::ReleaseState;

/// Whether somebody wrote any of what goes out, whatever tool they are named in.
pub(crate) fn is_author(state: &ReleaseState, person: &str, context: &Context) -> bool {
    let of_items = state.live_items().flat_map(|item| &item.authors);
    state.release.authors.iter().chain(of_items).any(|author| is_same_person(context, author, person))
}

/// The step that somebody approved, where they did before it goes out and that stands.
pub(crate) fn approved<'s>(state: &'s ReleaseState, person: &str, context: &Context) -> Option<&'s str> {
    let given = state.approvals.iter().find(|given| {
        matches!(given.standing, ApprovalStanding::Counts | ApprovalStanding::Suspended)
            && !given.retrospective
            && is_same_person(context, &given.by, person)
    });
    given.map(|given| given.step.as_str())
}
