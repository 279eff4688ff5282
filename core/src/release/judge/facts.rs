//! What gates are asked on: what other systems say, what was recorded, and what the release itself says.

use crate::fact::{Approval, Candidate, Fact, Facts, Source};
use crate::gate::RETROSPECTIVE;
use crate::release::approval::{change_type, counting};
use crate::release::context::Context;
use crate::release::part::{ItemKind, ScopeItem};
use crate::release::state::ReleaseState;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Whom the release speaks as.
const OURS: &str = "greenboard";

/// All that is known: the facts of the context, those that were recorded, the items as what is put forward, and the approvals of
/// the release that count.
pub(crate) fn facts_of(state: &ReleaseState, context: &Context, at: Timestamp) -> Facts {
    let mut facts = context.facts().clone();
    facts.add(state.facts.iter().map(|fact| known(fact, context)));
    let items = items_by_component(state);
    let mut own: Vec<Fact> = Vec::new();
    for (component, item) in &items {
        let told = facts.of(component).and_then(|held| held.candidate(at)).map(|candidate| &**candidate);
        own.push(candidate(state, context, item, told, at).into());
    }
    for approval in counting(state, at) {
        let step = if approval.retrospective { RETROSPECTIVE } else { &approval.step };
        for component in items.keys() {
            let id = format!("{}@{component}", approval.event);
            let subject = crate::fact::Subject::new(*component);
            let said = Approval::new(id, subject, context.person(&approval.by), approval.at)
                .with_step(step)
                .with_source(Source::new(OURS));
            own.push(said.into());
        }
    }
    facts.add(own);
    facts
}

/// One item for each component that goes out: where there are several, its version before what comes with it.
pub(super) fn items_by_component(state: &ReleaseState) -> BTreeMap<&str, &ScopeItem> {
    let mut items: BTreeMap<&str, &ScopeItem> = BTreeMap::new();
    for item in state.live_items() {
        let known = items.entry(&item.subject.component).or_insert(item);
        if known.kind != ItemKind::ComponentVersion && item.kind == ItemKind::ComponentVersion {
            *known = item;
        }
    }
    items
}

/// A fact as it was recorded, its people by their names in the workspace where it is our own.
fn known(fact: &Fact, context: &Context) -> Fact {
    match fact {
        Fact::BreakGlass(emergency) => {
            let mut emergency = emergency.clone();
            emergency.by = context.person(&emergency.by);
            emergency.into()
        }
        fact => fact.clone(),
    }
}

/// An item as what is put forward, with what is told of the same thing elsewhere.
fn candidate(
    state: &ReleaseState,
    context: &Context,
    item: &ScopeItem,
    told: Option<&Candidate>,
    at: Timestamp,
) -> Candidate {
    let told = told.filter(|told| is_about(told, item));
    let mut candidate = told.cloned().unwrap_or_else(|| Candidate::new(&item.subject.component));
    let mut authors: Vec<String> = std::mem::take(&mut candidate.authors);
    let written = state.release.authors.iter().chain(&item.authors).map(|author| context.person(author));
    authors.extend(written.chain(candidate.requested_by.take()));
    authors.sort_unstable();
    authors.dedup();
    candidate.authors = authors;
    candidate.requested_by = Some(context.person(&state.requester));
    candidate.change_type = change_type(state);
    let takes = |own: &Option<String>, told: &mut Option<String>| {
        if own.is_some() {
            told.clone_from(own);
        }
    };
    takes(&item.subject.version, &mut candidate.version);
    takes(&item.subject.digest, &mut candidate.digest);
    takes(&item.from, &mut candidate.previous);
    takes(&item.change, &mut candidate.change_request);
    takes(&item.commits.last().cloned().filter(|_| candidate.commit.is_none()), &mut candidate.commit);
    candidate.source = Source::new(OURS);
    candidate.observed_at = Some(at);
    candidate
}

/// Whether what is told is told of what the item says goes out.
fn is_about(told: &Candidate, item: &ScopeItem) -> bool {
    let subject = &item.subject;
    let is_same_artefact = |digest: &String| told.digest.as_ref().is_none_or(|told| told == digest);
    subject.version.as_ref().is_none_or(|version| told.is_called(version))
        && subject.digest.as_ref().is_none_or(is_same_artefact)
}
