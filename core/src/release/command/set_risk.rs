//! Says what may go wrong, assesses it, or retires it.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{RiskAssessed, RiskChanged, RiskRaised, RiskRetired};
use crate::release::part::{AssessedRisk, Risk};
use crate::release::refusal::RefusalCode;
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

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        if self.risk.is_none() && self.retire.is_none() && self.assessment.is_none() {
            let reason = deciding.refuse(RefusalCode::FormIncomplete, "nothing is said about any risk");
            reason.lifted_by("give a risk, one to retire, or an assessment");
        }
        if let Some(risk) = &self.risk {
            refuse_off_scale(risk, deciding);
            match state.release.risks.iter().any(|known| known.id == risk.id) {
                true => deciding.emit(RiskChanged::new(risk.clone())),
                false => deciding.emit(RiskRaised::new(risk.clone())),
            }
        }
        if let Some(id) = &self.retire {
            if !state.release.risks.iter().any(|known| known.id == *id) {
                let reason = deciding.refuse(RefusalCode::UnknownRisk, format!("there is no risk {id}"));
                reason.lifted_by("name one of the release's").about(id);
            }
            deciding.emit(RiskRetired::new(id));
        }
        if let Some(assessment) = &self.assessment {
            refuse_unusable(assessment, deciding);
            deciding.emit(RiskAssessed::new(assessment.clone(), state.scope_digest()));
        }
    }
}

/// Refuses a risk off the scales, and one that nobody answers for.
fn refuse_off_scale(risk: &Risk, deciding: &mut Deciding<'_>) {
    for (what, value) in [("likelihood", risk.likelihood), ("impact", risk.impact)] {
        if !(1..=5).contains(&value) {
            let message = format!("the {what} is on a scale from 1 to 5, and {value} is not");
            let reason = deciding.refuse(RefusalCode::OutOfScale, message);
            reason.lifted_by("give a number from 1 to 5").about(&risk.id);
        }
    }
    if !(0.0..=1.0).contains(&risk.effectiveness) {
        let message = format!("the effectiveness is a share from 0 to 1, and {} is not", risk.effectiveness);
        let reason = deciding.refuse(RefusalCode::OutOfScale, message);
        reason.lifted_by("give a share from 0 to 1").about(&risk.id);
    }
    if risk.owner.as_ref().is_none_or(|owner| owner.trim().is_empty()) {
        let reason =
            deciding.refuse(RefusalCode::OwnerMissing, format!("nobody answers for the risk {}", risk.id));
        reason.lifted_by("give an owner").about(&risk.id);
    }
}

/// Refuses an assessment without a method, or with what is no number.
fn refuse_unusable(assessment: &AssessedRisk, deciding: &mut Deciding<'_>) {
    if assessment.method.trim().is_empty() {
        let reason = deciding.refuse(RefusalCode::FormIncomplete, "an assessment is made by a method");
        reason.lifted_by("say by which");
    }
    let numbers = assessment.inputs.values().chain([&assessment.score]);
    if !numbers.into_iter().all(|number| number.is_finite()) {
        let reason = deciding.refuse(RefusalCode::OutOfScale, "a number of the assessment is none");
        reason.lifted_by("give numbers").about(&assessment.method);
    }
}
