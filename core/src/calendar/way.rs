//! Whether the way is open, and when that changes: the algebra of windows, without their names.

use super::spans::Spans;
use super::window::Schedule;
use jiff::{SignedDuration, Timestamp};

/// How far ahead openings and closings are looked for: ten years.
const HORIZON: SignedDuration = SignedDuration::from_hours(24 * 3653);

/// How many times the windows that come again are asked in one search.
const MOST: u32 = 20_000;

/// Time that some windows cover: those that are once, and those that come again.
#[derive(Debug, Clone, Default)]
pub(super) struct Cover {
    pub once: Spans,
    pub again: Vec<Schedule>,
}

impl Cover {
    pub(super) fn is_empty(&self) -> bool {
        self.once.is_empty() && self.again.is_empty()
    }
    pub(super) fn covers(&self, at: Timestamp) -> bool {
        self.once.covered_until(at).is_some() || self.again.iter().any(|window| window.covering(at).is_some())
    }
}

/// A search ahead, with what it may still cost.
pub(super) struct Search {
    /// Up to where is looked.
    pub horizon: Timestamp,
    left: u32,
}

impl Search {
    pub(super) fn from(at: Timestamp) -> Self {
        Self { horizon: at.checked_add(HORIZON).unwrap_or(Timestamp::MAX), left: MOST }
    }

    /// Takes a step at a time; where too many have been taken, the search ends there.
    fn spend(&mut self, at: Timestamp) -> Option<()> {
        if at > self.horizon {
            return None;
        }
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => {
                self.horizon = self.horizon.min(at);
                return None;
            }
        }
        Some(())
    }
}

/// What is known of a window that comes again, so that it is asked but once for each of its times.
#[derive(Clone, Copy)]
enum Seen {
    Nothing,
    Covered(Timestamp, Timestamp),
    Idle(Timestamp, Timestamp),
}

/// Covers looked at from an instant on.
struct Ahead<'w> {
    once: Vec<&'w Spans>,
    again: Vec<(&'w Schedule, Seen)>,
}

impl<'w> Ahead<'w> {
    fn of(covers: impl IntoIterator<Item = &'w Cover>) -> Self {
        let (mut once, mut again) = (Vec::new(), Vec::new());
        for cover in covers {
            once.push(&cover.once);
            again.extend(cover.again.iter().map(|schedule| (schedule, Seen::Nothing)));
        }
        Self { once, again }
    }

    /// Until when a window covers `at`; none where none does.
    fn covering(&mut self, at: Timestamp, search: &mut Search) -> Option<Option<Timestamp>> {
        let mut until = self.once.iter().filter_map(|spans| spans.covered_until(at)).max();
        for index in 0..self.again.len() {
            if let Some(Seen::Covered(_, end)) = self.see(index, at, search)? {
                until = until.max(Some(end));
            }
        }
        Some(until)
    }

    /// When a window starts next, after `at`, of those that do not cover it.
    fn start_after(&mut self, at: Timestamp, search: &mut Search) -> Option<Option<Timestamp>> {
        let mut start = self.once.iter().filter_map(|spans| spans.start_after(at)).min();
        for index in 0..self.again.len() {
            if let Some(Seen::Idle(_, next)) = self.see(index, at, search)?
                && next < Timestamp::MAX
            {
                start = start.map_or(Some(next), |start| Some(start.min(next)));
            }
        }
        Some(start)
    }

    fn see(&mut self, index: usize, at: Timestamp, search: &mut Search) -> Option<Option<Seen>> {
        let Some((schedule, seen)) = self.again.get_mut(index) else { return Some(None) };
        match *seen {
            Seen::Covered(from, until) | Seen::Idle(from, until) if from <= at && at < until => {}
            _ => {
                search.spend(at)?;
                *seen = match schedule.covering(at) {
                    Some(end) => Seen::Covered(at, end),
                    None => {
                        Seen::Idle(at, schedule.start_after(at, search.horizon).unwrap_or(Timestamp::MAX))
                    }
                };
            }
        }
        Some(Some(*seen))
    }
}

/// The way of one calendar: open where something allows it and nothing denies it.
pub(super) struct Way<'w> {
    /// None: always allowed.
    allow: Option<Ahead<'w>>,
    deny: Ahead<'w>,
}

impl<'w> Way<'w> {
    pub(super) fn new(allow: Option<Vec<&'w Cover>>, deny: impl IntoIterator<Item = &'w Cover>) -> Self {
        Self { allow: allow.map(Ahead::of), deny: Ahead::of(deny) }
    }

    /// The first instant from `at` on at which it is open.
    fn open_from(&mut self, mut at: Timestamp, search: &mut Search) -> Option<Timestamp> {
        loop {
            search.spend(at)?;
            if let Some(end) = self.deny.covering(at, search)? {
                at = end;
                continue;
            }
            let Some(allow) = &mut self.allow else { return Some(at) };
            if allow.covering(at, search)?.is_some() {
                return Some(at);
            }
            at = allow.start_after(at, search)??;
        }
    }

    /// The first instant from `at` on at which it is closed.
    fn closed_from(&mut self, mut at: Timestamp, search: &mut Search) -> Option<Timestamp> {
        loop {
            search.spend(at)?;
            if self.deny.covering(at, search)?.is_some() {
                return Some(at);
            }
            let until = match &mut self.allow {
                Some(allow) => match allow.covering(at, search)? {
                    Some(until) => until,
                    None => return Some(at),
                },
                None => Timestamp::MAX,
            };
            let denied = self.deny.start_after(at, search)?;
            at = denied.map_or(until, |denied| denied.min(until));
        }
    }
}

/// The first instant from `at` on at which all ways are open.
pub(super) fn open_from(ways: &mut [Way<'_>], mut at: Timestamp, search: &mut Search) -> Option<Timestamp> {
    loop {
        let before = at;
        for way in &mut *ways {
            at = way.open_from(at, search)?;
        }
        if at == before || ways.len() == 1 {
            return (at <= search.horizon).then_some(at);
        }
    }
}

/// The first instant from `at` on at which one of them is closed.
pub(super) fn closed_from(ways: &mut [Way<'_>], at: Timestamp, search: &mut Search) -> Option<Timestamp> {
    let closings: Vec<Timestamp> = ways.iter_mut().filter_map(|way| way.closed_from(at, search)).collect();
    closings.into_iter().min().filter(|at| *at <= search.horizon)
}
