//! Digital.ai's: the maximum of what several assessors say.

use super::super::level::RiskThresholds;
use super::{Found, counted};
use crate::Result;
use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// By what several assessors say, as Digital.ai has it: the greatest of their scores; equals are ordered by the sum.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AssessorsMethod {
    /// What each assessor says.
    pub scores: Vec<AssessorScore>,
    /// From which score on attention is needed (moderate), and from which it is at risk (high): 10 and 50 (ours).
    #[schemars(default = "levels")]
    pub levels: RiskThresholds,
}

reads!(AssessorsMethod { scores, levels = levels() });

fn levels() -> RiskThresholds {
    RiskThresholds::ASSESSORS
}

/// What an assessor says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AssessorScore {
    /// What it looks at.
    pub assessor: ReleaseAssessor,
    /// How risky that is.
    pub score: f64,
}

reads!(AssessorScore { assessor, score });

impl AssessorScore {
    /// So risky.
    pub fn new(assessor: ReleaseAssessor, score: f64) -> Self {
        Self { assessor, score }
    }
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReleaseAssessor {
    /// The flag of the release.
    ReleaseFlag,
    /// Whether the release fails, or did.
    ReleaseFailed,
    /// The flag of a task.
    TaskFlag,
    /// Whether the release is past its due.
    ReleaseOverdue,
    /// Whether the task under way is past its due.
    TaskOverdue,
    /// How often tasks were tried again.
    TaskRetries,
}

names!(ReleaseAssessor: "assessor");

impl ReleaseAssessor {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::ReleaseFlag,
        Self::ReleaseFailed,
        Self::TaskFlag,
        Self::ReleaseOverdue,
        Self::TaskOverdue,
        Self::TaskRetries,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ReleaseFlag => "release_flag",
            Self::ReleaseFailed => "release_failed",
            Self::TaskFlag => "task_flag",
            Self::ReleaseOverdue => "release_overdue",
            Self::TaskOverdue => "task_overdue",
            Self::TaskRetries => "task_retries",
        }
    }
}

impl AssessorsMethod {
    /// Of these scores.
    pub fn new(scores: impl IntoIterator<Item = AssessorScore>) -> Self {
        Self { scores: scores.into_iter().collect(), levels: levels() }
    }

    /// With other thresholds.
    #[must_use]
    pub fn with_levels(mut self, levels: RiskThresholds) -> Self {
        self.levels = levels;
        self
    }

    pub(super) fn find(&self) -> Result<Found> {
        self.levels.check()?;
        let (mut most, mut sum, mut by) = (0.0, 0.0, None);
        for said in &self.scores {
            let score = counted(said.assessor.name(), said.score)?;
            sum += score;
            if score > most {
                (most, by) = (score, Some(said.assessor));
            }
        }
        let reason = match by {
            Some(assessor) => format!("{} says {most}", assessor.name()),
            None => "no assessor sees a risk".to_owned(),
        };
        Ok(Found { score: most, level: Some(self.levels.level(most)), sum: Some(sum), reason })
    }
}
