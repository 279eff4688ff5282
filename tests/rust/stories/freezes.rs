//! Freezes: calendars in iCalendar's notation, gates that ask them, and a log of real deployments.
//!
//! The log is not part of the repository. `GREENBOARD_DATA` names the folder; without it its test says that it skipped.

use greenboard::calendar::{Calendar, Decision, Window, Windows, icalendar};
use greenboard::fact::{CalendarFact, Facts, Roster};
use greenboard::gate::{GateSet, Outcome, Scope, evaluate};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn read(events: &str) -> Calendar {
    let text = format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n");
    icalendar::parse(&text.replace("\r\n", "\n").replace('\n', "\r\n"), &icalendar::Options::new()).unwrap()
}

fn spans(calendar: &Calendar, from: &str, to: &str) -> Vec<String> {
    let found = Windows::of([calendar]).unwrap().occurrences(at(from), at(to), 100);
    found.into_iter().map(|one| format!("{} {} {}", one.start, one.end, one.window)).collect()
}

#[test]
fn a_zone_that_the_text_defines_itself() {
    let calendar = read(
        "BEGIN:VTIMEZONE\nTZID:Our Time\n\
         BEGIN:STANDARD\nDTSTART:16011104T020000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\n\
         BEGIN:DAYLIGHT\nDTSTART:16010311T020000\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\n\
         END:VTIMEZONE\n\
         BEGIN:VEVENT\nSUMMARY:weekly\nDTSTART;TZID=Our Time:20260302T090000\nDTEND;TZID=Our Time:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:once\nDTSTART;TZID=\"Our Time\":20260701T090000\nDURATION:PT30M\nEND:VEVENT\n",
    );
    assert_eq!(
        spans(&calendar, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
        [
            "2026-03-02T14:00:00Z 2026-03-02T15:00:00Z weekly",
            "2026-03-09T13:00:00Z 2026-03-09T14:00:00Z weekly",
            "2026-03-16T13:00:00Z 2026-03-16T14:00:00Z weekly",
            "2026-07-01T13:00:00Z 2026-07-01T13:30:00Z once",
        ]
    );
    assert_eq!(
        calendar.windows[0].zone.as_ref().unwrap().name(),
        "<-0500>5:00:00<-0400>4:00:00,M3.2.0/2:00:00,M11.1.0/2:00:00"
    );
}

#[test]
fn instances_that_are_moved_left_out_and_put_in() {
    let calendar = read(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:daily\nDTSTART;TZID=Europe/Paris:20260601T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5\n\
         EXDATE;TZID=Europe/Paris:20260602T080000\nEXDATE;VALUE=DATE:20260604\nRDATE;TZID=Europe/Paris:20260610T120000\n\
         RDATE;VALUE=PERIOD:20260611T100000Z/PT3H,20260612T100000Z/20260612T101500Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:1\nSUMMARY:moved\nRECURRENCE-ID;TZID=Europe/Paris:20260603T080000\nDTSTART;TZID=Europe/Paris:20260603T200000\nDURATION:PT2H\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:1\nSUMMARY:called off\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/Paris:20260605T080000\nDTSTART;TZID=Europe/Paris:20260605T080000\nDURATION:PT2H\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nSUMMARY:whole \n day\nDTSTART;VALUE=DATE:20260620\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:3\nSUMMARY:no time at all\nDTSTART:20260621T000000Z\nEND:VEVENT\n",
    );
    assert_eq!(
        spans(&calendar, "2026-05-01T00:00:00Z", "2026-08-01T00:00:00Z"),
        [
            "2026-06-01T06:00:00Z 2026-06-01T07:00:00Z daily",
            "2026-06-03T18:00:00Z 2026-06-03T20:00:00Z moved",
            "2026-06-10T10:00:00Z 2026-06-10T11:00:00Z daily",
            "2026-06-11T10:00:00Z 2026-06-11T13:00:00Z daily",
            "2026-06-12T10:00:00Z 2026-06-12T10:15:00Z daily",
            "2026-06-20T00:00:00Z 2026-06-21T00:00:00Z whole day",
        ]
    );
}

#[test]
fn a_change_calendar_that_is_closed_by_default() {
    let event = "BEGIN:VEVENT\nSUMMARY:open day\nDTSTART;VALUE=DATE:20260620\nDTEND;VALUE=DATE:20260621\nEND:VEVENT\n";
    let closed = read(&format!("X-CALENDAR-TYPE:DEFAULT_CLOSED\n{event}"));
    let open = read(&format!("X-CALENDAR-TYPE:DEFAULT_OPEN\n{event}"));
    let (inside, outside) = (at("2026-06-20T12:00:00Z"), at("2026-06-19T12:00:00Z"));
    assert!(closed.decide(inside).unwrap().open && !closed.decide(outside).unwrap().open);
    assert!(!open.decide(inside).unwrap().open && open.decide(outside).unwrap().open);
    let never = read("X-CALENDAR-TYPE:DEFAULT_CLOSED\n");
    assert_eq!(never.decide(inside).unwrap().to_string(), "closed: nothing allows it");
}

#[test]
fn the_gate_says_by_which_window_and_until_when() {
    let gates = GateSet::parse(
        "
calendars:
  - name: production
    zone: Europe/London
    windows:
      - {name: christmas, kind: deny, start: 2026-12-18T17:00, end: 2027-01-04T09:00, manual_override: true}
gates:
  - name: freeze
    criteria:
      - {name: no freeze, kind: freeze, calendars: [production]}
  - name: by hand
    criteria:
      - {name: no freeze for people, kind: freeze, calendars: [production], manual: true}
  - name: holidays
    criteria:
      - {name: no holiday, kind: freeze, calendars: [holidays]}
",
    )
    .unwrap();
    let mut facts = Facts::new(Roster::new());
    let findings = |facts: &Facts, time: &str| -> Vec<(Outcome, String)> {
        let verdict = evaluate(&gates, facts, "payments", &Scope::new(), at(time)).unwrap();
        let findings = verdict.findings.iter();
        findings.map(|finding| (finding.outcome, finding.reason.clone())).collect()
    };
    let christmas = findings(&facts, "2026-12-24T12:00:00Z");
    assert_eq!(christmas[0], (Outcome::Fail, "closed by christmas until 2027-01-04T09:00:00Z".to_owned()));
    assert_eq!(christmas[1], (Outcome::Pass, "open to manual work, in spite of christmas".to_owned()));
    assert_eq!(christmas[2], (Outcome::Pending, "no calendar \"holidays\" is known".to_owned()));

    let holidays = Calendar::new("holidays").with_window(
        Window::deny("summer").with_start(at("2026-08-01T00:00:00Z")).with_end(at("2026-08-15T00:00:00Z")),
    );
    facts.add([CalendarFact::new("c1", holidays, at("2026-01-01T00:00:00Z")).into()]);
    assert_eq!(
        findings(&facts, "2026-08-02T00:00:00Z")[2],
        (Outcome::Fail, "closed by summer until 2026-08-15T00:00:00Z".to_owned())
    );
    assert_eq!(findings(&facts, "2026-12-24T12:00:00Z")[2], (Outcome::Pass, "open".to_owned()));
}

/// GOV.UK's log: where automatic deployments are switched off for an app in an environment, that is a freeze which people may
/// override. How many went out inside one?
#[test]
fn deployments_of_gov_uk_inside_a_freeze() {
    let Some(data) = std::env::var_os("GREENBOARD_DATA").filter(|data| !data.is_empty()) else {
        use std::io::Write;
        let message = "SKIPPED: GOV.UK's deployments; set GREENBOARD_DATA to the folder of the shared data\n";
        std::io::stderr().write_all(message.as_bytes()).unwrap();
        return;
    };
    let file = std::fs::File::open(Path::new(&data).join("facts/govuk_deployments.json.gz")).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    let log: Value = serde_json::from_str(&text).unwrap();
    let second = |row: &Value| Timestamp::from_second(row[0].as_i64().unwrap()).unwrap();
    let place = |row: &Value| (row[1].as_str().unwrap().to_owned(), row[2].as_str().unwrap().to_owned());

    let mut switches: BTreeMap<_, Vec<(Timestamp, bool, bool)>> = BTreeMap::new();
    for row in log["flag_changes"].as_array().unwrap() {
        if row[3] == "automatic_deploys_enabled" {
            switches.entry(place(row)).or_default().push((second(row), row[4] == "true", row[5] == "true"));
        }
    }
    let mut freezes = 0;
    let mut windows_of = |switches: &[(Timestamp, bool, bool)]| {
        let mut windows = Vec::new();
        let off = || Window::deny("automatic deployments are off").with_manual_override(true);
        // What it was before the first change is what that says it was.
        let mut since = switches.first().filter(|(_, before, _)| !before).map(|_| Timestamp::UNIX_EPOCH);
        for (at, _, on) in switches {
            match (since, on) {
                (Some(start), true) => {
                    windows.push(off().with_start(start).with_end(*at));
                    since = None;
                }
                (None, false) => since = Some(*at),
                _ => {}
            }
        }
        windows.extend(since.map(|start| off().with_start(start)));
        freezes += windows.len();
        Windows::new(&windows).unwrap()
    };
    let calendars: BTreeMap<_, Windows> =
        switches.iter().map(|(place, switches)| (place.clone(), windows_of(switches))).collect();

    let mut counts = BTreeMap::new();
    let mut judged = 0;
    for row in log["deployments"].as_array().unwrap() {
        let manual = row[5] == 0;
        let decision: Option<Decision> =
            calendars.get(&place(row)).map(|windows| windows.decide_for(second(row), manual));
        let said = match decision {
            Some(decision) if !decision.open => "blocked",
            Some(decision) if decision.overridden => "overridden",
            _ => "open",
        };
        *counts.entry((if manual { "manual" } else { "automatic" }, said)).or_insert(0) += 1;
        judged += 1;
    }
    eprintln!("{judged} deployments of GOV.UK, {freezes} freezes in {} places: {counts:?}", calendars.len());
    assert_eq!((judged, freezes, calendars.len()), (115_406, 151, 117));
    let expected = [
        (("automatic", "blocked"), 3_171),
        (("automatic", "open"), 112_015),
        (("manual", "open"), 209),
        (("manual", "overridden"), 11),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}
