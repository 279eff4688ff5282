//! A metric compared with what it was before.

use super::Judge;
use crate::document::{names, reads};
use crate::fact::Record;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::slo::{Aggregate, CriterionText};
use schemars::JsonSchema;
use serde::Serialize;
use smallvec::SmallVec;

/// A metric has not moved too far from what it was: its newest value against those of earlier versions, or, of a metric that
/// is not measured by version, against its earlier values.
///
/// Criteria are written `<=+10%`, `>=-5` (by how much it may be above or below) or `<500` (what it may be); several hold only
/// together. Too little history is pending, or a warning where that is said: never a pass. So is a percentage of nothing, unless
/// `when_zero` says what is asked then.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BaselineCriterion {
    /// The metric, by name.
    pub metric: String,
    /// What its value has to meet.
    pub pass: Vec<CriterionText>,
    /// What makes a value that does not pass a warning; none for no warnings.
    #[schemars(default)]
    pub warning: Vec<CriterionText>,
    /// How the values before become one.
    #[schemars(default)]
    pub aggregate: Aggregate,
    /// How many values before count, the newest first: one of each version.
    #[schemars(default = "three")]
    pub history: u32,
    /// How many there have to be.
    #[schemars(default = "one")]
    pub minimum_history: u32,
    /// What comes of too little history.
    #[schemars(default)]
    pub without_history: WithoutHistory,
    /// What its value has to meet where the values before come to zero, of which no percentage says anything.
    #[schemars(default)]
    pub when_zero: Vec<CriterionText>,
}

fn one() -> u32 {
    1
}

fn three() -> u32 {
    3
}

reads!(BaselineCriterion {
    metric,
    pass,
    warning = Vec::new(),
    aggregate = Aggregate::Avg,
    history = three(),
    minimum_history = one(),
    without_history = WithoutHistory::Pending,
    when_zero = Vec::new(),
});

/// What comes of too little history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WithoutHistory {
    /// Nothing is decided.
    #[default]
    Pending,
    /// A warning, so that a first release can go out.
    Warn,
}

impl WithoutHistory {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Pending, Self::Warn];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Warn => "warn",
        }
    }
}

names!(WithoutHistory: "choice");

impl BaselineCriterion {
    /// Passed where all these criteria hold.
    ///
    /// # Errors
    /// `gate.slo_criterion`.
    pub fn new(metric: impl Into<String>, pass: &[&str]) -> crate::Result<Self> {
        Ok(Self {
            metric: metric.into(),
            pass: pass.iter().map(|text| CriterionText::parse(text)).collect::<crate::Result<_>>()?,
            warning: Vec::new(),
            aggregate: Aggregate::Avg,
            history: three(),
            minimum_history: one(),
            without_history: WithoutHistory::Pending,
            when_zero: Vec::new(),
        })
    }

    /// The values before: the newest of each other version, or, where no version is told, those before the newest.
    fn before<'a>(&self, case: &Case<'a>, newest: &Record) -> SmallVec<[&'a Record; 4]> {
        let versions = &case.target.versions;
        let mut before: SmallVec<[&Record; 4]> = SmallVec::new();
        for record in case.known(0) {
            if before.len() >= self.history as usize {
                break;
            }
            // What has expired was true of its time.
            let counts = record.observed_at <= case.at
                && !record.number.is_nan()
                && (record.environment == 0
                    || case.environment.is_none_or(|number| number == record.environment));
            let earlier = if newest.version == 0 {
                record.version == 0 && record.observed_at < newest.observed_at
            } else {
                record.version != 0
                    && record.version != newest.version
                    && !versions.contains(&record.version)
                    && before.iter().all(|known| known.version != record.version)
            };
            if counts && earlier {
                before.push(record);
            }
        }
        before
    }

    fn meets(&self, criteria: &[CriterionText], value: f64, before: f64) -> bool {
        criteria.iter().all(|criterion| {
            let criterion = criterion.criterion();
            criterion.target(Some(before)).is_some_and(|target| criterion.operator.holds(value, target))
        })
    }
}

impl Judge for BaselineCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::named("metric", &self.metric)]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(newest) = case.latest(0).filter(|record| !record.number.is_nan()) else {
            return case.missing(0);
        };
        let before = self.before(case, newest);
        let needed = self.minimum_history.max(1) as usize;
        let values: SmallVec<[f64; 4]> = before.iter().map(|record| record.number).collect();
        let Some(baseline) = self.aggregate.of(&values).filter(|_| before.len() >= needed) else {
            let outcome = match self.without_history {
                WithoutHistory::Pending => Outcome::Pending,
                WithoutHistory::Warn => Outcome::Warn,
            };
            return case.judged(outcome, || {
                let reason = format!(
                    "{} has {} of the {needed} earlier values that are needed",
                    self.metric,
                    before.len()
                );
                Detail::new(reason)
                    .observed(newest.number)
                    .on(newest)
                    .action(format!("Provide earlier values of {}.", self.metric))
            });
        };
        let percent = self.pass.iter().chain(&self.warning).any(|criterion| criterion.criterion().percent);
        let outcome = if baseline == 0.0 && !self.when_zero.is_empty() {
            if self.meets(&self.when_zero, newest.number, baseline) { Outcome::Pass } else { Outcome::Fail }
        } else if baseline == 0.0 && percent && newest.number != 0.0 {
            Outcome::Pending
        } else if self.meets(&self.pass, newest.number, baseline) {
            Outcome::Pass
        } else if !self.warning.is_empty() && self.meets(&self.warning, newest.number, baseline) {
            Outcome::Warn
        } else {
            Outcome::Fail
        };
        case.judged(outcome, || self.detail(newest, &before, baseline, outcome))
    }

    fn expected(&self) -> String {
        let criteria: Vec<&str> = self.pass.iter().map(CriterionText::as_str).collect();
        format!("{} {} of what it was", self.metric, criteria.join(" and "))
    }

    fn cost(&self) -> f64 {
        5.0
    }
}

impl BaselineCriterion {
    fn detail(&self, newest: &Record, before: &[&Record], baseline: f64, outcome: Outcome) -> Detail {
        let (metric, value) = (&self.metric, newest.number);
        let was = format!(
            "{metric} is {value}, and was {baseline} ({} of {})",
            self.aggregate.name(),
            before.len()
        );
        let detail = before
            .iter()
            .fold(Detail::new(was).observed(value).on(newest), |detail, record| detail.on(record));
        match outcome {
            Outcome::Pass => detail,
            Outcome::Pending => {
                detail.action(format!("Say by when_zero what {metric} may be where it was 0."))
            }
            _ => detail.action(format!("Bring {metric} back towards {baseline} and measure it again.")),
        }
    }
}
