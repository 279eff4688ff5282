//! On which days people work.

use super::day::Day;
use super::error::TimelineError;
use crate::Result;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// On which days people work.
///
/// ```
/// use greenboard::release::timeline::{Day, WorkCalendar};
/// let calendar = WorkCalendar::new().with_holiday(Day::parse("2025-07-04")?);
/// assert_eq!(calendar.on_or_before(Day::parse("2025-07-06")?)?.to_string(), "2025-07-03");
/// assert_eq!(calendar.back(Day::parse("2025-07-07")?, 2)?.to_string(), "2025-07-03");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct WorkCalendar {
    /// The days of the week on which nobody works, ISO's: 1 is Monday; Saturday and Sunday, where left out.
    pub weekend: Vec<u8>,
    /// Other days on which nobody works.
    pub holidays: Vec<Day>,
}

impl Default for WorkCalendar {
    fn default() -> Self {
        Self { weekend: vec![6, 7], holidays: Vec::new() }
    }
}

reads!(WorkCalendar as "greenboard/work_calendar/1" { weekend, holidays, .. });

/// How many days in a row may be none to work on.
const MOST_OFF: u32 = 400;

/// The most working days that are counted: forty years of them.
pub(super) const MOST_DAYS: u32 = 10_000;

impl WorkCalendar {
    /// From Monday to Friday, without holidays.
    pub fn new() -> Self {
        Self::default()
    }

    /// With another weekend, as ISO's days of the week.
    #[must_use]
    pub fn with_weekend(mut self, weekend: impl IntoIterator<Item = u8>) -> Self {
        self.weekend = weekend.into_iter().collect();
        self
    }

    /// With one more holiday.
    #[must_use]
    pub fn with_holiday(mut self, day: Day) -> Self {
        self.holidays.push(day);
        self
    }

    /// Whether people work on a day.
    pub fn is_working(&self, day: Day) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The day itself, where people work on it, and else the last one before it on which they do.
    ///
    /// # Errors
    /// `release.no_working_day`, `release.beyond_calendar`.
    pub fn on_or_before(&self, day: Day) -> Result<Day> {
        self.ready().on_or_before(day)
    }

    /// The n-th working day up to a day, that day counted as the first where people work on it.
    ///
    /// # Errors
    /// `release.no_working_day`, `release.beyond_calendar`.
    pub fn back(&self, end: Day, days: u32) -> Result<Day> {
        self.ready().step(end, days, -1)
    }

    /// The n-th working day after a day.
    ///
    /// # Errors
    /// `release.no_working_day`, `release.beyond_calendar`.
    ///
    /// ```
    /// use greenboard::release::timeline::{Day, WorkCalendar};
    /// let friday = Day::parse("2026-11-20")?;
    /// assert_eq!(WorkCalendar::new().after(friday, 3)?.to_string(), "2026-11-25");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn after(&self, day: Day, days: u32) -> Result<Day> {
        if days == 0 {
            return Ok(day);
        }
        self.ready().step(day.plus(1)?, days, 1)
    }

    /// Ready to be asked many times.
    pub(super) fn ready(&self) -> Ready {
        let mut off = [false; 8];
        for day in &self.weekend {
            if let Some(off) = off.get_mut(usize::from(*day)) {
                *off = true;
            }
        }
        Ready { off, holidays: self.holidays.iter().copied().collect() }
    }
}

/// A calendar ready to be asked many times.
pub(super) struct Ready {
    off: [bool; 8],
    holidays: BTreeSet<Day>,
}

impl Ready {
    fn is_working(&self, day: Day) -> bool {
        let off = self.off.get(usize::from(day.weekday())).copied().unwrap_or_default();
        !off && !self.holidays.contains(&day)
    }

    pub(super) fn on_or_before(&self, day: Day) -> Result<Day> {
        self.step(day, 1, -1)
    }

    /// The n-th working day from a day on, that day included, by days of one direction.
    pub(super) fn step(&self, from: Day, days: u32, direction: i32) -> Result<Day> {
        let mut left = days.clamp(1, MOST_DAYS);
        let (mut day, mut idle) = (from, 0);
        loop {
            if self.is_working(day) {
                (left, idle) = (left - 1, 0);
                if left == 0 {
                    return Ok(day);
                }
            } else {
                idle += 1;
                if idle > MOST_OFF {
                    return Err(TimelineError::NoWorkingDay { day: from.to_string() }.into());
                }
            }
            day = day.plus(direction)?;
        }
    }
}
