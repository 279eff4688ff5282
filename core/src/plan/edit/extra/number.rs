//! Versions, numbers and dates in a line of any text, found as release-please's patterns find them.

use crate::version::Version;
use jiff::civil::Date;
use std::ops::Range;

/// The first thing that looks like a version: three numbers, and perhaps a prerelease and build metadata.
pub(super) fn version(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let start = at + bytes.get(at..)?.iter().position(u8::is_ascii_digit)?;
        let first = digits(bytes, start);
        at = first;
        let Some(second) = dotted(bytes, first) else { continue };
        let Some(third) = dotted(bytes, second) else { continue };
        let mut end = third;
        let prerelease = |byte: &u8| is_word(*byte) || *byte == b'.';
        end = suffix(bytes, end, b'-', prerelease);
        end = suffix(bytes, end, b'+', |byte| prerelease(byte) || *byte == b'-');
        return Some(start..end);
    }
}

/// Which sides of a number no word may continue on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Boundary {
    After,
    Both,
}

/// The first number that stands alone, at least to its right.
pub(super) fn first(text: &str, boundary: Boundary) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let start = at + bytes.get(at..)?.iter().position(u8::is_ascii_digit)?;
        at = digits(bytes, start);
        let open = |byte: Option<&u8>| !byte.is_some_and(|byte| is_word(*byte));
        let before = start.checked_sub(1).and_then(|before| bytes.get(before));
        if open(bytes.get(at)) && (boundary == Boundary::After || open(before)) {
            return Some(start..at);
        }
    }
}

/// The first thing that looks like a date in this format: `%Y` four digits, `%m` and `%d` two.
pub(super) fn date(text: &str, format: &str) -> Option<Range<usize>> {
    // Formats are short; a long one is none.
    const LONGEST: usize = 100;
    if format.is_empty() || format.len() > LONGEST {
        return None;
    }
    let starts = text.char_indices().map(|(start, _)| start);
    starts.into_iter().find_map(|start| Some(start..start + dated(text.get(start..)?, format)?))
}

/// How long the date is that a text begins with.
fn dated(text: &str, format: &str) -> Option<usize> {
    let mut rest = text;
    let mut format = format;
    while !format.is_empty() {
        let field =
            [("%Y", 4), ("%m", 2), ("%d", 2)].into_iter().find(|(field, _)| format.starts_with(field));
        if let Some((field, width)) = field {
            let number = rest.get(..width)?;
            if !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            rest = rest.get(width..)?;
            format = format.get(field.len()..)?;
        } else {
            let literal = format.chars().next()?;
            rest = rest.strip_prefix(literal)?;
            format = format.get(literal.len_utf8()..)?;
        }
    }
    Some(text.len() - rest.len())
}

/// A date in a format.
pub(super) fn written_date(date: Date, format: &str) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format
        .replace("%Y", &format!("{year:04}"))
        .replace("%m", &format!("{month:02}"))
        .replace("%d", &format!("{day:02}"))
}

/// The numbers that a version begins with.
pub(super) fn of_version(version: &Version) -> Vec<String> {
    let text = version.as_str().trim_start_matches('v');
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let numbers = text.get(..end).unwrap_or_default().split('.');
    numbers.filter(|number| !number.is_empty()).map(str::to_owned).collect()
}

/// Where the digits end that begin here.
fn digits(bytes: &[u8], start: usize) -> usize {
    let run = bytes.get(start..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit());
    start + run.count()
}

/// Where a point and a number after it end.
fn dotted(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'.') {
        return None;
    }
    let end = digits(bytes, at + 1);
    (end > at + 1).then_some(end)
}

/// Where a suffix behind `sign` ends; where it would begin, if there is none.
fn suffix(bytes: &[u8], at: usize, sign: u8, belongs: impl Fn(&u8) -> bool) -> usize {
    if bytes.get(at) != Some(&sign) {
        return at;
    }
    let length = bytes.get(at + 1..).unwrap_or_default().iter().take_while(|byte| belongs(byte)).count();
    if length == 0 { at } else { at + 1 + length }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        let found = |text: &'static str| version(text).map(|place| &text[place]);
        assert_eq!(found("v1.2.3"), Some("1.2.3"));
        assert_eq!(found("10.2 and 1.2.3-rc.1+b-7, 9.9.9"), Some("1.2.3-rc.1+b-7"));
        assert_eq!(found("1.2.3.4"), Some("1.2.3"));
        assert_eq!(found("1.2.x 3.4.5-"), Some("3.4.5"));
        assert_eq!(found("1.2"), None);
    }

    #[test]
    fn numbers_and_dates() {
        assert_eq!(first("v12a 7", Boundary::After), Some(5..6));
        assert_eq!(first("v1 2", Boundary::After), Some(1..2));
        assert_eq!(first("v1 2", Boundary::Both), Some(3..4));
        assert_eq!(date("on 02/11/2026.", "%d/%m/%Y"), Some(3..13));
        assert_eq!(date("2026-1-2", "%Y-%m-%d"), None);
    }
}
