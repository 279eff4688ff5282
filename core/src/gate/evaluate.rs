//! The engine: one component, all gates that guard it.

use super::case::{Case, Looks, Target};
use super::file::{Criterion, Gate};
use super::outcome::Signal;
use super::set::GateSet;
use super::verdict::{Finding, GateVerdict, Verdict};
use crate::Result;
use crate::fact::Facts;
use jiff::Timestamp;

/// What is asked about: the stage and the environment, where there are such.
///
/// ```
/// use greenboard::gate::Scope;
/// assert_eq!(Scope::new().with_environment("production").environment.as_deref(), Some("production"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Scope {
    /// The stage.
    pub stage: Option<String>,
    /// The environment.
    pub environment: Option<String>,
}

impl Scope {
    /// Any stage, any environment.
    pub fn new() -> Self {
        Self::default()
    }

    /// At this stage.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// Into this environment.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Into<String>) -> Self {
        self.environment = Some(environment.into());
        self
    }
}

/// Whether a component may go out: what its gates say on these facts at this instant.
///
/// ```
/// use greenboard::fact::{Evidence, Facts, Metric, Roster, Subject};
/// use greenboard::gate::{GateSet, Scope, Signal, evaluate};
///
/// let gates = GateSet::parse("
/// gates:
///   - name: quality
///     criteria:
///       - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
/// ")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut facts = Facts::new(Roster::new());
/// assert_eq!(evaluate(&gates, &facts, "payments", &Scope::new(), at)?.verdict, Signal::Pending);
///
/// facts.add([Evidence::new("e1", Subject::new("payments"), Metric::new("error_rate", 0.002).into(), at).into()]);
/// assert_eq!(evaluate(&gates, &facts, "payments", &Scope::new(), at)?.verdict, Signal::Go);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// None yet.
pub fn evaluate(
    gates: &GateSet,
    facts: &Facts,
    component: &str,
    scope: &Scope,
    at: Timestamp,
) -> Result<Verdict> {
    let target = target(facts, component, scope);
    let mut verdict = Verdict {
        component: component.to_owned(),
        version: target.candidate.and_then(|candidate| candidate.version.clone()),
        stage: scope.stage.clone(),
        environment: scope.environment.clone(),
        at,
        verdict: Signal::Go,
        gates: Vec::new(),
        findings: Vec::new(),
    };
    for gate in gates.gates() {
        let findings: Vec<Finding> =
            gate.criteria.iter().map(|criterion| find(gates, gate, criterion, facts, &target, at)).collect();
        let mut signals: Vec<Signal> =
            findings.iter().map(|finding| finding.severity.signal(finding.outcome)).collect();
        signals.sort_unstable();
        let needed = gate.at_least.map_or(signals.len(), |least| signals.len().min(least as usize));
        let signal = needed.checked_sub(1).and_then(|last| signals.get(last)).copied().unwrap_or(Signal::Go);
        verdict.verdict = verdict.verdict.max(signal);
        verdict.gates.push(GateVerdict { gate: gate.name.clone(), severity: gate.severity, verdict: signal });
        verdict.findings.extend(findings);
    }
    Ok(verdict)
}

fn target<'a>(facts: &'a Facts, component: &'a str, scope: &'a Scope) -> Target<'a> {
    let held = facts.of(component);
    let candidate = held.and_then(|held| held.candidates.first()).map(|candidate| &**candidate);
    let versions = candidate.map(|candidate| facts.versions_of(candidate)).unwrap_or_default();
    let digest = candidate.and_then(|candidate| candidate.digest.as_ref());
    Target {
        component,
        candidate,
        held,
        profile: facts.profile(component),
        stage: scope.stage.as_deref(),
        environment: scope.environment.as_deref(),
        versions,
        digest: digest.map(|digest| facts.number(digest).unwrap_or(u32::MAX)),
    }
}

fn find(
    gates: &GateSet,
    gate: &Gate,
    criterion: &Criterion,
    facts: &Facts,
    target: &Target<'_>,
    at: Timestamp,
) -> Finding {
    let judge = criterion.check.judge();
    let looks: Vec<Looks<'_>> = judge.looks();
    let topics: Vec<_> = looks.iter().map(|look| facts.topic(look.kind, look.name)).collect();
    let environment = criterion.about.environment.as_deref().or(target.environment);
    let case = Case {
        at,
        facts,
        gates,
        target,
        about: &criterion.about,
        topics: &topics,
        looks: &looks,
        environment: environment.map(|name| facts.number(name).unwrap_or(u32::MAX)),
        detailed: true,
    };
    let judgement = judge.judge(&case);
    let detail = judgement.detail.map(|detail| *detail).unwrap_or_else(|| super::case::Detail::new(""));
    Finding {
        gate: gate.name.clone(),
        criterion: criterion.about.name.clone(),
        kind: criterion.check.kind().to_owned(),
        severity: criterion.about.severity.unwrap_or(gate.severity),
        outcome: judgement.outcome,
        reason: detail.reason,
        observed: detail.observed,
        expected: judge.expected(),
        evidence: detail.evidence,
        next_action: detail.action,
        owner: criterion.about.owner.clone().or_else(|| gate.owner.clone()),
        waiver: None,
    }
}
