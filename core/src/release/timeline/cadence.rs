//! Trains and lines: what goes out at a fixed interval, and which phase a line is in.

use super::day::Day;
use super::error::TimelineError;
use crate::Result;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// Numbered releases at a fixed interval of days, from a day on: Rust's trains, Chromium's milestones.
///
/// ```
/// use greenboard::release::timeline::{Cadence, Day};
/// let rust = Cadence::new(5, Day::parse("2015-12-10")?, 42);
/// assert_eq!(rust.date_of(98)?.to_string(), "2026-08-20");
/// assert_eq!(rust.number_at(Day::parse("2026-08-19")?), 97);
/// assert_eq!(rust.date_of(97)?.plus(-6)?.to_string(), "2026-07-03");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Cadence {
    /// The number of one of them.
    pub number: i32,
    /// The day on which that one goes out.
    #[schemars(with = "String")]
    pub date: Day,
    /// The days from one to the next, at least one.
    pub every_days: u16,
}

reads!(Cadence { number, date, every_days });

impl Cadence {
    /// That one on that day, and the next every so many days.
    pub fn new(number: i32, date: Day, every_days: u16) -> Self {
        Self { number, date, every_days }
    }

    /// The day on which a number goes out.
    ///
    /// # Errors
    /// `release.beyond_calendar`.
    pub fn date_of(&self, number: i32) -> Result<Day> {
        let beyond = || TimelineError::BeyondCalendar { what: format!("release {number}") };
        let steps = i64::from(number) - i64::from(self.number);
        let days = i32::try_from(steps * i64::from(self.every())).map_err(|_| beyond())?;
        self.date.plus(days)
    }

    /// The number that is out on a day: the last one up to it.
    pub fn number_at(&self, day: Day) -> i32 {
        let steps = self.date.days_until(day).div_euclid(i32::from(self.every()));
        self.number.saturating_add(steps)
    }

    fn every(&self) -> u16 {
        self.every_days.max(1)
    }
}

/// The week of a cycle, from 1.
///
/// ```
/// use greenboard::release::timeline::{Day, week_number};
/// assert_eq!(week_number(Day::parse("2024-01-08")?, Day::parse("2024-04-17")?), 15);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn week_number(cycle_start: Day, day: Day) -> i32 {
    cycle_start.days_until(day).div_euclid(7) + 1
}

/// The phase that a line is in: the last of those that have begun; none before the first. Phases that begin on one day count by
/// their order.
///
/// ```
/// use greenboard::release::timeline::{Day, phase_at};
/// let line = [("current", Day::parse("2026-05-05")?), ("active-lts", Day::parse("2026-10-28")?)];
/// assert_eq!(phase_at(&line, Day::parse("2026-10-27")?), Some("current"));
/// assert_eq!(phase_at(&line, Day::parse("2026-05-04")?), None);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn phase_at<'p>(phases: &[(&'p str, Day)], day: Day) -> Option<&'p str> {
    let begun = phases.iter().filter(|(_, from)| *from <= day);
    begun.max_by_key(|(_, from)| *from).map(|(phase, _)| *phase)
}
