//! What may go wrong.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// Something that may go wrong, with what is done about it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Risk {
    /// What it is called by.
    pub id: String,
    /// What may happen.
    pub title: String,
    /// How likely it is, 1–5.
    pub likelihood: u8,
    /// How bad it would be, 1–5.
    pub impact: u8,
    /// How much of it the mitigation takes away, 0–1.
    #[schemars(default)]
    pub effectiveness: f64,
    /// What is done about it.
    pub mitigation: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// By what one sees that it happens.
    pub trigger: Option<String>,
    /// How it stands.
    #[schemars(default)]
    pub status: RiskStatus,
    /// Who is told when it gets worse.
    pub escalate_to: Option<String>,
}

reads!(Risk { id, title, likelihood, impact, effectiveness = 0.0, mitigation, owner, trigger, status = RiskStatus::default(), escalate_to });

impl Risk {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, title: impl Into<String>, likelihood: u8, impact: u8) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            likelihood,
            impact,
            effectiveness: 0.0,
            mitigation: None,
            owner: None,
            trigger: None,
            status: RiskStatus::default(),
            escalate_to: None,
        }
    }

    /// With `effectiveness`: how much of it the mitigation takes away, 0–1.
    #[must_use]
    pub fn with_effectiveness(mut self, effectiveness: f64) -> Self {
        self.effectiveness = effectiveness;
        self
    }

    /// With `mitigation`: what is done about it.
    #[must_use]
    pub fn with_mitigation(mut self, mitigation: impl Into<String>) -> Self {
        self.mitigation = Some(mitigation.into());
        self
    }

    /// With `owner`: who answers for it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With `trigger`: by what one sees that it happens.
    #[must_use]
    pub fn with_trigger(mut self, trigger: impl Into<String>) -> Self {
        self.trigger = Some(trigger.into());
        self
    }

    /// With `status`: how it stands.
    #[must_use]
    pub fn with_status(mut self, status: RiskStatus) -> Self {
        self.status = status;
        self
    }

    /// With `escalate_to`: who is told when it gets worse.
    #[must_use]
    pub fn with_escalate_to(mut self, escalate_to: impl Into<String>) -> Self {
        self.escalate_to = Some(escalate_to.into());
        self
    }
}

/// How a risk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RiskStatus {
    /// It may happen.
    #[default]
    Open,
    /// What can be done is done.
    Mitigated,
    /// It happened.
    Occurred,
    /// It cannot happen any more.
    Retired,
}

names!(RiskStatus: "status of a risk");

impl RiskStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Mitigated, Self::Occurred, Self::Retired];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Mitigated => "mitigated",
            Self::Occurred => "occurred",
            Self::Retired => "retired",
        }
    }
}
