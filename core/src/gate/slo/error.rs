//! What can be wrong with service level objectives.

use crate::error::{Coded, codes};

/// Why objectives cannot be read or scored.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum SloError {
    #[error("{input} is no criterion: {reason}; write it like <500, >=99.9 or <=+10%")]
    Criterion { input: String, reason: &'static str },
    #[error("the objectives have no total score to pass; give total_score.pass, such as \"90%\"")]
    NoTotalScore,
    #[error("total_score.{key} is {input}, which is no percentage such as \"90%\"")]
    Percentage { key: &'static str, input: String },
    #[error("{input} is no quantity such as 15, \"0.5\" or \"500m\"")]
    Quantity { input: String },
}

codes! { SloError {
    SloError::Criterion { .. } => "gate.slo_criterion",
    SloError::NoTotalScore => "gate.slo_no_total_score",
    SloError::Percentage { .. } => "gate.slo_percentage",
    SloError::Quantity { .. } => "gate.slo_quantity",
} }

impl Coded for SloError {
    fn code(&self) -> &'static str {
        self.code_of()
    }
}
