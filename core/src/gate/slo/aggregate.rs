//! Many values in one: the mean, or a percentile.

use crate::document::names;
use schemars::JsonSchema;
use serde::Serialize;

/// How the values of earlier evaluations become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Aggregate {
    /// Their mean.
    #[default]
    Avg,
    /// Their median.
    P50,
    /// Their 90th percentile.
    P90,
    /// Their 95th percentile.
    P95,
}

impl Aggregate {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Avg, Self::P50, Self::P90, Self::P95];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Avg => "avg",
            Self::P50 => "p50",
            Self::P90 => "p90",
            Self::P95 => "p95",
        }
    }

    /// The values in one; none of none.
    ///
    /// ```
    /// use greenboard::gate::slo::Aggregate;
    /// assert_eq!(Aggregate::Avg.of(&[10.0, 20.0]), Some(15.0));
    /// assert_eq!(Aggregate::P95.of(&[]), None);
    /// ```
    pub fn of(self, values: &[f64]) -> Option<f64> {
        match self {
            Self::Avg if values.is_empty() => None,
            Self::Avg => Some(values.iter().sum::<f64>() / values.len() as f64),
            Self::P50 => percentile(values, 0.5),
            Self::P90 => percentile(values, 0.9),
            Self::P95 => percentile(values, 0.95),
        }
    }
}

names!(Aggregate: "aggregate function");

/// The `p`-quantile (`p` from 0 to 1) at position p(n+1) of the sorted values: below 1 the smallest, at n and beyond the
/// largest, between two values in proportion. None of no values. Values that are no numbers count as largest.
///
/// ```
/// use greenboard::gate::slo::percentile;
/// let values = [4.0, 1.0, 3.0, 2.0];
/// assert_eq!(percentile(&values, 0.5), Some(2.5));
/// assert_eq!(percentile(&values, 0.95), Some(4.0));
/// ```
pub fn percentile(values: &[f64], p: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let position = p * (sorted.len() + 1) as f64;
    if position >= sorted.len() as f64 {
        return sorted.last().copied();
    }
    if position.is_nan() || position < 1.0 {
        return sorted.first().copied();
    }
    let below = position.floor();
    let (lower, upper) = (sorted.get(below as usize - 1)?, sorted.get(below as usize)?);
    Some(lower + (position - below) * (upper - lower))
}
