//! What windows say of an instant.

use super::window::{InFlight, Kind};
use crate::document::reads;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// Whether work may go out at an instant, by which windows, and when that changes.
///
/// ```
/// use greenboard::calendar::{Moment, Window, Windows};
/// let freeze = Window::deny("christmas")
///     .with_start(Moment::parse("2026-12-18T17:00:00Z")?)
///     .with_end(Moment::parse("2027-01-04T08:00:00Z")?);
/// let windows = Windows::new(&[freeze])?;
/// let decision = windows.decide("2026-12-24T12:00:00Z".parse().unwrap());
/// assert_eq!(decision.to_string(), "closed by christmas until 2027-01-04T08:00:00Z");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Decision {
    /// The instant asked about.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Whether the work is set off by a person, and so may be let through by windows with `manual_override`.
    pub manual: bool,
    /// Whether it may go out.
    pub open: bool,
    /// Whether it may go out only because a person sets it off: every window that blocks lets that through.
    pub overridden: bool,
    /// The windows that allow it at that instant; none where nothing is needed to allow it.
    pub by: Vec<Governing>,
    /// The windows that block work at that instant, overridden or not: those that deny; where none does, those that allow and
    /// are all shut, at most ten of them.
    pub blocked_by: Vec<Governing>,
    /// The next instant after `at` at which the way opens; none where it does not up to `horizon`.
    #[schemars(with = "Option<String>")]
    pub next_open: Option<Timestamp>,
    /// The next instant after `at` at which the way closes; none where it does not up to `horizon`.
    #[schemars(with = "Option<String>")]
    pub next_close: Option<Timestamp>,
    /// What becomes of work in flight: while closed, what the strictest of the windows that block says; while open, what those
    /// will say that close the way next. None where the way never closes.
    pub in_flight: Option<InFlight>,
    /// Up to where `next_open` and `next_close` were looked for: ten years, or less where windows change very often.
    #[schemars(with = "String")]
    pub horizon: Timestamp,
}

reads!(Decision as "greenboard/decision/1" {
    at,
    manual,
    open,
    overridden,
    by,
    blocked_by,
    next_open = None,
    next_close = None,
    in_flight = None,
    horizon,
});

/// A window that has a say at an instant.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Governing {
    /// The calendar it is in; none where windows were given without one.
    pub calendar: Option<String>,
    /// Its name.
    pub window: String,
    /// Whether it allows or denies.
    pub kind: Kind,
    /// When its say ends: where it covers the instant, its end; where it is shut, its next start.
    #[schemars(with = "Option<String>")]
    pub until: Option<Timestamp>,
    /// Whether it lets through what a person sets off.
    pub manual_override: bool,
    /// What becomes of work in flight when it closes the way.
    pub in_flight: InFlight,
    /// Why it is there.
    pub reason: Option<String>,
}

reads!(Governing { calendar = None, window, kind, until = None, manual_override, in_flight, reason = None });

impl Decision {
    /// The next instant at which the answer changes.
    pub fn next_change(&self) -> Option<Timestamp> {
        [self.next_open, self.next_close].into_iter().flatten().min()
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |windows: &[Governing]| {
            windows.iter().map(|governing| governing.window.as_str()).collect::<Vec<_>>().join(", ")
        };
        let denied = self.blocked_by.iter().any(|governing| governing.kind == Kind::Deny);
        match (self.open, self.overridden, self.blocked_by.is_empty(), denied) {
            (true, true, ..) => write!(f, "open to manual work, in spite of {}", names(&self.blocked_by))?,
            (true, ..) if self.by.is_empty() => f.write_str("open")?,
            (true, ..) => write!(f, "open by {}", names(&self.by))?,
            (false, _, true, _) => f.write_str("closed: nothing allows it")?,
            (false, _, _, true) => write!(f, "closed by {}", names(&self.blocked_by))?,
            (false, ..) => write!(f, "closed outside of {}", names(&self.blocked_by))?,
        }
        match if self.open { self.next_close } else { self.next_open } {
            Some(change) => write!(f, " until {change}"),
            None => Ok(()),
        }
    }
}

/// An occurrence of a window.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Occurrence {
    /// The window's name.
    pub window: String,
    /// When it starts, inclusive.
    #[schemars(with = "String")]
    pub start: Timestamp,
    /// When it ends, exclusive.
    #[schemars(with = "String")]
    pub end: Timestamp,
}

reads!(Occurrence { window, start, end });
