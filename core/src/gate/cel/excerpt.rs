//! The line of an expression that is at fault, with a caret below it.

use std::fmt;

/// So much of a line is shown, in characters.
const WIDTH: usize = 80;

/// A place in an expression, and its line for people to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    text: String,
    before: usize,
}

impl Excerpt {
    /// The place of the byte at `offset`.
    pub fn at(source: &str, offset: usize) -> Self {
        let mut offset = offset.min(source.len());
        while !source.is_char_boundary(offset) {
            offset -= 1;
        }
        let (head, tail) = source.split_at(offset);
        let line = head.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let begin = head.rfind('\n').map_or(0, |at| at + 1);
        let head = head.get(begin..).unwrap_or_default();
        let tail = tail.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let before = head.chars().count();
        // Of a long line what is around the place, so that the message stays readable.
        let cut = before.saturating_sub(WIDTH / 2);
        let text = head.chars().chain(tail.chars()).skip(cut).take(WIDTH);
        Self {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(before + 1).unwrap_or(u32::MAX),
            text: text.map(|c| if c.is_control() { ' ' } else { c }).collect(),
            before: before - cut,
        }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n  {}\n  {:>width$}", self.text.trim_end(), '^', width = self.before + 1)
    }
}
