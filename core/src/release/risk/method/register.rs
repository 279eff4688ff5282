//! The register: likelihood times impact, less what is done about it.

use super::super::error::RiskError;
use super::super::level::RiskThresholds;
use super::Found;
use crate::Result;
use crate::document::reads;
use crate::release::{Risk, RiskStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// By a register of risks: the greatest that remains after what is done about it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RegisterMethod {
    /// The risks.
    pub risks: Vec<RegisterRow>,
    /// From which score on a risk is moderate, high, very high: 5, 10 and 17 (ours).
    #[schemars(default = "levels")]
    pub levels: RiskThresholds,
}

reads!(RegisterMethod { risks, levels = levels() });

fn levels() -> RiskThresholds {
    RiskThresholds::REGISTER
}

/// A risk of the register, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RegisterRow {
    /// What it is called by.
    pub id: String,
    /// How likely it is, 1–5.
    pub likelihood: u8,
    /// How bad it would be, 1–5.
    pub impact: u8,
    /// How much of it what is done about it takes away, 0–1.
    #[schemars(default)]
    pub effectiveness: f64,
}

reads!(RegisterRow { id, likelihood, impact, effectiveness = 0.0 });

impl RegisterRow {
    /// With nothing done about it.
    pub fn new(id: impl Into<String>, likelihood: u8, impact: u8) -> Self {
        Self { id: id.into(), likelihood, impact, effectiveness: 0.0 }
    }

    /// With so much of it taken away, 0–1.
    #[must_use]
    pub fn with_effectiveness(mut self, effectiveness: f64) -> Self {
        self.effectiveness = effectiveness;
        self
    }
}

impl RegisterMethod {
    /// Of these risks.
    pub fn new(risks: impl IntoIterator<Item = RegisterRow>) -> Self {
        Self { risks: risks.into_iter().collect(), levels: levels() }
    }

    /// Of a release's risks, but for those that cannot happen any more.
    pub fn of<'r>(risks: impl IntoIterator<Item = &'r Risk>) -> Self {
        let counted = risks.into_iter().filter(|risk| risk.status != RiskStatus::Retired);
        Self::new(counted.map(|risk| {
            RegisterRow::new(risk.id.clone(), risk.likelihood, risk.impact)
                .with_effectiveness(risk.effectiveness)
        }))
    }

    /// With other levels.
    #[must_use]
    pub fn with_levels(mut self, levels: RiskThresholds) -> Self {
        self.levels = levels;
        self
    }

    pub(super) fn find(&self) -> Result<Found> {
        self.levels.check()?;
        let mut worst: Option<(&RegisterRow, f64)> = None;
        for risk in &self.risks {
            let left = residual(risk.likelihood, risk.impact, risk.effectiveness)
                .map_err(|error| error.under_key(&risk.id))?;
            if worst.is_none_or(|(_, most)| left > most) {
                worst = Some((risk, left));
            }
        }
        let (score, reason) = match worst {
            Some((risk, left)) => (left, format!("{} is the greatest risk, {left} of 25", risk.id)),
            None => (0.0, "no risk is registered".to_owned()),
        };
        Ok(Found { score, level: Some(self.levels.level(score)), sum: None, reason })
    }
}

/// A risk before anything is done about it: likelihood times impact, 1–25.
///
/// ```
/// use greenboard::release::risk::inherent;
/// assert_eq!(inherent(4, 3)?, 12);
/// assert_eq!(inherent(6, 3).unwrap_err().code(), "release.out_of_scale");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.out_of_scale` where one of them is not from 1 to 5.
pub fn inherent(likelihood: u8, impact: u8) -> Result<u8> {
    for (what, value) in [("likelihood", likelihood), ("impact", impact)] {
        if !(1..=5).contains(&value) {
            return Err(RiskError::out_of_scale(what, value, "1 to 5"));
        }
    }
    Ok(likelihood * impact)
}

/// What remains of a risk: inherent × (1 − effectiveness), to nine decimals, which takes away what binary fractions add.
///
/// ```
/// use greenboard::release::risk::residual;
/// assert_eq!(residual(4, 3, 0.2)?, 9.6);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.out_of_scale` as [`inherent`], and where the effectiveness is not from 0 to 1.
pub fn residual(likelihood: u8, impact: u8, effectiveness: f64) -> Result<f64> {
    let inherent = inherent(likelihood, impact)?;
    if !(0.0..=1.0).contains(&effectiveness) {
        return Err(RiskError::out_of_scale("effectiveness", effectiveness, "0 to 1"));
    }
    let left = f64::from(inherent) * (1.0 - effectiveness);
    Ok((left * 1e9).round() / 1e9)
}
