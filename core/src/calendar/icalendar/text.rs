//! What is in a text: components, with the properties that matter.

use super::super::error::CalendarError;
use super::super::moment::Moment;
use super::super::zone::{Zone, offset_text};
use super::content::{self, Line};
use super::event::{Event, Time};
use super::observance::{CustomZone, Observance};
use crate::Result;
use jiff::tz::Offset;
use std::collections::BTreeMap;

/// What is in an iCalendar text, as far as windows are made of it.
///
/// ```
/// use greenboard::calendar::icalendar::Icalendar;
/// let text = "BEGIN:VCALENDAR\nPRODID:me\nBEGIN:VEVENT\nDTSTART:20260704\nSUMMARY:Holiday\nEND:VEVENT\nEND:VCALENDAR";
/// let calendar = Icalendar::read(text)?;
/// assert_eq!(calendar.prodid.as_deref(), Some("me"));
/// assert_eq!(calendar.events[0].start.as_ref().unwrap().to_string(), "2026-07-04");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Icalendar {
    /// What made it.
    pub prodid: Option<String>,
    /// Its name: `X-WR-CALNAME` or `NAME`.
    pub name: Option<String>,
    /// `DEFAULT_OPEN` or `DEFAULT_CLOSED`, as written, where it says so.
    pub calendar_type: Option<String>,
    /// The zone of times that name none, as written: `X-WR-TIMEZONE`.
    pub time_zone: Option<String>,
    /// Its events, in their order.
    pub events: Vec<Event>,
    pub(super) zones: BTreeMap<String, CustomZone>,
}

/// How deep components may nest.
const DEEPEST: usize = 8;

/// How many rules of zones are read.
const MOST_OBSERVANCES: usize = 2_000;

impl Icalendar {
    /// Reads a text.
    ///
    /// # Errors
    /// `calendar.invalid_icalendar`, with the line.
    pub fn read(text: impl AsRef<[u8]>) -> Result<Self> {
        let mut reader = Reader::default();
        for line in content::lines(text.as_ref())? {
            reader.take(line)?;
        }
        reader.finish()
    }

    /// A point in time as RFC 3339 has it: a date; a date and time with the offset of its zone, or without one where it names
    /// none that is known.
    ///
    /// ```
    /// use greenboard::calendar::icalendar::Icalendar;
    /// let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Asia/Tokyo:20260704T090000\nEND:VEVENT\nEND:VCALENDAR";
    /// let calendar = Icalendar::read(text)?;
    /// assert_eq!(calendar.shown(calendar.events[0].start.as_ref().unwrap()), "2026-07-04T09:00:00+09:00");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn shown(&self, time: &Time) -> String {
        let zone = match (&time.moment, &time.zone) {
            (Moment::Instant(_), _) => Some(Zone::utc()),
            (Moment::Wall(_), Some(id)) => self.zone(id),
            _ => None,
        };
        let Some(zone) = zone else { return time.to_string() };
        let at = time.moment.instant_in(&zone);
        let offset = zone.offset_at(at);
        let shown = Offset::from_seconds(offset)
            .map_or_else(|_| time.to_string(), |offset| offset.to_datetime(at).to_string());
        shown + &offset_text(offset)
    }

    /// The zone of an id: the database's, where the id, its last parts or the definition's location name one; else that of the
    /// definition in the text.
    pub(super) fn zone(&self, id: &str) -> Option<Zone> {
        let custom = self.zones.get(id);
        let location = custom.and_then(|custom| custom.location.as_deref());
        let named = Zone::named(id).or_else(|| Zone::named(location?));
        named.or_else(|| of_last_parts(id)).or_else(|| custom?.zone().cloned())
    }
}

/// `/example.org/20050126_1/Europe/Berlin`: the zone named by the last two or three parts.
fn of_last_parts(id: &str) -> Option<Zone> {
    let parts: Vec<&str> = id.split('/').collect();
    let tail = |count: usize| {
        let from = parts.len().checked_sub(count).filter(|from| *from > 0)?;
        Zone::named(&parts.get(from..)?.join("/"))
    };
    tail(3).or_else(|| tail(2))
}

/// Takes lines one by one.
#[derive(Default)]
struct Reader {
    found: Icalendar,
    /// The components that are open, and the lines where they began.
    open: Vec<(String, u32)>,
    seen: bool,
    event: Option<Event>,
    zone: Option<(Option<String>, CustomZone)>,
    observance: Option<Observance>,
    observances: usize,
}

fn invalid(reason: String, line: u32) -> crate::Error {
    CalendarError::InvalidIcalendar { reason, line }.into()
}

impl Reader {
    fn take(&mut self, line: content::Parsed) -> Result<()> {
        let line = match line {
            Ok(line) => line,
            // Within a component, one line that nobody understands leaves the others as they are.
            Err((text, number)) if self.open.len() > 1 => {
                if let (Some(event), 2) = (&mut self.event, self.open.len()) {
                    event.malformed.push((text, number));
                }
                return Ok(());
            }
            Err((text, number)) => {
                let shown: String = text.chars().take(40).collect();
                return Err(invalid(format!("{shown:?} is not a name, \":\" and a value"), number));
            }
        };
        match line.name.as_str() {
            "BEGIN" => self.begin(&line),
            "END" => self.end(&line),
            _ if self.open.is_empty() => {
                Err(invalid(format!("{} stands outside of BEGIN:VCALENDAR", line.name), line.number))
            }
            _ => {
                self.property(line);
                Ok(())
            }
        }
    }

    fn begin(&mut self, line: &Line) -> Result<()> {
        let name = line.value.trim().to_ascii_uppercase();
        let number = line.number;
        match (self.open.last().map(|(open, _)| open.as_str()), name.as_str()) {
            (None, "VCALENDAR") => self.seen = true,
            (None, _) => {
                return Err(invalid(format!("BEGIN:{name} stands outside of BEGIN:VCALENDAR"), number));
            }
            (Some("VCALENDAR"), "VEVENT") => self.event = Some(Event::at_line(number)),
            (Some("VCALENDAR"), "VTIMEZONE") => self.zone = Some((None, CustomZone::default())),
            (Some("VTIMEZONE"), "STANDARD" | "DAYLIGHT") => {
                self.observances += 1;
                if self.observances > MOST_OBSERVANCES {
                    return Err(invalid(
                        format!("its zones have more than {MOST_OBSERVANCES} rules"),
                        number,
                    ));
                }
                self.observance = Some(Observance::default());
            }
            _ if self.open.len() >= DEEPEST => {
                return Err(invalid(format!("components nest deeper than {DEEPEST}"), number));
            }
            _ => {}
        }
        self.open.push((name, number));
        Ok(())
    }

    fn end(&mut self, line: &Line) -> Result<()> {
        let name = line.value.trim().to_ascii_uppercase();
        match self.open.pop() {
            Some((open, _)) if open == name => {}
            Some((open, began)) => {
                let reason = format!("END:{name} closes {open}, which began on line {began}");
                return Err(invalid(reason, line.number));
            }
            None => return Err(invalid(format!("END:{name} closes nothing"), line.number)),
        }
        match (self.open.len(), name.as_str()) {
            (1, "VEVENT") => self.found.events.extend(self.event.take()),
            (1, "VTIMEZONE") => {
                if let Some((Some(id), zone)) = self.zone.take() {
                    self.found.zones.entry(id).or_insert(zone);
                }
            }
            (2, "STANDARD" | "DAYLIGHT") => {
                if let (Some(observance), Some((_, zone))) = (self.observance.take(), &mut self.zone) {
                    zone.observances.push(observance);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn property(&mut self, line: Line) {
        let component = self.open.last().map_or("", |(name, _)| name.as_str());
        match (self.open.len(), component) {
            (1, _) => self.of_calendar(&line),
            (2, "VEVENT") => {
                if let Some(event) = &mut self.event {
                    event.take(line);
                }
            }
            (2, "VTIMEZONE") => match (&mut self.zone, line.name.as_str()) {
                (Some((id, _)), "TZID") => *id = Some(line.value),
                (Some((_, zone)), "X-LIC-LOCATION") => zone.location = Some(line.value),
                _ => {}
            },
            (3, _) => {
                if let Some(observance) = &mut self.observance {
                    observance.take(line);
                }
            }
            _ => {}
        }
    }

    fn of_calendar(&mut self, line: &Line) {
        let found = &mut self.found;
        let target = match line.name.as_str() {
            "PRODID" => &mut found.prodid,
            "X-WR-CALNAME" => &mut found.name,
            "NAME" if found.name.is_none() => &mut found.name,
            "X-WR-TIMEZONE" => &mut found.time_zone,
            name if name.starts_with("X-") && name.ends_with("CALENDAR-TYPE") => &mut found.calendar_type,
            _ => return,
        };
        *target = Some(line.text().trim().to_owned());
    }

    fn finish(self) -> Result<Icalendar> {
        if let Some((name, began)) = self.open.last() {
            return Err(invalid(format!("BEGIN:{name} is never closed"), *began));
        }
        if !self.seen {
            return Err(invalid("there is no BEGIN:VCALENDAR".to_owned(), 0));
        }
        Ok(self.found)
    }
}
