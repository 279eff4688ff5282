//! The track record: how the changes before it went.

use super::super::level::RiskThresholds;
use super::Found;
use crate::Result;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// By how the changes before it went, as ServiceNow scores success: the more, the better.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct TrackRecordMethod {
    /// Changes that went as planned.
    pub successful: u32,
    /// Changes that went as planned in the end, with issues.
    pub successful_issues: u32,
    /// Changes that failed.
    pub unsuccessful: u32,
    /// Incidents of priority 1 that they caused.
    pub p1: u32,
    /// Incidents of priority 2 that they caused.
    pub p2: u32,
    /// Incidents of priority 3 that they caused.
    pub p3: u32,
    /// What each of them counts.
    pub weights: TrackWeights,
    /// How far below zero a score is moderate, high, very high; no level where left out.
    pub levels: Option<RiskThresholds>,
}

reads!(TrackRecordMethod { successful, successful_issues, unsuccessful, p1, p2, p3, weights, levels, .. });

/// What each change and incident counts.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct TrackWeights {
    /// A change that went as planned: 3.
    pub successful: i32,
    /// One with issues: −2.
    pub successful_issues: i32,
    /// One that failed: −5.
    pub unsuccessful: i32,
    /// An incident of priority 1: −10.
    pub p1: i32,
    /// An incident of priority 2: −5.
    pub p2: i32,
    /// An incident of priority 3: −2.
    pub p3: i32,
}

reads!(TrackWeights { successful, successful_issues, unsuccessful, p1, p2, p3, .. });

impl Default for TrackWeights {
    fn default() -> Self {
        Self { successful: 3, successful_issues: -2, unsuccessful: -5, p1: -10, p2: -5, p3: -2 }
    }
}

impl TrackRecordMethod {
    /// So many changes that went as planned, with issues, and not at all.
    pub fn new(successful: u32, successful_issues: u32, unsuccessful: u32) -> Self {
        Self { successful, successful_issues, unsuccessful, ..Self::default() }
    }

    /// With so many incidents of priority 1, 2 and 3.
    #[must_use]
    pub fn with_incidents(mut self, p1: u32, p2: u32, p3: u32) -> Self {
        (self.p1, self.p2, self.p3) = (p1, p2, p3);
        self
    }

    pub(super) fn find(&self) -> Result<Found> {
        if let Some(levels) = &self.levels {
            levels.check()?;
        }
        let weights = &self.weights;
        let score: i64 = [
            (self.successful, weights.successful),
            (self.successful_issues, weights.successful_issues),
            (self.unsuccessful, weights.unsuccessful),
            (self.p1, weights.p1),
            (self.p2, weights.p2),
            (self.p3, weights.p3),
        ]
        .into_iter()
        .map(|(count, weight)| i64::from(count).saturating_mul(i64::from(weight)))
        .fold(0, i64::saturating_add);
        let score = score as f64;
        let level = self.levels.as_ref().map(|levels| levels.level(-score));
        let changes = [self.successful, self.successful_issues, self.unsuccessful];
        let total: u64 = changes.into_iter().map(u64::from).sum();
        let reason = format!("{total} changes before it score {score}");
        Ok(Found { score, level, sum: None, reason })
    }
}
