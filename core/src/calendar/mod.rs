//! Calendars: zones, recurrence, windows that allow and deny.

mod error;

pub(crate) use error::CalendarError;
