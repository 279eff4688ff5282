//! Dates as ServiceNow, Kubernetes, Octopus, Rust, Chromium, Firefox, Node and Digital.ai count them.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::release::timeline::{
    Cadence, Day, DeliveryPhase, ParallelStatus, PhaseNeed, WorkCalendar, anywhere_on_earth,
    exception_timing, furthest_phase, phase_at, plan_backward, roll_up, week_number,
};
use serde_json::{Value, json};

fn day(row: &Value, key: &str) -> Result<Day, Trouble> {
    Ok(Day::parse(row.text(key)?)?)
}

/// A phase planned backward from its end.
pub fn backward(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let weekend = case.file.list("weekend")?.iter().filter_map(Value::as_u64);
    let mut calendar = WorkCalendar::new().with_weekend(weekend.filter_map(|day| u8::try_from(day).ok()));
    for holiday in case.file.texts("holidays")? {
        calendar = calendar.with_holiday(Day::parse(holiday)?);
    }
    let days = u32::try_from(input.integer("working_days")?).map_err(|_| Trouble::row("no count"))?;
    let planned = plan_backward(&[(input.text("phase")?, days)], day(input, "end")?, &calendar)?;
    let phase = planned.first().ok_or_else(|| Trouble::row("no phase"))?;
    Ok(Outcome::all([
        Outcome::equal(expect.text("start")?, phase.start.to_string()),
        Outcome::equal(expect.field("calendar_days").clone(), json!(phase.calendar_days)),
    ]))
}

/// The week of a cycle.
pub fn week(case: &Case) -> Judged {
    let input = case.field("input");
    let week = week_number(day(input, "cycle_start")?, day(input, "date")?);
    Ok(Outcome::equal(case.field("expect").field("week").clone(), json!(week)))
}

/// The end of a day anywhere on Earth.
pub fn aoe(case: &Case) -> Judged {
    let input = case.field("input");
    if input.text("zone")? != "AoE" || !input.flag("end_of_day")? {
        return Ok(Outcome::unsupported("another zone, or another time of the day"));
    }
    let end = anywhere_on_earth(day(input, "date")?)?;
    Ok(Outcome::equal(case.field("expect").text("utc")?, end.to_string()))
}

/// Whether an exception was asked for in time.
pub fn exceptions(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let window = u32::try_from(input.integer("window_days")?).map_err(|_| Trouble::row("no count"))?;
    let timing = exception_timing(day(input, "freeze_date")?, day(input, "requested")?, window);
    Ok(Outcome::all([
        Outcome::equal(expect.field("days_after_freeze").clone(), json!(timing.days_after_freeze)),
        Outcome::equal(expect.flag("within_window")?, timing.within_window),
    ]))
}

/// Octopus' phases.
pub fn octopus(case: &Case) -> Judged {
    let input = case.field("input");
    let mut phases = Vec::new();
    for row in input.list("phases")? {
        let required = match row.field("required") {
            Value::String(text) if text == "all" => PhaseNeed::All,
            Value::String(text) if text == "optional" => PhaseNeed::Optional,
            number => {
                let number = number.as_u64().and_then(|number| u32::try_from(number).ok());
                PhaseNeed::AtLeast(number.ok_or_else(|| Trouble::row("no requirement"))?)
            }
        };
        phases.push(DeliveryPhase::new(row.texts("environments")?, required));
    }
    let furthest = furthest_phase(&phases, &input.texts("deployed")?);
    Ok(Outcome::equal(case.field("expect").field("furthest_deployable_phase").clone(), json!(furthest)))
}

/// Rust's trains, as the file's header states them.
fn rust(case: &Case) -> Result<Cadence, Trouble> {
    let rule = case.file.field("rule");
    let number = minor(rule.text("epoch_version")?)?;
    let weeks = u16::try_from(rule.integer("cadence_weeks")?).map_err(|_| Trouble::row("no weeks"))?;
    Ok(Cadence::new(number, day(rule, "epoch")?, weeks * 7))
}

fn minor(version: &str) -> Result<i32, Trouble> {
    let number = version.strip_prefix("1.").and_then(|minor| minor.parse().ok());
    number.ok_or_else(|| Trouble::row(format!("{version:?} is no version of Rust")))
}

/// When a version of Rust is branched and released.
pub fn rust_dates(case: &Case) -> Judged {
    let (cadence, number) = (rust(case)?, minor(case.field("input").text("version")?)?);
    let branch = cadence.date_of(number - 1)?.plus(-6)?;
    let got =
        json!({ "release_date": cadence.date_of(number)?.to_string(), "branch_date": branch.to_string() });
    Ok(Outcome::equal(case.field("expect").clone(), got))
}

/// Which versions of Rust are in which channel on a day.
pub fn rust_versions(case: &Case) -> Judged {
    let stable = rust(case)?.number_at(day(case.field("input"), "date")?);
    let channel = |ahead: i32| format!("1.{}", stable + ahead);
    let got = json!({ "stable": channel(0), "beta": channel(1), "nightly": channel(2) });
    Ok(Outcome::equal(case.field("expect").clone(), got))
}

/// Chromium's milestones since they come every two weeks. The file has no first date: 153 is the anchor of the schedule.
pub fn chromium(case: &Case) -> Judged {
    let weeks = case.file.field("rules").field("from_153").integer("stable_every_weeks")?;
    let every = u16::try_from(weeks * 7).map_err(|_| Trouble::row("no weeks"))?;
    let anchor = Cadence::new(153, Day::parse("2026-09-08")?, every);
    let number = i32::try_from(case.field("input").integer("milestone")?);
    let stable = anchor.date_of(number.map_err(|_| Trouble::row("no milestone"))?)?;
    Ok(Outcome::equal(case.field("expect").text("stable")?, stable.to_string()))
}

/// Firefox's dates: days from the beginning of a version's nightly.
pub fn firefox(case: &Case) -> Judged {
    let input = case.field("input");
    let start = day(input, "nightly_start")?;
    let weeks = |key: &str| {
        i32::try_from(input.integer(key)?).map_err(|_| Trouble::row(format!("{key} beyond reason")))
    };
    let merge = start.plus(weeks("nightly_weeks")? * 7)?;
    let got = json!({
        "soft_code_freeze": merge.plus(-4)?.to_string(),
        "string_freeze": merge.plus(-3)?.to_string(),
        "merge_to_beta": merge.to_string(),
        "release": merge.plus(weeks("beta_weeks")? * 7 + 1)?.to_string(),
    });
    Ok(Outcome::equal(case.field("expect").clone(), got))
}

/// Which phase a line of Node is in, by the dates of its schedule.
pub fn node(case: &Case) -> Judged {
    let input = case.field("input");
    let line = case.file.field("schedule").field(input.text("line")?);
    let names = [
        ("alpha", "alpha"),
        ("start", "current"),
        ("lts", "active-lts"),
        ("maintenance", "maintenance"),
        ("end", "end-of-life"),
    ];
    let mut phases = Vec::new();
    for (key, phase) in names {
        if let Some(text) = line.optional_text(key)? {
            phases.push((phase, Day::parse(text)?));
        }
    }
    let phase = phase_at(&phases, day(input, "date")?).unwrap_or("pending");
    Ok(Outcome::equal(case.field("expect").text("phase")?, phase))
}

/// What tasks side by side come to.
pub fn digitalai(case: &Case) -> Judged {
    let mut tasks = Vec::new();
    for name in case.field("input").texts("parallel_tasks")? {
        let status = ParallelStatus::ALL.iter().find(|status| status.name() == name);
        let Some(status) = status else {
            return Ok(Outcome::unsupported(format!("status {name}")));
        };
        tasks.push(*status);
    }
    Ok(Outcome::equal(case.field("expect").text("release")?, roll_up(&tasks).name()))
}

/// Which month Python's versions end in, and what each stage allows.
pub fn python(_: &Case) -> Judged {
    Ok(Outcome::unsupported(
        "Python's own table, and a date five years on: data of the project, not rules of releases",
    ))
}
