//! Working days: Monday to Friday, in UTC, each of 24 hours.
//!
//! Rules that say *3 working days* have neither a place nor an hour. Time on a Saturday or Sunday does not count; what is due three
//! working days after Friday at three is due on Wednesday at three, and half of that on Tuesday at three in the morning.

use jiff::{SignedDuration, Timestamp};

/// The seconds of a day.
const DAY: i64 = 86_400;
/// The days of a week.
const WEEK: i64 = 7;
/// Those of them on which people work.
const WORKING: i64 = 5;
/// What a day number has to be moved by so that Monday is 0: the first of January 1970 was a Thursday.
const THURSDAY: i64 = 3;

/// So many working days after an instant, or a share of one; the end of time where it lies beyond.
///
/// Below zero and what is no number counts as none.
pub(crate) fn days_after(at: Timestamp, days: f64) -> Timestamp {
    // A cast from a float saturates, and of what is no number it is zero.
    #[allow(clippy::cast_possible_truncation)]
    let seconds = (days.clamp(0.0, 1e6) * 86_400.0).round() as i64;
    seconds_after(at, seconds)
}

fn seconds_after(at: Timestamp, seconds: i64) -> Timestamp {
    let (second, rest) = (at.as_second(), at.subsec_nanosecond());
    let (day, within) = (second.div_euclid(DAY), second.rem_euclid(DAY));
    let weekday = (day + THURSDAY).rem_euclid(WEEK);
    let monday = day - weekday;
    // What has been worked of this week.
    let (worked, rest) = match weekday {
        0..WORKING => (weekday * DAY + within, rest),
        _ => (WORKING * DAY, 0),
    };
    let total = worked + seconds;
    let (weeks, left) = (total.div_euclid(WORKING * DAY), total.rem_euclid(WORKING * DAY));
    let reached = (monday + weeks * WEEK) * DAY + left;
    let instant = Timestamp::from_second(reached).ok();
    instant
        .and_then(|instant| instant.checked_add(SignedDuration::from_nanos(i64::from(rest))).ok())
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::days_after;

    fn after(at: &str, days: f64) -> String {
        days_after(at.parse().unwrap(), days).to_string()
    }

    #[test]
    fn weekends_do_not_count() {
        // A Friday.
        assert_eq!(after("2026-11-20T15:00:00Z", 3.0), "2026-11-25T15:00:00Z");
        assert_eq!(after("2026-11-20T15:00:00Z", 1.5), "2026-11-24T03:00:00Z");
        assert_eq!(after("2026-11-20T15:00:00Z", 0.0), "2026-11-20T15:00:00Z");
        // A Saturday, and the Monday after it.
        assert_eq!(after("2026-11-21T15:00:00Z", 0.0), "2026-11-23T00:00:00Z");
        assert_eq!(after("2026-11-21T15:00:00.5Z", 10.0), "2026-12-07T00:00:00Z");
        assert_eq!(after("2026-11-23T00:00:00.25Z", 5.0), "2026-11-30T00:00:00.25Z");
    }

    #[test]
    fn nothing_is_too_far() {
        assert_eq!(days_after(jiff::Timestamp::MAX, 10.0), jiff::Timestamp::MAX);
        assert_eq!(after("2026-11-20T15:00:00Z", f64::NAN), "2026-11-20T15:00:00Z");
    }
}
