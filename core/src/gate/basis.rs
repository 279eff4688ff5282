//! What a verdict was computed from, as digests: the same basis gives the same verdict.

use super::ask::Questions;
use super::set::Reference;
use crate::document::{digest, digest_text, reads};
use crate::fact::Held;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

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
    let facts = of_facts(questions, component);
    let gates = questions.gates.digest().to_owned();
    let scope = questions.scope;
    let all = (&gates, &facts, component, &scope.stage, &scope.environment, scope.manual, questions.at);
    let digest = digested(&all);
    Basis { gates, facts, digest }
}

fn of_facts(questions: &Questions<'_>, component: &str) -> String {
    let facts = questions.facts;
    let providers = facts.profile(component).map(|profile| profile.providers.as_slice()).unwrap_or_default();
    let about = std::iter::once(component).chain(providers.iter().map(String::as_str));
    let mut digests = Vec::new();
    for held in about.filter_map(|component| facts.of(component)) {
        collect(held, &mut digests);
    }
    let criteria = || questions.asked.iter().flat_map(|asked| &asked.criteria);
    let names: BTreeSet<&str> = criteria().map(|asked| asked.criterion.about.name.as_str()).collect();
    for name in names {
        digests.extend(facts.waivers(name, component).map(|waiver| digested(&**waiver)));
    }
    for reference in criteria().flat_map(|asked| asked.judge.refers()) {
        // The file's own calendars are of the gates' digest.
        if let Reference::Calendar(name) = reference
            && questions.gates.calendar(name).is_none()
            && let Some(held) = facts.calendar(name, questions.at)
        {
            digests.push(digested(&*held.fact));
        }
    }
    digests.sort_unstable();
    digests.dedup();
    digest_text(digests.join("\n"))
}

fn collect(held: &Held, digests: &mut Vec<String>) {
    digests.extend(held.evidence.iter().map(|record| digested(&*record.evidence)));
    each(&held.candidates, digests);
    each(&held.approvals, digests);
    each(&held.emergencies, digests);
    each(&held.checklists, digests);
    each(&held.deployments, digests);
    each(&held.change_requests, digests);
    each(&held.work_items, digests);
}

fn each<T: Serialize + Debug>(facts: &[Arc<T>], digests: &mut Vec<String>) {
    digests.extend(facts.iter().map(|fact| digested(&**fact)));
}

fn digested<T: Serialize + Debug>(fact: &T) -> String {
    // A number that JSON has no form for is part of no document, yet of a fact that was made by hand.
    digest(fact).unwrap_or_else(|_| digest_text(format!("{fact:?}")))
}
