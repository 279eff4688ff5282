//! The first line: `type(scope)!: description`.

use super::{Mode, Tolerance};
use crate::change::error::{ChangeError, Found};
use std::fmt;

/// The first line of a message, taken apart.
///
/// ```
/// use greenboard::change::conventional::{Header, Mode};
///
/// let header = Header::parse("fix(cli)!: refuse unknown flags", Mode::Strict)?;
/// assert!(header.breaking);
/// assert_eq!(header.to_string(), "fix(cli)!: refuse unknown flags");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Header {
    /// The type, as written.
    pub kind: String,
    /// The scope, as written.
    pub scope: Option<String>,
    /// Whether a `!` stands before the colon.
    pub breaking: bool,
    /// The text after the colon, without white space around it.
    pub description: String,
}

impl Header {
    /// Reads one line.
    ///
    /// # Errors
    /// `change.unexpected_character` with the column.
    pub fn parse(line: &str, mode: Mode) -> crate::Result<Self> {
        Ok(read(line, 1, mode, &mut Vec::new())?)
    }
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.kind)?;
        if let Some(scope) = &self.scope {
            write!(f, "({scope})")?;
        }
        write!(f, "{}: {}", if self.breaking { "!" } else { "" }, self.description)
    }
}

/// Whether a type or a footer's token may hold this character.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

pub(super) fn read(
    line: &str,
    number: u32,
    mode: Mode,
    tolerated: &mut Vec<Tolerance>,
) -> Result<Header, ChangeError> {
    let lenient = mode == Mode::Lenient;
    let mut rest = line;
    if lenient && rest.starts_with(char::is_whitespace) {
        tolerated.push(Tolerance::LeadingSpace);
        rest = rest.trim_start();
    }
    let unexpected = |rest: &str, expected| unexpected(line, number, rest, expected);

    let (kind, after) = rest.split_at(rest.find(|c| !is_word(c)).unwrap_or(rest.len()));
    if kind.is_empty() {
        return Err(unexpected(rest, "a type such as feat or fix"));
    }
    rest = after;

    let mut scope = None;
    let open = rest.chars().next();
    let close = match open {
        Some('(') => Some(')'),
        Some('[') if lenient => Some(']'),
        _ => None,
    };
    if let (Some(open), Some(close)) = (open, close) {
        // Both brackets are one byte long.
        let inside = rest.get(1..).unwrap_or_default();
        let (text, after) = inside.split_at(inside.find([open, close]).unwrap_or(inside.len()));
        let Some(after) = after.strip_prefix(close) else {
            return Err(unexpected(
                after,
                if close == ')' { "a ) after the scope" } else { "a ] after the scope" },
            ));
        };
        match (text.is_empty(), close) {
            (false, ')') => scope = Some(text.to_owned()),
            (false, _) => {
                tolerated.push(Tolerance::SquareScope);
                scope = Some(text.to_owned());
            }
            (true, _) if lenient => tolerated.push(Tolerance::EmptyScope),
            (true, _) => return Err(unexpected(inside, "a scope between the parentheses")),
        }
        rest = after;
    }

    let (breaking, after) = match rest.strip_prefix('!') {
        Some(after) => (true, after),
        None => (false, rest),
    };
    let Some(after) = after.strip_prefix(':') else {
        let expected = match (breaking, scope.is_some() || close.is_some()) {
            (true, _) => "a : after the !",
            (false, true) => "a : or !: after the scope",
            (false, false) => "a : after the type, or a scope in parentheses",
        };
        return Err(unexpected(after, expected));
    };
    if !after.starts_with(' ') {
        if !lenient {
            return Err(unexpected(after, "a space after the colon"));
        }
        tolerated.push(Tolerance::NoSpace);
    }
    let description = after.trim();
    if description.is_empty() {
        return Err(unexpected("", "a description after the colon"));
    }
    Ok(Header { kind: kind.to_owned(), scope, breaking, description: description.to_owned() })
}

/// The error of finding something else at the start of `rest`, a suffix of `line`.
fn unexpected(line: &str, number: u32, rest: &str, expected: &'static str) -> ChangeError {
    let before = line.get(..line.len().saturating_sub(rest.len())).unwrap_or(line);
    ChangeError::Unexpected {
        line: number,
        column: u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX),
        found: rest.chars().next().map_or(Found::EndOfLine, Found::Character),
        expected,
    }
}
