//! Zones that a text defines itself: a `VTIMEZONE` and its `STANDARD` and `DAYLIGHT` parts.

use super::super::civil::{DAY, date_of};
use super::super::moment::Moment;
use super::super::recurrence::{Frequency, Rule, Weekday};
use super::super::zone::Zone;
use super::content::Line;
use std::sync::OnceLock;

/// A zone that the text defines.
#[derive(Debug, Clone, Default)]
pub(super) struct CustomZone {
    /// The name in the database that it goes by (`X-LIC-LOCATION`).
    pub location: Option<String>,
    pub observances: Vec<Observance>,
    zone: OnceLock<Option<Zone>>,
}

/// From when on, and by which rule, an offset holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Observance {
    start: Option<Moment>,
    from: Option<i32>,
    to: Option<i32>,
    rule: Option<String>,
    dates: Vec<Moment>,
}

impl Observance {
    pub(super) fn take(&mut self, line: Line) {
        let value = line.value.trim();
        match line.name.as_str() {
            "DTSTART" => self.start = Moment::parse_basic(value),
            "TZOFFSETFROM" => self.from = offset_of(value),
            "TZOFFSETTO" => self.to = offset_of(value),
            "RRULE" => self.rule = Some(value.to_owned()),
            "RDATE" => self.dates.extend(value.split(',').filter_map(Moment::parse_basic)),
            _ => {}
        }
    }

    /// The instants at which it begins to hold, up to the year 2100; and its rule, where it goes on for ever.
    fn onsets(&self, onsets: &mut Vec<(i64, i32)>) -> Option<Option<Rule>> {
        /// Yearly rules from 1601 on, and some room.
        const MOST: usize = 600;
        /// 2100-01-01T00:00:00Z.
        const END: i64 = 4_102_444_800;
        let (start, from, to) = (self.start?, self.from?, self.to?);
        let before = Zone::fixed(from)?;
        let first = start.wall_in(&before);
        let mut walls = vec![first];
        walls.extend(self.dates.iter().map(|date| date.wall_in(&before)));
        let mut rule = None;
        if let Some(text) = &self.rule {
            let parsed = Rule::parse(text).ok()?;
            if parsed.frequency != Frequency::Yearly || parsed.by_month.len() > 1 {
                return None;
            }
            let pattern = parsed.pattern(first, &before).ok()?;
            let mut wall = first;
            while walls.len() < MOST
                && let Some(next) = pattern.after(wall, END)
            {
                walls.push(next);
                wall = next;
            }
            rule = (parsed.until.is_none() && parsed.count.is_none()).then_some(parsed);
        }
        onsets.extend(walls.into_iter().map(|wall| (wall - i64::from(from), to)));
        Some(rule)
    }
}

impl CustomZone {
    /// The zone as its own offsets have it: as a POSIX rule, or as a fixed offset, with the changes of old by their instants.
    pub(super) fn zone(&self) -> Option<&Zone> {
        self.zone.get_or_init(|| self.compile()).as_ref()
    }

    fn compile(&self) -> Option<Zone> {
        let mut onsets = Vec::new();
        let mut lasting = Vec::new();
        for observance in &self.observances {
            if let Some(rule) = observance.onsets(&mut onsets)? {
                lasting.push((observance, rule));
            }
        }
        onsets.sort_unstable();
        let first =
            self.observances.iter().min_by_key(|one| one.start.map(|start| start.wall_in(&Zone::utc())))?;
        let name = match lasting.as_slice() {
            [] => Zone::fixed(onsets.last()?.1)?.name().to_owned(),
            [(one, one_rule), (other, other_rule)] => posix(one, one_rule, other, other_rule)?,
            _ => return None,
        };
        Zone::of_changes(name, first.from?, &onsets)
    }
}

/// The POSIX rule of two observances that go on for ever.
fn posix(one: &Observance, one_rule: &Rule, other: &Observance, other_rule: &Rule) -> Option<String> {
    // What is called daylight saving time is the one further ahead.
    let ((standard, back), (daylight, forward)) = match one.to? <= other.to? {
        true => ((one, one_rule), (other, other_rule)),
        false => ((other, other_rule), (one, one_rule)),
    };
    let (to_standard, to_daylight) = (standard.to?, daylight.to?);
    let name =
        |seconds: i32| format!("<{}>", Zone::fixed(seconds).map_or(String::new(), |zone| plain(zone.name())));
    Some(format!(
        "{}{}{}{},{},{}",
        name(to_standard),
        posix_offset(to_standard),
        name(to_daylight),
        posix_offset(to_daylight),
        posix_day(daylight, forward)?,
        posix_day(standard, back)?,
    ))
}

/// `+05:30` as `+0530`, the only characters that POSIX's names may have.
fn plain(name: &str) -> String {
    if name == "UTC" { "+00".to_owned() } else { name.replace(':', "") }
}

/// POSIX counts westwards.
fn posix_offset(seconds: i32) -> String {
    posix_time(-seconds)
}

fn posix_time(seconds: i32) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let all = seconds.unsigned_abs();
    format!("{sign}{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60)
}

/// `M3.2.0/2:00:00`: the second Sunday of March, at two.
fn posix_day(observance: &Observance, rule: &Rule) -> Option<String> {
    let wall = observance.start?.wall_in(&Zone::utc());
    let date = date_of(wall.div_euclid(DAY));
    if rule.frequency != Frequency::Yearly || rule.interval != 1 {
        return None;
    }
    let month = match rule.by_month.as_slice() {
        [] => date.month,
        [month] => *month,
        _ => return None,
    };
    let (week, weekday) = match (rule.by_day.as_slice(), rule.by_month_day.as_slice()) {
        ([day], []) => match day.nth? {
            nth @ 1..=4 => (nth, day.weekday),
            -1 => (5, day.weekday),
            _ => return None,
        },
        // The Sunday of a week of days: the n-th.
        ([day], days) if day.nth.is_none() && days.len() == 7 => {
            let first = i16::from(days.iter().copied().min()?);
            let consecutive = days.iter().all(|day| (first..first + 7).contains(&i16::from(*day)));
            (consecutive && first > 0 && first % 7 == 1).then_some((first / 7 + 1, day.weekday))?
        }
        _ => return None,
    };
    // POSIX counts from Sunday on.
    let weekday = (Weekday::ALL.iter().position(|known| *known == weekday)? + 1) % 7;
    Some(format!("M{month}.{week}.{weekday}/{}", posix_time(wall.rem_euclid(DAY) as i32)))
}

/// `-0500`, `+013000`.
fn offset_of(text: &str) -> Option<i32> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2).map_or(Some(0), |part| part.parse::<i32>().ok());
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4)?;
    (seconds < 25 * 3600).then_some(sign * seconds)
}
