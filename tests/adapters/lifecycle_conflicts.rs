//! Conflicts and windows, and the signals by which a release is cut.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::calendar::{Cron, Kind, Length, Window, Windows};
use greenboard::gate::{Outcome as Judgement, Severity, Signal};
use greenboard::release::conflict::{Claim, ConflictRules, TeamDynamixConflict, conflicts};
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::json;

/// Two intervals on one component.
pub fn half_open(case: &Case) -> Judged {
    let input = case.field("input");
    let claim = |key: &str| {
        let ends = input.list(key)?.iter().map(|hour| hour.as_i64().unwrap_or_default() * 3600);
        let ends: Vec<Timestamp> = ends.filter_map(|second| Timestamp::from_second(second).ok()).collect();
        let [start, end] = ends[..] else { return Err(Trouble::row("an interval has two ends")) };
        Ok(Claim::new(key, start, end).with_components(["core"]))
    };
    let report = conflicts(&[claim("a")?, claim("b")?], &ConflictRules::new(), Timestamp::UNIX_EPOCH)?;
    Ok(Outcome::equal(case.field("expect").flag("conflict")?, report.blocks()))
}

/// BuildMaster's windows: of a day of the week, from one time on the wall to another, across midnight where it ends earlier.
pub fn buildmaster(case: &Case) -> Judged {
    let input = case.field("input");
    let mut windows = Vec::new();
    for row in input.list("windows")? {
        let (start, end) = (minutes(row.text("start")?)?, minutes(row.text("end")?)?);
        let lasts = if end > start { end - start } else { end - start + 24 * 60 };
        let day = row.text("day")?.to_uppercase();
        let cron = Cron::parse(&format!("{} {} * * {day}", start % 60, start / 60))?;
        let length = Length::of(SignedDuration::from_mins(lasts));
        windows.push(Window::allow("window").with_cron(cron).with_duration(length));
    }
    let (day, time) = input.text("at")?.split_once(' ').ok_or_else(|| Trouble::row("no day"))?;
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = days.iter().position(|name| *name == day).ok_or_else(|| Trouble::row("unknown day"))?;
    // A Monday, with days before and after it.
    let monday: Timestamp = "2026-06-15T00:00:00Z".parse().expect("an instant");
    let at = monday + SignedDuration::from_mins(day as i64 * 24 * 60 + minutes(time)?);
    Ok(Outcome::equal(case.field("expect").flag("open")?, Windows::new(&windows)?.is_open(at)))
}

fn minutes(text: &str) -> Result<i64, Trouble> {
    let parts = text
        .split_once(':')
        .and_then(|(hour, minute)| Some(hour.parse::<i64>().ok()? * 60 + minute.parse::<i64>().ok()?));
    parts.ok_or_else(|| Trouble::row(format!("{text:?} is no time")))
}

/// Argo CD's rule, by how many windows there are and how many of them are active.
pub fn argocd(case: &Case) -> Judged {
    let input = case.field("input");
    let at: Timestamp = "2026-06-17T12:00:00Z".parse().expect("an instant");
    let mut windows = Vec::new();
    for (kind, all, active) in
        [(Kind::Allow, "allow_windows", "allow_active"), (Kind::Deny, "deny_windows", "deny_active")]
    {
        let active = input.integer(active)?;
        for index in 0..input.integer(all)? {
            let start = if index < active { at } else { at + 1.hour() };
            windows.push(Window::new("window", kind).with_start(start).with_end(start + 1.hour()));
        }
    }
    Ok(Outcome::equal(case.field("expect").flag("sync")?, Windows::new(&windows)?.is_open(at)))
}

/// TeamDynamix' flags.
pub fn teamdynamix(case: &Case) -> Judged {
    let mask = u32::try_from(case.integer("input")?).map_err(|_| Trouble::row("no set of flags"))?;
    let names: Vec<&str> = TeamDynamixConflict::of_mask(mask).iter().map(|flag| flag.name()).collect();
    Ok(Outcome::equal(case.field("expect").clone(), json!(names)))
}

/// Kubernetes' boards: blocking and informing tests, flaky as a warning; a release is cut on a clean signal only. A board that
/// fails stops either way, one that only informs may be flaky.
pub fn go_nogo(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let boards = [("blocking", Severity::Block), ("informing", Severity::Info)];
    let signal = boards.into_iter().map(|(board, flaky)| said(input.text(board)?, flaky));
    let signal = signal.collect::<Result<Vec<_>, Trouble>>()?.into_iter().max().unwrap_or(Signal::Pending);
    let colour = match signal {
        Signal::Go => "green",
        Signal::NoGo => "red",
        _ => "yellow",
    };
    let decision = if signal == Signal::Go { "go" } else { "no-go" };
    Ok(Outcome::all([
        Outcome::equal(expect.text("signal")?, colour),
        Outcome::equal(expect.text("decision")?, decision),
    ]))
}

/// What a board says, where its flaky tests have that weight.
fn said(state: &str, flaky: Severity) -> Result<Signal, Trouble> {
    match state {
        "pass" => Ok(Severity::Block.signal(Judgement::Pass)),
        "flaky" => Ok(flaky.signal(Judgement::Warn)),
        "fail" => Ok(Severity::Block.signal(Judgement::Fail)),
        other => Err(Trouble::row(format!("unknown state {other:?}"))),
    }
}
