//! Calendars: zones, recurrence, windows that allow and deny.
//!
//! A [`Window`] is a span of time, once or again and again, in which work may go out or may not; a [`Calendar`] is a set of
//! them. [`decide`] says of an instant whether the way is open, by which windows, and when that changes.
//!
//! ```
//! use greenboard::calendar::{Calendar, Windows};
//! use greenboard::document::{self, Format};
//!
//! let calendar: Calendar = document::parse("
//! name: production
//! zone: America/New_York
//! windows:
//!   - { name: nights, kind: allow, cron: 0 22 * * MON-THU, duration: PT4H }
//!   - { name: thanksgiving, kind: deny, start: 2026-11-26, end: 2026-11-30, manual_override: true }
//! ", Format::Yaml)?;
//! let windows = Windows::of([&calendar])?;
//!
//! let decision = windows.decide("2026-11-27T03:30:00Z".parse().unwrap());
//! assert_eq!(decision.to_string(), "closed by thanksgiving until 2026-12-01T03:00:00Z");
//! assert!(windows.is_open_to_manual("2026-11-27T03:30:00Z".parse().unwrap()));
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! # Rules
//!
//! - A window holds its start and not its end. What denies beats what allows. Without a window that allows, the way is open where
//!   nothing denies.
//! - Manual work passes where every window that blocks it has `manual_override`: the windows that deny; where none does, those that
//!   allow, all being shut.
//! - A start on the wall that a change of the clocks leaves out moves forward; of one that comes twice, the first is taken. Zones are
//!   those that the library brings along, and are asked about the instant in question.
//! - Openings and closings are exact. They are looked for ten years ahead; where windows change very often, no further than 20,000
//!   changes, and the decision says up to where.

mod civil;
mod decision;
mod error;
pub mod icalendar;
mod moment;
mod recurrence;
mod spans;
mod way;
mod window;
mod windows;
mod zone;

pub use decision::{Decision, Governing, Occurrence};
pub(crate) use error::CalendarError;
pub use moment::{Length, Moment};
pub use recurrence::{Cron, Frequency, Nth, Rule, Weekday};
pub use window::{Calendar, InFlight, Kind, Window};
pub use windows::{Windows, decide};
pub use zone::Zone;
