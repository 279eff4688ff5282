//! Points in time and lengths of time, as a window states them.

use super::civil::DAY;
use super::error::CalendarError;
use super::zone::Zone;
use crate::Result;
use crate::document::{Node, Read};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use jiff::{SignedDuration, Span, Timestamp};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A point in time: an instant, a time on the wall of a zone, or the beginning of a day there.
///
/// ```
/// use greenboard::calendar::{Moment, Zone};
/// let new_york = Zone::parse("America/New_York")?;
/// // 02:30 is left out on that day: it moves forward.
/// let moment = Moment::parse("2026-03-08T02:30")?;
/// assert_eq!(moment.instant_in(&new_york).to_string(), "2026-03-08T07:30:00Z");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The same everywhere: `2026-12-24T18:00:00Z`, or with an offset.
    Instant(Timestamp),
    /// What the wall shows: `2026-12-24T18:00`.
    Wall(DateTime),
    /// The first moment of a day: `2026-12-24`.
    Day(Date),
}

impl Moment {
    /// Reads a date, a date and time, or an instant of RFC 3339.
    ///
    /// # Errors
    /// `calendar.invalid_moment`.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid = || CalendarError::InvalidMoment { input: text.chars().take(60).collect() };
        // What jiff reads beyond these three, such as zones in brackets, would say two things at once.
        let plain = text.len() <= 40 && !text.contains('[') && text.starts_with(|c: char| c.is_ascii_digit());
        let moment = match text.len() {
            _ if !plain => None,
            10 => text.parse().ok().map(Self::Day),
            _ => match text.get(10..).is_some_and(|time| time.contains(['Z', 'z', '+', '-'])) {
                true => text.parse().ok().map(Self::Instant),
                false => text.parse().ok().map(Self::Wall),
            },
        };
        Ok(moment.ok_or_else(invalid)?)
    }

    /// Reads iCalendar's notation: `20261224`, `20261224T180000` or `20261224T180000Z`.
    pub(super) fn parse_basic(text: &str) -> Option<Self> {
        let number = |from: usize, to: usize| {
            let digits = text.get(from..to)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i16>().ok()).flatten()
        };
        let small = |from: usize| i8::try_from(number(from, from + 2)?).ok();
        let day = Date::new(number(0, 4)?, small(4)?, small(6)?).ok()?;
        if text.len() == 8 {
            return Some(Self::Day(day));
        }
        // A leap second is the second before it.
        let second = small(13)?;
        let second = if second == 60 { 59 } else { second };
        let wall = day.to_datetime(Time::new(small(9)?, small(11)?, second, 0).ok()?);
        match (text.get(8..9)?, text.get(15..)?) {
            ("T", "") => Some(Self::Wall(wall)),
            ("T", "Z") => Offset::UTC.to_timestamp(wall).ok().map(Self::Instant),
            _ => None,
        }
    }

    /// The instant in a zone.
    pub fn instant_in(&self, zone: &Zone) -> Timestamp {
        let wall = match self {
            Self::Instant(at) => return *at,
            Self::Wall(wall) => *wall,
            Self::Day(day) => day.to_datetime(Time::midnight()),
        };
        let shown = Offset::UTC.to_timestamp(wall).unwrap_or(Timestamp::MAX);
        let whole = zone.changes().instant_of(shown.as_second());
        stamp(whole, shown.subsec_nanosecond())
    }

    /// The last time on the wall up to this, the whole of a day included.
    pub(super) fn last_wall_in(&self, zone: &Zone) -> i64 {
        let wall = self.wall_in(zone);
        match self {
            Self::Day(_) => wall.saturating_add(DAY - 1),
            Self::Wall(_) => wall,
            Self::Instant(at) => match zone.changes().change_before(at.as_second()) {
                // Where the wall shows a time for the second time, all of the first run is over.
                Some(change) if change.gap() < 0 && wall < change.fold_end() => change.fold_end() - 1,
                _ => wall,
            },
        }
    }

    /// What the wall of a zone shows, in whole seconds.
    pub(super) fn wall_in(&self, zone: &Zone) -> i64 {
        let wall = match self {
            Self::Instant(at) => return zone.changes().wall_at(at.as_second()),
            Self::Wall(wall) => *wall,
            Self::Day(day) => day.to_datetime(Time::midnight()),
        };
        Offset::UTC.to_timestamp(wall).map_or(i64::MAX, |shown| shown.as_second())
    }
}

/// An instant from its seconds; the nearest there is beyond the year 9999.
pub(super) fn stamp(seconds: i64, nanoseconds: i32) -> Timestamp {
    let end = if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::new(seconds, nanoseconds).unwrap_or(end)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instant(at) => at.fmt(f),
            Self::Wall(wall) => wall.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        Self::Instant(at)
    }
}

/// How long something lasts: days as the wall of a zone counts them, and hours, minutes and seconds as they pass.
///
/// A day in which the clocks change has 23 or 25 hours; `P1D` lasts until the same time on the next day, and `PT24H` for 24
/// hours.
///
/// ```
/// use greenboard::calendar::Length;
/// assert_eq!(Length::parse("2h 30m")?.to_string(), "PT2H30M");
/// assert_eq!(Length::parse("P1W")?.to_string(), "P7D");
/// assert!(Length::parse("P1M").is_err() && Length::parse("3a").is_err());
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// Days as the wall counts them.
    pub days: i32,
    /// And this much time after them.
    pub time: SignedDuration,
}

impl Length {
    /// This much time.
    pub fn of(time: SignedDuration) -> Self {
        Self { days: 0, time }
    }
    /// This many days as the wall counts them.
    pub fn of_days(days: i32) -> Self {
        Self { days, time: SignedDuration::ZERO }
    }

    /// Reads ISO 8601 (`PT8H`, `P1DT2H`, `P2W`) or plain text (`2h 30m`).
    ///
    /// # Errors
    /// `calendar.invalid_duration` for anything else, for one below zero, and for years and months, which have no length of
    /// their own.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid = |reason: &str| CalendarError::InvalidDuration {
            input: text.chars().take(60).collect(),
            reason: reason.to_owned(),
        };
        if text.len() > 100 {
            return Err(invalid("it is too long").into());
        }
        let span: Span = text.parse().map_err(|_| invalid("it is neither ISO 8601 nor plain"))?;
        if span.get_years() != 0 || span.get_months() != 0 {
            return Err(invalid("years and months have no length of their own").into());
        }
        let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
        let time = SignedDuration::try_from(span.weeks(0).days(0)).map_err(|_| invalid("it is too long"))?;
        let days = i32::try_from(days).map_err(|_| invalid("it is too long"))?;
        let longest = SignedDuration::from_hours(24 * 366 * 1000);
        if days.abs() > 366_000 || time > longest {
            return Err(invalid("it is longer than a thousand years").into());
        }
        if days < 0 || time < SignedDuration::ZERO {
            return Err(invalid("it is below zero").into());
        }
        Ok(Self { days, time })
    }

    pub(super) fn is_zero(&self) -> bool {
        self.days == 0 && self.time.is_zero()
    }

    /// Where what begins at this instant ends.
    pub(super) fn end_after(&self, start: Timestamp, zone: &Zone) -> Timestamp {
        let whole = self.end_of(start.as_second(), zone);
        let rest = SignedDuration::from_nanos(i64::from(start.subsec_nanosecond()));
        whole.checked_add(rest).unwrap_or(Timestamp::MAX)
    }

    /// Where what begins at this second ends.
    pub(super) fn end_of(&self, start: i64, zone: &Zone) -> Timestamp {
        let whole = match self.days {
            0 => start,
            days => {
                let changes = zone.changes();
                changes.instant_of(changes.wall_at(start) + i64::from(days) * DAY)
            }
        };
        stamp(whole.saturating_add(self.time.as_secs()), self.time.subsec_nanos())
    }

    /// The most seconds it can take, changes of the clocks included.
    pub(super) fn most_seconds(&self) -> i64 {
        // No zone ever skipped or repeated more than a day.
        let days = if self.days == 0 { 0 } else { (i64::from(self.days) + 2) * DAY };
        days.saturating_add(self.time.as_secs()).saturating_add(1)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.days == 0 {
            return self.time.fmt(f);
        }
        write!(f, "P{}D", self.days)?;
        if self.time.is_zero() {
            return Ok(());
        }
        let time = self.time.to_string();
        f.write_str(time.trim_start_matches('P'))
    }
}

macro_rules! written_as_text {
    ($($type:ident),+) => { $(
        impl Read for $type {
            fn read(node: &Node) -> Result<Self> {
                node.parsed(Self::parse)
            }
        }
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    )+ };
}
pub(super) use written_as_text;

written_as_text!(Moment, Length);
