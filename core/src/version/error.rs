//! What can be wrong with a version or a requirement.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;

/// Why a text is no version or requirement, or why an operation on one has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum VersionError {
    #[error("{what} is empty; expected {expected}")]
    Empty { what: &'static str, expected: &'static str },
    /// The text goes wrong at `column` (from 1, in characters).
    #[error("{what} {input:?} has unexpected {found} here; expected {expected}")]
    Unexpected { what: &'static str, input: String, column: u32, found: Found, expected: String },
    #[error("{what} {input:?} has a number beyond {limit}")]
    TooBig { what: &'static str, input: String, column: u32, limit: u64 },
    #[error("{what} is {length} characters long; at most {limit} are read")]
    TooLong { what: &'static str, length: usize, limit: usize },
    /// Well formed, but against a rule that has no single position.
    #[error("{what} {input:?} is not valid: {reason}")]
    Invalid { what: &'static str, input: String, reason: String },
    #[error("unknown version scheme {input:?}; expected one of {known}")]
    UnknownScheme { input: String, known: String },
    #[error("a {left} version has no order or meaning against a {right} one; parse both under one scheme")]
    SchemeMismatch { left: &'static str, right: &'static str },
    #[error("the Arrow column cannot be read as versions: {reason}")]
    #[cfg_attr(not(feature = "arrow"), expect(dead_code, reason = "only columns can be at fault"))]
    Column { reason: String },
    #[error("scheme {scheme} cannot {operation}: {reason}")]
    Unsupported { scheme: &'static str, operation: &'static str, reason: String },
}

/// What stood at the position of an [`VersionError::Unexpected`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    End,
    Text(String),
}

impl std::fmt::Display for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::End => f.write_str("end of text"),
            Self::Text(text) => write!(f, "{text:?}"),
        }
    }
}

impl VersionError {
    /// The error of finding something other than `expected` at byte `offset` of `input`.
    pub(crate) fn unexpected(
        what: &'static str,
        input: &str,
        offset: usize,
        expected: impl Into<String>,
    ) -> Self {
        let found = match input.get(offset..).and_then(|rest| rest.chars().next()) {
            Some(c) => Found::Text(c.to_string()),
            None => Found::End,
        };
        let column = column(input, offset);
        Self::Unexpected { what, input: shorten(input), column, found, expected: expected.into() }
    }

    /// The error of a number at byte `offset` of `input` that is larger than `limit`.
    pub(crate) fn too_big(what: &'static str, input: &str, offset: usize, limit: u64) -> Self {
        Self::TooBig { what, input: shorten(input), column: column(input, offset), limit }
    }

    /// The error of a rule broken by the whole text.
    pub(crate) fn invalid(what: &'static str, input: &str, reason: impl Into<String>) -> Self {
        Self::Invalid { what, input: shorten(input), reason: reason.into() }
    }
}

/// The column of byte `offset` in the one-line `text`, from 1, in characters.
fn column(text: &str, offset: usize) -> u32 {
    let before = text.char_indices().take_while(|(at, _)| *at < offset).count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

/// Keeps messages readable when the input is not.
fn shorten(input: &str) -> String {
    const MOST: usize = 80;
    match input.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &input[..end]),
        None => input.to_owned(),
    }
}

codes! { VersionError {
    VersionError::Empty { .. } => "version.empty",
    VersionError::Unexpected { .. } => "version.unexpected_character",
    VersionError::TooBig { .. } => "version.number_too_big",
    VersionError::TooLong { .. } => "version.too_long",
    VersionError::Invalid { .. } => "version.invalid",
    VersionError::UnknownScheme { .. } => "version.unknown_scheme",
    VersionError::SchemeMismatch { .. } => "version.scheme_mismatch",
    VersionError::Column { .. } => "version.column",
    VersionError::Unsupported { .. } => "version.unsupported",
} }

impl Coded for VersionError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::Unexpected { column, .. } | Self::TooBig { column, .. } => {
                Place { column: Some(*column), ..Place::default() }
            }
            _ => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::Unexpected { input, expected, .. } => {
                BTreeMap::from([("input", input.as_str().into()), ("expected", expected.as_str().into())])
            }
            Self::TooBig { input, .. } | Self::Invalid { input, .. } | Self::UnknownScheme { input, .. } => {
                BTreeMap::from([("input", input.as_str().into())])
            }
            _ => BTreeMap::new(),
        }
    }
}
