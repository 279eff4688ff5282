//! What an entry says, in a line.

use super::document::AuditLine;
use crate::document::{Node, Value};
use crate::ledger::Entry;
use std::collections::BTreeSet;

/// The keys under which an entry names what it rests on: a text or several.
const NAMING: [&str; 4] = ["basis", "context", "digest", "evidence"];

/// The key under which facts stand, each of which is evidence by its id.
const FACTS: &str = "facts";

/// What kinds of entries that are events begin with.
pub(super) const NAMESPACE: &str = "release.";

/// Who did what, when, on which evidence; none where the entry is not of a release.
pub(super) fn line(entry: &Entry) -> Option<AuditLine> {
    let what = entry.kind().strip_prefix(NAMESPACE)?;
    let mut evidence = BTreeSet::new();
    // Entries nest 64 deep at most, which the ledger sees to.
    gather(entry.data(), &mut evidence);
    Some(AuditLine {
        seq: entry.seq(),
        event: entry.id().to_owned(),
        release: entry.subject().to_owned(),
        who: entry.actor().id.clone(),
        as_kind: entry.actor().kind,
        what: what.to_owned(),
        at: entry.at(),
        recorded_at: entry.recorded_at(),
        evidence: evidence.into_iter().collect(),
    })
}

fn gather(node: &Node, evidence: &mut BTreeSet<String>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| gather(item, evidence)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if NAMING.contains(&key.text.as_str()) {
                    texts(value, evidence);
                }
                if key.text == FACTS {
                    ids(value, evidence);
                }
                gather(value, evidence);
            }
        }
        _ => {}
    }
}

/// The text that this is, or the texts in it.
fn texts(node: &Node, evidence: &mut BTreeSet<String>) {
    let one = |node: &Node| match &node.value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    };
    match &node.value {
        Value::List(items) => evidence.extend(items.iter().filter_map(one)),
        _ => evidence.extend(one(node)),
    }
}

/// The ids of the facts in it.
fn ids(node: &Node, evidence: &mut BTreeSet<String>) {
    if let Value::List(items) = &node.value {
        evidence.extend(items.iter().filter_map(|fact| match &fact.get("id")?.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }));
    }
}
