//! iCalendar (RFC 5545) in: what is in the text, and the calendar of windows that it makes.
//!
//! An event is a window: of a calendar that says it is `DEFAULT_CLOSED` (as AWS Systems Manager's change calendars do) one in
//! which work may go out, else one in which it may not. Cancelled events are none; changed instances replace their original;
//! a time without a zone is in the calendar's (`X-WR-TIMEZONE`) or in the one that is given. Whether an event is transparent to
//! the owner's free time does not matter: holidays usually are.
//!
//! ```
//! use greenboard::calendar::icalendar;
//! let text = "\
//! BEGIN:VCALENDAR
//! X-CALENDAR-TYPE:DEFAULT_OPEN
//! X-WR-CALNAME:Freezes
//! BEGIN:VEVENT
//! UID:1
//! SUMMARY:Month end
//! DTSTART;TZID=Europe/Berlin:20260130T180000
//! DURATION:P2DT13H
//! RRULE:FREQ=MONTHLY;BYDAY=-1FR
//! END:VEVENT
//! END:VCALENDAR
//! ";
//! let calendar = icalendar::parse(text, &icalendar::Options::new())?;
//! let decision = calendar.decide("2026-07-31T20:00:00Z".parse().unwrap())?;
//! assert_eq!(decision.to_string(), "closed by Month end until 2026-08-03T05:00:00Z");
//! # Ok::<(), greenboard::Error>(())
//! ```

mod content;
mod event;
mod observance;
mod text;
mod windows;

pub use event::{Event, Time};
pub use text::Icalendar;
pub use windows::Options;

use super::window::Calendar;
use crate::Result;

/// The calendar of windows that a text makes.
///
/// # Errors
/// `calendar.invalid_icalendar` and `calendar.unsupported_icalendar` with the line; those of the rules in it.
pub fn parse(text: impl AsRef<[u8]>, options: &Options) -> Result<Calendar> {
    Icalendar::read(text)?.calendar(options)
}
