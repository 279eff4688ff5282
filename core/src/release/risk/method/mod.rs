//! The methods: one kind a file.

mod assessors;
mod change;
mod register;
mod servicenow_stage;
mod track_record;

pub use assessors::{AssessorScore, AssessorsMethod, ReleaseAssessor};
pub use change::{
    ChangeMethod, RiskAnswer, RiskCondition, RiskLookup, RiskLookupRow, RiskQuestionnaire, RiskRule,
};
pub use register::{RegisterMethod, RegisterRow, inherent, residual};
pub use servicenow_stage::StageMethod;
pub use track_record::{TrackRecordMethod, TrackWeights};

use super::assessment::RiskAssessment;
use super::error::RiskError;
use crate::Result;
use crate::document::Document;
use crate::registry::registry;
use crate::release::RiskLevel;

registry! {
    /// How a release's risk is found, with what the method asks for.
    RiskMethod as "risk_method" {
        Register(register::RegisterMethod) = "register",
        ServicenowStage(servicenow_stage::StageMethod) = "servicenow_stage",
        Assessors(assessors::AssessorsMethod) = "assessors",
        Change(change::ChangeMethod) = "change",
        TrackRecord(track_record::TrackRecordMethod) = "track_record",
    }
}

impl Document for RiskMethod {
    const SCHEMA: &'static str = "greenboard/risk_method/1";
}

/// What a method comes to.
struct Found {
    score: f64,
    level: Option<RiskLevel>,
    sum: Option<f64>,
    reason: String,
}

impl RiskMethod {
    /// The score, what it means, and why.
    ///
    /// ```
    /// use greenboard::release::risk::{RiskMethod, StageMethod};
    /// let stage = StageMethod::new(10, 5).with_policies(4, 2).with_days_to_readiness(7);
    /// assert_eq!(RiskMethod::from(stage).assess()?.score, 45.0);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `release.out_of_scale` where an input is; `gate.expression_*` where a rule's condition has no value.
    pub fn assess(&self) -> Result<RiskAssessment> {
        let found = match self {
            Self::Register(register) => register.find(),
            Self::ServicenowStage(stage) => stage.find(),
            Self::Assessors(assessors) => assessors.find(),
            Self::Change(change) => change.find(),
            Self::TrackRecord(record) => record.find(),
        }?;
        let Found { score, level, sum, reason } = found;
        Ok(RiskAssessment { method: self.clone(), score, level, sum, reason })
    }
}

/// A number that counts: neither below zero, nor infinite, nor none.
fn counted(what: &str, number: f64) -> Result<f64> {
    match number.is_finite() && number >= 0.0 {
        true => Ok(number),
        false => Err(RiskError::out_of_scale(what, number, "a number from 0 on")),
    }
}
