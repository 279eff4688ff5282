//! Reading a text from left to right, so that every refusal can say where.

use super::error::VersionError;

/// A position in a text. `what` names the text in errors: `version`, `requirement`, `pattern`.
#[derive(Debug, Clone)]
pub(crate) struct Scanner<'a> {
    what: &'static str,
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(what: &'static str, text: &'a str) -> Self {
        Self { what, text, at: 0 }
    }

    /// The byte offset of what comes next.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Goes on at byte `offset`.
    pub(crate) fn skip_to(&mut self, offset: usize) {
        self.at = offset;
    }

    /// What has not been read yet.
    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next character, not taken.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Takes `token` if it comes next.
    pub(crate) fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// Takes the longest run of characters that `accept`s.
    pub(crate) fn run(&mut self, accept: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !accept(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Takes decimal digits, at least one.
    pub(crate) fn digits(&mut self) -> Result<&'a str, VersionError> {
        match self.run(|c| c.is_ascii_digit()) {
            "" => Err(self.unexpected("a number")),
            digits => Ok(digits),
        }
    }

    /// Takes at most `most` decimal digits.
    pub(crate) fn take_digits(&mut self, most: usize) -> &'a str {
        let rest = self.rest();
        let end = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        self.at += end;
        &rest[..end]
    }

    /// Refuses whatever is left.
    pub(crate) fn end(&self, expected: &str) -> Result<(), VersionError> {
        if self.is_done() { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    /// The error of a number here that is larger than `limit`.
    pub(crate) fn too_big(&self, limit: u64) -> VersionError {
        VersionError::too_big(self.what, self.text, self.at, limit)
    }

    /// The error of finding something else than `expected` here.
    pub(crate) fn unexpected(&self, expected: impl Into<String>) -> VersionError {
        VersionError::unexpected(self.what, self.text, self.at, expected)
    }
}

/// An error in a part of `whole` that begins at byte `offset`, said of the whole.
pub(crate) fn inside(error: VersionError, what: &'static str, whole: &str, offset: usize) -> VersionError {
    let shift = |column: u32| {
        let before = whole.get(..offset).map_or(0, |text| text.chars().count());
        column.saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
    };
    match error {
        VersionError::Unexpected { column, found, expected, .. } => {
            VersionError::Unexpected { what, input: shorten(whole), column: shift(column), found, expected }
        }
        VersionError::TooBig { column, limit, .. } => {
            VersionError::TooBig { what, input: shorten(whole), column: shift(column), limit }
        }
        VersionError::Empty { expected, .. } => VersionError::unexpected(what, whole, offset, expected),
        other => other,
    }
}

/// The input as the error constructors cut it.
fn shorten(whole: &str) -> String {
    match VersionError::unexpected("", whole, 0, "") {
        VersionError::Unexpected { input, .. } => input,
        _ => String::new(),
    }
}

/// The pieces of `text` between `separator`s, each with the byte offset of its first character, trimmed.
pub(crate) fn pieces(text: &str, separator: char) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(separator).map(move |piece| {
        let start = at + (piece.len() - piece.trim_start().len());
        at += piece.len() + separator.len_utf8();
        (start, piece.trim())
    })
}
