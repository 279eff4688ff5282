//! Time zones, and what the wall shows in them.

use super::error::CalendarError;
use crate::Result;
use crate::document::{Node, Read, nearest};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// A time zone: a name of the IANA database, an offset from UTC, or a POSIX rule.
///
/// The database is the one that this library was built with, never the machine's, so an answer is the same everywhere; and it
/// is asked about the instant in question, never about now. A time on the wall that a change of the clocks leaves out moves
/// forward by what was left out; of one that comes twice, the first is taken. Changes are known up to the year 2200.
///
/// ```
/// use greenboard::calendar::Zone;
/// assert_eq!(Zone::parse("europe/london")?.name(), "Europe/London");
/// assert_eq!(Zone::parse("+05:30")?.name(), "+05:30");
/// assert_eq!(Zone::parse("EST5EDT,M3.2.0,M11.1.0")?.name(), "EST5EDT,M3.2.0,M11.1.0");
/// let error = Zone::parse("Europe/Lundon").unwrap_err();
/// assert_eq!(error.details()["nearest"], "Europe/London");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Clone)]
pub struct Zone(Arc<Inner>);

struct Inner {
    name: String,
    /// None where its changes were given.
    zone: Option<TimeZone>,
    changes: OnceLock<Changes>,
}

impl Zone {
    /// Coordinated Universal Time.
    pub fn utc() -> Self {
        Self::new("UTC".to_owned(), TimeZone::UTC)
    }

    /// Reads a name of the IANA database in any case, `UTC` or `Z`, an offset such as `+05:30`, or a POSIX rule such as
    /// `EST5EDT,M3.2.0,M11.1.0`.
    ///
    /// # Errors
    /// `calendar.unknown_zone`, with the nearest name where one is near.
    pub fn parse(text: &str) -> Result<Self> {
        if matches!(text, "UTC" | "Z") {
            return Ok(Self::utc());
        }
        if let Some(offset) = offset_of(text) {
            return Ok(Self::new(text.to_owned(), TimeZone::fixed(offset)));
        }
        if let Some(zone) = Self::named(text) {
            return Ok(zone);
        }
        // Only a rule with its changes written out: `EST5` alone would be a name that nobody meant.
        if text.len() <= 100
            && text.contains(',')
            && let Ok(zone) = TimeZone::posix(text)
        {
            return Ok(Self::new(text.to_owned(), zone));
        }
        let names: Vec<String> = database().available().map(|name| name.to_string()).collect();
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        let nearest = nearest(text, &known).map(str::to_owned);
        let input: String = text.chars().take(60).collect();
        Err(CalendarError::UnknownZone { input, nearest }.into())
    }

    /// The zone of that name in the IANA database.
    pub(super) fn named(name: &str) -> Option<Self> {
        let zone = database().get(name).ok()?;
        let name = zone.iana_name()?.to_owned();
        Some(Self::new(name, zone))
    }

    /// Always this many seconds ahead of UTC.
    pub(super) fn fixed(seconds: i32) -> Option<Self> {
        let offset = Offset::from_seconds(seconds).ok()?;
        Some(if seconds == 0 {
            Self::utc()
        } else {
            Self::new(offset_text(seconds), TimeZone::fixed(offset))
        })
    }

    fn new(name: String, zone: TimeZone) -> Self {
        Self(Arc::new(Inner { name, zone: Some(zone), changes: OnceLock::new() }))
    }

    /// Of these changes, each an instant and the offset from then on, by instant; under a name that says what comes after them.
    pub(super) fn of_changes(name: String, first: i32, changes: &[(i64, i32)]) -> Option<Self> {
        let tail = Self::parse(&name).ok()?;
        let mut known = Changes { at: Vec::new(), wall: Vec::new(), offsets: vec![i64::from(first)] };
        for (at, after) in changes {
            known.push(*at, i64::from(*after));
        }
        let last = known.at.last().copied().unwrap_or(i64::MIN);
        for (at, after) in tail.changes().at.iter().zip(tail.changes().offsets.iter().skip(1)) {
            if *at > last {
                known.push(*at, *after);
            }
        }
        Some(Self(Arc::new(Inner { name, zone: None, changes: OnceLock::from(known) })))
    }

    /// Its name, as the database spells it.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// How many seconds it is ahead of UTC at an instant.
    ///
    /// ```
    /// use greenboard::calendar::Zone;
    /// let london = Zone::parse("Europe/London")?;
    /// assert_eq!(london.offset_at("2026-07-01T00:00:00Z".parse().unwrap()), 3600);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn offset_at(&self, at: Timestamp) -> i32 {
        (self.changes().wall_at(at.as_second()) - at.as_second()) as i32
    }

    pub(super) fn changes(&self) -> &Changes {
        self.0.changes.get_or_init(|| Changes::of(self.0.zone.as_ref().unwrap_or(&TimeZone::UTC)))
    }
}

/// The database inside this library.
fn database() -> &'static TimeZoneDatabase {
    static DATABASE: OnceLock<TimeZoneDatabase> = OnceLock::new();
    DATABASE.get_or_init(TimeZoneDatabase::bundled)
}

/// `+05:30`, `-0800`, `+01`, with seconds where there are any.
fn offset_of(text: &str) -> Option<Offset> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    if !matches!(digits.len(), 2 | 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2).map_or(Some(0), |part| part.parse::<i32>().ok());
    let (hours, minutes, seconds) = (part(0)?, part(2)?, part(4)?);
    if minutes > 59 || seconds > 59 {
        return None;
    }
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60 + seconds)).ok()
}

/// `+05:30`, with seconds where there are any.
pub(super) fn offset_text(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let all = seconds.unsigned_abs();
    let text = format!("{sign}{:02}:{:02}", all / 3600, all / 60 % 60);
    if all.is_multiple_of(60) { text } else { format!("{text}:{:02}", all % 60) }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.0.name)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.name)
    }
}

impl Read for Zone {
    fn read(node: &Node) -> Result<Self> {
        node.parsed(Self::parse)
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.name)
    }
}

impl JsonSchema for Zone {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Zone".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

/// When the clocks of a zone change, for looking up both ways in the time of a binary search.
///
/// Between two changes a zone is a fixed offset. Segment `i` lies before change `i`; after the last change comes one more.
#[derive(Debug)]
pub(super) struct Changes {
    /// The instants of the changes, in seconds.
    at: Vec<i64>,
    /// For each change, the time on the wall up to which the offset before it holds: where time is left out, that is the
    /// end of the gap, and where it comes twice, the end of its first run.
    wall: Vec<i64>,
    /// The offset of each segment, in seconds.
    offsets: Vec<i64>,
}

/// A change of the clocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub at: i64,
    pub before: i64,
    pub after: i64,
}

impl Change {
    /// How much of the wall is left out; none or less where time comes twice.
    pub(super) fn gap(&self) -> i64 {
        self.after - self.before
    }
    /// The first time on the wall after the gap.
    pub(super) fn gap_end(&self) -> i64 {
        self.at + self.after
    }
    /// The first time on the wall that comes but once again.
    pub(super) fn fold_end(&self) -> i64 {
        self.at + self.before
    }
}

impl Changes {
    fn of(zone: &TimeZone) -> Self {
        /// 2200-01-01T00:00:00Z.
        const END: i64 = 7_258_118_400;
        let first = zone.to_offset(Timestamp::MIN).seconds();
        let mut changes = Self { at: Vec::new(), wall: Vec::new(), offsets: vec![i64::from(first)] };
        for change in zone.following(Timestamp::MIN) {
            let at = change.timestamp().as_second();
            if at >= END {
                break;
            }
            changes.push(at, i64::from(change.offset().seconds()));
        }
        changes
    }

    /// Adds a change, where the offset does change.
    fn push(&mut self, at: i64, after: i64) {
        let before = self.offsets.last().copied().unwrap_or(0);
        if before != after {
            let wall = self.wall.last().copied().unwrap_or(i64::MIN).max(at + before.max(after));
            self.at.push(at);
            self.wall.push(wall);
            self.offsets.push(after);
        }
    }

    fn offset(&self, segment: usize) -> i64 {
        self.offsets.get(segment).copied().unwrap_or(0)
    }

    /// The change with which a segment ends.
    fn change(&self, segment: usize) -> Option<Change> {
        let at = self.at.get(segment).copied()?;
        Some(Change { at, before: self.offset(segment), after: self.offset(segment + 1) })
    }

    /// The change that an instant comes after.
    pub(super) fn change_before(&self, instant: i64) -> Option<Change> {
        let segment = self.at.partition_point(|at| *at <= instant);
        self.change(segment.checked_sub(1)?)
    }

    /// What the wall shows.
    pub(super) fn wall_at(&self, instant: i64) -> i64 {
        instant + self.offset(self.at.partition_point(|at| *at <= instant))
    }

    /// When the wall shows it: the first time, and where it never does, as much later as was left out.
    pub(super) fn instant_of(&self, wall: i64) -> i64 {
        wall - self.offset(self.wall.partition_point(|until| *until <= wall))
    }

    /// The change that leaves this time on the wall out.
    pub(super) fn gap_around(&self, wall: i64) -> Option<Change> {
        let change = self.change(self.wall.partition_point(|until| *until <= wall))?;
        (change.gap() > 0 && wall >= change.at + change.before).then_some(change)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::tz::Disambiguation;

    #[test]
    fn agrees_with_jiff() {
        for name in
            ["America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Asia/Kolkata"]
        {
            let zone = Zone::parse(name).unwrap();
            let (changes, jiff) = (zone.changes(), zone.0.zone.as_ref().unwrap());
            let start = "2010-01-01T00:00:00Z".parse::<Timestamp>().unwrap().as_second();
            for step in 0..60_000 {
                let second = start + step * 7_201;
                let at = Timestamp::from_second(second).unwrap();
                let wall = Offset::UTC.to_timestamp(jiff.to_datetime(at)).unwrap().as_second();
                assert_eq!(changes.wall_at(second), wall, "{name} {at}");
                let shown = Offset::UTC.to_datetime(at);
                let instant =
                    jiff.to_ambiguous_zoned_datetime(shown).disambiguate(Disambiguation::Compatible);
                assert_eq!(
                    changes.instant_of(second),
                    instant.unwrap().timestamp().as_second(),
                    "{name} {shown}"
                );
            }
        }
    }

    #[test]
    fn every_name_of_the_database_is_read() {
        for name in database().available() {
            assert_eq!(Zone::parse(name.as_str()).unwrap().name(), name.as_str());
        }
        assert!(database().available().count() > 500);
    }
}
