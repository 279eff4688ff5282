//! What gates say of what goes out, as events keep it.

use crate::document::{Extra, reads};
use crate::gate::{Outcome, Severity, Signal};
use schemars::JsonSchema;
use serde::Serialize;

/// What the gates said of a component.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Judged {
    /// The component.
    pub component: String,
    /// The version that would go out.
    pub version: Option<String>,
    /// The stage that was asked about.
    pub stage: Option<String>,
    /// The environment that was asked about.
    pub environment: Option<String>,
    /// The answer.
    pub verdict: Signal,
    /// The digest of what it was computed from: gates, facts, instant.
    pub basis: String,
    /// What did not simply hold.
    #[schemars(default)]
    pub findings: Vec<JudgedFinding>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Judged keeping extra { component, version, stage, environment, verdict, basis, findings = Vec::new() });

impl Judged {
    /// With nothing said beyond this.
    pub fn new(component: impl Into<String>, verdict: Signal, basis: impl Into<String>) -> Self {
        Self {
            component: component.into(),
            version: None,
            stage: None,
            environment: None,
            verdict,
            basis: basis.into(),
            findings: Vec::new(),
            extra: Extra::default(),
        }
    }

    /// With `version`: the version that would go out.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// With `stage`: the stage that was asked about.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `environment`: the environment that was asked about.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Into<String>) -> Self {
        self.environment = Some(environment.into());
        self
    }

    /// With `findings`: what did not simply hold.
    #[must_use]
    pub fn with_findings(mut self, findings: impl IntoIterator<Item = JudgedFinding>) -> Self {
        self.findings = findings.into_iter().collect();
        self
    }
}

/// What a criterion came to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct JudgedFinding {
    /// The gate.
    pub gate: String,
    /// The criterion.
    pub criterion: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What it came to.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// The facts that it rests on, by id.
    #[schemars(default)]
    pub evidence: Vec<String>,
    /// The waiver or the emergency that it was passed over by, by id.
    pub waiver: Option<String>,
    /// The kind of the criterion.
    pub kind: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(JudgedFinding keeping extra { gate, criterion, severity, outcome, reason, evidence = Vec::new(), waiver, kind });

impl JudgedFinding {
    /// With nothing said beyond this.
    pub fn new(
        gate: impl Into<String>,
        criterion: impl Into<String>,
        severity: Severity,
        outcome: Outcome,
        reason: impl Into<String>,
    ) -> Self {
        Self {
            gate: gate.into(),
            criterion: criterion.into(),
            severity,
            outcome,
            reason: reason.into(),
            evidence: Vec::new(),
            waiver: None,
            kind: None,
            extra: Extra::default(),
        }
    }

    /// With `evidence`: the facts that it rests on, by id.
    #[must_use]
    pub fn with_evidence(mut self, evidence: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.evidence = evidence.into_iter().map(Into::into).collect();
        self
    }

    /// With `kind`: the kind of the criterion.
    #[must_use]
    pub fn with_kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// With `waiver`: the waiver that it was passed over by, by id.
    #[must_use]
    pub fn with_waiver(mut self, waiver: impl Into<String>) -> Self {
        self.waiver = Some(waiver.into());
        self
    }
}
