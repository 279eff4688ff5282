//! When something recurring starts, as instants: the pattern on the wall of a zone, some left out, some put in.

use super::super::civil::DAY;
use super::super::zone::{Change, Zone};
use super::pattern::Pattern;

/// The starts of a recurring window, in seconds.
///
/// A time on the wall is mapped by its zone's rule; around a gap that rule changes their order (02:30 is moved behind 03:00),
/// which is what most of this file is about.
#[derive(Debug, Clone)]
pub(in crate::calendar) struct Starts {
    pattern: Pattern,
    zone: Zone,
    /// Starts that are left out, in order.
    without: Vec<i64>,
    /// Days on the wall whose starts are all left out, in order.
    without_days: Vec<i64>,
    /// Starts that are put in, in order.
    with: Vec<i64>,
}

impl Starts {
    pub(in crate::calendar) fn new(pattern: Pattern, zone: Zone) -> Self {
        Self { pattern, zone, without: Vec::new(), without_days: Vec::new(), with: Vec::new() }
    }

    /// Leaves out these starts, and all starts of these days.
    pub(in crate::calendar) fn leave_out(&mut self, mut starts: Vec<i64>, mut days: Vec<i64>) {
        starts.sort_unstable();
        days.sort_unstable();
        (self.without, self.without_days) = (starts, days);
    }

    /// Puts in these starts.
    pub(in crate::calendar) fn put_in(&mut self, mut starts: Vec<i64>) {
        starts.sort_unstable();
        self.with = starts;
    }

    /// The first start after `at`; none after `limit`.
    pub(in crate::calendar) fn after(&self, at: i64, limit: i64) -> Option<i64> {
        let added = self.with.get(self.with.partition_point(|start| *start <= at)).copied();
        let added = added.filter(|start| *start <= limit);
        let limit = added.unwrap_or(limit);
        let mut from = at;
        let regular = loop {
            match self.regular_after(from, limit) {
                Some(start) if self.is_left_out(start) => from = self.past(start, true),
                found => break found,
            }
        };
        regular.filter(|start| *start <= limit).or(added)
    }

    /// The last start up to `at`; none before `limit`.
    pub(in crate::calendar) fn up_to(&self, at: i64, limit: i64) -> Option<i64> {
        let before = self.with.partition_point(|start| *start <= at).checked_sub(1);
        let added = before.and_then(|index| self.with.get(index)).copied().filter(|start| *start >= limit);
        let limit = added.unwrap_or(limit);
        let mut from = at;
        let regular = loop {
            match self.regular_up_to(from, limit) {
                Some(start) if self.is_left_out(start) => from = self.past(start, false),
                found => break found,
            }
        };
        regular.filter(|start| *start >= limit).or(added)
    }

    fn is_left_out(&self, start: i64) -> bool {
        self.without.binary_search(&start).is_ok()
            || (!self.without_days.is_empty() && self.without_days.binary_search(&self.day(start)).is_ok())
    }

    fn day(&self, start: i64) -> i64 {
        self.zone.changes().wall_at(start).div_euclid(DAY)
    }

    /// From where to look on behind a start that is left out.
    fn past(&self, start: i64, forward: bool) -> i64 {
        let day = self.day(start);
        if self.without_days.binary_search(&day).is_err() {
            return if forward { start } else { start - 1 };
        }
        // The whole day is left out: over to its edge, where no change of the clocks lies on the way.
        let changes = self.zone.changes();
        let edge = if forward { (day + 1) * DAY - 1 } else { day * DAY };
        let there = changes.instant_of(edge);
        let plain = changes.wall_at(there) == edge && (there - start) == edge - changes.wall_at(start);
        match (plain, forward) {
            (true, true) => there.max(start),
            (true, false) => there.min(start) - 1,
            (false, true) => start,
            (false, false) => start - 1,
        }
    }

    /// The last time on the wall of which the first run has come by then.
    fn wall_reached(&self, at: i64, change: Option<Change>) -> i64 {
        let wall = self.zone.changes().wall_at(at);
        match change {
            Some(change) if change.gap() < 0 && wall < change.fold_end() => change.fold_end() - 1,
            _ => wall,
        }
    }

    /// The first start of the pattern after `at`. Times on the wall beyond that of `limit` are not looked for.
    fn regular_after(&self, at: i64, limit: i64) -> Option<i64> {
        let changes = self.zone.changes();
        let change = changes.change_before(at);
        // Gaps are at most a day.
        let limit = changes.wall_at(limit).saturating_add(DAY);
        let wall = self.pattern.after(self.wall_reached(at, change), limit);
        let mut first = wall.map(|wall| changes.instant_of(wall));
        let mut consider = |wall: Option<i64>| {
            let start = wall.map(|wall| changes.instant_of(wall)).filter(|start| *start > at);
            first = [first, start].into_iter().flatten().min();
        };
        if let Some(gap) = wall.and_then(|wall| changes.gap_around(wall)) {
            // Moved forward, it may be behind what follows the gap.
            consider(self.pattern.after(gap.gap_end() - 1, limit));
        }
        if let Some(change) = change
            && at < change.at + change.gap()
        {
            // What the gap left out is still to come.
            let left_out = self.pattern.after(at + change.before, change.gap_end() - 1);
            consider(left_out);
        }
        first
    }

    /// The last start of the pattern up to `at`.
    fn regular_up_to(&self, at: i64, limit: i64) -> Option<i64> {
        let changes = self.zone.changes();
        let change = changes.change_before(at);
        let limit = changes.wall_at(limit).saturating_sub(DAY);
        let wall = self.pattern.up_to(self.wall_reached(at, change), limit)?;
        let start = changes.instant_of(wall);
        if start > at {
            // In the gap just passed, and moved past `at`: what the gap left out before it, or what comes before the gap.
            let change = change?;
            return self.pattern.up_to(at + change.before, limit).map(|wall| changes.instant_of(wall));
        }
        let Some(gap) = changes.change_before(start) else { return Some(start) };
        if gap.gap() <= 0 || start >= gap.at + gap.gap() || changes.gap_around(wall).is_some() {
            return Some(start);
        }
        // Shortly behind a gap: what it left out may have been moved behind this.
        let left_out = self.pattern.up_to((gap.gap_end() - 1).min(at + gap.before), limit);
        Some(start.max(left_out.map_or(start, |wall| changes.instant_of(wall))))
    }
}
