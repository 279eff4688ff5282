//! The documents: a window, and a calendar of them.

use super::super::moment::{Length, Moment};
use super::super::recurrence::{Cron, Rule};
use super::super::zone::Zone;
use crate::Result;
use crate::document::{Fields, Node, Read, names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// A window: a span of time, once or again and again, in which work may or may not go out.
///
/// It is one of three: from `start` to `end`, or for `duration`, once; the same again by a `rule` of RFC 5545; or for `duration`
/// whenever a `cron` expression says so. Its start is in it, its end is not.
///
/// ```
/// use greenboard::calendar::{Length, Moment, Rule, Window, Zone, decide};
///
/// let weekend = Window::deny("weekend")
///     .with_zone(Zone::parse("Europe/London")?)
///     .with_start(Moment::parse("2026-01-02T17:00")?)
///     .with_duration(Length::parse("P2DT15H")?)
///     .with_rule(Rule::parse("FREQ=WEEKLY;BYDAY=FR")?);
///
/// let decision = decide(&[weekend], "2026-07-04T12:00:00Z".parse().unwrap())?;
/// assert!(!decision.open);
/// // Monday 08:00 in London, which is an hour ahead in July.
/// assert_eq!(decision.next_open.unwrap().to_string(), "2026-07-06T07:00:00Z");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Window {
    /// Its name, for people.
    pub name: String,
    /// Whether work may go out in it, or may not.
    pub kind: Kind,
    /// The zone of what is said without one: a name of the IANA database, an offset or a POSIX rule; none for the calendar's, and
    /// else UTC.
    pub zone: Option<Zone>,
    /// When it starts, the first time; a window once may leave it out (from always on), and with `cron` nothing comes before it.
    /// A date (its first moment), a time on the wall of the zone, or an instant.
    pub start: Option<Moment>,
    /// When it ends, the first time, exclusive; a window once without end and duration has none. Not with `cron`.
    pub end: Option<Moment>,
    /// How long it lasts, instead of `end`: ISO 8601 or plain text. Days are as the wall counts them, hours as they pass.
    pub duration: Option<Length>,
    /// When it comes again, an `RRULE` of RFC 5545 such as `FREQ=WEEKLY;BYDAY=FR`.
    pub rule: Option<Rule>,
    /// When it comes, a cron expression of five fields in the zone.
    pub cron: Option<Cron>,
    /// The last start there may be, inclusive, where it comes again.
    pub until: Option<Moment>,
    /// Starts that are left out; a date leaves out all starts of that day.
    #[schemars(default)]
    pub except: Vec<Moment>,
    /// Starts besides those of the rule or expression.
    #[schemars(default)]
    pub also: Vec<Moment>,
    /// Whether work that a person sets off may go out although this window blocks it.
    #[schemars(default)]
    pub manual_override: bool,
    /// What becomes of work in flight when this window closes the way.
    #[schemars(default = "InFlight::finish")]
    pub in_flight: InFlight,
    /// Why it is there, for people.
    pub reason: Option<String>,
}

impl Read for Window {
    fn read(node: &Node) -> Result<Self> {
        Self::read_beside(node, &[])
    }

    fn read_beside(node: &Node, others: &[&'static str]) -> Result<Self> {
        const KEYS: &[&str] = &[
            "name",
            "kind",
            "zone",
            "start",
            "end",
            "duration",
            "rule",
            "cron",
            "until",
            "except",
            "also",
            "manual_override",
            "in_flight",
            "reason",
        ];
        let fields = Fields::beside(node, others, None, KEYS)?;
        let window = Self {
            name: fields.required("name")?,
            kind: fields.required("kind")?,
            zone: fields.optional("zone")?,
            start: fields.optional("start")?,
            end: fields.optional("end")?,
            duration: fields.optional("duration")?,
            rule: fields.optional("rule")?,
            cron: fields.optional("cron")?,
            until: fields.optional("until")?,
            except: fields.optional("except")?.unwrap_or_default(),
            also: fields.optional("also")?.unwrap_or_default(),
            manual_override: fields.optional("manual_override")?.unwrap_or_default(),
            in_flight: fields.optional("in_flight")?.unwrap_or_default(),
            reason: fields.optional("reason")?,
        };
        window.check().map_err(|error| error.in_value_at(node.at.line, node.at.column))?;
        Ok(window)
    }
}

impl Window {
    /// One in which work may go out.
    pub fn allow(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Allow)
    }
    /// One in which work may not go out.
    pub fn deny(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Deny)
    }
    /// One of this kind, for all time.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            zone: None,
            start: None,
            end: None,
            duration: None,
            rule: None,
            cron: None,
            until: None,
            except: Vec::new(),
            also: Vec::new(),
            manual_override: false,
            in_flight: InFlight::Finish,
            reason: None,
        }
    }
    /// In this zone.
    #[must_use]
    pub fn with_zone(mut self, zone: Zone) -> Self {
        self.zone = Some(zone);
        self
    }
    /// Starting then.
    #[must_use]
    pub fn with_start(mut self, start: impl Into<Moment>) -> Self {
        self.start = Some(start.into());
        self
    }
    /// Ending then.
    #[must_use]
    pub fn with_end(mut self, end: impl Into<Moment>) -> Self {
        self.end = Some(end.into());
        self
    }
    /// Lasting so long.
    #[must_use]
    pub fn with_duration(mut self, duration: Length) -> Self {
        self.duration = Some(duration);
        self
    }
    /// Coming again by this rule.
    #[must_use]
    pub fn with_rule(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }
    /// Coming by this expression.
    #[must_use]
    pub fn with_cron(mut self, cron: Cron) -> Self {
        self.cron = Some(cron);
        self
    }
    /// Coming no more after that.
    #[must_use]
    pub fn with_until(mut self, until: impl Into<Moment>) -> Self {
        self.until = Some(until.into());
        self
    }
    /// But not with this start.
    #[must_use]
    pub fn with_exception(mut self, start: impl Into<Moment>) -> Self {
        self.except.push(start.into());
        self
    }
    /// And with this start too.
    #[must_use]
    pub fn with_addition(mut self, start: impl Into<Moment>) -> Self {
        self.also.push(start.into());
        self
    }
    /// Letting through what a person sets off, or not.
    #[must_use]
    pub fn with_manual_override(mut self, manual_override: bool) -> Self {
        self.manual_override = manual_override;
        self
    }
    /// With this to become of work in flight.
    #[must_use]
    pub fn with_in_flight(mut self, in_flight: InFlight) -> Self {
        self.in_flight = in_flight;
        self
    }
    /// For this reason.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// What a window says of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[schemars(rename = "WindowKind")]
pub enum Kind {
    /// It may go out in the window; where a calendar has such windows, outside of all of them it may not.
    Allow,
    /// It may not go out in the window, whatever others say.
    Deny,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Allow, Self::Deny];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
        }
    }
}

names!(Kind: "kind of window");

/// What becomes of work in flight when the way is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InFlight {
    /// It is finished.
    #[default]
    Finish,
    /// It waits for the way to open.
    Pause,
    /// It is given up.
    Abort,
}

impl InFlight {
    /// Every policy, the mildest first.
    pub const ALL: [Self; 3] = [Self::Finish, Self::Pause, Self::Abort];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finish => "finish",
            Self::Pause => "pause",
            Self::Abort => "abort",
        }
    }

    fn finish() -> Self {
        Self::Finish
    }
}

names!(InFlight: "policy for work in flight");

/// A calendar: windows that are judged together, under a name.
///
/// ```
/// use greenboard::calendar::Calendar;
/// use greenboard::document::{self, Format};
///
/// let text = "
/// name: production
/// zone: Europe/London
/// windows:
///   - { name: office hours, kind: allow, cron: 0 9 * * MON-FRI, duration: PT8H }
///   - { name: christmas, kind: deny, start: 2026-12-18, end: 2027-01-04 }
/// ";
/// let calendar: Calendar = document::parse(text, Format::Yaml)?;
/// assert_eq!(calendar.windows.len(), 2);
/// let decision = calendar.decide("2026-12-21T10:00:00Z".parse().unwrap())?;
/// assert_eq!(decision.blocked_by[0].window, "christmas");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(rename = "ReleaseCalendar")]
pub struct Calendar {
    /// Its name.
    pub name: String,
    /// The zone of its windows, where they name none; none for UTC.
    pub zone: Option<Zone>,
    /// Whether the way is open where no window says anything; none for: unless there are windows that allow.
    pub default_open: Option<bool>,
    /// Its windows.
    #[schemars(default)]
    pub windows: Vec<Window>,
}

reads!(Calendar as "greenboard/release_calendar/1" {
    name,
    zone = None,
    default_open = None,
    windows = Vec::new(),
});

impl Calendar {
    /// One without windows: always open.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), zone: None, default_open: None, windows: Vec::new() }
    }
    /// With its windows in this zone, where they name none.
    #[must_use]
    pub fn with_zone(mut self, zone: Zone) -> Self {
        self.zone = Some(zone);
        self
    }
    /// Open, or closed, where no window says anything.
    #[must_use]
    pub fn with_default_open(mut self, open: bool) -> Self {
        self.default_open = Some(open);
        self
    }
    /// With one more window.
    #[must_use]
    pub fn with_window(mut self, window: Window) -> Self {
        self.windows.push(window);
        self
    }
}
