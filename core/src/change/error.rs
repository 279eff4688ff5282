//! What can be wrong with a change's source.

use crate::error::{Coded, Error, Place, codes};
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
    #[error("the changeset is empty; {EXAMPLE}")]
    EmptyChangeset,
    #[error("the changeset has no front matter between two lines `---`; {EXAMPLE}")]
    NoFrontMatter,
    #[error("the front matter is no map of components and bumps; {EXAMPLE}")]
    WrongFrontMatter { line: u32, column: u32 },
    #[error("the name of a component is blank; {EXAMPLE}")]
    BlankComponent { line: u32, column: u32 },
    /// Everything that is wrong with the changesets, at once.
    #[error("{}", summary(problems))]
    BrokenChangesets { problems: Vec<Error> },
}

const EXAMPLE: &str =
    "write, for example, `---`, `\"core\": minor`, `---`, and below it what to tell people, a line each";

fn summary(problems: &[Error]) -> String {
    /// The rest is in the details.
    const SHOWN: usize = 50;
    if let [one] = problems {
        return format!("a changeset cannot be read: {one}");
    }
    let lines: String = problems.iter().take(SHOWN).map(|problem| format!("\n- {problem}")).collect();
    let more = match problems.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("\n- and {more} more"),
    };
    format!("{} changesets cannot be read:{lines}{more}", problems.len())
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
    ChangeError::EmptyChangeset => "change.empty_changeset",
    ChangeError::NoFrontMatter => "change.no_front_matter",
    ChangeError::WrongFrontMatter { .. } => "change.wrong_front_matter",
    ChangeError::BlankComponent { .. } => "change.blank_component",
    ChangeError::BrokenChangesets { .. } => "change.broken_changesets",
} }

impl Coded for ChangeError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::Unexpected { line, column, .. }
            | Self::WrongFrontMatter { line, column }
            | Self::BlankComponent { line, column } => {
                Place { line: Some(*line), column: Some(*column), ..Place::default() }
            }
            Self::NoBlankLine { line } => Place { line: Some(*line), column: Some(1), ..Place::default() },
            Self::EmptyChangeset | Self::NoFrontMatter => {
                Place { line: Some(1), column: Some(1), ..Place::default() }
            }
            Self::Empty | Self::TooLong { .. } | Self::UnknownMode { .. } | Self::BrokenChangesets { .. } => {
                Place::default()
            }
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::Unexpected { expected, .. } => BTreeMap::from([("expected", (*expected).into())]),
            Self::BrokenChangesets { problems } => {
                BTreeMap::from([("problems", problems.iter().map(as_data).collect::<Vec<_>>().into())])
            }
            _ => BTreeMap::new(),
        }
    }
}

fn as_data(problem: &Error) -> serde_json::Value {
    serde_json::json!({
        "code": problem.code(),
        "message": problem.message(),
        "path": problem.path(),
        "line": problem.line(),
        "column": problem.column(),
    })
}
