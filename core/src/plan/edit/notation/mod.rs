//! Values, and the bytes of the text that each stands in.
//!
//! The located tree of `document` knows where a value begins, in lines and columns, and refuses what a document should not
//! have. Here it matters where a value *ends*, and a file that some tool reads is taken as that tool takes it: with comments in
//! JSON, and with several YAML documents in one text.

mod json;
mod toml;
mod yaml;

use super::error::EditError;
use crate::error::Place;
use std::collections::HashMap;
use std::ops::Range;

/// The deepest nesting of lists and maps that is read.
const MAX_DEPTH: usize = 128;

/// How a file writes its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Notation {
    Json,
    Yaml,
    Toml,
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    /// The bytes that it is written with, quotes included; none where no one run of bytes can be replaced, such as a table of
    /// dotted keys or a block of YAML text.
    pub span: Option<Range<usize>>,
    pub value: Value,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Map(Map),
    List(Vec<Spot>),
    /// Anything else: the text it means, and whether that is text and not a number or the like.
    Scalar {
        text: String,
        is_text: bool,
    },
}

/// A map's entries in the order of the text. Of two with one key, the later counts, as for most readers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Map {
    pub entries: Vec<Entry>,
    index: HashMap<String, usize>,
}

/// One entry of a map.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub key: String,
    /// The bytes of the key, quotes included.
    pub at: Option<Range<usize>>,
    pub spot: Spot,
}

impl Map {
    fn push(&mut self, entry: Entry) {
        self.index.insert(entry.key.clone(), self.entries.len());
        self.entries.push(entry);
    }

    pub(super) fn get(&self, key: &str) -> Option<&Spot> {
        self.entries.get(*self.index.get(key)?).map(|entry| &entry.spot)
    }
}

impl Spot {
    fn list(span: Option<Range<usize>>, items: Vec<Self>) -> Self {
        Self { span, value: Value::List(items) }
    }

    fn scalar(span: Option<Range<usize>>, text: impl Into<String>, is_text: bool) -> Self {
        Self { span, value: Value::Scalar { text: text.into(), is_text } }
    }

    /// The value under a key of a map.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Map(map) => map.get(key),
            _ => None,
        }
    }

    /// The value at the end of a path of keys.
    pub(super) fn at<const N: usize>(&self, keys: [&str; N]) -> Option<&Self> {
        keys.into_iter().try_fold(self, |spot, key| spot.get(key))
    }

    /// The entries of a map; none of anything else.
    pub(super) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(map) => &map.entries,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub(super) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text that a scalar means.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }
}

impl Notation {
    /// That of a file, by its extension.
    pub(super) fn of_path(path: &str) -> Option<Self> {
        match crate::document::Format::of_path(path)? {
            crate::document::Format::Json => Some(Self::Json),
            crate::document::Format::Yaml => Some(Self::Yaml),
            crate::document::Format::Toml => Some(Self::Toml),
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
            Self::Toml => "TOML",
        }
    }

    /// The documents in a text: one of JSON and TOML, any number of YAML.
    ///
    /// # Errors
    /// `plan.edit_unreadable`, with the place.
    pub(super) fn read(self, path: &str, text: &str) -> Result<Vec<Spot>, EditError> {
        // Editors on Windows put a byte order mark in front; the spans count it.
        let start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let read = match self {
            Self::Json => json::read(text, start).map(|spot| vec![spot]),
            Self::Toml => toml::read(text, start).map(|spot| vec![spot]),
            Self::Yaml => yaml::read(text, start),
        };
        read.map_err(|Problem { at, reason }| EditError::Unreadable {
            notation: self.name(),
            reason,
            place: place(path, text, at),
        })
    }

    /// How `new` is written where `raw` was: in the same quotes, as far as they can hold it.
    pub(super) fn written(self, raw: &str, was_text: bool, new: &str) -> String {
        match self {
            Self::Json => json::quoted(new),
            Self::Toml => toml::written(raw, new),
            Self::Yaml => yaml::written(raw, was_text, new),
        }
    }
}

pub(super) use json::{fresh_entries, quoted};

/// What a text that says it is UTF-8 may begin with.
pub(super) const BOM: char = '\u{FEFF}';

/// What is wrong with a text, and at which byte.
struct Problem {
    at: usize,
    reason: String,
}

impl Problem {
    fn new(at: usize, reason: impl Into<String>) -> Self {
        Self { at, reason: reason.into() }
    }
}

/// The place of a byte of a file.
pub(super) fn place(path: &str, text: &str, at: usize) -> Place {
    let before = text.get(..at.min(text.len())).unwrap_or_default();
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Place { path: Some(path.to_owned()), line: Some(narrow(line)), column: Some(narrow(column)) }
}
