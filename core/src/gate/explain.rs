//! Why a verdict is what it is, and what would change it.

use super::evaluate::evaluate;
use super::outcome::Signal;
use super::scope::Scope;
use super::set::GateSet;
use super::verdict::Verdict;
use super::what_if::{Ways, WhatIf, what_would_turn_it_green};
use crate::Result;
use crate::document::reads;
use crate::fact::Facts;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Why a verdict is what it is, and what would change it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Explanation {
    /// The verdict, with all its findings.
    pub verdict: Verdict,
    /// The findings that make it what it is: those as bad as the verdict, of gates as bad as it. Empty where it is `go`.
    pub because: Vec<FindingName>,
    /// The cheapest ways to `go`.
    pub ways: Ways,
}

reads!(Explanation as "greenboard/explanation/1" { verdict, because, ways });

/// A finding by its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FindingName {
    /// The gate.
    pub gate: String,
    /// The criterion.
    pub criterion: String,
}

reads!(FindingName { gate, criterion });

impl Explanation {
    /// The canonical JSON.
    ///
    /// # Errors
    /// `document.not_finite` where a metric was no number.
    pub fn to_json(&self) -> Result<String> {
        crate::document::emit(self)
    }
}

/// Why the verdict on a component is what it is: all its findings, which of them decide, and what would turn it green.
///
/// ```
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::{GateSet, Scope, explain};
///
/// let gates = GateSet::parse("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let explained = explain(&gates, &Facts::new(Roster::new()), "api", &Scope::new(), at)?;
/// assert_eq!(explained.because[0].criterion, "errors");
/// assert_eq!(explained.ways.ways.len(), 1);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`evaluate`](crate::gate::evaluate()).
pub fn explain(
    gates: &GateSet,
    facts: &Facts,
    component: &str,
    scope: &Scope,
    at: Timestamp,
) -> Result<Explanation> {
    let verdict = evaluate(gates, facts, component, scope, at)?;
    let ways = what_would_turn_it_green(gates, facts, component, scope, at, &WhatIf::new())?;
    let because = if verdict.verdict == Signal::Go { Vec::new() } else { decisive(&verdict) };
    Ok(Explanation { verdict, because, ways })
}

fn decisive(verdict: &Verdict) -> Vec<FindingName> {
    let worst = verdict.gates.iter().filter(|gate| gate.verdict == verdict.verdict);
    let of =
        |gate: &str| verdict.findings.iter().filter(move |finding| finding.gate == gate).collect::<Vec<_>>();
    worst
        .flat_map(|gate| of(&gate.gate))
        .filter(|finding| finding.signal() >= verdict.verdict)
        .map(|finding| FindingName { gate: finding.gate.clone(), criterion: finding.criterion.clone() })
        .collect()
}
