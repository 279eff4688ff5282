//! Events, as their text has them.

use super::super::moment::{Length, Moment};
use super::content::Line;
use std::fmt;

/// A `VEVENT`: its properties as far as windows are made of them.
///
/// What no sense can be made of is left out here, and an error only where the window would need it.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Event {
    /// What it is the same event by.
    pub uid: Option<String>,
    /// What it is, in a line.
    pub summary: Option<String>,
    /// What it is, at length.
    pub description: Option<String>,
    /// When it starts, the first time.
    pub start: Option<Time>,
    /// When it ends, exclusive.
    pub end: Option<Time>,
    /// How long it lasts, instead of its end.
    pub duration: Option<Length>,
    /// Its `RRULE`, as written.
    pub rule: Option<String>,
    /// `CONFIRMED`, `TENTATIVE` or `CANCELLED`, as written.
    pub status: Option<String>,
    /// Where it takes the place of an instance of another event: when that would have started.
    pub recurrence_id: Option<Time>,
    pub(super) line: u32,
    /// All properties, for making windows of them.
    pub(super) lines: Vec<Line>,
    pub(super) malformed: Vec<(String, u32)>,
}

/// A point in time of an event, and the zone it is told in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Time {
    /// The point in time.
    pub moment: Moment,
    /// The id of its zone, as written (`TZID`).
    pub zone: Option<String>,
}

impl Event {
    pub(super) fn at_line(line: u32) -> Self {
        Self { line, ..Self::default() }
    }

    pub(super) fn take(&mut self, line: Line) {
        match line.name.as_str() {
            "UID" => self.uid = Some(line.text()),
            "SUMMARY" => self.summary = Some(line.text()),
            "DESCRIPTION" => self.description = Some(line.text()),
            "STATUS" => self.status = Some(line.text()),
            "DTSTART" => self.start = Time::of(&line),
            "DTEND" => self.end = Time::of(&line),
            "RECURRENCE-ID" => self.recurrence_id = Time::of(&line),
            "DURATION" => self.duration = Length::parse(line.value.trim().trim_start_matches('+')).ok(),
            "RRULE" => self.rule = Some(line.value.trim().to_owned()),
            "RDATE" | "EXDATE" | "EXRULE" => {}
            _ => return,
        }
        self.lines.push(line);
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.status.as_deref().is_some_and(|status| status.trim().eq_ignore_ascii_case("CANCELLED"))
    }

    pub(super) fn all<'e>(&'e self, name: &'static str) -> impl Iterator<Item = &'e Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }
}

impl Time {
    /// The one point in time of a line.
    fn of(line: &Line) -> Option<Self> {
        Self::parse(line.value.trim(), line)
    }

    /// A point in time of a line, which may have several.
    pub(super) fn parse(text: &str, line: &Line) -> Option<Self> {
        let moment = Moment::parse_basic(text)?;
        let zone = line.parameter("TZID").filter(|_| matches!(moment, Moment::Wall(_)));
        Some(Self { moment, zone: zone.map(str::to_owned) })
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.moment.fmt(f)
    }
}
