//! From events to windows.

use super::super::civil::{DAY, date_of};
use super::super::error::CalendarError;
use super::super::moment::{Length, Moment};
use super::super::recurrence::Rule;
use super::super::window::{Calendar, Kind, Window};
use super::super::zone::Zone;
use super::content::Line;
use super::event::{Event, Time};
use super::text::Icalendar;
use crate::Result;
use crate::document::reads;
use jiff::SignedDuration;
use std::collections::{BTreeMap, BTreeSet};

/// How an iCalendar text is read where it leaves something open.
///
/// ```
/// use greenboard::calendar::{Zone, icalendar::Options};
/// let options = Options::new().with_name("holidays").with_zone(Zone::parse("Europe/Paris")?);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// The calendar's name; none for the one in the text, and else `calendar`.
    pub name: Option<String>,
    /// The zone of times that name none; none for the one in the text, and else UTC.
    pub zone: Option<Zone>,
    /// What an event is; none for what the calendar's type says, and else a window that denies.
    pub kind: Option<Kind>,
}

reads!(Options { name = None, zone = None, kind = None });

impl Options {
    /// What the text says.
    pub fn new() -> Self {
        Self::default()
    }
    /// With this name.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// With times that name no zone in this one.
    #[must_use]
    pub fn with_zone(mut self, zone: Zone) -> Self {
        self.zone = Some(zone);
        self
    }
    /// With events as windows of this kind.
    #[must_use]
    pub fn with_kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }
}

impl Icalendar {
    /// The calendar of windows.
    ///
    /// # Errors
    /// `calendar.invalid_icalendar` and `calendar.unsupported_icalendar` with the line; those of the rules in it.
    pub fn calendar(&self, options: &Options) -> Result<Calendar> {
        let kind = match (options.kind, self.calendar_type.as_deref()) {
            (Some(kind), _) => kind,
            (None, None | Some("DEFAULT_OPEN")) => Kind::Deny,
            (None, Some("DEFAULT_CLOSED")) => Kind::Allow,
            (None, Some(other)) => {
                let reason = format!("its type {other:?} is neither DEFAULT_OPEN nor DEFAULT_CLOSED");
                return Err(CalendarError::InvalidIcalendar { reason, line: 0 }.into());
            }
        };
        let own = self.time_zone.as_deref().map(|name| self.named_zone(name, 0)).transpose();
        let zone = match &options.zone {
            Some(zone) => Some(zone.clone()),
            None => own?,
        };
        let name = options.name.clone().or_else(|| self.name.clone());
        let mut calendar = Calendar::new(name.unwrap_or_else(|| "calendar".to_owned()));
        calendar.default_open = Some(kind == Kind::Deny);
        calendar.zone = zone;
        let floating = calendar.zone.clone().unwrap_or_else(Zone::utc);
        let making = Making { text: self, kind, floating, replaced: self.replaced() };
        for event in &self.events {
            making.windows_of(event, &mut calendar.windows)?;
        }
        Ok(calendar)
    }

    /// The instances of each event that others take the place of.
    fn replaced(&self) -> BTreeMap<&str, Vec<&Time>> {
        let mut replaced: BTreeMap<&str, Vec<&Time>> = BTreeMap::new();
        for event in &self.events {
            if let (Some(uid), Some(time)) = (&event.uid, &event.recurrence_id) {
                replaced.entry(uid).or_default().push(time);
            }
        }
        replaced
    }

    fn named_zone(&self, id: &str, line: u32) -> Result<Zone> {
        if let Some(zone) = self.zone(id) {
            return Ok(zone);
        }
        if self.zones.contains_key(id) {
            let what = format!("the time zone {:?}", id.chars().take(60).collect::<String>());
            let instead = "its rules are not those of two yearly changes; name a zone of the IANA database";
            return Err(CalendarError::UnsupportedIcalendar { what, instead, line }.into());
        }
        Zone::parse(id).map_err(|error| error.in_value_at(line, 0))
    }
}

/// What is the same for all events.
struct Making<'t> {
    text: &'t Icalendar,
    kind: Kind,
    floating: Zone,
    replaced: BTreeMap<&'t str, Vec<&'t Time>>,
}

impl Making<'_> {
    fn windows_of(&self, event: &Event, windows: &mut Vec<Window>) -> Result<()> {
        if event.is_cancelled() {
            return Ok(());
        }
        check(event)?;
        let Some(start) = &event.start else {
            let reason = "an event has no DTSTART that can be understood".to_owned();
            return Err(CalendarError::InvalidIcalendar { reason, line: event.line }.into());
        };
        let zone = self.zone_of(start, event.line)?;
        let Some(length) = self.length_of(event, start, &zone)? else { return Ok(()) };
        let shown = event.summary.as_deref().map(str::trim).filter(|summary| !summary.is_empty());
        let name = shown.or(event.uid.as_deref()).unwrap_or("event");
        let mut plain = Window::new(name, self.kind);
        plain.reason =
            event.description.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);

        let mut except = Vec::new();
        for line in event.all("EXDATE") {
            except.extend(self.times(line, "EXDATE")?);
        }
        if event.recurrence_id.is_none()
            && let Some(replaced) = event.uid.as_deref().and_then(|uid| self.replaced.get(uid))
        {
            except.extend(replaced.iter().map(|time| (*time).clone()));
        }
        let left_out = |time: &Time| -> Result<Moment> {
            Ok(match time.moment {
                Moment::Day(_) => time.moment,
                moment => Moment::Instant(moment.instant_in(&self.zone_of(time, event.line)?)),
            })
        };
        let except: Vec<Moment> = except.iter().map(left_out).collect::<Result<_>>()?;

        let left_out: BTreeSet<String> = except.iter().map(ToString::to_string).collect();
        let is_left_out = |at: Moment, zone: &Zone| {
            let instant = at.instant_in(zone);
            let day = date_of(zone.changes().wall_at(instant.as_second()).div_euclid(DAY));
            let day = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
            left_out.contains(&Moment::Instant(instant).to_string()) || left_out.contains(&day)
        };
        match &event.rule {
            Some(text) => {
                let line = event.all("RRULE").next().map_or(event.line, |line| line.number);
                let rule = Rule::parse(text).map_err(|error| error.in_value_at(line, 0))?;
                let mut window = plain.clone().with_start(start.moment).with_duration(length).with_rule(rule);
                // By its name alone, as whoever reads the calendar again will have it.
                window.zone =
                    self.said_zone(start, &zone).map(|zone| Zone::parse(zone.name())).transpose()?;
                window.except = except;
                windows.push(window);
            }
            None if is_left_out(start.moment, &zone) => {}
            None => windows.push(self.once(&plain, start.moment, length, start, &zone)),
        }
        for line in event.all("RDATE") {
            for (time, own) in self.periods(line)? {
                let zone = self.zone_of(&time, line.number)?;
                if !is_left_out(time.moment, &zone) {
                    windows.push(self.once(&plain, time.moment, own.unwrap_or(length), &time, &zone));
                }
            }
        }
        Ok(())
    }

    /// A window that is once. Where the text defines the zone itself, by the instants: its rules of old have no name.
    fn once(&self, plain: &Window, start: Moment, length: Length, time: &Time, zone: &Zone) -> Window {
        let window = plain.clone();
        if time.zone.as_ref().is_some_and(|_| Zone::named(zone.name()).is_none()) {
            let start = start.instant_in(zone);
            return window.with_start(start).with_end(length.end_after(start, zone));
        }
        let mut window = window.with_start(start).with_duration(length);
        window.zone = self.said_zone(time, zone);
        window
    }

    /// The zone that a window has to name: none where it is the calendar's.
    fn said_zone(&self, time: &Time, zone: &Zone) -> Option<Zone> {
        match time.moment {
            Moment::Instant(_) => Some(Zone::utc()),
            _ if time.zone.is_some() => Some(zone.clone()),
            _ => None,
        }
    }

    fn zone_of(&self, time: &Time, line: u32) -> Result<Zone> {
        match (&time.moment, &time.zone) {
            (Moment::Instant(_), _) => Ok(Zone::utc()),
            (_, Some(id)) => self.text.named_zone(id, line),
            (_, None) => Ok(self.floating.clone()),
        }
    }

    /// How long the event lasts; none for no time at all.
    fn length_of(&self, event: &Event, start: &Time, zone: &Zone) -> Result<Option<Length>> {
        let length = match (&event.end, event.duration, start.moment) {
            (Some(end), _, Moment::Day(first)) if matches!(end.moment, Moment::Day(_)) => {
                let Moment::Day(last) = end.moment else { return Ok(None) };
                let days = last.since(first).map_or(0, |span| span.get_days());
                // Many write a day's end as the day itself.
                Length::of_days(if days == 0 { 1 } else { days })
            }
            (Some(end), ..) => {
                let end_zone = self.zone_of(end, event.line)?;
                Length::of(end.moment.instant_in(&end_zone).duration_since(start.moment.instant_in(zone)))
            }
            (None, Some(length), _) => length,
            (None, None, Moment::Day(_)) => Length::of_days(1),
            (None, None, _) => return Ok(None),
        };
        if length.days < 0 || length.time < SignedDuration::ZERO {
            let reason = "an event ends before it begins".to_owned();
            return Err(CalendarError::InvalidIcalendar { reason, line: event.line }.into());
        }
        Ok((!length.is_zero()).then_some(length))
    }

    fn times(&self, line: &Line, name: &str) -> Result<Vec<Time>> {
        let time = |text: &str| Time::parse(text.trim(), line).ok_or_else(|| unsupported(line, name));
        line.value.split(',').map(time).collect()
    }

    /// The times of an `RDATE`, which may say for how long.
    fn periods(&self, line: &Line) -> Result<Vec<(Time, Option<Length>)>> {
        let period = |text: &str| -> Result<(Time, Option<Length>)> {
            let bad = || unsupported(line, "RDATE");
            let Some((start, end)) = text.split_once('/') else {
                return Ok((Time::parse(text.trim(), line).ok_or_else(bad)?, None));
            };
            let start = Time::parse(start.trim(), line).ok_or_else(bad)?;
            let length = match Time::parse(end.trim(), line) {
                Some(end) => {
                    let zone = self.zone_of(&start, line.number)?;
                    Length::of(end.moment.instant_in(&zone).duration_since(start.moment.instant_in(&zone)))
                }
                None => Length::parse(end.trim().trim_start_matches('+')).map_err(|_| bad())?,
            };
            if length.is_zero() || length.time < SignedDuration::ZERO {
                return Err(bad());
            }
            Ok((start, Some(length)))
        };
        line.value.split(',').map(period).collect()
    }
}

/// What of an event cannot be left out, and cannot be understood.
fn check(event: &Event) -> Result<()> {
    const NEEDED: [&str; 9] =
        ["DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS"];
    for (text, line) in &event.malformed {
        let upper: String = text.chars().take(20).collect::<String>().to_ascii_uppercase();
        if let Some(name) = NEEDED.iter().find(|name| upper.starts_with(**name)) {
            let reason = format!("the line of {name} is not a name, \":\" and a value");
            return Err(CalendarError::InvalidIcalendar { reason, line: *line }.into());
        }
    }
    let unread = |name: &'static str, read: bool| event.all(name).next().filter(|_| !read);
    let unread = unread("DTEND", event.end.is_some())
        .or_else(|| unread("DURATION", event.duration.is_some()))
        .or_else(|| unread("RECURRENCE-ID", event.recurrence_id.is_some()));
    if let Some(line) = unread {
        let shown: String = line.value.chars().take(40).collect();
        let reason = format!("{} has the value {shown:?}, which cannot be understood", line.name);
        return Err(CalendarError::InvalidIcalendar { reason, line: line.number }.into());
    }
    let unsupported = |what: &str, instead: &'static str, line: &Line| {
        CalendarError::UnsupportedIcalendar { what: what.to_owned(), instead, line: line.number }.into()
    };
    if let Some(line) = event.all("EXRULE").next() {
        return Err(unsupported("EXRULE", "list what is left out as EXDATE", line));
    }
    if let Some(line) = event.all("RRULE").nth(1) {
        return Err(unsupported("a second RRULE", "make an event of each", line));
    }
    let ranged = event.all("RECURRENCE-ID").find(|line| line.parameter("RANGE").is_some());
    match ranged {
        Some(line) => {
            Err(unsupported("RECURRENCE-ID with RANGE", "end the rule, and begin another event", line))
        }
        None => Ok(()),
    }
}

fn unsupported(line: &Line, name: &str) -> crate::Error {
    let shown: String = line.value.chars().take(40).collect();
    let what = format!("{name} {shown:?}");
    let instead = "its values are dates, times or periods";
    CalendarError::UnsupportedIcalendar { what, instead, line: line.number }.into()
}
