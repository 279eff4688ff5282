//! Around a freeze: its end on the clock, exceptions to it, and how much changed after it.

use super::day::Day;
use crate::Result;
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::Offset;
use serde::Serialize;

/// When a day is over everywhere on Earth: at noon of the next day in UTC.
///
/// ```
/// use greenboard::release::timeline::{Day, anywhere_on_earth};
/// assert_eq!(anywhere_on_earth(Day::parse("2025-10-09")?)?.to_string(), "2025-10-10T12:00:00Z");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.beyond_calendar`.
pub fn anywhere_on_earth(day: Day) -> Result<Timestamp> {
    let next = day.plus(1)?;
    let noon = next.0.to_datetime(Time::constant(12, 0, 0, 0));
    let beyond =
        || super::error::TimelineError::BeyondCalendar { what: format!("the day after {day} in UTC") };
    Ok(Offset::UTC.to_timestamp(noon).map_err(|_| beyond())?)
}

/// When an exception was asked for, seen from its freeze.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExceptionTiming {
    /// Days after the freeze; below zero before it.
    pub days_after_freeze: i32,
    /// Whether that is in time.
    pub within_window: bool,
}

/// Whether an exception to a freeze is asked for in time: before the freeze, or within so many days after it.
///
/// ```
/// use greenboard::release::timeline::{Day, exception_timing};
/// let timing = exception_timing(Day::parse("2024-02-08")?, Day::parse("2024-02-13")?, 3);
/// assert_eq!((timing.days_after_freeze, timing.within_window), (5, false));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn exception_timing(freeze: Day, requested: Day, window_days: u32) -> ExceptionTiming {
    let days_after_freeze = freeze.days_until(requested);
    ExceptionTiming {
        days_after_freeze,
        within_window: i64::from(days_after_freeze) <= i64::from(window_days),
    }
}

/// How much of a scope changed after its freeze: items added and removed, to those that there were at it. None where there were
/// none.
///
/// ```
/// use greenboard::release::timeline::churn;
/// assert_eq!(churn(2, 1, 20), Some(0.15));
/// assert_eq!(churn(1, 0, 0), None);
/// ```
pub fn churn(added: usize, removed: usize, baseline: usize) -> Option<f64> {
    (baseline > 0).then(|| (added as f64 + removed as f64) / baseline as f64)
}
