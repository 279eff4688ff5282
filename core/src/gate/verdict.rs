//! The answer for one component, with the findings that explain it.

use super::basis::Basis;
use super::file::Overridden;
use super::outcome::{Outcome, Severity, Signal};
use crate::document::{Node, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Whether a component may go out, and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Verdict {
    /// The component.
    pub component: String,
    /// The version that would go out, where one is known.
    pub version: Option<String>,
    /// The stage that was asked about.
    pub stage: Option<String>,
    /// The environment that was asked about.
    pub environment: Option<String>,
    /// The instant that was asked about.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The answer.
    pub verdict: Signal,
    /// What each gate says.
    pub gates: Vec<GateVerdict>,
    /// What each criterion came to, gate by gate.
    pub findings: Vec<Finding>,
    /// What is otherwise in these gates than where they come from, and why.
    pub overrides: Vec<Overridden>,
    /// What it was computed from.
    pub basis: Basis,
}

reads!(Verdict as "greenboard/verdict/1" {
    component, version, stage, environment, at, verdict, gates, findings, overrides, basis,
});

/// What one gate says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct GateVerdict {
    /// The gate.
    pub gate: String,
    /// What people call it.
    pub title: Option<String>,
    /// How much it weighs.
    pub severity: Severity,
    /// How many of its criteria have to hold; all, where none.
    pub at_least: Option<u32>,
    /// What it says.
    pub verdict: Signal,
}

reads!(GateVerdict { gate, title, severity, at_least, verdict });

/// What one criterion came to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Finding {
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
    /// What people call it.
    pub title: Option<String>,
    /// Its kind.
    pub kind: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What it came to.
    pub outcome: Outcome,
    /// Why, in a sentence.
    pub reason: String,
    /// What was observed.
    #[schemars(with = "Option<serde_json::Value>")]
    pub observed: Option<Node>,
    /// What was expected.
    pub expected: String,
    /// The facts that it rests on, by id.
    pub evidence: Vec<String>,
    /// What to do next; none where nothing is to be done.
    pub next_action: Option<String>,
    /// The cheapest way to a pass, step by step; empty where it passes, and where nothing leads to a pass but another version.
    pub steps: Vec<NextStep>,
    /// Who answers for it: the owner of the criterion, of the gate, or the first of the component.
    pub owner: Option<String>,
    /// The waiver that it was passed over by, by id.
    pub waiver: Option<String>,
    /// The emergency that it was passed over for, by id.
    pub emergency: Option<String>,
}

reads!(Finding {
    gate,
    criterion,
    title,
    kind,
    severity,
    outcome,
    reason,
    observed,
    expected,
    evidence,
    next_action,
    steps,
    owner,
    waiver,
    emergency,
});

impl Finding {
    /// What it means for the whole.
    pub fn signal(&self) -> Signal {
        self.severity.signal(self.outcome)
    }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct NextStep {
    /// What, in a sentence.
    pub action: String,
    /// Who.
    pub owner: Option<String>,
    /// What it costs, in the unit of the gate file.
    pub cost: f64,
}

reads!(NextStep { action, owner, cost });

impl Verdict {
    /// The canonical JSON.
    ///
    /// # Errors
    /// `document.not_finite` where a metric was no number.
    pub fn to_json(&self) -> crate::Result<String> {
        crate::document::emit(self)
    }
}
