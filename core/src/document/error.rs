//! What can be wrong with a document.

use super::tree::Position;
use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;
use std::fmt;

/// Why a text is no document, or a document not what was asked for.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum DocumentError {
    #[error("{0}")]
    Syntax(String),
    #[error("the text is {length} bytes long; at most {limit} are read")]
    TooLarge { length: usize, limit: usize },
    #[error("lists and maps nest too deep; at most {limit} levels are taken")]
    TooDeep { limit: usize },
    #[error("more values than the {limit} that are read, those that aliases repeat included")]
    TooMany { limit: usize },
    #[error("key {key:?} comes twice; it is already on line {}, column {}", first.line, first.column)]
    DuplicateKey { key: String, first: Position },
    #[error("{what} cannot be used here; {instead}")]
    Unsupported { what: String, instead: &'static str },
    #[error("{number} is beyond the finite numbers; write it as text, or leave it out")]
    NotFinite { number: String },
    #[error(
        "integer {number} is beyond ±(2^53−1), where JSON's numbers are no longer exact; write it as text"
    )]
    UnsafeInteger { number: String },
    #[error("expected {expected}, found {found}{}", hinted(hint))]
    WrongType { expected: &'static str, found: String, hint: &'static str },
    #[error("{number} is out of range; expected {expected}")]
    OutOfRange { number: String, expected: String },
    #[error("{what} {input:?} is not valid; expected {expected}")]
    InvalidValue { what: &'static str, input: String, expected: &'static str },
    #[error("key {key:?} is missing")]
    MissingKey { key: &'static str },
    #[error("unknown key {key:?}; {}{}", list("known keys: ", known), nearest_hint(nearest))]
    UnknownKey { key: String, known: Vec<&'static str>, nearest: Option<&'static str> },
    #[error("unknown {what} {input:?}; {}{}", list("expected one of ", known), nearest_hint(nearest))]
    UnknownValue {
        what: &'static str,
        input: String,
        known: Vec<&'static str>,
        nearest: Option<&'static str>,
    },
    #[error("this document says it is {found:?}; expected {expected:?}")]
    WrongSchema { found: String, expected: &'static str },
    #[error("the value cannot be written as JSON: {reason}")]
    NotJson { reason: String },
}

impl DocumentError {
    /// Text that breaks the notation's grammar.
    pub(super) fn syntax(found: impl fmt::Display, expected: impl fmt::Display) -> Self {
        Self::Syntax(format!("unexpected {found}; expected {expected}"))
    }

    /// The same, in the words of the parser of that notation.
    pub(super) fn not_valid(notation: &'static str, reason: &str) -> Self {
        Self::Syntax(format!("not valid {notation}: {reason}"))
    }

    /// The public error, said of a place in the text.
    pub(crate) fn at(self, at: Position) -> crate::Error {
        Located { problem: self, at }.into()
    }
}

/// A problem and its place.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
struct Located {
    problem: DocumentError,
    at: Position,
}

impl Coded for Located {
    fn code(&self) -> &'static str {
        self.problem.code_of()
    }

    fn place(&self) -> Place {
        let known = |count: u32| (count > 0).then_some(count);
        Place { path: None, line: known(self.at.line), column: known(self.at.column) }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        use DocumentError::{InvalidValue, MissingKey, UnknownKey, UnknownValue, WrongSchema, WrongType};
        let mut details = BTreeMap::new();
        match &self.problem {
            UnknownKey { key, known, nearest } => {
                details.insert("key", key.as_str().into());
                details.insert("known", known.as_slice().into());
                details.extend(nearest.map(|near| ("nearest", near.into())));
            }
            UnknownValue { input, known, nearest, .. } => {
                details.insert("input", input.as_str().into());
                details.insert("known", known.as_slice().into());
                details.extend(nearest.map(|near| ("nearest", near.into())));
            }
            MissingKey { key } => {
                details.insert("key", (*key).into());
            }
            InvalidValue { input, expected, .. } => {
                details.insert("input", input.as_str().into());
                details.insert("expected", (*expected).into());
            }
            WrongSchema { found, expected } => {
                details.insert("input", found.as_str().into());
                details.insert("expected", (*expected).into());
            }
            WrongType { expected, .. } => {
                details.insert("expected", (*expected).into());
            }
            _ => {}
        }
        details
    }
}

codes! { DocumentError {
    DocumentError::Syntax(_) => "document.syntax",
    DocumentError::TooLarge { .. } => "document.too_large",
    DocumentError::TooDeep { .. } => "document.too_deep",
    DocumentError::TooMany { .. } => "document.too_many",
    DocumentError::DuplicateKey { .. } => "document.duplicate_key",
    DocumentError::Unsupported { .. } => "document.unsupported",
    DocumentError::NotFinite { .. } => "document.not_finite",
    DocumentError::UnsafeInteger { .. } => "document.unsafe_integer",
    DocumentError::WrongType { .. } => "document.wrong_type",
    DocumentError::OutOfRange { .. } => "document.out_of_range",
    DocumentError::InvalidValue { .. } => "document.invalid_value",
    DocumentError::MissingKey { .. } => "document.missing_key",
    DocumentError::UnknownKey { .. } => "document.unknown_key",
    DocumentError::UnknownValue { .. } => "document.unknown_value",
    DocumentError::WrongSchema { .. } => "document.wrong_schema",
    DocumentError::NotJson { .. } => "document.not_json",
} }

fn hinted(hint: &str) -> impl fmt::Display {
    if hint.is_empty() { String::new() } else { format!("; {hint}") }
}

fn list(before: &str, known: &[&str]) -> impl fmt::Display {
    if known.is_empty() { "none is known".to_owned() } else { format!("{before}{}", known.join(", ")) }
}

fn nearest_hint(nearest: &Option<&'static str>) -> impl fmt::Display {
    nearest.map(|near| format!("; did you mean {near:?}?")).unwrap_or_default()
}
