//! From byte offsets to lines and columns, for any offset in constant time after one pass over the text.

use super::error::DocumentError;
use super::tree::Position;

/// How many bytes lie between two counts of characters.
const STRIDE: usize = 64;

/// Where the lines of a text begin, and how many characters come before every [`STRIDE`]th byte. Counting from the line's
/// start instead would take quadratic time on a text of one long line.
pub(super) struct Places<'t> {
    bytes: &'t [u8],
    lines: Vec<usize>,
    characters: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let newlines = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(newlines).collect();
        let mut count = 0;
        let mut characters = Vec::with_capacity(bytes.len() / STRIDE + 1);
        for chunk in bytes.chunks(STRIDE) {
            characters.push(count);
            count += chunk.iter().filter(|byte| starts_character(**byte)).count();
        }
        Self { bytes, lines, characters }
    }

    /// The place of a byte offset; offsets past the end are the end.
    pub(super) fn at(&self, offset: usize) -> Position {
        let offset = offset.min(self.bytes.len());
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.before(offset).saturating_sub(self.before(start)) + 1;
        Position { line: narrow(line), column: narrow(column) }
    }

    /// How many characters begin before byte `offset`.
    fn before(&self, offset: usize) -> usize {
        let stride = (offset / STRIDE).min(self.characters.len().saturating_sub(1));
        let rest = self.bytes.get(stride * STRIDE..offset).unwrap_or_default();
        let counted = self.characters.get(stride).copied().unwrap_or(0);
        counted + rest.iter().filter(|byte| starts_character(**byte)).count()
    }
}

fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The bytes as text; an error with the place where they stop being UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> crate::Result<&str> {
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let at = Places::of(std::str::from_utf8(valid).unwrap_or_default()).at(valid.len());
        DocumentError::syntax("a byte that is not UTF-8", "UTF-8 text").at(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "aé\n\n€uro ".repeat(40);
        let places = Places::of(&text);
        let (mut line, mut column) = (1, 1);
        for (offset, character) in text.char_indices() {
            assert_eq!(places.at(offset), Position { line, column }, "at byte {offset}");
            (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(places.at(usize::MAX), Position { line, column });
        assert_eq!(Places::of("").at(0), Position { line: 1, column: 1 });
    }
}
