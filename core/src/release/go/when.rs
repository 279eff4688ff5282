//! Instants that lie a while after others.

use crate::calendar::Length;
use jiff::{SignedDuration, Timestamp};

/// How long a day is in UTC, in which rules count that have no zone of their own.
const DAY_HOURS: i64 = 24;

/// A length after an instant, days being those of UTC; the end of time where it lies beyond.
pub(crate) fn after(at: Timestamp, length: Length) -> Timestamp {
    let days = SignedDuration::from_hours(i64::from(length.days).saturating_mul(DAY_HOURS));
    at.checked_add(days).and_then(|day| day.checked_add(length.time)).unwrap_or(Timestamp::MAX)
}

/// Whole days after an instant, weekends included; before it, where below zero.
pub(crate) fn days_after(at: Timestamp, days: i64) -> Timestamp {
    let hours = SignedDuration::from_hours(days.saturating_mul(DAY_HOURS));
    let bound = if days < 0 { Timestamp::MIN } else { Timestamp::MAX };
    at.checked_add(hours).unwrap_or(bound)
}
