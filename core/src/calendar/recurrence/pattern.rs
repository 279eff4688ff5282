//! What both notations become: times on the wall, found from any time on without walking there from the first.

use super::super::civil::{DAY, date_of};
use super::days::Days;

/// Times on the wall that come again and again, in seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::calendar) struct Pattern {
    pub(super) days: Days,
    pub(super) clock: Clock,
    /// Which of a period's times are taken, counted from 1, from its end where below zero; empty for all.
    pub(super) positions: Vec<i32>,
    /// Nothing before this.
    pub(super) first: i64,
    /// Nothing after this.
    pub(super) last: i64,
}

/// The times of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clock {
    /// At these seconds of the day, in order.
    Times(Vec<u32>),
    /// Every `interval`th hour or minute from `base` on, at those seconds of it, in order.
    Every {
        /// 3600 or 60.
        unit: i64,
        interval: i64,
        /// The number of the hour or minute that counting starts with.
        base: i64,
        /// Bit `h` for each hour that counts.
        hours: u32,
        /// Bit `m` for each minute that counts, where the unit is a minute.
        minutes: u64,
        seconds: Vec<u32>,
    },
}

impl Pattern {
    /// The same, with nothing after this.
    pub(in crate::calendar) fn until(mut self, last: i64) -> Self {
        self.last = self.last.min(last);
        self
    }

    /// Whether hours or minutes are counted on over the days.
    pub(super) fn counts_within_days(&self) -> bool {
        matches!(self.clock, Clock::Every { .. })
    }

    /// The first time after `wall`; none after `limit`.
    pub(in crate::calendar) fn after(&self, wall: i64, limit: i64) -> Option<i64> {
        let from = wall.saturating_add(1).max(self.first);
        let limit = limit.min(self.last);
        if from > limit {
            return None;
        }
        self.seek(from, true, limit).filter(|found| *found <= limit)
    }

    /// The last time up to `wall`; none before `limit`.
    pub(in crate::calendar) fn up_to(&self, wall: i64, limit: i64) -> Option<i64> {
        let from = wall.min(self.last);
        let limit = limit.max(self.first);
        if from < limit {
            return None;
        }
        self.seek(from, false, limit).filter(|found| *found >= limit)
    }

    /// The nearest time from `from` on, in either direction, itself included.
    fn seek(&self, from: i64, forward: bool, limit: i64) -> Option<i64> {
        match &self.clock {
            Clock::Times(times) if self.positions.is_empty() => self.seek_time(times, from, forward, limit),
            Clock::Times(times) => self.seek_position(times, from, forward, limit),
            Clock::Every { .. } => self.seek_within_days(from, forward, limit),
        }
    }

    fn seek_time(&self, times: &[u32], from: i64, forward: bool, limit: i64) -> Option<i64> {
        let (mut day, time) = (from.div_euclid(DAY), from.rem_euclid(DAY));
        let limit = limit.div_euclid(DAY);
        let found = self.days.seek(day, forward, limit)?;
        if found == day
            && let Some(time) = nearest_in(times, time, forward)
        {
            return Some(day * DAY + time);
        }
        if found == day {
            day += if forward { 1 } else { -1 };
            day = self.days.seek(day, forward, limit)?;
        } else {
            day = found;
        }
        let time = if forward { times.first() } else { times.last() };
        Some(day * DAY + i64::from(*time?))
    }

    /// Where of each period only some are taken.
    fn seek_position(&self, times: &[u32], from: i64, forward: bool, limit: i64) -> Option<i64> {
        let Days { period, interval, base, .. } = &self.days;
        let day = from.div_euclid(DAY);
        let number = period.number(day, date_of(day));
        let over = (number - base).rem_euclid(*interval);
        let mut number = if forward && over != 0 { number - over + interval } else { number - over };
        let (mut days, mut found) = (Vec::new(), Vec::new());
        loop {
            let (start, end) = (period.first_day(number), period.first_day(number + 1));
            if if forward { start * DAY > limit } else { end * DAY <= limit } {
                return None;
            }
            days.clear();
            days.extend((start..end).filter(|day| self.days.admits(*day, date_of(*day))));
            self.positions_of(&days, times, &mut found);
            let nearest = match forward {
                true => found.iter().find(|time| **time >= from),
                false => found.iter().rev().find(|time| **time <= from),
            };
            if let Some(time) = nearest {
                return Some(*time);
            }
            number += if forward { *interval } else { -interval };
        }
    }

    /// The times of a period that are taken, in order. They are never all written out: a year may hold half a million.
    fn positions_of(&self, days: &[i64], times: &[u32], found: &mut Vec<i64>) {
        found.clear();
        let count = (days.len() * times.len()) as i64;
        for position in &self.positions {
            let position = i64::from(*position);
            let index = if position > 0 { position - 1 } else { count + position };
            let Ok(index) = usize::try_from(index) else { continue };
            let Some(per_day) = std::num::NonZeroUsize::new(times.len()) else { continue };
            if let (Some(day), Some(time)) = (days.get(index / per_day), times.get(index % per_day)) {
                found.push(day * DAY + i64::from(*time));
            }
        }
        found.sort_unstable();
        found.dedup();
    }

    /// Where hours or minutes are counted on over the days.
    fn seek_within_days(&self, from: i64, forward: bool, limit: i64) -> Option<i64> {
        let Clock::Every { unit, interval, base, hours, minutes, seconds } = &self.clock else { return None };
        let step = if forward { 1 } else { -1 };
        let last_day = limit.div_euclid(DAY);
        let (mut number, mut within) = (from.div_euclid(*unit), Some(from.rem_euclid(*unit)));
        loop {
            let over = (number - base).rem_euclid(*interval);
            if over != 0 {
                number += if forward { interval - over } else { -over };
                within = None;
            }
            let start = number * unit;
            if if forward { start > limit } else { start + unit <= limit } {
                return None;
            }
            // The nearest unit of another day or hour, where this one's does not count.
            let day = start.div_euclid(DAY);
            let edge = |block: i64, size: i64| {
                let edge = if forward { block * size } else { (block + 1) * size - 1 };
                edge.div_euclid(*unit)
            };
            let admitted = self.days.seek(day, forward, last_day)?;
            if admitted != day {
                (number, within) = (edge(admitted, DAY), None);
                continue;
            }
            let hour = start.div_euclid(3600);
            if hours >> hour.rem_euclid(24) & 1 == 0 {
                (number, within) = (edge(hour + step, 3600), None);
                continue;
            }
            if *unit == 3600 || minutes >> number.rem_euclid(60) & 1 == 1 {
                let nearest = match within {
                    Some(within) => nearest_in(seconds, within, forward),
                    None => if forward { seconds.first() } else { seconds.last() }.map(|s| i64::from(*s)),
                };
                if let Some(second) = nearest {
                    return Some(start + second);
                }
            }
            (number, within) = (number + step, None);
        }
    }
}

/// The first from `from` on, or the last up to it.
fn nearest_in(sorted: &[u32], from: i64, forward: bool) -> Option<i64> {
    let found = match forward {
        true => sorted.get(sorted.partition_point(|time| i64::from(*time) < from)),
        false => sorted.get(sorted.partition_point(|time| i64::from(*time) <= from).checked_sub(1)?),
    };
    found.map(|time| i64::from(*time))
}
