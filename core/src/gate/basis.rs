//! What a verdict was computed from, as digests: the same basis gives the same verdict.

use super::ask::Questions;
use crate::document::{digest, digest_text, reads};
use crate::fact::{Facts, Held};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Debug;

/// What a verdict was computed from, as digests: the same basis gives the same verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Basis {
    /// Of the gates as they were asked.
    pub gates: String,
    /// Of all facts about the component, about what it needs at run time, and of the waivers; whatever order they came in.
    pub facts: String,
    /// Of all that, the component, stage, environment and instant.
    pub digest: String,
}

reads!(Basis { gates, facts, digest });

/// The basis of a verdict on a component.
pub(super) fn of(questions: &Questions<'_>, component: &str) -> Basis {
    let facts = of_facts(questions.facts, component);
    let gates = questions.gates.digest().to_owned();
    let scope = questions.scope;
    let all = (&gates, &facts, component, &scope.stage, &scope.environment, scope.manual, questions.at);
    let digest = digested(&all);
    Basis { gates, facts, digest }
}

fn of_facts(facts: &Facts, component: &str) -> String {
    let providers = facts.profile(component).map(|profile| profile.providers.as_slice()).unwrap_or_default();
    let about = std::iter::once(component).chain(providers.iter().map(String::as_str));
    let mut digests = Vec::new();
    for held in about.filter_map(|component| facts.of(component)) {
        collect(held, &mut digests);
    }
    let is_for = |of: &str| of == component || of.contains(['*', '?', '[', '{']);
    let waivers = facts.waivers().iter().filter(|waiver| waiver.component.as_deref().is_none_or(is_for));
    digests.extend(waivers.map(digested));
    digests.sort_unstable();
    digests.dedup();
    digest_text(digests.join("\n"))
}

fn collect(held: &Held, digests: &mut Vec<String>) {
    digests.extend(held.evidence.iter().map(|record| digested(&*record.evidence)));
    digests.extend(held.candidates.iter().map(digested));
    digests.extend(held.approvals.iter().map(digested));
    digests.extend(held.emergencies.iter().map(digested));
    digests.extend(held.checklists.iter().map(digested));
    digests.extend(held.deployments.iter().map(digested));
    digests.extend(held.change_requests.iter().map(digested));
    digests.extend(held.work_items.iter().map(digested));
}

fn digested<T: Serialize + Debug>(fact: &T) -> String {
    // A number that JSON has no form for is part of no document, yet of a fact that was made by hand.
    digest(fact).unwrap_or_else(|_| digest_text(format!("{fact:?}")))
}
