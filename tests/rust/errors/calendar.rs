//! What is said of calendars that cannot be used.

use super::said;
use greenboard::calendar::{Calendar, Cron, Length, Moment, Rule, Windows, Zone, icalendar};
use greenboard::document::{self, Format};
use greenboard::gate::GateSet;

/// The text, word by word.
fn says(said: String, expected: &str) {
    assert_eq!(said, expected);
}

#[test]
fn zones_and_times() {
    says(
        said(Zone::parse("Europe/Lundon")),
        r#"calendar.unknown_zone unknown time zone "Europe/Lundon"; did you mean "Europe/London"?"#,
    );
    says(
        said(Zone::parse("Central European Standard Time")),
        r#"calendar.unknown_zone unknown time zone "Central European Standard Time"; give a name of the IANA database, such as Europe/London"#,
    );
    says(
        said(Moment::parse("24.12.2026")),
        r#"calendar.invalid_moment "24.12.2026" is no point in time; write a date (2026-12-24), a time in the window's zone (2026-12-24T18:00) or an instant (2026-12-24T18:00:00Z)"#,
    );
    says(
        said(Length::parse("3a")),
        r#"calendar.invalid_duration "3a" is no duration: it is neither ISO 8601 nor plain; write one such as PT8H, P2D or 2h 30m"#,
    );
    says(
        said(Length::parse("P1M")),
        r#"calendar.invalid_duration "P1M" is no duration: years and months have no length of their own; write one such as PT8H, P2D or 2h 30m"#,
    );
}

#[test]
fn rules() {
    let rule = |text: &str| said(Rule::parse(text));
    says(
        rule("FREQ=FORTNIGHTLY"),
        r#"calendar.invalid_rule column 1: the rule's "FREQ=FORTNIGHTLY" cannot be understood: expected one of MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY"#,
    );
    says(
        rule("FREQ=DAILY;BYDYA=MO"),
        r#"calendar.invalid_rule column 12: the rule's "BYDYA=MO" cannot be understood: known parts are FREQ, UNTIL, COUNT, INTERVAL, BYMINUTE, BYHOUR, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST; did you mean "BYDAY"?"#,
    );
    says(
        rule("FREQ=WEEKLY;BYDAY=1MO"),
        r#"calendar.invalid_rule column 1: the rule's "FREQ=WEEKLY;BYDAY=1MO" cannot be understood: a weekday has a number only where FREQ is MONTHLY or YEARLY"#,
    );
    says(
        rule("FREQ=MONTHLY;BYMONTHDAY=32"),
        r#"calendar.invalid_rule column 14: the rule's "BYMONTHDAY=32" cannot be understood: expected 1 to 31, or -1 to -31 counted from the end"#,
    );
    says(
        rule("FREQ=YEARLY;BYWEEKNO=20"),
        "calendar.unsupported_rule column 13: BYWEEKNO is beyond the rules that are supported: say it by BYMONTH and BYDAY",
    );
    says(
        rule("FREQ=SECONDLY"),
        "calendar.unsupported_rule column 1: FREQ=SECONDLY is beyond the rules that are supported: windows come again every minute at most",
    );
}

#[test]
fn cron_expressions() {
    let cron = |text: &str| said(Cron::parse(text));
    says(
        cron("0 9 * * 7"),
        r#"calendar.invalid_cron column 9: "7" is no weekday of a cron expression: expected 0 to 6; Sunday is 0"#,
    );
    says(
        cron("0 9\n* * MON"),
        r#"calendar.invalid_cron column 1: "0 9\n* * MON" is no text of a cron expression: it goes over several lines; write it on one"#,
    );
    says(
        cron("0 9 * *"),
        r#"calendar.invalid_cron column 1: "0 9 * *" is no text of a cron expression: it has 4 fields; expected minute, hour, day of the month, month, weekday"#,
    );
    says(
        cron("0 9 * * fri-mon"),
        r#"calendar.invalid_cron column 9: "fri-mon" is no weekday of a cron expression: 5 comes after 1; list both parts of it"#,
    );
    says(
        cron("0 9 * mars *"),
        r#"calendar.invalid_cron column 7: "mars" is no month of a cron expression: "mars" is no number or a name of three letters"#,
    );
}

fn calendar(text: &str) -> String {
    said(document::parse::<Calendar>(text, Format::Yaml))
}

#[test]
fn windows() {
    says(
        calendar("name: c\nwindows:\n  - {name: freeze, kind: deny, cron: 0 9 * * *}"),
        r#"calendar.invalid_window windows[0]: line 3, column 5: window "freeze": it comes again, but nothing says how long it lasts; give it a duration"#,
    );
    says(
        calendar("name: c\nwindows:\n  - {name: freeze, kind: deny, strat: 2026-12-24}"),
        r#"document.unknown_key windows[0].strat: line 3, column 32: unknown key "strat"; known keys: name, kind, zone, start, end, duration, rule, cron, until, except, also, manual_override, in_flight, reason; did you mean "start"?"#,
    );
    says(
        calendar("name: c\nwindows:\n  - {name: freeze, kind: deny, zone: Europe/Lundon, start: 2026-12-24}"),
        r#"calendar.unknown_zone windows[0].zone: line 3, column 38: unknown time zone "Europe/Lundon"; did you mean "Europe/London"?"#,
    );
    let backwards = "name: c\nwindows: [{name: freeze, kind: deny, start: 2026-12-24, end: 2026-12-24}]";
    let backwards: Calendar = document::parse(backwards, Format::Yaml).unwrap();
    says(
        said(Windows::of([&backwards])),
        r#"calendar.invalid_window c.windows[0]: window "freeze": it ends before it begins; its end is exclusive, a day's is the day after"#,
    );
    let count = "name: c\nwindows: [{name: w, kind: deny, start: 2026-12-24, duration: 1h, rule: FREQ=DAILY;COUNT=1000000}]";
    let count: Calendar = document::parse(count, Format::Yaml).unwrap();
    says(
        said(Windows::of([&count])),
        "calendar.rule_too_large c.windows: rules count 1000100 times; at most 1000000 are counted, give them an UNTIL instead",
    );
    says(
        said(GateSet::parse("calendars: [{name: c}, {name: c}]")),
        r#"gate.duplicate calendars[1]: line 1, column 24: there are two calendars called "c"; give each a name of its own"#,
    );
}

#[test]
fn icalendar_texts() {
    let read = |text: &str| said(icalendar::parse(text, &icalendar::Options::new()));
    let event = |lines: &str| {
        read(&format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260704T090000Z\n{lines}\nEND:VEVENT\nEND:VCALENDAR"
        ))
    };
    says(
        read("hello"),
        r#"calendar.invalid_icalendar line 1: not a valid iCalendar text: "hello" is not a name, ":" and a value"#,
    );
    says(read(""), "calendar.invalid_icalendar not a valid iCalendar text: there is no BEGIN:VCALENDAR");
    says(
        read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR"),
        "calendar.invalid_icalendar line 3: not a valid iCalendar text: END:VCALENDAR closes VEVENT, which began on line 2",
    );
    says(
        event("DURATION:PT1H\nRRULE:FREQ=YEARLY;BYWEEKNO=20"),
        "calendar.unsupported_rule line 5: BYWEEKNO is beyond the rules that are supported: say it by BYMONTH and BYDAY",
    );
    says(
        event("DURATION:PT1H\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY"),
        "calendar.unsupported_icalendar line 6: EXRULE of this iCalendar text is not supported: list what is left out as EXDATE",
    );
    says(
        event("DTEND;TZID=Mars/Olympus:20260704T100000"),
        r#"calendar.unknown_zone line 2: unknown time zone "Mars/Olympus"; give a name of the IANA database, such as Europe/London"#,
    );
}
