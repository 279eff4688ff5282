//! Half-open intervals of time.

use jiff::Timestamp;

/// From a start on, up to an end and without it; empty where they are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Interval {
    pub start: Timestamp,
    pub end: Timestamp,
}

impl Interval {
    pub(super) fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// What both hold.
    pub(super) fn overlap(&self, other: &Self) -> Option<Self> {
        let both = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (!both.is_empty()).then_some(both)
    }
}

/// The same time in intervals that neither touch nor overlap, by start.
pub(super) fn union(mut intervals: Vec<Interval>) -> Vec<Interval> {
    intervals.retain(|interval| !interval.is_empty());
    intervals.sort_unstable();
    let mut runs: Vec<Interval> = Vec::with_capacity(intervals.len());
    for interval in intervals {
        match runs.last_mut() {
            Some(run) if interval.start <= run.end => run.end = run.end.max(interval.end),
            _ => runs.push(interval),
        }
    }
    runs
}
