//! Four eyes: who wrote it, who asked for it, who approved it.

use crate::release::approval::ApprovalStanding;
use crate::release::context::Context;
use crate::release::part::{ItemStatus, Release};
use crate::release::state::ReleaseState;

/// Whether somebody wrote any of what goes out, whatever tool they are named in.
pub(crate) fn is_author(release: &Release, person: &str, context: &Context) -> bool {
    let goes_out = release.scope.iter().filter(|item| item.status != ItemStatus::Removed);
    let authors = goes_out.flat_map(|item| &item.authors).chain(&release.authors);
    authors.into_iter().any(|author| context.person(author) == person)
}

/// The step that somebody approved in this round, where they did and it counts.
pub(crate) fn approved<'s>(state: &'s ReleaseState, person: &str, context: &Context) -> Option<&'s str> {
    let given = state.approvals.iter().find(|given| {
        given.standing == ApprovalStanding::Counts
            && given.round == state.round
            && !given.retrospective
            && context.person(&given.by) == person
    });
    given.map(|given| given.step.as_str())
}
