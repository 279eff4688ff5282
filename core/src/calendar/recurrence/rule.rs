//! Rules of RFC 5545, the `RRULE` of a calendar.

use super::super::civil::{DAY, date_of, weekday_of};
use super::super::error::CalendarError;
use super::super::moment::{Moment, written_as_text};
use super::super::zone::Zone;
use super::days::{Days, EVERY_MONTH, NthWeekday, Period};
use super::pattern::{Clock, Pattern};
use crate::Result;
use crate::document::{Node, Read};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// When something comes again, as an `RRULE` of RFC 5545: `FREQ=MONTHLY;BYDAY=-1FR`.
///
/// Supported are the frequencies from `MINUTELY` to `YEARLY` with `INTERVAL`, `COUNT`, `UNTIL`, `BYMONTH`, `BYMONTHDAY`, `BYDAY`
/// (with ordinals), `BYHOUR`, `BYMINUTE`, `BYSETPOS` and `WKST`; anything else is an error that names it. The first time is the
/// first that fits the rule, from the start on; an `UNTIL` that is a date includes that day.
///
/// ```
/// use greenboard::calendar::Rule;
/// let rule = Rule::parse("FREQ=WEEKLY;BYDAY=FR;INTERVAL=2")?;
/// assert_eq!(rule.to_string(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
/// let error = Rule::parse("FREQ=YEARLY;BYWEEKNO=20").unwrap_err();
/// assert_eq!((error.code(), error.column()), ("calendar.unsupported_rule", Some(13)));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The period that is counted.
    pub frequency: Frequency,
    /// Every so many periods.
    pub interval: u32,
    /// How many times in all; at most 100,000.
    pub count: Option<u32>,
    /// The last time that may be, included.
    pub until: Option<Moment>,
    /// The months, 1 to 12.
    pub by_month: Vec<u8>,
    /// The days of the month, 1 to 31, from its end where below zero.
    pub by_month_day: Vec<i8>,
    /// The weekdays.
    pub by_day: Vec<Nth>,
    /// The hours, 0 to 23.
    pub by_hour: Vec<u8>,
    /// The minutes, 0 to 59.
    pub by_minute: Vec<u8>,
    /// Which of a period's times are taken, from 1, from its end where below zero.
    pub by_position: Vec<i32>,
    /// The day that a week begins with.
    pub week_start: Weekday,
}

written_as_text!(Rule);

/// How often a rule comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Frequency {
    /// Every minute.
    Minutely,
    /// Every hour.
    Hourly,
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

impl Frequency {
    /// Every frequency, the shortest first.
    pub const ALL: [Self; 6] =
        [Self::Minutely, Self::Hourly, Self::Daily, Self::Weekly, Self::Monthly, Self::Yearly];

    /// The name used in rules.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minutely => "MINUTELY",
            Self::Hourly => "HOURLY",
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        }
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// `MO`
    Monday,
    /// `TU`
    Tuesday,
    /// `WE`
    Wednesday,
    /// `TH`
    Thursday,
    /// `FR`
    Friday,
    /// `SA`
    Saturday,
    /// `SU`
    Sunday,
}

impl Weekday {
    /// Every weekday, from Monday on.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The name used in rules.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "MO",
            Self::Tuesday => "TU",
            Self::Wednesday => "WE",
            Self::Thursday => "TH",
            Self::Friday => "FR",
            Self::Saturday => "SA",
            Self::Sunday => "SU",
        }
    }

    fn number(self) -> u8 {
        self as u8
    }
}

/// A weekday of a rule: each of them, or the n-th of the month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nth {
    /// Which of them, from 1, from the end where below zero; none for each.
    pub nth: Option<i16>,
    /// The weekday.
    pub weekday: Weekday,
}

/// How many times a rule may count.
const MOST: u32 = 100_000;

impl Rule {
    /// As often as this, without more said.
    ///
    /// ```
    /// use greenboard::calendar::{Frequency, Rule};
    /// assert_eq!(Rule::new(Frequency::Daily).to_string(), "FREQ=DAILY");
    /// ```
    pub fn new(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            by_month: Vec::new(),
            by_month_day: Vec::new(),
            by_day: Vec::new(),
            by_hour: Vec::new(),
            by_minute: Vec::new(),
            by_position: Vec::new(),
            week_start: Weekday::Monday,
        }
    }

    /// The pattern of a first time on the wall of a zone.
    ///
    /// # Errors
    /// `calendar.rule_too_large` where it counts too many.
    pub(in crate::calendar) fn pattern(&self, first: i64, zone: &Zone) -> Result<Pattern> {
        let clock = self.clock(first);
        let mut pattern = Pattern {
            days: self.days(first),
            positions: self.positions(),
            clock,
            first,
            last: self.until.map_or(i64::MAX, |until| until.last_wall_in(zone)),
        };
        if self.frequency <= Frequency::Daily && !pattern.positions.is_empty() {
            // The periods are all alike: which of their times are taken is known once and for all.
            let positions = std::mem::take(&mut pattern.positions);
            pattern.clock.take(&positions);
        }
        if let Some(count) = self.count {
            pattern.last = pattern.last.min(counted(&pattern, count)?);
        }
        Ok(pattern)
    }

    fn days(&self, first: i64) -> Days {
        let day = first.div_euclid(DAY);
        let date = date_of(day);
        let mut months = self.by_month.iter().fold(0, |bits, month| bits | 1 << month);
        let bits =
            |days: &mut dyn Iterator<Item = i8>| days.fold(0u32, |bits, day| bits | 1 << day.unsigned_abs());
        let mut month_days = bits(&mut self.by_month_day.iter().copied().filter(|day| *day > 0));
        let month_days_back = bits(&mut self.by_month_day.iter().copied().filter(|day| *day < 0));
        let each = self.by_day.iter().filter(|nth| nth.nth.is_none());
        let mut weekdays = each.fold(0, |bits, nth| bits | 1 << nth.weekday.number());
        let nth_weekday = |nth: &Nth| Some(NthWeekday { nth: nth.nth?, weekday: nth.weekday.number() });
        let nth_weekdays: Vec<NthWeekday> = self.by_day.iter().filter_map(nth_weekday).collect();
        // What the rule leaves open is as at the start.
        if self.by_day.is_empty() && self.by_month_day.is_empty() {
            match self.frequency {
                Frequency::Yearly => {
                    months = if months == 0 { 1 << date.month } else { months };
                    month_days = 1 << date.day;
                }
                Frequency::Monthly => month_days = 1 << date.day,
                Frequency::Weekly => weekdays = 1 << weekday_of(day),
                _ => {}
            }
        }
        let (period, interval) = match self.frequency {
            Frequency::Minutely | Frequency::Hourly => (Period::Day, 1),
            Frequency::Daily => (Period::Day, self.interval),
            Frequency::Weekly => (Period::Week(self.week_start.number()), self.interval),
            Frequency::Monthly => (Period::Month, self.interval),
            Frequency::Yearly => (Period::Year, self.interval),
        };
        Days {
            period,
            interval: i64::from(interval.max(1)),
            base: period.number(day, date),
            months: if months == 0 { EVERY_MONTH } else { months },
            month_days,
            month_days_back,
            weekdays,
            nth_weekdays,
            nth_of_year: self.frequency == Frequency::Yearly && self.by_month.is_empty(),
            either: false,
        }
    }

    fn clock(&self, first: i64) -> Clock {
        let time = first.rem_euclid(DAY);
        let second = (time % 60) as u32;
        let list = |given: &[u8], start: i64| -> Vec<u32> {
            let mut list: Vec<u32> = given.iter().map(|value| u32::from(*value)).collect();
            if list.is_empty() {
                list.push(start as u32);
            }
            list.sort_unstable();
            list.dedup();
            list
        };
        let minutes = list(&self.by_minute, time / 60 % 60);
        let every = |unit: i64, seconds: Vec<u32>| Clock::Every {
            unit,
            interval: i64::from(self.interval.max(1)),
            base: first.div_euclid(unit),
            hours: if self.by_hour.is_empty() {
                u32::MAX
            } else {
                self.by_hour.iter().fold(0, |bits, hour| bits | 1 << hour)
            },
            minutes: if self.by_minute.is_empty() {
                u64::MAX
            } else {
                self.by_minute.iter().fold(0, |bits, minute| bits | 1 << minute)
            },
            seconds,
        };
        match self.frequency {
            Frequency::Minutely => every(60, vec![second]),
            Frequency::Hourly => every(3600, minutes.iter().map(|minute| minute * 60 + second).collect()),
            _ => {
                let hours = list(&self.by_hour, time / 3600);
                let of_hour =
                    |hour: u32| minutes.iter().map(move |minute| hour * 3600 + minute * 60 + second);
                Clock::Times(hours.into_iter().flat_map(of_hour).collect())
            }
        }
    }

    fn positions(&self) -> Vec<i32> {
        let mut positions = self.by_position.clone();
        positions.sort_unstable();
        positions.dedup();
        positions
    }
}

impl Clock {
    /// Leaves of each period's times only those at these positions.
    fn take(&mut self, positions: &[i32]) {
        let (Self::Times(times) | Self::Every { seconds: times, .. }) = self;
        let count = times.len() as i64;
        let taken = |index: i64| {
            positions.iter().any(|position| match i64::from(*position) {
                back if back < 0 => count + back == index,
                position => position - 1 == index,
            })
        };
        let mut index = -1;
        times.retain(|_| {
            index += 1;
            taken(index)
        });
    }
}

/// The last of so many times.
fn counted(pattern: &Pattern, count: u32) -> Result<i64> {
    /// 9999-12-31T23:59:59: where calendars end.
    const END: i64 = 253_402_300_799;
    if count > MOST {
        return Err(CalendarError::RuleTooLarge { count, limit: MOST }.into());
    }
    // Where nothing comes for so long, nothing will: the 29th of February is each weekday within 40 years.
    let farthest = if pattern.counts_within_days() { 10 } else { 100 } * 366 * DAY;
    let mut wall = pattern.first.saturating_sub(1);
    for _ in 0..count {
        match pattern.after(wall, wall.saturating_add(farthest).min(END)) {
            Some(next) => wall = next,
            None => break,
        }
    }
    Ok(wall)
}

impl Nth {
    /// Each of these weekdays.
    pub const fn each(weekday: Weekday) -> Self {
        Self { nth: None, weekday }
    }
}
