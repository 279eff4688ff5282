//! Windows as Argo CD, the GitOps Promoter and a table of changes of the clocks have them.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::calendar::{Cron, Kind, Length, Moment, Window, Windows, Zone};
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::{Value, json};

/// Argo CD's sync windows: which are active, and whether a sync may run.
pub fn argocd(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    match case.text("op")? {
        "active" => active(input, expect),
        "decide" => allowed(input, expect),
        other => Ok(Outcome::unsupported(format!("operation {other}"))),
    }
}

/// Windows are open at both ends there, and hold their start here: a window that is shorter by the least there is, asked the
/// least there is before, is the same.
const LEAST: SignedDuration = SignedDuration::from_nanos(1);

fn active(input: &Value, expect: &Value) -> Judged {
    let at = instant(input, "now_utc")? - LEAST;
    let windows = input.list("windows")?.iter().map(sync_window).collect::<Result<Vec<_>, _>>();
    let windows = match windows {
        Err(Trouble::Library(error)) => {
            return Ok(Outcome::accepted(!expect.flag("error").unwrap_or(false), &Err::<(), _>(error)));
        }
        windows => windows?,
    };
    let covering = |window: &Window| Ok::<_, Trouble>(covers(window, at)?);
    let active: Vec<bool> = windows.iter().map(covering).collect::<Result<_, _>>()?;
    let count = active.iter().filter(|active| **active).count();
    let inactive_allows =
        windows.iter().zip(&active).filter(|(window, active)| window.kind == Kind::Allow && !**active);
    let said = [
        ("active_count", json!(count)),
        ("index", json!(active.iter().position(|active| *active))),
        ("inactive_allow_count", json!(inactive_allows.count())),
        ("active", json!(count > 0)),
        ("error", json!(false)),
    ];
    let known = said.into_iter().filter(|(key, _)| !expect.field(key).is_null());
    Ok(Outcome::all(known.map(|(key, got)| Outcome::equal(expect.field(key).clone(), got))))
}

/// Whether a window holds an instant: one that denies closes the way then.
fn covers(window: &Window, at: Timestamp) -> greenboard::Result<bool> {
    let mut window = window.clone();
    window.kind = Kind::Deny;
    Ok(!Windows::new(&[window])?.is_open(at))
}

fn sync_window(row: &Value) -> Result<Window, Trouble> {
    let mut length = Length::parse(row.text("duration")?)?;
    length.time -= LEAST;
    let window = Window::new("window", kind(row)?)
        .with_cron(Cron::parse(row.text("cron")?)?)
        .with_zone(Zone::parse(row.optional_text("timezone")?.unwrap_or("UTC"))?)
        .with_duration(length);
    Ok(window)
}

fn kind(row: &Value) -> Result<Kind, Trouble> {
    let text = row.text("kind")?;
    let known = Kind::ALL.into_iter().find(|kind| kind.name() == text);
    known.ok_or_else(|| Trouble::row(format!("unknown kind {text:?}")))
}

/// Whether a sync may run, with windows that are active or not.
fn allowed(input: &Value, expect: &Value) -> Judged {
    let at: Timestamp = "2026-06-17T12:00:00Z".parse().expect("an instant");
    let window = |row: &Value| -> Result<Window, Trouble> {
        let start = if row.flag("active")? { at } else { at + 1.hour() };
        let window = Window::new("window", kind(row)?).with_start(start).with_end(start + 1.hour());
        Ok(window.with_manual_override(row.flag("manual_override")?))
    };
    let windows = input.list("windows")?.iter().map(window).collect::<Result<Vec<_>, _>>()?;
    let decision = Windows::new(&windows)?.decide_for(at, input.flag("manual")?);
    Ok(Outcome::equal(expect.flag("allowed")?, decision.open))
}

/// The GitOps Promoter's scheduled commit statuses.
pub fn gitops_promoter(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let default = input.optional_text("default_timezone")?.unwrap_or("UTC");
    let mut windows = Vec::new();
    for (key, kind) in [("allow", Kind::Allow), ("exclude", Kind::Deny)] {
        for row in input.list(key)? {
            let hours = SignedDuration::from_secs_f64(row.number("duration_h")? * 3600.0);
            let window = Window::new(row.text("cron")?, kind)
                .with_cron(Cron::parse(row.text("cron")?)?)
                .with_zone(Zone::parse(row.optional_text("timezone")?.unwrap_or(default))?)
                .with_duration(Length::of(hours));
            windows.push(window);
        }
    }
    let decision = Windows::new(&windows)?.decide(instant(input, "now_utc")?);
    let first = |windows: &[greenboard::calendar::Governing], kind: Kind| {
        windows
            .iter()
            .find(|window| window.kind == kind)
            .map_or(String::new(), |window| window.window.clone())
    };
    let said = [
        ("phase", json!(if decision.open { "success" } else { "pending" })),
        ("active_allow", json!(first(&decision.by, Kind::Allow))),
        ("active_exclude", json!(first(&decision.blocked_by, Kind::Deny))),
        ("next_transition", json!(decision.next_change().map(|at| at.to_string()))),
    ];
    let known = said.into_iter().filter(|(key, _)| !expect.field(key).is_null());
    Ok(Outcome::all(known.map(|(key, got)| Outcome::equal(expect.field(key).clone(), got))))
}

/// A window of so many minutes from a time on the wall on, around changes of the clocks.
pub fn freeze_dst(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let minutes = SignedDuration::from_mins(input.integer("duration_min")?);
    let window = Window::deny("freeze")
        .with_zone(Zone::parse(input.text("timezone")?)?)
        .with_start(Moment::parse(input.text("local_start")?)?)
        .with_duration(Length::of(minutes));
    let windows = Windows::new(&[window])?;
    let occurrence = windows.occurrences(Timestamp::MIN, Timestamp::MAX, 1);
    let (start, end) = occurrence.first().map(|once| (once.start.to_string(), once.end.to_string())).unzip();
    let inside = !windows.is_open(instant(input, "now_utc")?);
    Ok(Outcome::all([
        Outcome::equal(expect.text("start_utc")?, start),
        Outcome::equal(expect.text("end_utc")?, end),
        Outcome::equal(expect.flag("inside")?, inside),
    ]))
}

fn instant(row: &Value, key: &str) -> Result<Timestamp, Trouble> {
    row.text(key)?.parse().map_err(|_| Trouble::row(format!("field {key:?} should be an instant")))
}
