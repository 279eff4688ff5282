//! Content lines: unfolded, with their parameters.

use super::super::error::CalendarError;
use crate::Result;

/// The longest text that is read, in bytes.
const LONGEST: usize = 8 << 20;

/// A line `NAME;PARAMETER=VALUE:VALUE`, and where it begins.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// In upper case.
    pub name: String,
    /// Names in upper case.
    parameters: Vec<(String, String)>,
    pub value: String,
    /// From 1.
    pub number: u32,
}

impl Line {
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as text, its escapes undone.
    pub(super) fn text(&self) -> String {
        let mut out = String::with_capacity(self.value.len());
        let mut characters = self.value.chars();
        while let Some(character) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(escaped) => out.push(escaped),
                    None => out.push('\\'),
                },
                other => out.push(other),
            }
        }
        out
    }

    fn parse(text: &str, number: u32) -> Option<Self> {
        let mut quoted = false;
        let mut ends = Vec::new();
        let mut colon = None;
        for (at, character) in text.char_indices() {
            match character {
                '"' => quoted = !quoted,
                ';' if !quoted => ends.push(at),
                ':' if !quoted => {
                    colon = Some(at);
                    break;
                }
                _ => {}
            }
        }
        let colon = colon?;
        ends.push(colon);
        let mut parts = Vec::with_capacity(ends.len());
        let mut from = 0;
        for end in ends {
            parts.push(text.get(from..end)?);
            from = end + 1;
        }
        let (name, parameters) = parts.split_first()?;
        let valid = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let parameter = |part: &&str| {
            let (name, value) = part.split_once('=')?;
            Some((name.to_ascii_uppercase(), value.trim_matches('"').to_owned()))
        };
        Some(Self {
            name: valid.then(|| name.to_ascii_uppercase())?,
            parameters: parameters.iter().map(parameter).collect::<Option<_>>()?,
            value: text.get(colon + 1..)?.to_owned(),
            number,
        })
    }
}

/// A line, or what of one cannot be understood.
pub(super) type Parsed = std::result::Result<Line, (String, u32)>;

/// The lines of a text, unfolded; blank ones left out.
///
/// Unfolding comes before decoding: a fold may lie within a character.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Parsed>> {
    let invalid =
        |reason: &str, line: u32| CalendarError::InvalidIcalendar { reason: reason.to_owned(), line };
    if bytes.len() > LONGEST {
        return Err(invalid("it is longer than 8 MiB", 0).into());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines: Vec<(Vec<u8>, u32)> = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line.split_first(), lines.last_mut()) {
            (Some((b' ' | b'\t', rest)), Some((folded, _))) => folded.extend_from_slice(rest),
            _ => lines.push((line.to_vec(), number)),
        }
    }
    let mut parsed = Vec::with_capacity(lines.len());
    for (line, number) in lines {
        let text = String::from_utf8(line).map_err(|_| invalid("it is not UTF-8", number))?;
        if text.trim().is_empty() {
            continue;
        }
        parsed.push(Line::parse(&text, number).ok_or((text, number)));
    }
    Ok(parsed)
}
