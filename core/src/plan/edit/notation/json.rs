//! JSON as tools read their own configuration: with comments and a comma too many, where they are there.

use super::{Entry, MAX_DEPTH, Map, Problem, Spot, Value};
use std::fmt::Write as _;

pub(super) fn read(text: &str, start: usize) -> Result<Spot, Problem> {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), offset: start };
    scanner.skip_blank()?;
    let spot = scanner.value(0)?;
    scanner.skip_blank()?;
    match scanner.peek() {
        None => Ok(spot),
        Some(_) => Err(scanner.expected("the end of the text")),
    }
}

/// A text as JSON writes it.
pub(in super::super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control @ (..='\u{1F}' | '\u{7F}') => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Where more entries of a map of JSON go, and what is written there: as the entries before them are laid out. Values are JSON.
/// `after` names the entry that they follow; the last one otherwise.
pub(in super::super) fn fresh_entries(
    text: &str,
    map: &Spot,
    after: Option<&str>,
    fresh: &[(String, String)],
) -> Option<(usize, String)> {
    let Value::Map(Map { entries, .. }) = &map.value else { return None };
    let written = |colon: &str| -> Vec<String> {
        fresh.iter().map(|(key, value)| format!("{}{colon}{value}", quoted(key))).collect()
    };
    let named = after.and_then(|after| entries.iter().find(|entry| entry.key == after));
    let Some(previous) = named.or(entries.last()) else {
        let open = map.span.as_ref()?.start + 1;
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let line = text.get(..open)?.rsplit('\n').next()?;
        let margin: String = line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
        let lead = format!("{newline}{margin}  ");
        let closing =
            if text.get(open..)?.starts_with('}') { format!("{newline}{margin}") } else { String::new() };
        return Some((open, format!("{lead}{}{closing}", written(": ").join(&format!(",{lead}")))));
    };
    // What stands between the entries before: the blanks in front of the first key.
    let blanks = text.get(..entries.first()?.at.as_ref()?.start)?;
    let blanks = blanks.get(blanks.trim_end_matches([' ', '\t', '\n', '\r']).len()..)?;
    let colon = text.get(previous.at.as_ref()?.end..)?;
    let tight = colon.starts_with(':') && !colon.starts_with(": ");
    let lead = format!(",{blanks}");
    let written = written(if tight { ":" } else { ": " });
    Some((previous.spot.span.as_ref()?.end, written.iter().map(|entry| format!("{lead}{entry}")).collect()))
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    offset: usize,
}

impl Scanner<'_> {
    /// The value that begins here; recursion is bounded by [`MAX_DEPTH`].
    fn value(&mut self, depth: usize) -> Result<Spot, Problem> {
        let start = self.offset;
        match self.peek() {
            Some(b'{') => self.map(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => {
                let text = self.string()?;
                Ok(Spot::scalar(Some(start..self.offset), text, true))
            }
            Some(byte) if byte.is_ascii_alphanumeric() || byte == b'-' => {
                while self
                    .peek()
                    .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.'))
                {
                    self.offset += 1;
                }
                let word = self.text.get(start..self.offset).unwrap_or_default();
                let known = matches!(word, "true" | "false" | "null") || word.parse::<f64>().is_ok();
                if !known {
                    return Err(Problem::new(start, format!("unexpected {word:?}; expected a value")));
                }
                Ok(Spot::scalar(Some(start..self.offset), word, false))
            }
            _ => Err(self.expected("a value")),
        }
    }

    fn map(&mut self, depth: usize) -> Result<Spot, Problem> {
        let start = self.enter(depth)?;
        let mut map = Map::default();
        loop {
            self.skip_blank()?;
            if self.take(b'}') {
                return Ok(Spot { span: Some(start..self.offset), value: Value::Map(map) });
            }
            let from = self.offset;
            if self.peek() != Some(b'"') {
                return Err(self.expected("a key in double quotes or `}`"));
            }
            let key = self.string()?;
            let at = Some(from..self.offset);
            self.skip_blank()?;
            if !self.take(b':') {
                return Err(self.expected("`:` after the key"));
            }
            self.skip_blank()?;
            let spot = self.value(depth)?;
            map.push(Entry { key, at, spot });
            self.separator(b'}')?;
        }
    }

    fn list(&mut self, depth: usize) -> Result<Spot, Problem> {
        let start = self.enter(depth)?;
        let mut items = Vec::new();
        loop {
            self.skip_blank()?;
            if self.take(b']') {
                return Ok(Spot::list(Some(start..self.offset), items));
            }
            items.push(self.value(depth)?);
            self.separator(b']')?;
        }
    }

    fn enter(&mut self, depth: usize) -> Result<usize, Problem> {
        let start = self.offset;
        if depth > MAX_DEPTH {
            return Err(Problem::new(start, format!("lists and maps nest deeper than {MAX_DEPTH} levels")));
        }
        self.offset += 1;
        Ok(start)
    }

    fn separator(&mut self, close: u8) -> Result<(), Problem> {
        self.skip_blank()?;
        if self.take(b',') || self.peek() == Some(close) {
            return Ok(());
        }
        Err(self.expected(if close == b'}' { "`,` or `}`" } else { "`,` or `]`" }))
    }

    /// The text that begins at this `"`.
    fn string(&mut self) -> Result<String, Problem> {
        let open = self.offset;
        self.offset += 1;
        let mut out = String::new();
        loop {
            let start = self.offset;
            while self.peek().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | b'\n')) {
                self.offset += 1;
            }
            // Both ends lie beside ASCII bytes, so the slice is whole characters.
            out.push_str(self.text.get(start..self.offset).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => return Err(Problem::new(open, "the text does not end on its line")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
        let start = self.offset;
        self.offset += 2;
        let simple = match self.bytes.get(start + 1) {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(*byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(start),
            _ => return Err(Problem::new(start, "unknown escape")),
        };
        Ok(simple)
    }

    fn unicode(&mut self, start: usize) -> Result<char, Problem> {
        let lone = || Problem::new(start, "half of a surrogate pair");
        let first = self.four_digits(start)?;
        let code = match first {
            0xD800..=0xDBFF => {
                if !self.text.get(self.offset..).unwrap_or_default().starts_with("\\u") {
                    return Err(lone());
                }
                self.offset += 2;
                match self.four_digits(start)? {
                    second @ 0xDC00..=0xDFFF => 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00),
                    _ => return Err(lone()),
                }
            }
            _ => first,
        };
        char::from_u32(code).ok_or_else(lone)
    }

    fn four_digits(&mut self, start: usize) -> Result<u32, Problem> {
        let digits = self.text.get(self.offset..self.offset + 4).unwrap_or_default();
        let known = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.offset += 4;
        let code = if known { u32::from_str_radix(digits, 16).ok() } else { None };
        code.ok_or_else(|| Problem::new(start, "expected four hexadecimal digits after `\\u`"))
    }

    /// Passes over blanks and comments.
    fn skip_blank(&mut self) -> Result<(), Problem> {
        loop {
            let rest = self.bytes.get(self.offset..).unwrap_or_default();
            match rest {
                [b' ' | b'\t' | b'\n' | b'\r', ..] => self.offset += 1,
                [b'/', b'/', ..] => {
                    self.offset += rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                }
                [b'/', b'*', inside @ ..] => {
                    let end = inside.windows(2).position(|pair| pair == b"*/");
                    let end = end.ok_or_else(|| Problem::new(self.offset, "the comment does not end"))?;
                    self.offset += end + 4;
                }
                _ => return Ok(()),
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.offset).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.offset += usize::from(found);
        found
    }

    fn expected(&self, expected: &str) -> Problem {
        let found = match self.text.get(self.offset..).and_then(|rest| rest.chars().next()) {
            Some(character) => format!("{character:?}"),
            None => "end of the text".to_owned(),
        };
        Problem::new(self.offset, format!("unexpected {found}; expected {expected}"))
    }
}
