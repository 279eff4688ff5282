//! What tools' JSON has in common: maps whose other keys are nobody's business here.

use super::ToolError;
use crate::Result;
use crate::document::{Node, Position, Read, Value, shorten};
use std::collections::BTreeMap;

/// The value under a key, none where it is left out or null.
pub(crate) fn field<T: Read>(map: &Node, key: &str) -> Result<Option<T>> {
    match present(map, key) {
        Some(node) => T::read(node).map(Some).map_err(|error| error.under_key(key)),
        None => Ok(None),
    }
}

/// The node under a key, none where it is left out or null.
pub(crate) fn present<'n>(map: &'n Node, key: &str) -> Option<&'n Node> {
    map.get(key).filter(|node| node.value != Value::Null)
}

/// The items under a key; none of them where it is left out or null.
pub(crate) fn items<'n>(map: &'n Node, key: &str) -> Result<&'n [Node]> {
    match present(map, key) {
        Some(node) => node.list().map_err(|error| error.under_key(key)),
        None => Ok(&[]),
    }
}

/// The text under a key, none where it is left out or null.
pub(crate) fn text<'n>(map: &'n Node, key: &str) -> Result<Option<&'n str>> {
    present(map, key).map(|node| node.text().map_err(|error| error.under_key(key))).transpose()
}

/// The text under a key, which has to be one of these; none where it is left out or null.
pub(crate) fn status<'n>(
    tool: &'static str,
    map: &'n Node,
    key: &str,
    what: &'static str,
    all: &[&'static str],
) -> Result<Option<&'n str>> {
    let Some(node) = present(map, key) else { return Ok(None) };
    let found = node.text().and_then(|found| known(tool, what, found, node.at, all));
    found.map(Some).map_err(|error| error.under_key(key))
}

/// The word, which has to be one of these.
pub(crate) fn known<'n>(
    tool: &'static str,
    what: &'static str,
    found: &'n str,
    at: Position,
    all: &[&'static str],
) -> Result<&'n str> {
    if all.contains(&found) {
        return Ok(found);
    }
    Err(ToolError::UnknownStatus { tool, what, input: shorten(found), known: all.to_vec(), at }.into())
}

/// Counts one more of a name.
pub(crate) fn tally(counts: &mut BTreeMap<String, u64>, name: Option<&str>) {
    if let Some(name) = name {
        *counts.entry(name.to_owned()).or_default() += 1;
    }
}
