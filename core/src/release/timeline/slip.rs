//! How far dates are from what was planned first.

use crate::document::reads;
use crate::release::{Baseline, Milestone, Rescheduling};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How far a date is from what was planned first.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Slip {
    /// The milestone; none for the target.
    pub milestone: Option<String>,
    /// When it was to be at first.
    #[schemars(with = "String")]
    pub first: Timestamp,
    /// When it is to be now.
    #[schemars(with = "String")]
    pub current: Timestamp,
    /// The seconds between; below zero, where it is earlier.
    pub seconds: i64,
    /// For the target, those seconds by the reasons for which it was moved.
    #[schemars(default)]
    pub reasons: BTreeMap<String, i64>,
}

reads!(Slip { milestone, first, current, seconds, reasons = BTreeMap::new() });

impl Slip {
    /// In days.
    pub fn days(&self) -> f64 {
        self.seconds as f64 / 86_400.0
    }
}

/// How far the target and every milestone are from the first baseline: the target with the reasons for which it was moved, then the
/// milestones that both have, in the order of the baseline.
///
/// ```
/// use greenboard::release::timeline::slips;
/// use greenboard::release::{Baseline, Rescheduling};
/// let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
/// let (first, now) = (at("2026-11-02T09:00:00Z"), at("2026-11-06T09:00:00Z"));
/// let baseline = Baseline::new("plan", at("2026-10-01T09:00:00Z")).with_target(first);
/// let moved = Rescheduling::new(at("2026-10-20T09:00:00Z"), "late supplier").with_from(first).with_to(now);
/// let slips = slips(&baseline, Some(now), &[], &[moved]);
/// assert_eq!((slips[0].days(), slips[0].reasons["late supplier"]), (4.0, 4 * 86_400));
/// ```
pub fn slips(
    first: &Baseline,
    target: Option<Timestamp>,
    milestones: &[Milestone],
    moved: &[Rescheduling],
) -> Vec<Slip> {
    let seconds = |from: Timestamp, to: Timestamp| to.as_second().saturating_sub(from.as_second());
    let mut slips = Vec::new();
    if let (Some(first), Some(current)) = (first.target, target) {
        let mut reasons: BTreeMap<String, i64> = BTreeMap::new();
        for one in moved {
            if let (Some(from), Some(to)) = (one.from, one.to) {
                let sum = reasons.entry(one.reason.clone()).or_default();
                *sum = sum.saturating_add(seconds(from, to));
            }
        }
        slips.push(Slip { milestone: None, first, current, seconds: seconds(first, current), reasons });
    }
    let now: BTreeMap<&str, Timestamp> =
        milestones.iter().map(|milestone| (milestone.name.as_str(), milestone.due)).collect();
    for planned in &first.milestones {
        if let Some(current) = now.get(planned.name.as_str()) {
            slips.push(Slip {
                milestone: Some(planned.name.clone()),
                first: planned.due,
                current: *current,
                seconds: seconds(planned.due, *current),
                reasons: BTreeMap::new(),
            });
        }
    }
    slips
}
