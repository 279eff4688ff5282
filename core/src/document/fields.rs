//! Structs and enums from the tree: [`reads!`] for a struct, [`names!`] for an enum of names.

use super::error::DocumentError;
use super::nearest::nearest;
use super::read::{Read, ReadUnder};

use super::tree::{Key, Node, Value, shorten};
use crate::Result;
use std::collections::BTreeMap;

/// The key that tells the kinds of a registry apart.
pub(crate) const TAG: &str = "kind";

/// The key under which a document may say what it is.
pub(super) const SCHEMA_KEY: &str = "schema";

/// The entries of a map whose keys are known: what a struct is read from.
pub(crate) struct Fields<'n> {
    node: &'n Node,
    entries: &'n [(Key, Node)],
}

impl<'n> Fields<'n> {
    /// The node as a map with no other keys than `known`; besides, a document's `schema`, which must be the one given.
    pub(crate) fn of(
        node: &'n Node,
        schema: Option<&'static str>,
        known: &'static [&'static str],
    ) -> Result<Self> {
        Self::beside(node, &[], schema, known)
    }

    /// Likewise, where the map also holds keys of somebody else's.
    pub(crate) fn beside(
        node: &'n Node,
        others: &[&'static str],
        schema: Option<&'static str>,
        known: &'static [&'static str],
    ) -> Result<Self> {
        let entries = node.map()?;
        for (key, value) in entries {
            if known.contains(&key.text.as_str()) || others.contains(&key.text.as_str()) {
                continue;
            }
            match schema {
                Some(expected) if key.text == SCHEMA_KEY => check_schema(value, expected)?,
                _ => {
                    return Err(unknown_key(key, others, known));
                }
            }
        }
        Ok(Self { node, entries })
    }

    /// Likewise, and what the map holds under other keys: facts come from other versions and systems, and nothing of them is
    /// lost. What was kept before stands under `keep`.
    pub(crate) fn keeping(
        node: &'n Node,
        others: &[&'static str],
        schema: Option<&'static str>,
        known: &'static [&'static str],
        keep: &'static str,
    ) -> Result<(Self, Extra)> {
        let entries = node.map()?;
        let mut kept = Extra::default();
        for (key, value) in entries {
            let name = key.text.as_str();
            match schema {
                Some(expected) if name == SCHEMA_KEY => check_schema(value, expected)?,
                None if name == SCHEMA_KEY => {}
                _ if name == keep && value.value == Value::Null => {}
                _ if name == keep => {
                    let before = Extra::read(value).map_err(|error| error.under_key(keep))?;
                    kept.0.extend(before.0);
                }
                _ if known.contains(&name) || others.contains(&name) => {}
                _ => drop(kept.0.insert(name.to_owned(), value.clone())),
            }
        }
        Ok((Self { node, entries }, kept))
    }

    /// The node as a map of whatever keys.
    pub(crate) fn open(node: &'n Node) -> Result<Self> {
        Ok(Self { node, entries: node.map()? })
    }

    /// The value under `key`, or what its type says of an absent one.
    pub(crate) fn required<T: Read>(&self, key: &'static str) -> Result<T> {
        match self.with(key, T::read)? {
            Some(value) => Ok(value),
            None => T::absent().ok_or_else(|| self.missing(key)),
        }
    }

    /// The value under `key`; none where the key is left out, or is null and its type has no null.
    pub(crate) fn optional<T: Read>(&self, key: &str) -> Result<Option<T>> {
        self.with(key, |node| unless_null(node, T::read(node))).map(Option::flatten)
    }

    /// As [`required`](Self::required), for a type that needs a context.
    pub(crate) fn required_under<C, T: ReadUnder<C>>(&self, context: &C, key: &'static str) -> Result<T> {
        match self.with(key, |node| T::read_under(context, node))? {
            Some(value) => Ok(value),
            None => T::absent_under().ok_or_else(|| self.missing(key)),
        }
    }

    /// As [`optional`](Self::optional), for a type that needs a context.
    pub(crate) fn optional_under<C, T: ReadUnder<C>>(&self, context: &C, key: &str) -> Result<Option<T>> {
        self.with(key, |node| unless_null(node, T::read_under(context, node))).map(Option::flatten)
    }

    /// What `read` makes of the value under `key`.
    pub(crate) fn with<T>(&self, key: &str, read: impl FnOnce(&Node) -> Result<T>) -> Result<Option<T>> {
        let found = self.entries.iter().find(|(k, _)| k.text == key);
        found.map(|(_, node)| read(node).map_err(|error| error.under_key(key))).transpose()
    }

    /// The error of leaving `key` out.
    pub(crate) fn missing(&self, key: &'static str) -> crate::Error {
        DocumentError::MissingKey { key }.at(self.node.at)
    }
}

/// What a fact says under keys that this version does not know, as it was said.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Extra(#[schemars(with = "BTreeMap<String, serde_json::Value>")] pub BTreeMap<String, Node>);

impl Read for Extra {
    fn read(node: &Node) -> Result<Self> {
        Read::read(node).map(Self)
    }
}

fn unknown_key(key: &Key, others: &[&'static str], known: &[&'static str]) -> crate::Error {
    // What tells the kinds apart was found by then.
    let others = others.iter().filter(|name| **name != TAG);
    let known: Vec<&'static str> = others.chain(known).copied().collect();
    let nearest = nearest(&key.text, &known);
    DocumentError::UnknownKey { key: shorten(&key.text), known, nearest }.at(key.at).under_key(&key.text)
}

fn unless_null<T>(node: &Node, read: Result<T>) -> Result<Option<T>> {
    match read {
        Err(_) if node.value == Value::Null => Ok(None),
        read => read.map(Some),
    }
}

fn check_schema(node: &Node, expected: &'static str) -> Result<()> {
    if node.value == Value::Null {
        return Ok(());
    }
    let found = node.text().map_err(|error| error.under_key(SCHEMA_KEY))?;
    if found == expected {
        return Ok(());
    }
    Err(DocumentError::WrongSchema { found: shorten(found), expected }.at(node.at).under_key(SCHEMA_KEY))
}

/// Reads one of a fixed list of names.
pub(crate) fn read_name<T: Copy>(
    node: &Node,
    what: &'static str,
    names: impl Iterator<Item = (&'static str, T)>,
) -> Result<T> {
    let Value::Text(text) = &node.value else { return Err(node.expected(what)) };
    let mut known = Vec::new();
    for (name, value) in names {
        if name == text {
            return Ok(value);
        }
        known.push(name);
    }
    let nearest = nearest(text, &known);
    Err(DocumentError::UnknownValue { what, input: shorten(text), known, nearest }.at(node.at))
}

/// Implements [`Read`] for an enum of names: a type with `ALL` and `name()`.
///
/// ```text
/// names!(Bump: "bump");
/// ```
macro_rules! names {
    ($type:ty: $what:literal) => {
        impl $crate::document::Read for $type {
            fn read(node: &$crate::document::Node) -> $crate::Result<Self> {
                let names = Self::ALL.iter().map(|value| (value.name(), *value));
                $crate::document::read_name(node, $what, names)
            }
        }
    };
}
pub(crate) use names;

/// Implements [`Read`] for a struct from the names of its fields, in the order in which they are to be read.
///
/// ```text
/// reads!(Entry as "greenboard/entry/1" {   // the schema makes it a `Document`; left out for a part of one
///     component,                           // required, unless its type has a value for an absent key (`Option`)
///     kind as "type",                      // under another key
///     wave = 0,                            // with a default; it may use the fields above
///     scheme: Scheme,                      // with its type, where a default below calls a method of it
///     version under scheme,                // by `ReadUnder`, in the context of a field above
/// });
/// reads!(Fact keeping extra { id });      // unknown keys are kept, in the field `extra: Extra`
/// reads!(Options { depth, breadth, .. });  // what is left out is as in `Options::default()`
/// ```
/// The struct is built by its literal, so a forgotten field does not compile; an unknown key is refused with the nearest
/// known one; `null` is as good as left out.
macro_rules! reads {
    (
        $type:ident $(as $schema:literal)? {
            $($field:ident $(: $of:ident)? $(as $key:literal)? $(under $context:ident)? $(= $default:expr)?),* $(,)?
        }
    ) => {
        $crate::document::reads!(@impl $type [$($schema)?] [$($field $(as $key)?),*] fields {
            $(let $field $(: $of)? = $crate::document::reads!(
                @value fields, $crate::document::reads!(@key $field $($key)?), [$($context)?] [$($default)?]
            );)*
            Ok(Self { $($field),* })
        });
    };
    ($type:ident $(as $schema:literal)? { $($field:ident $(as $key:literal)?,)+ .. }) => {
        $crate::document::reads!(@impl $type [$($schema)?] [$($field $(as $key)?),*] fields {
            let defaults = <Self as Default>::default();
            $(let $field = match fields.optional($crate::document::reads!(@key $field $($key)?))? {
                Some(value) => value,
                None => defaults.$field,
            };)+
            Ok(Self { $($field),+ })
        });
    };
    (
        $type:ident $(as $schema:literal)? keeping $kept:ident {
            $($field:ident $(as $key:literal)? $(= $default:expr)?),* $(,)?
        }
    ) => {
        impl $crate::document::Read for $type {
            fn read(node: &$crate::document::Node) -> $crate::Result<Self> {
                Self::read_beside(node, &[])
            }

            fn read_beside(node: &$crate::document::Node, others: &[&'static str]) -> $crate::Result<Self> {
                const KEYS: &[&str] = &[$($crate::document::reads!(@key $field $($key)?)),*];
                let schema = $crate::document::reads!(@schema $($schema)?);
                #[allow(unused_variables)]
                let (fields, $kept) =
                    $crate::document::Fields::keeping(node, others, schema, KEYS, stringify!($kept))?;
                $(let $field = $crate::document::reads!(
                    @value fields, $crate::document::reads!(@key $field $($key)?), [] [$($default)?]
                );)*
                Ok(Self { $($field,)* $kept })
            }
        }
        $(impl $crate::document::Document for $type {
            const SCHEMA: &'static str = $schema;
        })?
    };
    (
        @impl $type:ident [$($schema:literal)?] [$($field:ident $(as $key:literal)?),*] $fields:ident $body:block
    ) => {
        impl $crate::document::Read for $type {
            fn read(node: &$crate::document::Node) -> $crate::Result<Self> {
                Self::read_beside(node, &[])
            }

            fn read_beside(node: &$crate::document::Node, others: &[&'static str]) -> $crate::Result<Self> {
                const KEYS: &[&str] = &[$($crate::document::reads!(@key $field $($key)?)),*];
                let schema = $crate::document::reads!(@schema $($schema)?);
                #[allow(unused_variables)]
                let $fields = $crate::document::Fields::beside(node, others, schema, KEYS)?;
                $body
            }
        }
        $(impl $crate::document::Document for $type {
            const SCHEMA: &'static str = $schema;
        })?
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@schema) => { None };
    (@schema $schema:literal) => { Some($schema) };
    (@value $fields:ident, $key:expr, [] []) => { $fields.required($key)? };
    (@value $fields:ident, $key:expr, [] [$default:expr]) => {
        match $fields.optional($key)? { Some(value) => value, None => $default }
    };
    (@value $fields:ident, $key:expr, [$context:ident] []) => { $fields.required_under(&$context, $key)? };
    (@value $fields:ident, $key:expr, [$context:ident] [$default:expr]) => {
        match $fields.optional_under(&$context, $key)? { Some(value) => value, None => $default }
    };
}
pub(crate) use reads;
