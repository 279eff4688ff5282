//! Calendars equal slow models: windows minute by minute over changes of the clocks, rules day by day.

use crate::oracle::calendar::{SlowWindow, SlowWindows, Starts, next, times};
use greenboard::calendar::{
    Calendar, Cron, Frequency, Kind, Length, Moment, Nth, Rule, Weekday, Window, Windows, Zone, icalendar,
};
use greenboard::document::{self, Format};
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::rc::Rc;

/// Zones, each with a day on which its clocks change.
const CHANGES: [(&str, &str); 14] = [
    ("America/New_York", "2026-03-08"),
    ("America/New_York", "2026-11-01"),
    ("Europe/London", "2026-03-29"),
    ("Europe/Berlin", "2026-10-25"),
    ("Australia/Lord_Howe", "2026-04-05"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Pacific/Apia", "2011-12-29"),
    ("America/Sao_Paulo", "2018-11-04"),
    ("Asia/Kolkata", "2026-06-01"),
    ("Africa/Casablanca", "2026-02-15"),
    ("Asia/Tehran", "2022-03-22"),
    ("America/St_Johns", "2011-11-06"),
    ("Pacific/Chatham", "2026-09-27"),
    ("UTC", "2026-02-28"),
];

/// A window both ways.
type Both = (Window, Slow);

/// How to make the slow one.
#[derive(Clone)]
struct Slow(Rc<dyn Fn() -> SlowWindow>);

impl std::fmt::Debug for Slow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("slow")
    }
}

fn kind() -> impl Strategy<Value = (Kind, bool)> {
    (select(Kind::ALL.to_vec()), any::<bool>())
}

fn length() -> impl Strategy<Value = (i32, i64)> {
    prop_oneof![(Just(0), 1..180_i64), (Just(0), 180..3000_i64), (1..3_i32, 0..90_i64)]
}

fn zone_of(name: &str) -> TimeZone {
    jiff::tz::TimeZoneDatabase::bundled().get(name).unwrap()
}

fn window(zone: &'static str, day: Date) -> impl Strategy<Value = Both> {
    let span = (kind(), length(), -1..3_i64, 0..24_i8, select(vec![0_i8, 15, 30, 59]));
    let cron = (
        subsequence((0..60_u32).collect::<Vec<_>>(), 1..4),
        subsequence((0..24_u32).collect::<Vec<_>>(), 1..6),
        subsequence((0..7_u32).collect::<Vec<_>>(), 1..7),
    );
    (0..3, span, cron).prop_map(
        move |(which, ((kind, manual), (days, minutes), offset, hour, minute), cron)| {
            let mut length = Length::of(SignedDuration::from_mins(minutes));
            length.days = days;
            let start = day.saturating_add(offset.days()).at(hour, minute, 0, 0);
            let plain = Window::new("w", kind)
                .with_manual_override(manual)
                .with_zone(Zone::parse(zone).unwrap())
                .with_duration(length);
            let (window, starts): (Window, Box<dyn Fn() -> Starts>) = match which {
                0 => (
                    plain.with_start(Moment::Wall(start)),
                    Box::new(move || Box::new(move |wall| wall == start)),
                ),
                1 => {
                    let rule = Rule::parse("FREQ=DAILY").unwrap();
                    let from = start.saturating_sub(20.days());
                    let daily = move || -> Starts {
                        Box::new(move |wall| wall.time() == from.time() && wall >= from)
                    };
                    (plain.with_start(Moment::Wall(from)).with_rule(rule), Box::new(daily))
                }
                _ => {
                    let (minutes, hours, weekdays) = cron;
                    let list =
                        |values: &[u32]| values.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
                    let text = format!("{} {} * * {}", list(&minutes), list(&hours), list(&weekdays));
                    let fits = move || -> Starts {
                        let (minutes, hours, weekdays) = (minutes.clone(), hours.clone(), weekdays.clone());
                        Box::new(move |wall: DateTime| {
                            minutes.contains(&(wall.minute() as u32))
                                && hours.contains(&(wall.hour() as u32))
                                && weekdays.contains(&(wall.weekday().to_sunday_zero_offset() as u32))
                        })
                    };
                    (plain.with_cron(Cron::parse(&text).unwrap()), Box::new(fits))
                }
            };
            let slow = move || SlowWindow {
                kind,
                manual_override: manual,
                zone: zone_of(zone),
                starts: starts(),
                days,
                minutes,
            };
            (window, Slow(Rc::new(slow)))
        },
    )
}

fn windows() -> impl Strategy<Value = (&'static str, Date, Vec<Both>)> {
    select(CHANGES.to_vec()).prop_flat_map(|(zone, day)| {
        let day: Date = day.parse().unwrap();
        vec(window(zone, day).boxed(), 1..5).prop_map(move |windows| (zone, day, windows))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// Whether it is open, and when that changes, in every minute around a change of the clocks.
    #[test]
    fn windows_equal_minutes((_, day, both) in windows().no_shrink()) {
        let fast: Vec<Window> = both.iter().map(|(window, _)| window.clone()).collect();
        let slow: Vec<SlowWindow> = both.iter().map(|(_, slow)| slow.0()).collect();
        let first = Offset::UTC.to_timestamp(day.saturating_sub(2.days()).at(0, 0, 0, 0)).unwrap();
        let minutes = 9 * 24 * 60;
        let slow = SlowWindows::new(&slow, first, minutes, 6);
        let ready = Windows::new(&fast).unwrap();
        for manual in [false, true] {
            let minute_by_minute = slow.open(manual);
            for minute in (0..5 * 24 * 60).step_by(7) {
                let at = slow.first + (minute as i64).minutes();
                let open = minute_by_minute[minute];
                let asked = if manual { ready.is_open_to_manual(at) } else { ready.is_open(at) };
                prop_assert_eq!(asked, open, "{} of {:?}", at, fast);
                if minute % 49 != 0 { continue; }
                let decision = ready.decide_for(at, manual);
                prop_assert_eq!(decision.open, open, "{} of {:?}", at, fast);
                for (said, opens) in [(decision.next_open, true), (decision.next_close, false)] {
                    let expected = next(&minute_by_minute, minute, opens).map(|next| slow.first + (next as i64).minutes());
                    let end = slow.first + (minutes as i64).minutes();
                    let said = said.filter(|said| *said < end);
                    prop_assert_eq!(said, expected, "from {} (opens: {}, manual: {}) of {:?}", at, opens, manual, fast);
                }
            }
        }
    }

    /// A start is in its window, its end is not, to the nanosecond.
    #[test]
    fn windows_are_half_open(hour in 0..24_i8, minutes in 1..3000_i64) {
        let start = Date::constant(2026, 5, 5).at(hour, 0, 0, 0);
        let window = Window::deny("w").with_start(Moment::Wall(start)).with_duration(Length::of(SignedDuration::from_mins(minutes)));
        let ready = Windows::new(&[window]).unwrap();
        let start = Offset::UTC.to_timestamp(start).unwrap();
        let end = start + minutes.minutes();
        let least = 1.nanosecond();
        prop_assert!(!ready.is_open(start) && ready.is_open(start - least));
        prop_assert!(ready.is_open(end) && !ready.is_open(end - least));
    }

    /// Rules are what they are day by day.
    #[test]
    fn rules_equal_days(rule in rule(), start in start(), ahead in select(vec![0_i64, 3, 40, 500])) {
        let rule = Rule::parse(&rule).unwrap();
        let days = if rule.frequency >= Frequency::Weekly { 2600 } else { 90 };
        let to = start.date().saturating_add(days.days());
        let slow = times(&rule, start, to);
        let from = start.saturating_add(ahead.days());
        let expected: Vec<Timestamp> = slow.iter().filter(|time| **time >= from)
            .map(|time| Offset::UTC.to_timestamp(*time).unwrap()).take(60).collect();
        let window = Window::deny("w").with_start(Moment::Wall(start)).with_rule(rule.clone())
            .with_duration(Length::of(SignedDuration::from_nanos(1)));
        let ready = Windows::new(&[window]).unwrap();
        let stamp = |wall: DateTime| Offset::UTC.to_timestamp(wall).unwrap();
        let end = stamp(to.tomorrow().unwrap().at(0, 0, 0, 0));
        let found: Vec<Timestamp> = ready.occurrences(stamp(from), end, 60).into_iter().map(|one| one.start).collect();
        prop_assert_eq!(&found, &expected, "{} from {}", rule, start);
        // Backwards, and in between.
        for (index, at) in expected.iter().enumerate().take(20) {
            prop_assert!(!ready.is_open(*at), "{} at {}", rule, at);
            prop_assert!(ready.is_open(*at + 1.nanosecond()), "{} behind {}", rule, at);
            let decision = ready.decide(*at + 1.nanosecond());
            let next = expected.get(index + 1).copied();
            if next.is_some() { prop_assert_eq!(decision.next_close, next, "{} from {}", rule, at); }
        }
    }

    /// A rule is written as it is read.
    #[test]
    fn rules_are_written_as_they_are_read(text in rule()) {
        let rule = Rule::parse(&text).unwrap();
        prop_assert_eq!(Rule::parse(&rule.to_string()).unwrap(), rule);
    }

    /// Calendars are written as they are read, and say the same.
    #[test]
    fn calendars_are_written_as_they_are_read((zone, day, both) in windows().no_shrink()) {
        let mut calendar = Calendar::new("c").with_zone(Zone::parse(zone).unwrap());
        for (window, _) in &both { calendar = calendar.with_window(window.clone()); }
        let text = document::emit(&calendar).unwrap();
        let again: Calendar = document::parse(&text, Format::Json).unwrap();
        prop_assert_eq!(&again, &calendar);
        let at = Offset::UTC.to_timestamp(day.at(12, 0, 0, 0)).unwrap();
        let decision = calendar.decide(at).unwrap();
        prop_assert_eq!(again.decide(at).unwrap(), decision.clone());
        let text = document::emit(&decision).unwrap();
        prop_assert_eq!(document::parse::<greenboard::calendar::Decision>(&text, Format::Json).unwrap(), decision);
    }

    /// An event in iCalendar is the window of the same rule.
    #[test]
    fn events_are_windows(rule in rule(), start in start(), zone in select(vec!["Europe/Berlin", "America/New_York", "UTC"])) {
        let stamp = start.strftime("%Y%m%dT%H%M%S");
        let text = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID={zone}:{stamp}\r\nDURATION:PT1H\r\nRRULE:{rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        let read = icalendar::parse(&text, &icalendar::Options::new()).unwrap();
        let window = Window::deny("event").with_zone(Zone::parse(zone).unwrap()).with_start(Moment::Wall(start))
            .with_rule(Rule::parse(&rule).unwrap()).with_duration(Length::parse("PT1H").unwrap());
        prop_assert_eq!(&read.windows, &vec![window]);
    }
}

fn start() -> impl Strategy<Value = DateTime> {
    (2000..2030_i16, 1..13_i8, 1..29_i8, 0..24_i8, 0..60_i8)
        .prop_map(|(year, month, day, hour, minute)| Date::constant(year, month, day).at(hour, minute, 0, 0))
}

fn list<T: ToString>(name: &str, values: &[T]) -> String {
    match values.is_empty() {
        true => String::new(),
        false => format!(";{name}={}", values.iter().map(T::to_string).collect::<Vec<_>>().join(",")),
    }
}

/// Any rule that is valid.
fn rule() -> impl Strategy<Value = String> {
    let often = |values: Vec<i32>, most: usize| prop_oneof![2 => Just(Vec::new()), 1 => subsequence(values, 1..=most)];
    let month_days = (1..32).chain(-31..0).collect();
    let weekdays = vec(
        (
            select(vec![None, None, Some(1_i16), Some(2), Some(5), Some(-1), Some(-2)]),
            select(Weekday::ALL.to_vec()),
        ),
        0..3,
    );
    let positions = prop_oneof![3 => Just(Vec::new()), 1 => subsequence(vec![-3, -2, -1, 1, 2, 3, 7], 1..3)];
    (
        select(Frequency::ALL.to_vec()),
        select(vec![1, 1, 1, 2, 3, 5, 12]),
        (often((1..13).collect(), 4), often(month_days, 4), weekdays),
        (often((0..24).collect(), 3), often((0..60).collect(), 3), positions),
        (select(Weekday::ALL.to_vec()), prop_oneof![3 => Just(None), 1 => (1..40_u32).prop_map(Some)]),
    )
        .prop_map(
            |(
                frequency,
                interval,
                (months, month_days, weekdays),
                (hours, minutes, positions),
                (week, count),
            )| {
                let coarse = matches!(frequency, Frequency::Monthly | Frequency::Yearly);
                let nth =
                    |(nth, weekday): (Option<i16>, Weekday)| Nth { nth: nth.filter(|_| coarse), weekday };
                let weekdays: Vec<Nth> = weekdays.into_iter().map(nth).collect();
                let month_days = if frequency == Frequency::Weekly { Vec::new() } else { month_days };
                let by = months.len() + month_days.len() + weekdays.len() + hours.len() + minutes.len() > 0;
                let mut text = format!("FREQ={};INTERVAL={interval};WKST={}", frequency.name(), week.name());
                text += &list("BYMONTH", &months);
                text += &list("BYMONTHDAY", &month_days);
                text += &list("BYDAY", &weekdays);
                text += &list("BYHOUR", &hours);
                text += &list("BYMINUTE", &minutes);
                text += &list("BYSETPOS", if by { &positions } else { &[] });
                // Counting may look far: such rules come seldom.
                let often = months.len() + month_days.len() < 2;
                text + &count.filter(|_| often).map_or(String::new(), |count| format!(";COUNT={count}"))
            },
        )
}
