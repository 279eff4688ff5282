//! Asking the gates about all that goes out.

use super::facts::{facts_of, items_by_component};
use super::judged::{Judged, JudgedFinding};
use crate::document::nearest;
use crate::gate::{Finding, Gate, Outcome, Scope, Signal, Verdict, evaluate_among};
use crate::release::context::Context;
use crate::release::part::{ItemKind, ScopeItem};
use crate::release::refusal::{RefusalCode, RefusalReason};
use crate::release::state::ReleaseState;
use crate::release::template::TemplateStage;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What is asked about.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked<'a> {
    /// The stage, by its name.
    pub(crate) stage: Option<&'a str>,
    /// The environment that it goes into; none where it goes nowhere.
    pub(crate) environment: Option<&'a str>,
    /// Whether somebody does it by hand: windows with a manual override let them.
    pub(crate) manual: bool,
}

/// What the gates said.
#[derive(Debug, Clone)]
pub(crate) struct Judgement {
    /// Of each component, by its name.
    pub(crate) judged: Vec<Judged>,
    /// Of all of them: the worst.
    pub(crate) verdict: Signal,
    /// What keeps it from going, where it is neither `go` nor `conditional`.
    pub(crate) reasons: Vec<RefusalReason>,
}

/// What the gates say of all that goes out.
///
/// Asked are the gates that name the stage, those that the template names for it, and those that name no stage, where the template
/// names none; a deploy, monitor or review stage is also meant by the name of its role. A gate that names environments is asked
/// where the work goes into one of them, or where the stage is named with it.
pub(crate) fn judge(state: &ReleaseState, context: &Context, asked: Asked<'_>, at: Timestamp) -> Judgement {
    let stage = asked.stage.and_then(|name| state.template.stage(name));
    let mut judgement = judge_among(state, context, asked, at, &|gate: &Gate| is_asked(gate, asked, stage));
    // Gates say nothing of nothing, and no stage is completed on their silence.
    if state.live_items().next().is_none() {
        let mut reason =
            RefusalReason::new(RefusalCode::MissingField, "nothing is left in the scope to be judged");
        reason.lifted_by("put an item into it with `edit_scope`, or give the release up with `cancel`");
        judgement.reasons.push(reason);
        judgement.verdict = Signal::NoGo;
    }
    judgement
}

/// What the gates say that are meant for a stage, and those that are for every stage left out: once it is out, they have had their
/// say.
pub(crate) fn judge_named(
    state: &ReleaseState,
    context: &Context,
    asked: Asked<'_>,
    at: Timestamp,
) -> Judgement {
    let stage = asked.stage.and_then(|name| state.template.stage(name));
    judge_among(state, context, asked, at, &|gate: &Gate| is_named(gate, asked, stage))
}

/// What those gates say of which `guards` says that they are asked, and that guard the environment.
pub(crate) fn judge_among(
    state: &ReleaseState,
    context: &Context,
    asked: Asked<'_>,
    at: Timestamp,
    guards: &dyn Fn(&Gate) -> bool,
) -> Judgement {
    let stage = asked.stage.and_then(|name| state.template.stage(name));
    let mut judgement = Judgement {
        judged: Vec::new(),
        verdict: Signal::Go,
        reasons: slips(state, context, stage, asked.environment),
    };
    if !judgement.reasons.is_empty() {
        judgement.verdict = Signal::NoGo;
    }
    let scope = Scope {
        stage: asked.stage.map(str::to_owned),
        environment: asked.environment.map(str::to_owned),
        manual: asked.manual,
        ..Scope::new()
    };
    let facts = facts_of(state, context, at);
    for component in items_by_component(state).into_keys() {
        let verdict = evaluate_among(context.gates(), &facts, component, &scope, at, guards);
        judgement.verdict = judgement.verdict.max(verdict.verdict);
        judgement.reasons.extend(stops(&verdict));
        judgement.judged.push(Judged::of(verdict));
    }
    judgement
}

/// Whether a gate guards what is asked about; whether it guards the environment is asked beside this.
fn is_asked(gate: &Gate, asked: Asked<'_>, stage: Option<&TemplateStage>) -> bool {
    let is_for_all = gate.stages.is_empty()
        && stage.is_none_or(|stage| stage.gates.is_empty())
        && (gate.environments.is_empty() || asked.environment.is_some());
    is_named(gate, asked, stage) || is_for_all
}

/// Whether a gate names the stage, or is named by it.
fn is_named(gate: &Gate, asked: Asked<'_>, stage: Option<&TemplateStage>) -> bool {
    let names_stage = asked.stage.is_some_and(|name| gate.stages.iter().any(|stage| stage == name))
        || stage.is_some_and(|stage| gate.stages.iter().any(|name| name == stage.role.name()));
    names_stage || stage.is_some_and(|stage| stage.gates.contains(&gate.name))
}

/// Names that nothing answers to: taken as they are, they would be guarded by hardly any gate.
fn slips(
    state: &ReleaseState,
    context: &Context,
    stage: Option<&TemplateStage>,
    environment: Option<&str>,
) -> Vec<RefusalReason> {
    let mut reasons = Vec::new();
    let gates: Vec<&str> = context.gates().gates().iter().map(|gate| gate.name.as_str()).collect();
    for stage in stage.into_iter() {
        for gate in stage.gates.iter().filter(|gate| !gates.contains(&gate.as_str())) {
            let message =
                format!("stage {:?} asks for gate {gate:?}, and there is none called so", stage.name);
            let lift = match nearest(gate, &gates) {
                Some(near) => format!("did you mean {near:?}?"),
                None => "add it to the gate file".to_owned(),
            };
            reasons.push(RefusalReason::new(RefusalCode::GateUnknown, message).with_lift(lift).with_of(gate));
        }
    }
    let environments = &context.facts().roster().identity.environments;
    if let Some(name) =
        environment.filter(|name| !environments.is_empty() && !environments.contains_key(*name))
    {
        let known: Vec<&str> = environments.keys().map(String::as_str).collect();
        let message = format!("no environment is called {name:?}");
        reasons.push(unknown(RefusalCode::UnknownEnvironment, message, name, &known));
    }
    reasons.extend(unknown_components(state.live_items(), context));
    reasons
}

/// The components of items that the workspace does not have, where it has any: of what is versioned, not of what comes with it.
pub(crate) fn unknown_components<'i>(
    items: impl Iterator<Item = &'i ScopeItem>,
    context: &Context,
) -> Vec<RefusalReason> {
    let roster = context.facts().roster();
    let known: Vec<&str> = roster.components.keys().map(String::as_str).collect();
    let named: BTreeSet<&str> = items
        .filter(|item| item.kind == ItemKind::ComponentVersion)
        .map(|item| item.subject.component.as_str())
        .collect();
    let strange =
        named.into_iter().filter(|name| !known.is_empty() && !roster.components.contains_key(*name));
    let reason =
        |name| unknown(RefusalCode::UnknownSubject, format!("no component is called {name:?}"), name, &known);
    strange.map(reason).collect()
}

fn unknown(code: RefusalCode, message: String, name: &str, known: &[&str]) -> RefusalReason {
    let lift = match nearest(name, known) {
        Some(near) => format!("did you mean {near:?}?"),
        None => "call it as the workspace does".to_owned(),
    };
    RefusalReason::new(code, message).with_lift(lift).with_of(name)
}

/// What of a verdict keeps it from going: the findings of each gate that does not hold.
fn stops(verdict: &Verdict) -> Vec<RefusalReason> {
    let stopping = |finding: &&Finding| {
        let gate = verdict.gates.iter().find(|gate| gate.gate == finding.gate);
        finding.signal() >= Signal::Pending && gate.is_some_and(|gate| gate.verdict >= Signal::Pending)
    };
    verdict.findings.iter().filter(stopping).map(|finding| reason(verdict, finding)).collect()
}

fn reason(verdict: &Verdict, finding: &Finding) -> RefusalReason {
    let code = match finding.signal() {
        Signal::NoGo => RefusalCode::GateFailed,
        _ => RefusalCode::GateOpen,
    };
    let what = match &verdict.version {
        Some(version) => format!("{} {version}", verdict.component),
        None => verdict.component.clone(),
    };
    let says = format!("gate {:?} of {what}: {}: {}", finding.gate, finding.criterion, finding.reason);
    let mut reason =
        RefusalReason::new(code, says).with_of(format!("{}/{}", finding.gate, finding.criterion));
    let next = finding.next_action.as_ref().or_else(|| finding.steps.first().map(|step| &step.action));
    reason.lift = next.cloned();
    reason.who.clone_from(&finding.owner);
    reason
}

impl Judged {
    /// What of a verdict is kept: the answer, what it was computed from, and what did not simply hold.
    pub(crate) fn of(verdict: Verdict) -> Self {
        let findings = verdict.findings.into_iter().filter(|finding| finding.outcome > Outcome::Skipped);
        let kept = findings.map(|finding| JudgedFinding {
            evidence: finding.evidence,
            waiver: finding.waiver.or(finding.emergency),
            kind: Some(finding.kind),
            ..JudgedFinding::new(
                finding.gate,
                finding.criterion,
                finding.severity,
                finding.outcome,
                finding.reason,
            )
        });
        Self {
            version: verdict.version,
            stage: verdict.stage,
            environment: verdict.environment,
            findings: kept.collect(),
            ..Self::new(verdict.component, verdict.verdict, verdict.basis.digest)
        }
    }
}
