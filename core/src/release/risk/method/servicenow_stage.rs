//! ServiceNow's score of stage-oriented releases.

use super::super::error::RiskError;
use super::super::level::RiskThresholds;
use super::Found;
use crate::Result;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// By the work of the stage under way, as ServiceNow has it: 0 to 100, of open tasks, failed policies, progress and time left.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct StageMethod {
    /// The tasks of the stage.
    pub tasks: u32,
    /// Those of them that are closed.
    pub closed: u32,
    /// The policies that ran.
    #[schemars(default)]
    pub policies_run: u32,
    /// Those of them that failed.
    #[schemars(default)]
    pub policies_failed: u32,
    /// Days left to readiness, below zero when past; none where no date is set.
    pub days_to_readiness: Option<i32>,
    /// From which score on it is moderate, high, very high: 25, 50 and 75 (ours).
    #[schemars(default = "levels")]
    pub levels: RiskThresholds,
}

reads!(StageMethod {
    tasks,
    closed,
    policies_run = 0,
    policies_failed = 0,
    days_to_readiness,
    levels = levels(),
});

fn levels() -> RiskThresholds {
    RiskThresholds::PERCENT
}

/// Days before readiness at which time begins to press.
const PRESSING_DAYS: i128 = 14;

impl StageMethod {
    /// So many tasks, and so many of them closed; no policies, no date.
    pub fn new(tasks: u32, closed: u32) -> Self {
        Self { tasks, closed, policies_run: 0, policies_failed: 0, days_to_readiness: None, levels: levels() }
    }

    /// With so many policies that ran, and so many of them failed.
    #[must_use]
    pub fn with_policies(mut self, run: u32, failed: u32) -> Self {
        (self.policies_run, self.policies_failed) = (run, failed);
        self
    }

    /// With so many days left.
    #[must_use]
    pub fn with_days_to_readiness(mut self, days: i32) -> Self {
        self.days_to_readiness = Some(days);
        self
    }

    pub(super) fn find(&self) -> Result<Found> {
        self.levels.check()?;
        if self.closed > self.tasks {
            let expected = format!("0 to {}, the number of tasks", self.tasks);
            return Err(RiskError::out_of_scale("closed", self.closed, expected));
        }
        if self.policies_failed > self.policies_run {
            let expected = format!("0 to {}, the number of policies that ran", self.policies_run);
            return Err(RiskError::out_of_scale("policies_failed", self.policies_failed, expected));
        }
        let score = self.score();
        let open = self.tasks - self.closed;
        let reason = format!(
            "{open} of {} tasks are open, {} of {} policies failed{}",
            self.tasks,
            self.policies_failed,
            self.policies_run,
            match self.days_to_readiness {
                Some(days) if days < 0 => format!(", readiness was {} days ago", -i64::from(days)),
                Some(days) => format!(", {days} days are left"),
                None => String::new(),
            }
        );
        Ok(Found { score, level: Some(self.levels.level(score)), sum: None, reason })
    }

    /// In whole numbers over one denominator, halves up: no binary fraction tips a half.
    fn score(&self) -> f64 {
        if self.tasks == 0 && self.policies_run == 0 {
            return 0.0;
        }
        let (tasks, closed) = (i128::from(self.tasks), i128::from(self.closed));
        let (run, failed) = (i128::from(self.policies_run), i128::from(self.policies_failed));
        let (tasks_or_one, run_or_one) = (tasks.max(1), run.max(1));
        // Each factor is (part, of).
        let work = if tasks > 1 { (tasks - closed, tasks) } else { (0, 1) };
        let policy = (failed, run_or_one);
        let progress = ((tasks_or_one - 5 * closed).max(0), tasks_or_one);
        let factors = match self.days_to_readiness {
            Some(days) => {
                let left = i128::from(days).clamp(0, PRESSING_DAYS);
                vec![(30, work), (40, policy), (10, progress), (20, (PRESSING_DAYS - left, PRESSING_DAYS))]
            }
            None => vec![(50, work), (40, policy), (10, progress)],
        };
        let whole: i128 = tasks_or_one * run_or_one * PRESSING_DAYS;
        let sum: i128 = factors.into_iter().map(|(weight, (part, of))| weight * part * (whole / of)).sum();
        ((2 * sum + whole).div_euclid(2 * whole) as f64).clamp(0.0, 100.0)
    }
}
