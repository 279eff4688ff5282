//! Calendars, minute by minute: every minute that a wall shows is looked at, and every minute that passes.

use greenboard::calendar::{Frequency, Kind, Rule, Weekday};
use jiff::civil::{Date, DateTime};
use jiff::tz::{Disambiguation, TimeZone};
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeSet;

/// Whether something starts when the wall shows this.
pub type Starts = Box<dyn Fn(DateTime) -> bool>;

/// A window: when it starts, for how long, and what it says.
pub struct SlowWindow {
    pub kind: Kind,
    pub manual_override: bool,
    pub zone: TimeZone,
    pub starts: Starts,
    pub days: i32,
    pub minutes: i64,
}

/// For each minute from `first` on, whether each window covers it.
pub struct SlowWindows {
    pub first: Timestamp,
    kinds: Vec<(Kind, bool)>,
    covered: Vec<Vec<bool>>,
}

impl SlowWindows {
    /// So many minutes from `first` on; no window is longer than `longest` days.
    pub fn new(windows: &[SlowWindow], first: Timestamp, minutes: usize, longest: i64) -> Self {
        let covered = windows.iter().map(|window| {
            let mut covered = vec![false; minutes];
            let wall = |at: Timestamp| window.zone.to_datetime(at).date();
            let mut day = wall(first).saturating_sub((longest + 2).days());
            let last = wall(first + (minutes as i64).minutes()).saturating_add(2.days());
            while day <= last {
                for minute in 0..24 * 60 {
                    let shown = day.at((minute / 60) as i8, (minute % 60) as i8, 0, 0);
                    if (window.starts)(shown) {
                        let start = instant(&window.zone, shown);
                        let wall = window.zone.to_datetime(start).saturating_add(window.days.days());
                        let end = if window.days == 0 { start } else { instant(&window.zone, wall) };
                        let minute = |at: Timestamp| (at.as_second() - first.as_second()).div_euclid(60);
                        let (from, to) = (minute(start), minute(end) + window.minutes);
                        for minute in from.max(0)..to.min(minutes as i64) {
                            covered[minute as usize] = true;
                        }
                    }
                }
                day = day.tomorrow().unwrap();
            }
            covered
        });
        let kinds = windows.iter().map(|window| (window.kind, window.manual_override)).collect();
        Self { first, kinds, covered: covered.collect() }
    }

    /// Whether work may go out in that minute.
    fn is_open(&self, minute: usize, manual: bool) -> bool {
        let active = |index: usize| self.covered[index][minute];
        let of_kind = |kind: Kind| (0..self.kinds.len()).filter(move |index| self.kinds[*index].0 == kind);
        let lets_through = |indices: &[usize]| indices.iter().all(|index| self.kinds[*index].1);
        let denying: Vec<usize> = of_kind(Kind::Deny).filter(|index| active(*index)).collect();
        if !denying.is_empty() {
            return manual && lets_through(&denying);
        }
        let allow: Vec<usize> = of_kind(Kind::Allow).collect();
        allow.is_empty() || allow.iter().any(|index| active(*index)) || (manual && lets_through(&allow))
    }

    /// For each minute, whether work may go out.
    pub fn open(&self, manual: bool) -> Vec<bool> {
        let minutes = self.covered.first().map_or(0, Vec::len);
        (0..minutes).map(|minute| self.is_open(minute, manual)).collect()
    }
}

/// The first minute after this one in which it opens, or closes.
pub fn next(open: &[bool], minute: usize, opens: bool) -> Option<usize> {
    (minute + 1..open.len()).find(|next| open[*next] == opens && open[*next - 1] != opens)
}

/// As the zone's rule has it: what is left out moves forward, of what comes twice the first is taken.
pub fn instant(zone: &TimeZone, wall: DateTime) -> Timestamp {
    let shown = zone.to_ambiguous_zoned_datetime(wall).disambiguate(Disambiguation::Compatible);
    shown.unwrap().timestamp()
}

/// The times of a rule between two days, day by day and minute by minute.
pub fn times(rule: &Rule, start: DateTime, to: Date) -> Vec<DateTime> {
    let mut periods: Vec<(i64, Vec<DateTime>)> = Vec::new();
    // The whole of the first period is looked at, for positions count from its beginning.
    let mut day = match rule.frequency {
        Frequency::Yearly => start.date().first_of_year(),
        Frequency::Monthly => start.date().first_of_month(),
        Frequency::Weekly => {
            start.date().saturating_sub(i64::from(days_into_week(rule, start.date())).days())
        }
        _ => start.date(),
    };
    let times: BTreeSet<(i8, i8)> = (0..24)
        .flat_map(|hour| (0..60).map(move |minute| (hour, minute)))
        .filter(|time| is_time(rule, start, *time))
        .collect();
    while day <= to {
        if is_day(rule, start.date(), day) {
            for (hour, minute) in &times {
                let time = day.at(*hour, *minute, 0, 0);
                let number = period(rule, start, time);
                if number.rem_euclid(i64::from(rule.interval)) == 0 {
                    match periods.last_mut() {
                        Some((last, times)) if *last == number => times.push(time),
                        _ => periods.push((number, vec![time])),
                    }
                }
            }
        }
        day = day.tomorrow().unwrap();
    }
    let taken = periods.into_iter().flat_map(|(_, times)| taken(rule, &times));
    let taken: Vec<DateTime> = taken.filter(|time| *time >= start && time.date() <= to).collect();
    match rule.count {
        Some(count) => taken.into_iter().take(count as usize).collect(),
        None => taken,
    }
}

fn taken(rule: &Rule, times: &[DateTime]) -> Vec<DateTime> {
    if rule.by_position.is_empty() {
        return times.to_vec();
    }
    let positions: BTreeSet<i64> = rule
        .by_position
        .iter()
        .map(|position| match i64::from(*position) {
            back if back < 0 => times.len() as i64 + back,
            position => position - 1,
        })
        .collect();
    times
        .iter()
        .enumerate()
        .filter(|(index, _)| positions.contains(&(*index as i64)))
        .map(|(_, time)| *time)
        .collect()
}

/// The number of the period that a time lies in, counted from the start's.
fn period(rule: &Rule, start: DateTime, time: DateTime) -> i64 {
    let days = |from: Date, to: Date| i64::from(to.since(from).unwrap().get_days());
    let hours = days(start.date(), time.date()) * 24 + i64::from(time.hour()) - i64::from(start.hour());
    match rule.frequency {
        Frequency::Yearly => i64::from(time.year()) - i64::from(start.year()),
        Frequency::Monthly => {
            (i64::from(time.year()) - i64::from(start.year())) * 12 + i64::from(time.month())
                - i64::from(start.month())
        }
        Frequency::Weekly => {
            (days(start.date(), time.date()) + i64::from(days_into_week(rule, start.date()))).div_euclid(7)
        }
        Frequency::Daily => days(start.date(), time.date()),
        Frequency::Hourly => hours,
        _ => hours * 60 + i64::from(time.minute()) - i64::from(start.minute()),
    }
}

fn weekday(day: Date) -> Weekday {
    Weekday::ALL[day.weekday().to_monday_zero_offset() as usize]
}

fn days_into_week(rule: &Rule, day: Date) -> u8 {
    let place = |wanted: Weekday| Weekday::ALL.iter().position(|weekday| *weekday == wanted).unwrap();
    ((7 + place(weekday(day)) - place(rule.week_start)) % 7) as u8
}

fn is_day(rule: &Rule, start: Date, day: Date) -> bool {
    let month = rule.by_month.is_empty() || rule.by_month.contains(&(day.month() as u8));
    let from_end = day.day() - day.days_in_month() - 1;
    let month_day =
        rule.by_month_day.is_empty() || rule.by_month_day.iter().any(|n| *n == day.day() || *n == from_end);
    let nth = |first: Date, last: Date, wanted: i16| {
        let days = |from: Date, to: Date| to.since(from).unwrap().get_days() / 7 + 1;
        i32::from(wanted) == days(first, day) || i32::from(wanted) == -days(day, last)
    };
    let by_day = rule.by_day.is_empty()
        || rule.by_day.iter().any(|by| {
            weekday(day) == by.weekday
                && by.nth.is_none_or(|wanted| {
                    match rule.frequency == Frequency::Yearly && rule.by_month.is_empty() {
                        true => nth(day.first_of_year(), day.last_of_year(), wanted),
                        false => nth(day.first_of_month(), day.last_of_month(), wanted),
                    }
                })
        });
    let open = rule.by_day.is_empty() && rule.by_month_day.is_empty();
    let as_at_start = match rule.frequency {
        Frequency::Yearly => {
            day.day() == start.day() && (!rule.by_month.is_empty() || day.month() == start.month())
        }
        Frequency::Monthly => day.day() == start.day(),
        Frequency::Weekly => day.weekday() == start.weekday(),
        _ => true,
    };
    month && month_day && by_day && (!open || as_at_start)
}

fn is_time(rule: &Rule, start: DateTime, (hour, minute): (i8, i8)) -> bool {
    let by_hour = match rule.by_hour.is_empty() {
        true => rule.frequency < Frequency::Daily || hour == start.hour(),
        false => rule.by_hour.contains(&(hour as u8)),
    };
    let by_minute = match rule.by_minute.is_empty() {
        true => rule.frequency < Frequency::Hourly || minute == start.minute(),
        false => rule.by_minute.contains(&(minute as u8)),
    };
    by_hour && by_minute
}
