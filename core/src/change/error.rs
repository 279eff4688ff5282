//! What can be wrong with a change's source.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;
use std::fmt;

/// Why a text is no Conventional Commit.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ChangeError {
    #[error("the commit message is empty; expected a header such as `feat(parser): read arrays`")]
    Empty,
    #[error("the commit message has unexpected {found} here; expected {expected}")]
    Unexpected { line: u32, column: u32, found: Found, expected: &'static str },
    #[error("the commit message has no blank line after its header; put one between the header and the body")]
    NoBlankLine { line: u32 },
    #[error("the commit message is {length} bytes long; at most {limit} are read")]
    TooLong { length: usize, limit: usize },
    #[error("unknown mode {input:?}; expected strict or lenient")]
    UnknownMode { input: String },
}

/// What stood where something else was expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Found {
    EndOfLine,
    Character(char),
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EndOfLine => f.write_str("end of line"),
            Self::Character(c) => write!(f, "{:?}", c.to_string()),
        }
    }
}

codes! { ChangeError {
    ChangeError::Empty => "change.empty",
    ChangeError::Unexpected { .. } => "change.unexpected_character",
    ChangeError::NoBlankLine { .. } => "change.no_blank_line",
    ChangeError::TooLong { .. } => "change.too_long",
    ChangeError::UnknownMode { .. } => "change.unknown_mode",
} }

impl Coded for ChangeError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::Unexpected { line, column, .. } => {
                Place { line: Some(*line), column: Some(*column), ..Place::default() }
            }
            Self::NoBlankLine { line } => Place { line: Some(*line), column: Some(1), ..Place::default() },
            Self::Empty | Self::TooLong { .. } | Self::UnknownMode { .. } => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::Unexpected { expected, .. } => BTreeMap::from([("expected", (*expected).into())]),
            _ => BTreeMap::new(),
        }
    }
}
