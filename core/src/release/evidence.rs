//! What may be recorded, and what may be passed over, by whom.

use super::deciding::Deciding;
use super::part::{EVIDENCE_SOURCE, GATE_OWNER};
use super::refusal::RefusalCode;
use super::state::ReleaseState;
use crate::document::nearest;
use crate::fact::{Fact, Subject};
use crate::gate::{Criterion, Gate};
use crate::release::part::ScopeItem;

/// What a role for one kind of evidence begins with.
const OF_KIND: &str = "evidence:";
/// What a role for the exemptions from one gate begins with.
const OF_GATE: &str = "waive:";

/// Refuses facts that nothing in the scope is the subject of, and those whose source is not trusted for them.
pub(crate) fn check_fact(state: &ReleaseState, deciding: &mut Deciding<'_>, fact: &Fact) {
    let kind = match fact {
        Fact::Evidence(evidence) => evidence.value.kind(),
        fact => fact.kind(),
    };
    match fact {
        Fact::Waiver(waiver) => by_command(deciding, "an exemption", "waive_gate", &waiver.id),
        Fact::BreakGlass(emergency) => by_command(deciding, "an emergency", "break_glass", &emergency.id),
        _ => check_source(deciding, kind),
    }
    let tool = source_of(fact);
    let items: Vec<&ScopeItem> = state.live_items().collect();
    let components = components_of(fact);
    let known = |name: &&str| items.iter().any(|item| is_component(deciding, item, tool, name));
    if !components.is_empty() && !components.iter().any(known) {
        let named = components.join(", ");
        deciding
            .refuse(
                RefusalCode::UnknownSubject,
                format!("a {kind} is about {named}, and nothing in the scope is"),
            )
            .lifted_by("name a component that goes out, or put it into the scope")
            .about(named);
        return;
    }
    let Some((subject, digest)) =
        subject_of(fact).and_then(|subject| Some((subject, subject.digest.as_ref()?)))
    else {
        return;
    };
    let mut digests = items
        .iter()
        .filter(|item| is_component(deciding, item, tool, &subject.component))
        .filter_map(|item| item.subject.digest.as_ref())
        .peekable();
    if digests.peek().is_some() && !digests.any(|known| known == digest) {
        let message =
            format!("a {kind} is about {digest} of {}, which is not what would go out", subject.component);
        deciding
            .refuse(RefusalCode::UnknownSubject, message)
            .lifted_by("observe what goes out, or put that digest into the scope")
            .about(&subject.component);
    }
}

/// What others decide is decided by a command of its own, where it is asked who may.
fn by_command(deciding: &mut Deciding<'_>, what: &str, command: &str, id: &str) {
    deciding
        .refuse(RefusalCode::UntrustedSource, format!("{what} is no evidence: {id:?}"))
        .lifted_by(format!("give it with `{command}`"))
        .about(id);
}

fn check_source(deciding: &mut Deciding<'_>, kind: &str) {
    let own = format!("{OF_KIND}{kind}");
    let role = if deciding.roles().roles.contains_key(&own) { own.as_str() } else { EVIDENCE_SOURCE };
    if deciding.is_in(role) {
        return;
    }
    let message = format!("{} is not trusted for {kind}: it is not {role}", deciding.actor());
    deciding
        .refuse(RefusalCode::UntrustedSource, message)
        .lifted_by(format!("have it recorded by somebody who is {role}"))
        .about(kind)
        .up_to(role);
}

/// Whether an item is of the component that a tool calls so.
fn is_component(deciding: &Deciding<'_>, item: &ScopeItem, tool: &str, name: &str) -> bool {
    let identity = &deciding.context.facts().roster().identity;
    let here = identity.component(tool, name).ok().flatten().unwrap_or(name);
    item.subject.component == here
}

fn source_of(fact: &Fact) -> &str {
    match fact {
        Fact::Candidate(fact) => &fact.source.tool,
        Fact::Evidence(fact) => &fact.source.tool,
        Fact::Approval(fact) => &fact.source.tool,
        Fact::Waiver(fact) => &fact.source.tool,
        Fact::BreakGlass(fact) => &fact.source.tool,
        Fact::ChangeRequest(fact) => &fact.source.tool,
        Fact::WorkItem(fact) => &fact.source.tool,
        Fact::Checklist(fact) => &fact.source.tool,
        Fact::Deployment(fact) => &fact.source.tool,
        Fact::Calendar(fact) => &fact.source.tool,
    }
}

/// The components that a fact names; none where it is about none in particular.
fn components_of(fact: &Fact) -> Vec<&str> {
    match fact {
        Fact::Candidate(fact) => vec![&fact.component],
        Fact::ChangeRequest(fact) => fact.components.iter().map(String::as_str).collect(),
        Fact::WorkItem(fact) => fact.components.iter().map(String::as_str).collect(),
        Fact::Waiver(_) | Fact::Calendar(_) => Vec::new(),
        fact => subject_of(fact).map(|subject| vec![subject.component.as_str()]).unwrap_or_default(),
    }
}

fn subject_of(fact: &Fact) -> Option<&Subject> {
    match fact {
        Fact::Evidence(fact) => Some(&fact.subject),
        Fact::Approval(fact) => Some(&fact.subject),
        Fact::BreakGlass(fact) => Some(&fact.subject),
        Fact::Checklist(fact) => Some(&fact.subject),
        Fact::Deployment(fact) => Some(&fact.subject),
        _ => None,
    }
}

/// Refuses exemptions from gates and criteria that there are not, or that nobody may be exempted from. A role `waive:<gate>` says who
/// may for one gate; where nobody is in it, nobody may.
pub(crate) fn check_waivable(deciding: &mut Deciding<'_>, gate: &str, criterion: &str) {
    let context = deciding.context;
    let gates: Vec<&str> = context.gates().gates().iter().map(|gate| gate.name.as_str()).collect();
    let found: Option<&Gate> = context.gates().gates().iter().find(|known| known.name == gate);
    let Some(found) = found else {
        unknown(deciding, format!("there is no gate {gate:?}"), gate, &gates);
        return;
    };
    let criteria: Vec<&str> = found.criteria.iter().map(name_of).collect();
    if !criteria.contains(&criterion) {
        unknown(deciding, format!("gate {gate:?} has no criterion {criterion:?}"), criterion, &criteria);
    }
    let role = format!("{OF_GATE}{gate}");
    match deciding.roles().members(&role, deciding.now()) {
        Some(members) if members.is_empty() => {
            deciding
                .refuse(RefusalCode::NotWaivable, format!("nobody is exempted from gate {gate:?}"))
                .lifted_by("meet it")
                .about(gate);
        }
        Some(_) if !deciding.is_in(&role) => {
            deciding
                .refuse(RefusalCode::NotAuthorised, format!("{} is not {role}", deciding.actor()))
                .lifted_by(format!("ask somebody who is {role}"))
                .about(gate)
                .up_to(GATE_OWNER);
        }
        _ => {}
    }
}

fn name_of(criterion: &Criterion) -> &str {
    &criterion.about.name
}

fn unknown(deciding: &mut Deciding<'_>, message: String, name: &str, known: &[&str]) {
    let lift = match nearest(name, known) {
        Some(near) => format!("did you mean {near:?}?"),
        None if known.is_empty() => "there are none".to_owned(),
        None => format!("there are {}", known.join(", ")),
    };
    deciding.refuse(RefusalCode::GateUnknown, message).lifted_by(lift).about(name);
}

/// Refuses who may not pass the gates over: the gate file says in which roles somebody may.
pub(crate) fn check_may_break_glass(deciding: &mut Deciding<'_>, role: &str) {
    let context = deciding.context;
    let Some(rule) = context.gates().break_glass() else {
        deciding
            .refuse(RefusalCode::NotAuthorised, "the gate file lets nobody break the glass")
            .lifted_by("name the roles that may under `break_glass`");
        return;
    };
    if !rule.roles.iter().any(|known| known == role) {
        let roles: Vec<&str> = rule.roles.iter().map(String::as_str).collect();
        deciding
            .refuse(RefusalCode::NotInRole, format!("the role {role:?} may not break the glass"))
            .lifted_by(format!("ask somebody who is {}", super::decide::one_of(&roles)))
            .about(role);
        return;
    }
    let actor = deciding.actor();
    let in_group = context.gates().group(role).is_none_or(|members| members.contains(&actor));
    if !in_group || !deciding.is_in(role) {
        deciding
            .refuse(RefusalCode::NotInRole, format!("{actor} is not {role}"))
            .lifted_by(format!("ask somebody who is {role}"))
            .about(role)
            .up_to(role);
    }
}
