//! Says what may go wrong, assesses it, or retires it.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{AssessedRisk, Risk};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says what may go wrong, assesses it, or retires it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SetRiskCommand {
    /// A risk; with the same id it takes the place of what was said before.
    pub risk: Option<Risk>,
    /// A risk that cannot happen any more, by id.
    pub retire: Option<String>,
    /// How risky the whole is.
    pub assessment: Option<AssessedRisk>,
}

reads!(SetRiskCommand { risk, retire, assessment });

impl SetRiskCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { risk: None, retire: None, assessment: None }
    }

    /// With `risk`: a risk; with the same id it takes the place of what was said before.
    #[must_use]
    pub fn with_risk(mut self, risk: Risk) -> Self {
        self.risk = Some(risk);
        self
    }

    /// With `retire`: a risk that cannot happen any more, by id.
    #[must_use]
    pub fn with_retire(mut self, retire: impl Into<String>) -> Self {
        self.retire = Some(retire.into());
        self
    }

    /// With `assessment`: how risky the whole is.
    #[must_use]
    pub fn with_assessment(mut self, assessment: AssessedRisk) -> Self {
        self.assessment = Some(assessment);
        self
    }
}

impl Default for SetRiskCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for SetRiskCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
