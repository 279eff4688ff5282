//! Calendars in iCalendar's notation, as change calendars and holiday calendars are handed around.

use super::Adapter;
use crate::Result;
use crate::calendar::icalendar::{Event, Icalendar, Options, Time};
use crate::document::reads;
use crate::fact::{CalendarFact, Fact, Source};
use crate::tool::Reading;
use crate::tool::payload::{Notation, Payload};
use schemars::JsonSchema;
use serde::Serialize;

/// An iCalendar text (RFC 5545): its events as they are written.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct IcalendarInspection {
    /// What made it (`PRODID`).
    pub prodid: Option<String>,
    /// Its name (`X-WR-CALNAME` or `NAME`).
    pub name: Option<String>,
    /// `DEFAULT_OPEN` or `DEFAULT_CLOSED`, as written, where it says so: what the calendar is outside of its events.
    pub calendar_type: Option<String>,
    /// How many events (`VEVENT`) there are.
    pub events: u64,
    /// The events, in their order.
    #[schemars(default)]
    pub rows: Vec<IcalendarEvent>,
}

reads!(IcalendarInspection { prodid, name, calendar_type, events, rows = Vec::new() });

/// An event of an iCalendar text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct IcalendarEvent {
    /// What it is, in a line.
    pub summary: Option<String>,
    /// When it starts, the first time: a date, a date and time with its zone's offset, or without one where it names no zone.
    pub start: Option<String>,
    /// The id of the zone of its start, as written.
    pub tz: Option<String>,
    /// When it ends, exclusive, in the same form; none where it says a duration, or nothing.
    pub end: Option<String>,
    /// How long it lasts, as ISO 8601; none where it says an end, or nothing.
    pub duration: Option<String>,
    /// Its `RRULE`, with its parts in one order.
    pub rrule: Option<String>,
    /// `CONFIRMED`, `TENTATIVE` or `CANCELLED`, as written.
    pub status: Option<String>,
}

reads!(IcalendarEvent { summary, start, tz, end, duration, rrule, status });

impl IcalendarEvent {
    fn of(event: &Event, text: &Icalendar) -> Self {
        let shown = |time: &Option<Time>| time.as_ref().map(|time| text.shown(time));
        Self {
            summary: event.summary.clone(),
            start: shown(&event.start),
            tz: event.start.as_ref().and_then(|time| time.zone.clone()),
            end: shown(&event.end),
            duration: event.duration.map(|length| length.to_string()),
            rrule: event.rule.as_deref().map(in_order),
            status: event.status.clone(),
        }
    }
}

/// The parts of a rule in the order in which most write them; what it says is not looked at.
fn in_order(rule: &str) -> String {
    const ORDER: [&str; 17] = [
        "RSCALE",
        "FREQ",
        "UNTIL",
        "COUNT",
        "INTERVAL",
        "BYSECOND",
        "BYMINUTE",
        "BYHOUR",
        "BYDAY",
        "BYWEEKDAY",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYMONTH",
        "BYSETPOS",
        "WKST",
        "SKIP",
    ];
    let place = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default().to_ascii_uppercase();
        ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len())
    };
    let mut parts: Vec<&str> = rule.split(';').filter(|part| !part.is_empty()).collect();
    parts.sort_by_key(place);
    parts.join(";")
}

impl Adapter for IcalendarInspection {
    const REPORT: &'static str = "an iCalendar text that begins with BEGIN:VCALENDAR";

    fn recognises(payload: &Payload<'_>) -> bool {
        const BEGIN: &[u8] = b"BEGIN:VCALENDAR";
        let text = payload.bytes().trim_ascii_start();
        payload.notation() == Notation::Lines
            && text.get(..BEGIN.len()).is_some_and(|start| start.eq_ignore_ascii_case(BEGIN))
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let text = Icalendar::read(payload.bytes())?;
        let rows: Vec<_> = text.events.iter().map(|event| IcalendarEvent::of(event, &text)).collect();
        let (prodid, name, calendar_type) = (text.prodid, text.name, text.calendar_type);
        Ok(Self { prodid, name, calendar_type, events: rows.len() as u64, rows })
    }

    /// A calendar, under its own name, or where it has none under the subject's.
    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let mut options = Options::new();
        if self.name.is_none() {
            options = options.with_name(reading.subject.component.clone());
        }
        let calendar = Icalendar::read(reading.payload.bytes())?.calendar(&options)?;
        let mut source = Source::new(reading.tool);
        source.uri.clone_from(&reading.options.uri);
        let id = format!("{}:{}", reading.tool, calendar.name);
        let mut fact = CalendarFact::new(id, calendar, reading.at).with_source(source);
        fact.expires_at = reading.options.expires_at;
        Ok(vec![fact.into()])
    }
}
