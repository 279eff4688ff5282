//! The words of a pattern, each with the values it takes and how it writes them.

use crate::version::error::VersionError;
use crate::version::scan::Scanner;
use jiff::civil::Date;

/// The words of a pattern but the modifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Word {
    FullYear,
    ShortYear,
    PaddedYear,
    Month,
    PaddedMonth,
    Week,
    PaddedWeek,
    Day,
    PaddedDay,
    Major,
    Minor,
    /// `MICRO` or `PATCH`.
    Micro,
}

/// Longer words before those they begin with.
pub(super) const WORDS: [(&str, Word); 13] = [
    ("YYYY", Word::FullYear),
    ("YY", Word::ShortYear),
    ("0Y", Word::PaddedYear),
    ("MM", Word::Month),
    ("0M", Word::PaddedMonth),
    ("WW", Word::Week),
    ("0W", Word::PaddedWeek),
    ("DD", Word::Day),
    ("0D", Word::PaddedDay),
    ("MAJOR", Word::Major),
    ("MINOR", Word::Minor),
    ("MICRO", Word::Micro),
    ("PATCH", Word::Micro),
];

pub(super) const EXPECTED: &str = "one of YYYY YY 0Y MM 0M WW 0W DD 0D MAJOR MINOR MICRO PATCH MODIFIER";

/// The place of a word among its like: years before months before days, `MAJOR` before `MINOR` before `MICRO`.
pub(super) enum Rank {
    Calendar(u8),
    Counter(u8),
}

impl Word {
    pub(super) fn rank(self) -> Rank {
        match self {
            Self::FullYear | Self::ShortYear | Self::PaddedYear => Rank::Calendar(0),
            Self::Month | Self::PaddedMonth | Self::Week | Self::PaddedWeek => Rank::Calendar(1),
            Self::Day | Self::PaddedDay => Rank::Calendar(2),
            Self::Major => Rank::Counter(0),
            Self::Minor => Rank::Counter(1),
            Self::Micro => Rank::Counter(2),
        }
    }

    pub(super) fn is_calendar(self) -> bool {
        matches!(self.rank(), Rank::Calendar(_))
    }

    pub(super) fn is_week(self) -> bool {
        matches!(self, Self::Week | Self::PaddedWeek)
    }

    /// How many digits it always has.
    pub(super) fn width(self) -> Option<usize> {
        match self {
            Self::FullYear => Some(4),
            Self::PaddedYear | Self::PaddedMonth | Self::PaddedWeek | Self::PaddedDay => Some(2),
            _ => None,
        }
    }

    /// The values it takes, and what they are called in errors.
    pub(super) fn limits(self) -> (u64, u64, &'static str) {
        match self {
            Self::FullYear => (0, 9999, "a year of four digits"),
            Self::ShortYear => (0, 7999, "years since 2000, without leading zeros"),
            Self::PaddedYear => (0, 7999, "years since 2000, two digits at least"),
            Self::Month => (1, 12, "a month from 1 to 12, without leading zeros"),
            Self::PaddedMonth => (1, 12, "a month from 01 to 12"),
            Self::Week => (1, 53, "a week from 1 to 53, without leading zeros"),
            Self::PaddedWeek => (1, 53, "a week from 01 to 53"),
            Self::Day => (1, 31, "a day from 1 to 31, without leading zeros"),
            Self::PaddedDay => (1, 31, "a day from 01 to 31"),
            Self::Major | Self::Minor | Self::Micro => (0, u64::MAX, "a number without leading zeros"),
        }
    }

    /// Its value on a date; none for counters and for years that it cannot write.
    pub(super) fn on(self, date: Date) -> Option<u64> {
        let value = match self {
            Self::FullYear => i64::from(date.year()),
            Self::ShortYear | Self::PaddedYear => i64::from(date.year()) - 2000,
            Self::Month | Self::PaddedMonth => i64::from(date.month()),
            Self::Week | Self::PaddedWeek => (i64::from(date.day_of_year()) + 6) / 7,
            Self::Day | Self::PaddedDay => i64::from(date.day()),
            Self::Major | Self::Minor | Self::Micro => return None,
        };
        u64::try_from(value).ok()
    }

    pub(super) fn write(self, value: u64) -> String {
        let width = self.width().unwrap_or(1);
        format!("{value:0width$}")
    }
}

/// Reads the number of a word; `glued` to the next one it has exactly its fixed width.
pub(super) fn read_value(scan: &mut Scanner<'_>, word: Word, glued: bool) -> Result<u64, VersionError> {
    let (least, most, expected) = word.limits();
    let here = scan.clone();
    let digits = match word.width() {
        Some(width) if glued => scan.take_digits(width),
        _ => scan.run(|c| c.is_ascii_digit()),
    };
    let padded = match word.width() {
        // Two digits, or more where more are needed: 06, 26, 106.
        Some(width) => {
            digits.len() == width
                || (word == Word::PaddedYear && digits.len() > width && !digits.starts_with('0'))
        }
        None => !digits.starts_with('0') || digits == "0",
    };
    match digits.parse::<u64>() {
        Ok(value) if padded && (least..=most).contains(&value) => Ok(value),
        Err(_) if !digits.is_empty() => Err(here.too_big(u64::MAX)),
        _ => Err(here.unexpected(expected)),
    }
}
