//! On which days something comes again.

use super::super::civil::{Date, date_of, day_of, days_in, month_beside, weekday_of};

/// Every `interval`th of a period, counted from the period that a day lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Day,
    /// A week that begins on this day (0 is Monday).
    Week(u8),
    Month,
    Year,
}

impl Period {
    /// The number of the period that the day lies in.
    pub(super) fn number(self, day: i64, date: Date) -> i64 {
        match self {
            Self::Day => day,
            Self::Week(start) => (day + 3 - i64::from(start)).div_euclid(7),
            Self::Month => date.year * 12 + i64::from(date.month) - 1,
            Self::Year => date.year,
        }
    }

    /// The first day of the period of that number.
    pub(super) fn first_day(self, number: i64) -> i64 {
        match self {
            Self::Day => number,
            Self::Week(start) => number * 7 - 3 + i64::from(start),
            Self::Month => day_of(number.div_euclid(12), number.rem_euclid(12) as u8 + 1, 1),
            Self::Year => day_of(number, 1, 1),
        }
    }
}

/// A weekday, each one or the n-th of its month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NthWeekday {
    /// From the end where below zero.
    pub nth: i16,
    /// 0 is Monday.
    pub weekday: u8,
}

/// The days of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    pub period: Period,
    pub interval: i64,
    /// The number of the period that counting starts with.
    pub base: i64,
    /// Bit `m` for month `m`, 1 to 12.
    pub months: u16,
    /// Bit `d` for the `d`th of the month; none where the day of the month does not matter.
    pub month_days: u32,
    /// Bit `d` for the `d`th last of the month.
    pub month_days_back: u32,
    /// Bit `w` for each such weekday.
    pub weekdays: u8,
    pub nth_weekdays: Vec<NthWeekday>,
    /// Whether the n-th weekday is that of the year, and not of the month.
    pub nth_of_year: bool,
    /// Whether either of day of the month and weekday is enough (cron), and not both needed (rules).
    pub either: bool,
}

/// All months.
pub(super) const EVERY_MONTH: u16 = 0b1_1111_1111_1110;

impl Days {
    /// Whether the day is one of them, its period aside.
    pub(super) fn admits(&self, day: i64, date: Date) -> bool {
        if self.months >> date.month & 1 == 0 {
            return false;
        }
        let by_month_day = self.month_days | self.month_days_back != 0;
        let by_weekday = self.weekdays != 0 || !self.nth_weekdays.is_empty();
        let month_day = || {
            let last = days_in(date.year, date.month);
            self.month_days >> date.day & 1 == 1 || self.month_days_back >> (last - date.day + 1) & 1 == 1
        };
        match (by_month_day, by_weekday) {
            (false, false) => true,
            (true, false) => month_day(),
            (false, true) => self.weekday(day, date),
            (true, true) if self.either => month_day() || self.weekday(day, date),
            (true, true) => month_day() && self.weekday(day, date),
        }
    }

    fn weekday(&self, day: i64, date: Date) -> bool {
        let weekday = weekday_of(day);
        if self.weekdays >> weekday & 1 == 1 {
            return true;
        }
        let mut of_this_day = self.nth_weekdays.iter().filter(|nth| nth.weekday == weekday).peekable();
        if of_this_day.peek().is_none() {
            return false;
        }
        let (first, last) = match self.nth_of_year {
            true => (day_of(date.year, 1, 1), day_of(date.year, 12, 31)),
            false => {
                let first = day - i64::from(date.day) + 1;
                (first, first + i64::from(days_in(date.year, date.month)) - 1)
            }
        };
        let forward = (day - first) / 7 + 1;
        let back = -((last - day) / 7 + 1);
        of_this_day.any(|nth| i64::from(nth.nth) == forward || i64::from(nth.nth) == back)
    }

    /// The first of these days from `day` on, or the last up to it; none beyond `limit`.
    pub(super) fn seek(&self, mut day: i64, forward: bool, limit: i64) -> Option<i64> {
        while if forward { day <= limit } else { day >= limit } {
            let date = date_of(day);
            if let Some(elsewhere) = self.outside_of_period(day, date, forward) {
                day = elsewhere;
                continue;
            }
            if self.months >> date.month & 1 == 0 {
                let (year, month) = month_beside(date.year, date.month, forward);
                let last = if forward { 1 } else { days_in(year, month) };
                day = day_of(year, month, last);
                continue;
            }
            if self.admits(day, date) {
                return Some(day);
            }
            day += if forward { 1 } else { -1 };
        }
        None
    }

    /// Where the day lies in a period that does not count: the nearest day that lies in one that does.
    fn outside_of_period(&self, day: i64, date: Date, forward: bool) -> Option<i64> {
        if self.interval == 1 {
            return None;
        }
        let number = self.period.number(day, date);
        let over = (number - self.base).rem_euclid(self.interval);
        match (over, forward) {
            (0, _) => None,
            (over, true) => Some(self.period.first_day(number - over + self.interval)),
            (over, false) => Some(self.period.first_day(number - over + 1) - 1),
        }
    }
}
