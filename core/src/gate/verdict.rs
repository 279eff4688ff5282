//! The answer for one component, with the findings that explain it.

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
}

reads!(Verdict as "greenboard/verdict/1" {
    component, version, stage, environment, at, verdict, gates, findings,
});

/// What one gate says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct GateVerdict {
    /// The gate.
    pub gate: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What it says.
    pub verdict: Signal,
}

reads!(GateVerdict { gate, severity, verdict });

/// What one criterion came to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Finding {
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
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
    /// Who does it.
    pub owner: Option<String>,
    /// The waiver that it was passed over by.
    pub waiver: Option<String>,
}

reads!(Finding {
    gate,
    criterion,
    kind,
    severity,
    outcome,
    reason,
    observed,
    expected,
    evidence,
    next_action,
    owner,
    waiver,
});

impl Verdict {
    /// The canonical JSON.
    ///
    /// # Errors
    /// `document.not_finite` where a metric was no number.
    pub fn to_json(&self) -> crate::Result<String> {
        crate::document::emit(self)
    }
}
