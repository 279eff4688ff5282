//! What happens to risks, and what is owed.

use crate::document::{Extra, reads};
use crate::release::part::{AssessedRisk, Risk};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Somebody said what may go wrong.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RiskRaised {
    /// The risk.
    pub risk: Risk,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RiskRaised keeping extra { risk });

impl RiskRaised {
    /// With nothing said beyond this.
    pub fn new(risk: Risk) -> Self {
        Self { risk, extra: Extra::default() }
    }
}

/// A risk changed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RiskChanged {
    /// The risk.
    pub risk: Risk,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RiskChanged keeping extra { risk });

impl RiskChanged {
    /// With nothing said beyond this.
    pub fn new(risk: Risk) -> Self {
        Self { risk, extra: Extra::default() }
    }
}

/// A risk cannot happen any more.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RiskRetired {
    /// The risk, by id.
    pub risk: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RiskRetired keeping extra { risk });

impl RiskRetired {
    /// With nothing said beyond this.
    pub fn new(risk: impl Into<String>) -> Self {
        Self { risk: risk.into(), extra: Extra::default() }
    }
}

/// Somebody assessed how risky the whole is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RiskAssessed {
    /// How risky it is.
    pub assessment: AssessedRisk,
    /// The digest of the scope that was assessed.
    pub digest: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RiskAssessed keeping extra { assessment, digest });

impl RiskAssessed {
    /// With nothing said beyond this.
    pub fn new(assessment: AssessedRisk, digest: impl Into<String>) -> Self {
        Self { assessment, digest: digest.into(), extra: Extra::default() }
    }
}

/// Something is overdue.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ItemOverdue {
    /// What: the kind of what is owed and what it is of, as `due` has it.
    pub owed: String,
    /// Who owes it.
    pub who: Option<String>,
    /// Since when.
    #[schemars(with = "String")]
    pub since: Timestamp,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ItemOverdue keeping extra { owed, who, since });

impl ItemOverdue {
    /// With nothing said beyond this.
    pub fn new(owed: impl Into<String>, since: Timestamp) -> Self {
        Self { owed: owed.into(), who: None, since, extra: Extra::default() }
    }

    /// With `who`: who owes it.
    #[must_use]
    pub fn with_who(mut self, who: impl Into<String>) -> Self {
        self.who = Some(who.into());
        self
    }
}

/// Somebody else was told that it is overdue.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Escalated {
    /// What.
    pub owed: String,
    /// Who.
    pub to: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Escalated keeping extra { owed, to });

impl Escalated {
    /// With nothing said beyond this.
    pub fn new(owed: impl Into<String>, to: impl Into<String>) -> Self {
        Self { owed: owed.into(), to: to.into(), extra: Extra::default() }
    }
}
