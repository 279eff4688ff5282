//! Conventional Commits 1.0.0: what a commit message says about the next version.
//!
//! [`Mode::Strict`] is the [specification](https://www.conventionalcommits.org/en/v1.0.0/) to the letter: a message that
//! breaks it is an error with line and column. [`Mode::Lenient`] reads what real repositories mean: every tolerance that it
//! needed is named in [`Message::tolerated`]. What both refuse is no conventional commit: prose, merges, `fixup!`.
//!
//! | message | strict | lenient |
//! |---|---|---|
//! | `feat:x` | error | type `feat` |
//! | `feat(): x` | error | without scope |
//! | `feat[parser]: x` | error | scope `parser` |
//! | white space before the header | error | skipped |
//! | body right under the header | error | body |
//! | `BREAKING CHANGE:` inside a body paragraph | body | breaking |
//! | `Refs: 1` as the last lines of a body paragraph | body | footers |
//! | `Token:value` | body | footer |
//! | a second header inside the body | body, or a footer | a further message, see [`split`] |
//!
//! Where the tools of the field disagree on a strict message, these are the choices made here: a type is one word of letters,
//! digits, `-` and `_` of any script; white space around a description is not part of it; footers start after a blank line
//! and a footer's value runs to the next footer; `BREAKING CHANGE:` may have its text on the lines below.
//!
//! ```
//! use greenboard::change::conventional::{Mode, parse};
//!
//! let message = parse("feat(parser)!: read arrays\n\nThey nest.\n\nRefs: #12", Mode::Strict)?;
//! assert_eq!((message.kind.as_str(), message.scope.as_deref()), ("feat", Some("parser")));
//! assert_eq!(message.note.as_deref(), Some("read arrays"));
//! assert_eq!(message.body.as_deref(), Some("They nest."));
//! assert_eq!((message.footers[0].token.as_str(), message.footers[0].value.as_str()), ("Refs", "#12"));
//!
//! let error = parse("feat(parser: read arrays", Mode::Strict).unwrap_err();
//! assert_eq!((error.line(), error.column()), (Some(1), Some(25)));
//! # Ok::<(), greenboard::Error>(())
//! ```

mod footer;
mod header;
mod split;

pub use footer::{Footer, Separator};
pub use header::Header;
pub(super) use split::read_all;
pub use split::split;

use super::error::ChangeError;
use crate::document::names;
use footer::Section;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// The longest message that is read, in bytes.
pub const MAX_LENGTH: usize = 1 << 20;

/// How a message is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The specification to the letter.
    Strict,
    /// What real repositories mean.
    #[default]
    Lenient,
}

impl Mode {
    /// Both modes.
    pub const ALL: [Self; 2] = [Self::Strict, Self::Lenient];

    /// The name used in documents and calls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Lenient => "lenient",
        }
    }
}

names!(Mode: "mode");

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Mode {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        let known = Self::ALL.into_iter().find(|mode| mode.name() == text);
        known.ok_or_else(|| ChangeError::UnknownMode { input: text.to_owned() }.into())
    }
}

/// A commit message, taken apart. Line ends are `\n`, whatever they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Message {
    /// The type, as written: `feat`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The scope in parentheses, as written.
    pub scope: Option<String>,
    /// Whether it is breaking, by `!` or by a footer.
    pub breaking: bool,
    /// The rest of the header.
    pub description: String,
    /// The text between the header and the footers.
    pub body: Option<String>,
    /// The footers, in order.
    pub footers: Vec<Footer>,
    /// What breaks: the text of the breaking footers, else the description; none where nothing breaks.
    pub note: Option<String>,
    /// What had to be tolerated to read it; always empty for [`Mode::Strict`].
    pub tolerated: Vec<Tolerance>,
}

impl Message {
    /// The values of the footers with this token, in order. Tokens are compared without case.
    pub fn footer<'a>(&'a self, token: &'a str) -> impl Iterator<Item = &'a str> {
        self.footers.iter().filter(|f| f.token.eq_ignore_ascii_case(token)).map(|f| f.value.as_str())
    }
}

/// A liberty that [`Mode::Lenient`] took with the specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tolerance {
    /// White space before the header.
    LeadingSpace,
    /// `feat(): x` has no scope.
    EmptyScope,
    /// `feat[scope]: x` has a scope.
    SquareScope,
    /// `feat:x` lacks the space.
    NoSpace,
    /// A footer `token:value` lacks the space.
    FooterNoSpace,
    /// The body starts right under the header.
    NoBlankLine,
    /// `BREAKING CHANGE:` stood inside the body.
    BreakingInBody,
    /// Footers stood right under the body.
    FootersInBody,
    /// The message stood inside the body of another one; see [`split`].
    FurtherMessage,
}

/// Reads `text` as one message; [`split`] reads one that may hold several.
///
/// # Errors
/// `change.empty`, `change.unexpected_character`, `change.no_blank_line` (strict only), `change.too_long` beyond
/// [`MAX_LENGTH`] bytes.
pub fn parse(text: &str, mode: Mode) -> crate::Result<Message> {
    Ok(read(text, mode)?)
}

pub(super) fn read(text: &str, mode: Mode) -> Result<Message, ChangeError> {
    if text.len() > MAX_LENGTH {
        return Err(ChangeError::TooLong { length: text.len(), limit: MAX_LENGTH });
    }
    read_lines(&lines(text), mode)
}

/// The lines of a text, without their ends, whichever kind those are.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect()
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn read_lines(lines: &[&str], mode: Mode) -> Result<Message, ChangeError> {
    let mut tolerated = Vec::new();
    let skipped = match mode {
        Mode::Strict => 0,
        Mode::Lenient => lines.iter().take_while(|line| is_blank(line)).count(),
    };
    let Some((first, rest)) = lines.get(skipped..).and_then(<[_]>::split_first) else {
        return Err(ChangeError::Empty);
    };
    if is_blank(first) && rest.iter().all(|line| is_blank(line)) {
        return Err(ChangeError::Empty);
    }
    if skipped > 0 {
        tolerated.push(Tolerance::LeadingSpace);
    }
    let header = header::read(first, line_number(skipped), mode, &mut tolerated)?;
    if let Some(second) = rest.first()
        && !is_blank(second)
    {
        match mode {
            Mode::Strict => return Err(ChangeError::NoBlankLine { line: line_number(skipped + 1) }),
            Mode::Lenient => tolerated.push(Tolerance::NoBlankLine),
        }
    }
    let Section { body, footers, notes } = footer::section(rest, mode, &mut tolerated);
    let breaking = header.breaking || !notes.is_empty();
    let note = match notes.join("\n\n") {
        note if !note.is_empty() => Some(note),
        _ => breaking.then(|| header.description.clone()),
    };
    tolerated.sort_unstable();
    tolerated.dedup();
    Ok(Message {
        kind: header.kind,
        scope: header.scope,
        breaking,
        description: header.description,
        body,
        footers,
        note,
        tolerated,
    })
}

fn line_number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}
