//! From scores to levels.

use super::error::RiskError;
use crate::Result;
use crate::document::reads;
use crate::release::RiskLevel;
use schemars::JsonSchema;
use serde::Serialize;

/// From which score on a risk is moderate, high and very high; below, it is low.
///
/// ```
/// use greenboard::release::RiskLevel;
/// use greenboard::release::risk::RiskThresholds;
/// let register = RiskThresholds::REGISTER;
/// assert_eq!(register.level(4.2), RiskLevel::Low);
/// assert_eq!(register.level(17.0), RiskLevel::VeryHigh);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RiskThresholds {
    /// From this score on it is moderate.
    pub moderate_from: f64,
    /// From this score on it is high.
    pub high_from: f64,
    /// From this score on it is very high; never, where left out.
    pub very_high_from: Option<f64>,
}

reads!(RiskThresholds { moderate_from, high_from, very_high_from });

impl RiskThresholds {
    /// Of a register of likelihood times impact: 1–4, 5–9, 10–16, 17–25 (ours).
    pub const REGISTER: Self = Self { moderate_from: 5.0, high_from: 10.0, very_high_from: Some(17.0) };
    /// Of a score from 0 to 100: quarters (ours).
    pub const PERCENT: Self = Self { moderate_from: 25.0, high_from: 50.0, very_high_from: Some(75.0) };
    /// Of assessors' scores: attention from 10 on, at risk from 50 on (ours).
    pub const ASSESSORS: Self = Self { moderate_from: 10.0, high_from: 50.0, very_high_from: None };

    /// Rising from moderate to very high.
    ///
    /// # Errors
    /// `release.out_of_scale` where they do not rise.
    pub fn new(moderate_from: f64, high_from: f64, very_high_from: Option<f64>) -> Result<Self> {
        let thresholds = Self { moderate_from, high_from, very_high_from };
        thresholds.check()?;
        Ok(thresholds)
    }

    pub(super) fn check(&self) -> Result<()> {
        let rising = self.moderate_from < self.high_from
            && self.very_high_from.is_none_or(|very| self.high_from < very);
        if rising {
            return Ok(());
        }
        let found = match self.very_high_from {
            Some(very) => format!("{}, {}, {very}", self.moderate_from, self.high_from),
            None => format!("{}, {}", self.moderate_from, self.high_from),
        };
        Err(RiskError::out_of_scale("the list of thresholds", found, "each to be above the one before it"))
    }

    /// The level of a score.
    pub fn level(&self, score: f64) -> RiskLevel {
        match score {
            score if self.very_high_from.is_some_and(|very| score >= very) => RiskLevel::VeryHigh,
            score if score >= self.high_from => RiskLevel::High,
            score if score >= self.moderate_from => RiskLevel::Moderate,
            _ => RiskLevel::Low,
        }
    }
}

/// The highest of several levels; none where none of them says anything.
///
/// ```
/// use greenboard::release::RiskLevel;
/// use greenboard::release::risk::highest;
/// assert_eq!(highest([Some(RiskLevel::Moderate), Some(RiskLevel::Low), None]), Some(RiskLevel::Moderate));
/// assert_eq!(highest([None]), None);
/// ```
pub fn highest(levels: impl IntoIterator<Item = Option<RiskLevel>>) -> Option<RiskLevel> {
    levels.into_iter().flatten().max()
}
