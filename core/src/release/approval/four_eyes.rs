//! Four eyes: who asked for what goes out, wrote it or brings it out does not approve it.

use crate::fact::Fact;
use crate::release::context::Context;
use crate::release::state::ReleaseState;

/// What somebody has to do with what goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// They asked for it.
    Requested,
    /// They wrote something of it.
    Wrote,
    /// They brought it out.
    Deployed,
}

impl Part {
    /// What they did, in a word or two.
    pub(crate) const fn said(self) -> &'static str {
        match self {
            Self::Requested => "asked for it",
            Self::Wrote => "wrote something of it",
            Self::Deployed => "brought it out",
        }
    }
}

/// Whether two names are one person's, once both are looked up. Logins and addresses differ in case from tool to tool; who is kept
/// from approving is better kept once too often.
pub(crate) fn is_same_person(context: &Context, a: &str, b: &str) -> bool {
    let (a, b) = (context.person(a), context.person(b));
    a == b || a.to_lowercase() == b.to_lowercase()
}

/// What somebody has to do with what goes out; none where nothing.
pub(crate) fn part_of(state: &ReleaseState, context: &Context, person: &str) -> Option<Part> {
    let is = |name: &str| is_same_person(context, name, person);
    if is(&state.requester) {
        return Some(Part::Requested);
    }
    let items = state.live_items().flat_map(|item| &item.authors);
    if state.release.authors.iter().chain(items).any(|author| is(author)) {
        return Some(Part::Wrote);
    }
    if let Some(part) = of_candidates(state, context, &is) {
        return Some(part);
    }
    state.deployments.iter().any(|deployment| is(&deployment.by)).then_some(Part::Deployed)
}

/// What the facts about what goes out say of them.
fn of_candidates(state: &ReleaseState, context: &Context, is: &dyn Fn(&str) -> bool) -> Option<Part> {
    let told = state.facts.iter().filter_map(|fact| match fact {
        Fact::Candidate(candidate) => Some((candidate, candidate.source.tool.as_str())),
        _ => None,
    });
    let known = state.live_items().filter_map(|item| {
        let held = context.facts().of(&item.subject.component)?;
        held.candidate(state.updated_at).map(|candidate| (&**candidate, ""))
    });
    for (candidate, tool) in told.chain(known) {
        // What a tool says of people it says by its own names for them.
        let is = |name: &str| is(name) || !tool.is_empty() && is(&format!("{tool}:{name}"));
        if candidate.authors.iter().any(|author| is(author)) {
            return Some(Part::Wrote);
        }
        if candidate.requested_by.as_deref().is_some_and(is) {
            return Some(Part::Requested);
        }
    }
    None
}
