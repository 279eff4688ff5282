//! From a window's text to when it is: once, or again and again.

use super::super::civil::DAY;
use super::super::error::CalendarError;
use super::super::moment::{Length, Moment, stamp};
use super::super::recurrence::Starts;
use super::super::zone::Zone;
use super::types::Window;
use crate::Result;
use jiff::{SignedDuration, Timestamp};

/// When a window is.
#[derive(Debug, Clone)]
pub(in crate::calendar) struct Compiled {
    pub schedule: Schedule,
}

/// Once, or again and again.
#[derive(Debug, Clone)]
pub(in crate::calendar) enum Schedule {
    /// From the first to the second, exclusive.
    Once(Timestamp, Timestamp),
    /// Whenever it starts, for so long.
    Again { starts: Box<Starts>, length: Length, zone: Zone },
}

impl Window {
    /// Whether what it says makes a window.
    ///
    /// # Errors
    /// `calendar.invalid_window`.
    pub(super) fn check(&self) -> Result<()> {
        let recurs = self.rule.is_some() || self.cron.is_some();
        let problem = if self.rule.is_some() && self.cron.is_some() {
            "it has a rule and a cron expression; leave one of them out"
        } else if self.end.is_some() && self.duration.is_some() {
            "it has an end and a duration; leave one of them out"
        } else if self.cron.is_some() && self.end.is_some() {
            "a cron expression needs a duration instead of an end; say until when it holds by \"until\""
        } else if recurs && self.end.is_none() && self.duration.is_none() {
            "it comes again, but nothing says how long it lasts; give it a duration"
        } else if self.rule.is_some() && self.start.is_none() {
            "a rule needs a start to count from"
        } else if self.duration.is_some() && self.start.is_none() && self.cron.is_none() {
            "a duration needs a start"
        } else if self.start.is_none() && self.end.is_none() && !recurs {
            "nothing says when it is; give it a start and an end"
        } else if self.duration.is_some_and(|length| length.is_zero()) {
            "it lasts no time at all"
        } else if !recurs && (self.until.is_some() || !self.except.is_empty() || !self.also.is_empty()) {
            "\"until\", \"except\" and \"also\" are for windows that come again"
        } else {
            return Ok(());
        };
        Err(self.invalid(problem))
    }

    fn invalid(&self, problem: &'static str) -> crate::Error {
        let window = self.name.chars().take(60).collect();
        CalendarError::InvalidWindow { window, problem }.into()
    }

    /// When it is, in its zone or else in this one.
    pub(in crate::calendar) fn compile(&self, zone: &Zone) -> Result<Compiled> {
        self.check()?;
        let zone = self.zone.as_ref().unwrap_or(zone);
        if self.rule.is_none() && self.cron.is_none() {
            let schedule = self.once(zone)?;
            return Ok(Compiled { schedule });
        }
        let length = match (self.duration, self.start, self.end) {
            (Some(length), ..) => length,
            (None, Some(start), Some(end)) => between(start, end, zone),
            _ => return Err(self.invalid("nothing says how long it lasts; give it a duration")),
        };
        if length.is_zero() || length.days < 0 || length.time < SignedDuration::ZERO {
            return Err(self.invalid(ENDS_FIRST));
        }
        let start = self.start.map(|start| start.wall_in(zone));
        let until = self.until.map_or(i64::MAX, |until| until.last_wall_in(zone));
        let pattern = match (&self.rule, &self.cron, start) {
            (Some(rule), _, Some(start)) => rule.pattern(start, zone)?.until(until),
            (None, Some(cron), start) => cron.pattern(start.unwrap_or(i64::MIN), until),
            _ => return Err(self.invalid("a rule needs a start to count from")),
        };
        let mut starts = Starts::new(pattern, zone.clone());
        let instant = |moment: &Moment| moment.instant_in(zone).as_second();
        let (days, times): (Vec<&Moment>, _) =
            self.except.iter().partition(|moment| matches!(moment, Moment::Day(_)));
        let days = days.into_iter().map(|day| day.wall_in(zone).div_euclid(DAY));
        starts.leave_out(times.into_iter().map(instant).collect(), days.collect());
        starts.put_in(self.also.iter().map(instant).collect());
        let schedule = Schedule::Again { starts: Box::new(starts), length, zone: zone.clone() };
        Ok(Compiled { schedule })
    }

    fn once(&self, zone: &Zone) -> Result<Schedule> {
        let start = self.start.map_or(Timestamp::MIN, |start| start.instant_in(zone));
        let end = match (self.end, self.duration) {
            (Some(end), _) => end.instant_in(zone),
            (None, Some(length)) => length.end_after(start, zone),
            (None, None) => Timestamp::MAX,
        };
        if end <= start {
            return Err(self.invalid(ENDS_FIRST));
        }
        Ok(Schedule::Once(start, end))
    }
}

const ENDS_FIRST: &str = "it ends before it begins; its end is exclusive, a day's is the day after";

/// How long the first time lasts: in days where both are days, else in time that passes.
fn between(start: Moment, end: Moment, zone: &Zone) -> Length {
    match (start, end) {
        (Moment::Day(start), Moment::Day(end)) => {
            Length::of_days(end.since(start).map_or(0, |span| span.get_days()))
        }
        _ => Length::of(end.instant_in(zone).duration_since(start.instant_in(zone))),
    }
}

impl Schedule {
    /// Where the window is at `at`: when it ends.
    pub fn covering(&self, at: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Once(start, end) => (*start <= at && at < *end).then_some(*end),
            Self::Again { starts, length, zone } => {
                /// Days of different lengths may let an earlier start end later, by little; so some are looked at.
                const MOST: usize = 3;
                let mut from = floor(at);
                let limit = from.saturating_sub(length.most_seconds());
                for _ in 0..if length.days == 0 { 1 } else { MOST } {
                    let start = starts.up_to(from, limit)?;
                    let end = length.end_of(start, zone);
                    if end > at {
                        return Some(end);
                    }
                    from = start - 1;
                }
                None
            }
        }
    }

    /// When the window starts next, after `at`; none after `limit`.
    pub fn start_after(&self, at: Timestamp, limit: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Once(start, _) => (*start > at && *start <= limit).then_some(*start),
            Self::Again { starts, length, zone } => {
                let mut from = floor(at);
                loop {
                    let start = starts.after(from, floor(limit))?;
                    let instant = stamp(start, 0);
                    // A day that the zone skips has no length.
                    if length.end_of(start, zone) > instant {
                        return Some(instant);
                    }
                    from = start;
                }
            }
        }
    }

    /// Its times that overlap a span, at most so many.
    pub fn overlapping(
        &self,
        from: Timestamp,
        to: Timestamp,
        most: usize,
        mut found: impl FnMut(Timestamp, Timestamp),
    ) {
        match self {
            Self::Once(start, end) if *start < to && *end > from => found(*start, *end),
            Self::Once(..) => {}
            Self::Again { starts, length, zone } => {
                let mut count = 0;
                let mut after = floor(from).saturating_sub(length.most_seconds());
                while count < most
                    && let Some(start) = starts.after(after, floor(to))
                {
                    after = start;
                    let (start, end) = (stamp(start, 0), length.end_of(start, zone));
                    if start < to && end > from && end > start {
                        found(start, end);
                        count += 1;
                    }
                }
            }
        }
    }
}

/// Whole seconds, rounded towards the past.
fn floor(at: Timestamp) -> i64 {
    at.as_second() - i64::from(at.subsec_nanosecond() < 0)
}
