//! Overrides: what one file has otherwise in the gates that it includes.

use super::Criterion;
use super::include::Draft;
use crate::document::{Key, Node, Read, Value, nearest, reads};
use crate::gate::error::GateError;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is to be otherwise in a gate that is included.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct GateOverride {
    /// The gate.
    pub gate: String,
    /// The criterion, by its name; the gate itself, where left out.
    pub criterion: Option<String>,
    /// The keys that are to be otherwise, with their values; `null` takes a key away.
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub set: BTreeMap<String, Node>,
    /// Why.
    pub reason: String,
}

reads!(GateOverride { gate, criterion, set, reason });

/// What was overridden in a gate: from what, to what, by whom and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Overridden {
    /// The gate.
    pub gate: String,
    /// The criterion, by its name; none where it is the gate itself.
    pub criterion: Option<String>,
    /// The key.
    pub key: String,
    /// Its value before; null where it had none.
    #[schemars(with = "Option<serde_json::Value>")]
    pub from: Option<Node>,
    /// Its value since; null where it was taken away.
    #[schemars(with = "Option<serde_json::Value>")]
    pub to: Option<Node>,
    /// Why.
    pub reason: String,
    /// The file that says so; none where it has no name.
    pub file: Option<String>,
}

reads!(Overridden { gate, criterion, key, from, to, reason, file });

/// What no override changes: who refers to a criterion would lose it.
const FIXED: [&str; 3] = ["name", "kind", "criteria"];

/// Applies one of a file's overrides, `node`, to the gates that the file includes.
///
/// # Errors
/// `gate.unknown_gate`, `gate.unknown_criterion`, `gate.fixed_key`, and those of reading the gate as it is then; placed in the
/// override.
pub(super) fn apply(
    node: &Node,
    drafts: &mut [Draft],
    file: Option<&str>,
    done: &mut Vec<Overridden>,
) -> crate::Result<()> {
    let wanted = GateOverride::read(node)?;
    let place = |key: &str| node.get(key).map_or(node.at, |value| value.at);
    let names: Vec<String> = drafts.iter().map(|draft| draft.name().to_owned()).collect();
    let Some(draft) = drafts.iter_mut().find(|draft| draft.name() == wanted.gate) else {
        let error = GateError::unknown_gate(&wanted.gate, names.iter().map(String::as_str));
        return Err(error.at(place("gate")).under_key("gate"));
    };
    let (target, is_criterion) = match &wanted.criterion {
        None => (&mut draft.node, false),
        Some(name) => match draft.criterion_mut(name) {
            Ok(criterion) => (criterion, true),
            Err(known) => {
                let error =
                    GateError::unknown_criterion(name, &wanted.gate, known.iter().map(String::as_str));
                return Err(error.at(place("criterion")).under_key("criterion"));
            }
        },
    };
    let set = node.get("set").map_or(&[][..], |set| set.map().unwrap_or_default());
    for (key, value) in set {
        if FIXED.contains(&key.text.as_str()) {
            let error = GateError::FixedKey { key: key.text.clone() };
            return Err(error.at(key.at).under_key(&key.text).under_key("set"));
        }
        let from = put(target, key, value);
        done.push(Overridden {
            gate: wanted.gate.clone(),
            criterion: wanted.criterion.clone(),
            key: key.text.clone(),
            from,
            to: (value.value != Value::Null).then(|| value.clone()),
            reason: wanted.reason.clone(),
            file: file.map(str::to_owned),
        });
    }
    // What is wrong now is wrong because of this override: it is said of its place.
    let now = Node { value: target.value.clone(), at: place("set") };
    let read = if is_criterion { Criterion::read(&now).map(drop) } else { super::Gate::read(&now).map(drop) };
    read.map_err(|error| error.under_key("set"))
}

/// Puts a value under a key of a map, or takes the key away, and gives what stood there.
fn put(map: &mut Node, key: &Key, value: &Node) -> Option<Node> {
    let Value::Map(entries) = &mut map.value else { return None };
    let at = entries.iter().position(|(known, _)| known.text == key.text);
    match (at, value.value == Value::Null) {
        (Some(at), true) => Some(entries.remove(at).1),
        (Some(at), false) => entries.get_mut(at).map(|entry| {
            let entry = std::mem::replace(entry, (key.clone(), value.clone()));
            entry.1
        }),
        (None, true) => None,
        (None, false) => {
            entries.push((key.clone(), value.clone()));
            None
        }
    }
}

impl GateError {
    pub(in crate::gate) fn unknown_gate<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Self {
        let known: Vec<&str> = known.collect();
        Self::UnknownGate { gate: name.to_owned(), nearest: nearest(name, &known).map(str::to_owned) }
    }

    pub(in crate::gate) fn unknown_criterion<'n>(
        name: &str,
        gate: &str,
        known: impl Iterator<Item = &'n str>,
    ) -> Self {
        let known: Vec<&str> = known.collect();
        Self::UnknownCriterion {
            criterion: name.to_owned(),
            gate: gate.to_owned(),
            nearest: nearest(name, &known).map(str::to_owned),
        }
    }
}
