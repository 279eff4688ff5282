//! What is said of what happened.

use super::format::ReviewFormat;
use super::owed::words;
use super::page::{Cell, Page, Table};
use crate::document::{Node, TAG, Value, to_node};
use crate::ledger::Entry;
use crate::release::Event;

/// The keys that say what an event is about, in the order in which they are told.
const TOLD: [&str; 17] = [
    "name",
    "step",
    "stage",
    "gate",
    "criterion",
    "item",
    "task",
    "milestone",
    "target",
    "environment",
    "status",
    "verdict",
    "role",
    "outcome",
    "severity",
    "id",
    "reason",
];

/// How many of them are told of one event.
const MOST: usize = 3;

/// What happened to releases, for people: when, what, by whom.
///
/// ```
/// use greenboard::ledger::Actor;
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::GateSet;
/// use greenboard::release::{Context, CreateCommand, Envelope, Release, Roles, decide};
/// use greenboard::report::{self, ReviewFormat};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let context = Context::new(GateSet::parse("gates: []")?, Roles::new(), Facts::new(Roster::new()))?;
/// let create = CreateCommand::new(Release::new("api-1.4.0", "train"));
/// let events = decide(None, &Envelope::new("create-1", Actor::human("ada"), at, create), &context)?;
/// let text = report::timeline(&events, ReviewFormat::Text);
/// assert!(text.contains("2026-11-02T09:00:00Z  release created  ada"), "{text}");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn timeline(events: &[Event], format: ReviewFormat) -> String {
    let mut page = Page::default();
    if events.is_empty() {
        page.note("Nothing has happened.");
    }
    let several =
        events.iter().any(|event| Some(&event.release) != events.first().map(|first| &first.release));
    let mut table = Table::of(&["when", "what", "who", "about"]);
    table.rows = events.iter().map(|event| row(event, several)).collect();
    page.table(table);
    format.write(&page)
}

/// Entries of a ledger for people: number, when it was recorded, what, about what, by whom.
///
/// ```
/// use greenboard::ledger::{self, Actor};
/// use greenboard::report::{self, ReviewFormat};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
/// let text = report::entries(&ledger::seal(&[genesis], None, at)?.entries, ReviewFormat::Text);
/// assert!(text.ends_with("0    2026-01-02T03:04:05Z  ledger.genesis  ledger   ci   genesis\n"), "{text}");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn entries(entries: &[Entry], format: ReviewFormat) -> String {
    let mut page = Page::default();
    if entries.is_empty() {
        page.note("There is no entry.");
    }
    let mut table = Table::of(&["seq", "recorded", "kind", "subject", "who", "id"]);
    let row = |entry: &Entry| -> Vec<Cell> {
        vec![
            entry.seq().to_string().into(),
            entry.recorded_at().to_string().into(),
            entry.kind().into(),
            entry.subject().into(),
            entry.actor().id.as_str().into(),
            entry.id().into(),
        ]
    };
    table.rows = entries.iter().map(row).collect();
    page.table(table);
    format.write(&page)
}

fn row(event: &Event, several: bool) -> Vec<Cell> {
    let mut about = about(event);
    if several {
        about.insert(0, event.release.clone());
    }
    vec![
        event.at.to_string().into(),
        words(event.what.kind()).into(),
        event.actor.id.as_str().into(),
        about.join(", ").into(),
    ]
}

/// What an event is about, of the texts that it has, those in its parts included.
fn about(event: &Event) -> Vec<String> {
    // Only a number that is none cannot be told.
    let Ok(node) = to_node(&event.what) else { return Vec::new() };
    let Value::Map(entries) = &node.value else { return Vec::new() };
    let parts =
        entries.iter().filter(|(key, _)| key.text != "extra").filter_map(|(_, value)| match &value.value {
            Value::Map(inner) => Some(inner.as_slice()),
            _ => None,
        });
    let mut found: Vec<(usize, String)> = Vec::new();
    for (key, value) in entries.iter().chain(parts.flatten()) {
        let place = TOLD.iter().position(|told| *told == key.text).filter(|_| key.text != TAG);
        if let (Some(place), Some(text)) = (place, text(value)) {
            found.push((place, text.to_owned()));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.dedup_by(|a, b| a.1 == b.1);
    found.truncate(MOST);
    found.into_iter().map(|(_, text)| text).collect()
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
