//! Replays GOV.UK's deployment log as continuous releases: each change of an image is one command, which opens, judges and closes
//! its release.
//!
//! `GREENBOARD_DATA` names the folder of the shared data; without it, it is said that this was skipped. With a folder as argument,
//! the ledger is kept in files there. Gates freeze each application while its automatic deployments were switched off, by the log.

use flate2::read::GzDecoder;
use greenboard::fact::{Facts, Roster, Subject};
use greenboard::gate::{GateSet, Signal};
use greenboard::ledger::store::{File, FileOptions, Memory, Store};
use greenboard::ledger::{self, Actor, Expect};
use greenboard::release::audit::{AuditOptions, export_audit};
use greenboard::release::{
    Context, Envelope, Event, Happening, RecordDeploymentCommand, Release, Releases, Roles, ScopeItem, decide,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How many deployments are appended at once.
const BATCH: usize = 1000;

/// One change of an image.
struct Change {
    at: Timestamp,
    app: String,
    environment: String,
    from: Option<String>,
    to: String,
    automatic: bool,
    commit: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Some(data) = std::env::var_os("GREENBOARD_DATA").filter(|data| !data.is_empty()) else {
        println!("SKIPPED: set GREENBOARD_DATA to the folder of the shared data");
        return Ok(());
    };
    let path = PathBuf::from(data).join("facts/govuk_deployments.json.gz");
    if !path.exists() {
        println!("SKIPPED: {} is not there", path.display());
        return Ok(());
    }
    let log: Value = serde_json::from_reader(GzDecoder::new(std::fs::File::open(path)?))?;
    let changes: Vec<Change> = rows(&log, "deployments").filter_map(change).collect();
    let gates = gates(&log)?;
    println!("{} deployments, {} gates", changes.len(), gates.gates().len());
    let context = Context::new(gates, Roles::new(), Facts::new(Roster::new()))?;
    match std::env::args_os().nth(1) {
        Some(folder) => {
            let options = FileOptions::default();
            replay(File::open(folder, options)?, &changes, &context)
        }
        None => replay(Memory::new(), &changes, &context),
    }
}

fn replay(mut store: impl Store, changes: &[Change], context: &Context) -> Result<(), Box<dyn Error>> {
    let first = changes.first().map_or(Timestamp::UNIX_EPOCH, |change| change.at);
    let genesis = ledger::genesis("example.org/govuk", [0; 16], Actor::service("replay"), first);
    store.append(&[genesis], &Expect::Empty, first)?;
    let (mut deciding, mut drafting, mut appending) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    let mut verdicts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let began = Instant::now();
    for (batch, part) in changes.chunks(BATCH).enumerate() {
        let mut drafts = Vec::with_capacity(part.len() * 4);
        for (index, change) in part.iter().enumerate() {
            let envelope = command(batch * BATCH + index, change);
            let start = Instant::now();
            let events = decide(None, &envelope, context).map_err(greenboard::Error::from)?;
            deciding += start.elapsed();
            *verdicts.entry(verdict(&events).name()).or_default() += 1;
            let start = Instant::now();
            for event in &events {
                drafts.push(event.to_draft()?);
            }
            drafting += start.elapsed();
        }
        let start = Instant::now();
        let now = part.last().map_or(first, |change| change.at);
        store.append(&drafts, &Expect::Any, now)?;
        appending += start.elapsed();
    }
    println!(
        "replayed in {:.2?}: decided {deciding:.2?}, written as entries {drafting:.2?}, appended {appending:.2?}",
        began.elapsed()
    );
    println!("verdicts: {verdicts:?}");

    let start = Instant::now();
    let (mut after, mut count, mut bytes) = (None, 0_u64, 0_u64);
    let mut releases = Releases::new();
    let mut reading = Duration::ZERO;
    loop {
        let page = store.entries(after, 4096)?;
        let Some(last) = page.last() else { break };
        after = Some(last.seq());
        count += page.len() as u64;
        bytes += page.iter().map(|entry| entry.bytes().len() as u64).sum::<u64>();
        let start = Instant::now();
        releases.read(&page)?;
        reading += start.elapsed();
    }
    println!(
        "{count} entries, {:.1} MB, {} bytes a deployment; read in {:.2?}, of which folded in {reading:.2?}: {} releases",
        bytes as f64 / 1e6,
        bytes / changes.len().max(1) as u64,
        start.elapsed(),
        releases.states().len(),
    );
    let last = changes.last().map_or(first, |change| change.at);
    audit(&store, last)
}

/// The audit of the last whole month.
fn audit(store: &impl Store, last: Timestamp) -> Result<(), Box<dyn Error>> {
    let this = TimeZone::UTC.to_datetime(last).date().first_of_month();
    let previous = this.yesterday()?.first_of_month();
    let midnight = |date: Date| TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0));
    let entries = store.entries(None, usize::MAX)?;
    let start = Instant::now();
    let options = AuditOptions::new().with_period(midnight(previous)?, midnight(this)?);
    let audit = export_audit(&entries, &options, last)?;
    let took = start.elapsed();
    let size = greenboard::document::emit(&audit)?.len();
    println!(
        "audit of {previous} to {this}: {} entries, {} releases, {:.1} MB, made in {took:.2?}",
        audit.entries.len(),
        audit.scope.releases.len(),
        size as f64 / 1e6,
    );
    Ok(())
}

/// The command that records a change.
fn command(index: usize, change: &Change) -> Envelope {
    let subject = Subject::new(&change.app).with_version(&change.to).with_environment(&change.environment);
    let mut item = ScopeItem::new(&change.app, subject).with_change(&change.commit);
    item.from.clone_from(&change.from);
    let id = format!("govuk-{index}");
    let release = Release::new(&id, "continuous").with_scope([item]);
    let actor = if change.automatic { Actor::service("argo-bot") } else { Actor::human("operator") };
    let record = RecordDeploymentCommand::new(release, &change.environment, change.at);
    Envelope::new(id, actor, change.at, record)
}

/// What the gates said.
fn verdict(events: &[Event]) -> Signal {
    let closed = events.iter().find_map(|event| match &event.what {
        Happening::ReleaseClosed(closed) => Some(closed),
        _ => None,
    });
    let judged = closed.into_iter().flat_map(|closed| &closed.judged);
    judged.map(|judged| judged.verdict).max().unwrap_or(Signal::Go)
}

/// A gate for each application and environment of which automatic deployments were ever switched off: frozen while they were, but
/// for what people do by hand.
fn gates(log: &Value) -> Result<GateSet, Box<dyn Error>> {
    let mut switched: BTreeMap<(String, String), Vec<(Timestamp, bool)>> = BTreeMap::new();
    for row in rows(log, "flag_changes") {
        if text(row, 3).as_deref() != Some("automatic_deploys_enabled") {
            continue;
        }
        let (Some(at), Some(app), Some(environment), Some(now)) =
            (instant(row), text(row, 1), text(row, 2), text(row, 5))
        else {
            continue;
        };
        switched.entry((app, environment)).or_default().push((at, now.to_lowercase().starts_with("true")));
    }
    let (mut calendars, mut gates) = (Vec::new(), Vec::new());
    for ((app, environment), switches) in switched {
        let name = format!("{app}@{environment}");
        let mut windows = Vec::new();
        for (index, (off, _)) in switches.iter().enumerate().filter(|(_, (_, on))| !on) {
            let later = switches.iter().skip(index).find(|(_, on)| *on);
            let on = later.map_or("2100-01-01T00:00:00Z".to_owned(), |(at, _)| at.to_string());
            windows.push(json!({
                "name": format!("switched off at {off}"), "kind": "deny", "start": off.to_string(), "end": on,
                "manual_override": true,
            }));
        }
        gates.push(json!({
            "name": name, "environments": [environment], "select": {"components": [app]},
            "criteria": [{"name": "no freeze", "kind": "freeze", "calendars": [name]}],
        }));
        calendars.push(json!({"name": name, "windows": windows}));
    }
    Ok(GateSet::parse(&json!({"calendars": calendars, "gates": gates}).to_string())?)
}

fn rows<'v>(log: &'v Value, of: &str) -> impl Iterator<Item = &'v Value> {
    log.get(of).and_then(Value::as_array).into_iter().flatten()
}

fn change(row: &Value) -> Option<Change> {
    Some(Change {
        at: instant(row)?,
        app: text(row, 1)?,
        environment: text(row, 2)?,
        from: text(row, 3),
        to: text(row, 4)?,
        automatic: row.get(5)?.as_i64()? == 1,
        commit: text(row, 6)?,
    })
}

fn instant(row: &Value) -> Option<Timestamp> {
    Timestamp::from_second(row.get(0)?.as_i64()?).ok()
}

fn text(row: &Value, at: usize) -> Option<String> {
    row.get(at)?.as_str().map(str::to_owned)
}
