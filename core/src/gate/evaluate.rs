//! One component, and all gates that guard it.

use super::ask::{Questions, Tally};
use super::basis;
use super::file::Gate;
use super::outcome::Signal;
use super::scope::Scope;
use super::set::GateSet;
use super::verdict::{Finding, GateVerdict, Verdict};
use crate::Result;
use crate::fact::Facts;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Whether a component may go out: what its gates say on these facts at this instant. Of a component that no gate guards, it is
/// `go`, with no gates.
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
/// `gate.unknown_component` where the roster knows components, and not this one; `gate.unknown_scope` where gates name stages or
/// environments, and not this one.
pub fn evaluate(
    gates: &GateSet,
    facts: &Facts,
    component: &str,
    scope: &Scope,
    at: Timestamp,
) -> Result<Verdict> {
    let questions = Questions::of(gates, facts, scope, at)?;
    questions.check_component(component)?;
    Ok(verdict(&questions, component))
}

/// The same, of those gates only of which `guards` says that they guard what is asked about, whatever stages they name: for who
/// knows stages by other names than gates do. A component that nobody knows is asked about all the same.
pub(crate) fn evaluate_among(
    gates: &GateSet,
    facts: &Facts,
    component: &str,
    scope: &Scope,
    at: Timestamp,
    guards: &dyn Fn(&Gate) -> bool,
) -> Verdict {
    verdict(&Questions::among(gates, facts, scope, at, guards), component)
}

/// The verdict on a component.
pub(super) fn verdict(questions: &Questions<'_>, component: &str) -> Verdict {
    let standing = questions.standing(component);
    let target = &standing.target;
    let mut verdict = Verdict {
        component: component.to_owned(),
        version: target.candidate.and_then(|candidate| candidate.version.clone()),
        stage: questions.scope.stage.clone(),
        environment: questions.scope.environment.clone(),
        at: questions.at,
        verdict: Signal::Go,
        gates: Vec::new(),
        findings: Vec::new(),
        overrides: Vec::new(),
        basis: basis::of(questions, component),
    };
    for (_, asked) in questions.about(&standing) {
        let mut tally = Tally::default();
        for criterion in &asked.criteria {
            let finding = questions.find(asked, criterion, &standing);
            tally.add(finding.severity, finding.signal());
            verdict.findings.push(finding);
        }
        let (gate, signal) = (asked.gate, tally.signal(asked.gate.at_least));
        verdict.verdict = verdict.verdict.max(signal);
        verdict.gates.push(GateVerdict {
            gate: gate.name.clone(),
            title: gate.title.clone(),
            severity: gate.severity,
            at_least: gate.at_least,
            verdict: signal,
        });
    }
    for (gate, findings) in questions.besides(&standing) {
        let signal = findings.iter().map(Finding::signal).max().unwrap_or(Signal::Go);
        verdict.verdict = verdict.verdict.max(signal);
        let severity = findings.iter().map(|finding| finding.severity).max().unwrap_or_default();
        verdict.gates.push(GateVerdict {
            gate: gate.to_owned(),
            title: None,
            severity,
            at_least: None,
            verdict: signal,
        });
        verdict.findings.extend(findings);
    }
    let asked: BTreeSet<&str> = verdict.gates.iter().map(|gate| gate.gate.as_str()).collect();
    let overridden = questions.gates.overridden().iter();
    verdict.overrides = overridden.filter(|change| asked.contains(change.gate.as_str())).cloned().collect();
    verdict
}
