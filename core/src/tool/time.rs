//! Times as tools write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// The instant that a tool's text means; none where it means none (`0001-01-01T00:00:00`, an empty text) or cannot be read.
///
/// A date with or without a time, `T` or spaces between them, any number of digits of a fraction of which nine count, and
/// `Z`, `UTC`, `GMT` or an offset with or without its colon. A time without a zone is one in UTC, as the writers of such
/// reports mean it (Ant, Gradle, Surefire, jest-junit). A number is seconds, milliseconds, microseconds or nanoseconds since
/// 1970, by its size.
pub(crate) fn instant(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Some(epoch) = since_epoch(text) {
        return epoch;
    }
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let date: Date = date.parse().ok()?;
    if date.year() <= 1 {
        return None;
    }
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let clock =
        rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at_checked(clock)?;
    let offset = offset(zone.trim())?;
    TimeZone::fixed(offset).to_timestamp(at(date, clock)?).ok()
}

/// The instant that many units after 1970 where the text is a number; the unit is what its size says.
fn since_epoch(text: &str) -> Option<Option<Timestamp>> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // Eight digits are a date without its hyphens as well as seconds of 1970.
    if !digits(whole) || !digits(fraction) || whole.len() < 9 {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    Some(match whole.len() {
        ..=11 => {
            let nanoseconds: i32 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
            Timestamp::new(number, nanoseconds).ok()
        }
        12..=14 => Timestamp::from_millisecond(number).ok(),
        15..=17 => Timestamp::from_microsecond(number).ok(),
        _ => Timestamp::from_nanosecond(i128::from(number)).ok(),
    })
}

/// The time of day on a date; midnight where there is none.
fn at(date: Date, clock: &str) -> Option<DateTime> {
    if clock.is_empty() {
        return Some(date.at(0, 0, 0, 0));
    }
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let mut parts = clock.split(':');
    let mut part = |absent: Option<i8>| parts.next().map_or(absent, |digits| digits.parse().ok());
    let (hour, minute, second) = (part(None)?, part(None)?, part(Some(0))?);
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let nanosecond = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    // A leap second is the last one before it, as everywhere in jiff.
    DateTime::new(date.year(), date.month(), date.day(), hour, minute, second.min(59), nanosecond).ok()
}

fn offset(zone: &str) -> Option<Offset> {
    if zone.is_empty() || ["Z", "UTC", "GMT"].iter().any(|name| zone.eq_ignore_ascii_case(name)) {
        return Some(Offset::UTC);
    }
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    let number = |from: usize| digits.get(from..from + 2)?.parse::<i32>().ok();
    let minutes = if digits.len() == 2 { 0 } else { number(2)? };
    let whole =
        matches!(digits.len(), 2 | 4) && minutes < 60 && digits.bytes().all(|byte| byte.is_ascii_digit());
    Offset::from_seconds(sign * (number(0).filter(|_| whole)? * 3600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn every_spelling_of_one_instant() {
        for text in [
            "2024-01-03T12:27:54Z",
            "2024-01-03 12:27:54Z",
            "2024-01-03T 12:27:54",
            "2024-01-03T12:27:54 UTC",
            "2024-01-03T13:27:54+0100",
            "2024-01-03T12:27:54.0000000",
            "2024-01-03 07:27:54,000 -05:00",
            "1704284874",
            "1704284874.0",
            "1704284874000",
            "1704284874000000000",
        ] {
            assert_eq!(
                instant(text).map(|at| at.to_string()).as_deref(),
                Some("2024-01-03T12:27:54Z"),
                "{text}"
            );
        }
    }

    #[test]
    fn no_instant() {
        for text in [
            "",
            "0001-01-01T00:00:00Z",
            "yesterday",
            "2024-13-01",
            "2024-01-03T25:00:00",
            "2024-01-03T12:00:00 CET",
            "é",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_its_beginning_and_nine_digits_count() {
        assert_eq!(instant("2024-01-03").map(|at| at.to_string()).as_deref(), Some("2024-01-03T00:00:00Z"));
        let precise = instant("2024-01-03T12:27:54.1234567891Z").map(|at| at.to_string());
        assert_eq!(precise.as_deref(), Some("2024-01-03T12:27:54.123456789Z"));
    }
}
