//! Time travel: how releases were, and what changed since.

use super::event::Event;
use super::evolve::evolve;
use super::state::ReleaseState;
use crate::Result;
use crate::document::{self, Node, Value, reads, to_node};
use crate::ledger::Entry;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Up to where history is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Until {
    /// Up to all there is.
    Now,
    /// Up to the entry of this number, itself included.
    Seq(u64),
    /// Up to what was recorded by this instant, itself included: what people could know then. What was recorded late is not in it.
    Recorded(Timestamp),
    /// Up to what had happened by this instant, itself included, whenever it was recorded.
    Happened(Timestamp),
}

impl Until {
    fn takes(self, entry: &Entry) -> bool {
        match self {
            Self::Now => true,
            Self::Seq(seq) => entry.seq() <= seq,
            Self::Recorded(at) => entry.recorded_at() <= at,
            Self::Happened(at) => entry.at() <= at,
        }
    }
}

/// The releases as they were, by id: the fold of the entries up to there. Entries of other namespaces are passed over.
///
/// ```
/// use greenboard::ledger::{self, Actor};
/// use greenboard::release::{Until, replay};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let sealed = ledger::seal(&[ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at)], None, at)?;
/// assert!(replay(&sealed.entries, Until::Seq(0))?.is_empty());
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.unknown_event` where an event is of a kind that this version does not know; `document.*` where its data cannot be read.
pub fn replay<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    until: Until,
) -> Result<BTreeMap<String, ReleaseState>> {
    let mut states = BTreeMap::new();
    for entry in entries {
        if !until.takes(entry) {
            continue;
        }
        if let Some(event) = Event::of_entry(entry)? {
            let state = states.remove(&event.release);
            if let Some(state) = evolve(state, &event) {
                states.insert(event.release, state);
            }
        }
    }
    Ok(states)
}

/// What changed in a release from one state to another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseDiff {
    /// The release.
    pub release: String,
    /// The version of the first state.
    pub from: u64,
    /// The version of the second.
    pub to: u64,
    /// What changed, by place.
    #[schemars(default)]
    pub changes: Vec<StateChange>,
}

reads!(ReleaseDiff as "greenboard/release-diff/1" { release, from, to, changes = Vec::new() });

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct StateChange {
    /// Where: `stages[build].status`. Things in lists go by their id or name.
    pub place: String,
    /// What it was, as JSON; it was not there, where left out.
    pub before: Option<String>,
    /// What it is, as JSON; it is not there, where left out.
    pub after: Option<String>,
    /// Both in a sentence.
    pub sentence: String,
}

reads!(StateChange { place, before, after, sentence });

/// What says nothing that a reader looks for: it changes with every event.
const COUNTED: [&str; 3] = ["version", "updated_at", "commands"];

/// The keys by which things in lists are told apart.
const NAMED: [&str; 5] = ["id", "name", "event", "item", "seq"];

/// What changed from one state of a release to another, to be read by people. Work is linear in the two states.
///
/// # Errors
/// `document.not_finite` where a number of them is none.
///
/// ```
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::GateSet;
/// use greenboard::ledger::Actor;
/// use greenboard::release::{Context, CreateCommand, Envelope, Release, Roles, SetFlagCommand, ReleaseFlag, decide, diff, evolve, fold};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let context = Context::new(GateSet::parse("gates: []")?, Roles::new(), Facts::new(Roster::new()))?;
/// let create = Envelope::new("c-1", Actor::human("ada"), at, CreateCommand::new(Release::new("R-1", "train")));
/// let before = fold(&decide(None, &create, &context)?).unwrap();
/// let flag = SetFlagCommand::new(ReleaseFlag::AtRisk).with_comment("tests fail");
/// let events = decide(Some(&before), &Envelope::new("c-2", Actor::human("ada"), at, flag), &context)?;
/// let after = events.iter().fold(Some(before.clone()), evolve).unwrap();
/// let changes = diff(&before, &after)?.changes;
/// assert!(changes.iter().any(|change| change.sentence == "flag: \"ok\" became \"at_risk\""));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn diff(before: &ReleaseState, after: &ReleaseState) -> Result<ReleaseDiff> {
    let mut changes = Vec::new();
    compare("", &to_node(before)?, &to_node(after)?, &mut changes)?;
    Ok(ReleaseDiff { release: after.release.id.clone(), from: before.version, to: after.version, changes })
}

fn compare(place: &str, before: &Node, after: &Node, changes: &mut Vec<StateChange>) -> Result<()> {
    match (&before.value, &after.value) {
        (Value::Map(_), Value::Map(_)) => {
            let (before, after) = (by_key(before), by_key(after));
            each(place, "", &before, &after, changes)
        }
        (Value::List(old), Value::List(new)) => match (by_name(old), by_name(new)) {
            (Some(before), Some(after)) => each(place, "[", &before, &after, changes),
            _ if same(before, after) => Ok(()),
            _ => say(place, Some(before), Some(after), changes),
        },
        _ if same(before, after) => Ok(()),
        _ => say(place, Some(before), Some(after), changes),
    }
}

/// Each thing that one or the other has.
fn each(
    place: &str,
    bracket: &str,
    before: &BTreeMap<&str, &Node>,
    after: &BTreeMap<&str, &Node>,
    changes: &mut Vec<StateChange>,
) -> Result<()> {
    let keys: std::collections::BTreeSet<&&str> = before.keys().chain(after.keys()).collect();
    for key in keys {
        if place.is_empty() && COUNTED.contains(key) {
            continue;
        }
        let inner = match (bracket, place.is_empty()) {
            ("[", _) => format!("{place}[{key}]"),
            (_, true) => (*key).to_owned(),
            (_, false) => format!("{place}.{key}"),
        };
        match (before.get(*key), after.get(*key)) {
            (Some(before), Some(after)) => compare(&inner, before, after, changes)?,
            (before, after) => say(&inner, before.copied(), after.copied(), changes)?,
        }
    }
    Ok(())
}

fn by_key(node: &Node) -> BTreeMap<&str, &Node> {
    let Value::Map(entries) = &node.value else { return BTreeMap::new() };
    let stated = entries.iter().filter(|(_, value)| value.value != Value::Null);
    stated.map(|(key, value)| (key.text.as_str(), value)).collect()
}

/// The things of a list by their ids or names; none where one has none, or two have the same.
fn by_name(items: &[Node]) -> Option<BTreeMap<&str, &Node>> {
    let mut named = BTreeMap::new();
    for item in items {
        let name = NAMED.iter().find_map(|key| item.get(key)?.text().ok())?;
        if named.insert(name, item).is_some() {
            return None;
        }
    }
    Some(named)
}

/// Whether two say the same, wherever they were read.
fn same(before: &Node, after: &Node) -> bool {
    match (text(before), text(after)) {
        (Ok(before), Ok(after)) => before == after,
        _ => false,
    }
}

fn text(node: &Node) -> Result<String> {
    document::canonical::write(node, document::canonical::Policy::Exact)
}

fn say(
    place: &str,
    before: Option<&Node>,
    after: Option<&Node>,
    changes: &mut Vec<StateChange>,
) -> Result<()> {
    let (before, after) = (before.map(text).transpose()?, after.map(text).transpose()?);
    let sentence = match (&before, &after) {
        (Some(before), Some(after)) => format!("{place}: {before} became {after}"),
        (None, Some(after)) => format!("{place}: {after} is new"),
        (Some(before), None) => format!("{place}: {before} is gone"),
        (None, None) => return Ok(()),
    };
    changes.push(StateChange { place: place.to_owned(), before, after, sentence });
    Ok(())
}
