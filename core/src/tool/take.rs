//! Parts of a tool's JSON: only the keys that are asked for, whatever else it holds.

use crate::Result;
use crate::document::{Node, Read, Value, shorten};
use crate::tool::ToolError;
use crate::tool::time::instant;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Implements [`Read`] for a struct that takes some keys of a map. Unknown keys are skipped; a key that is left out, or null,
/// gives its type's default.
///
/// ```text
/// takes!(Match {
///     id [required] as "VulnerabilityID",   // an error where it is left out
///     severity as "Severity",
///     aliases,
/// });
/// ```
macro_rules! takes {
    ($type:ident { $($field:ident $([$required:ident])? $(as $key:literal)?),* $(,)? }) => {
        impl $crate::document::Read for $type {
            fn read(node: &$crate::document::Node) -> $crate::Result<Self> {
                let fields = $crate::document::Fields::open(node)?;
                $(let $field = $crate::tool::take::takes!(
                    @value fields, $crate::tool::take::takes!(@key $field $($key)?), [$($required)?]
                );)*
                Ok(Self { $($field),* })
            }
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@value $fields:ident, $key:expr, []) => { $fields.optional($key)?.unwrap_or_default() };
    (@value $fields:ident, $key:expr, [required]) => { $fields.required($key)? };
}
pub(super) use takes;

/// A text, where a tool may also write a number; an empty one is as good as none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Said(pub(super) Option<String>);

impl Said {
    /// The text, unless it is empty.
    pub(super) fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl Read for Said {
    fn read(node: &Node) -> Result<Self> {
        let text = match &node.value {
            Value::Text(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            Value::BigInteger(digits) => digits.clone(),
            Value::Float(number) => number.to_string(),
            _ => return Err(node.expected("text")),
        };
        Ok(Self((!text.is_empty()).then_some(text)))
    }
}

/// An instant as tools write it. An empty text, and the year 1, Go's zero, are none.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Instant(pub(super) Option<Timestamp>);

impl Read for Instant {
    fn read(node: &Node) -> Result<Self> {
        let text = node.text()?;
        if is_none(text) {
            return Ok(Self(None));
        }
        instant(text).map(|instant| Self(Some(instant))).ok_or_else(|| {
            let expected = "an instant such as 2026-03-01T09:30:00Z, or a date";
            ToolError::InvalidValue { what: "instant", input: shorten(text), expected, at: node.at }.into()
        })
    }
}

fn is_none(text: &str) -> bool {
    text.is_empty() || text.starts_with("0001-01-01")
}

/// The instant of a text that is worth having and no more: none where it cannot be read.
pub(super) fn loose_instant(text: Option<&str>) -> Option<Timestamp> {
    text.and_then(instant)
}

/// Whether the value under a key is of this kind.
pub(super) fn has(node: &Node, key: &str, is: impl Fn(&Value) -> bool) -> bool {
    node.get(key).is_some_and(|node| is(&node.value))
}

/// Whether a value is a list.
pub(super) fn is_list(value: &Value) -> bool {
    matches!(value, Value::List(_))
}

/// Whether a value is a map.
pub(super) fn is_map(value: &Value) -> bool {
    matches!(value, Value::Map(_))
}

/// Whether a value is text.
pub(super) fn is_text(value: &Value) -> bool {
    matches!(value, Value::Text(_))
}

/// What stands in a count for what a report does not say.
pub(super) const MISSING: &str = "missing";

/// How often each comes.
pub(super) fn tally<S: Into<String>>(items: impl IntoIterator<Item = S>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item.into()).or_insert(0) += 1;
    }
    counts
}

/// A word of a tool's vocabulary: a state that nobody knows is no success.
pub(super) fn known(
    tool: &'static str,
    node: &Node,
    what: &'static str,
    words: &'static [&'static str],
) -> Result<&'static str> {
    let found = node.text()?;
    words.iter().find(|word| **word == found).copied().ok_or_else(|| {
        ToolError::UnknownStatus { tool, what, input: shorten(found), known: words.to_vec(), at: node.at }
            .into()
    })
}
