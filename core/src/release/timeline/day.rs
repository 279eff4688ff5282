//! A day of the calendar.

use super::error::TimelineError;
use crate::Result;
use crate::document::{Node, Read};
use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A day of the calendar, without a time and a zone: `2026-12-24`.
///
/// ```
/// use greenboard::release::timeline::Day;
/// let day = Day::parse("2024-02-28")?;
/// assert_eq!(day.plus(2)?.to_string(), "2024-03-01");
/// assert_eq!(day.days_until(Day::parse("2024-03-01")?), 2);
/// assert!(Day::parse("2023-02-29").is_err());
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub(super) Date);

impl Day {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `release.invalid_day`.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid = || TimelineError::InvalidDay { input: text.chars().take(60).collect() };
        let plain = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let day = if plain { text.parse().ok() } else { None };
        Ok(day.map(Self).ok_or_else(invalid)?)
    }

    /// The day in UTC of an instant.
    pub fn of(at: Timestamp) -> Self {
        Self(jiff::tz::Offset::UTC.to_datetime(at).date())
    }

    /// So many days later; earlier, where below zero.
    ///
    /// # Errors
    /// `release.beyond_calendar`.
    pub fn plus(self, days: i32) -> Result<Self> {
        let span: Span = i64::from(days).days();
        let beyond = || TimelineError::BeyondCalendar { what: format!("{days} days from {self}") };
        Ok(self.0.checked_add(span).map(Self).map_err(|_| beyond())?)
    }

    /// How many days from this one to another; below zero, where that is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// The day of the week, ISO's: 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Read for Day {
    fn read(node: &Node) -> Result<Self> {
        node.parsed(Self::parse)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}
