//! Risk: how risky a release is, by the method that it chose.
//!
//! A [`RiskMethod`] holds what a method asks for; [`RiskMethod::assess`] gives a [`RiskAssessment`] that keeps method, inputs, score
//! and level together, so that what was decided on it can be followed later.
//!
//! ```
//! use greenboard::document::{self, Format};
//! use greenboard::release::RiskLevel;
//! use greenboard::release::risk::RiskMethod;
//!
//! let text = "
//! kind: register
//! risks:
//!   - { id: migration, likelihood: 4, impact: 3, effectiveness: 0.2 }
//!   - { id: traffic, likelihood: 2, impact: 2 }
//! ";
//! let assessment = document::parse::<RiskMethod>(text, Format::Yaml)?.assess()?;
//! assert_eq!((assessment.score, assessment.level), (9.6, Some(RiskLevel::Moderate)));
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! ServiceNow's formula for timeline-oriented releases is not among the methods: its weights add up to 1 and its buckets end at 2, so
//! no release reaches the levels from 3 to 4 that it is graded by.

mod assessment;
mod error;
mod level;
mod method;

pub use assessment::{RiskAssessment, by_risk};
pub(crate) use error::RiskError;
pub use level::{RiskThresholds, highest};
pub use method::{
    AssessorScore, AssessorsMethod, ChangeMethod, RegisterMethod, RegisterRow, ReleaseAssessor, RiskAnswer,
    RiskCondition, RiskLookup, RiskLookupRow, RiskMethod, RiskQuestionnaire, RiskRule, StageMethod,
    TrackRecordMethod, TrackWeights, inherent, residual,
};
