//! node-semver's handling of space: which characters are space, and where it may stand between an operator and a version.
//!
//! Ranges as people write them need none of it (`^1.2 || >=2.0.0`); this is the slow path for `> 1.2 < 2`.

use crate::version::semver_text::is_identifier;
use std::borrow::Cow;

/// Whether JavaScript's `\s` matches the character.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, '\u{feff}') || (c.is_whitespace() && c != '\u{85}')
}

/// The text without space at its ends, as JavaScript trims.
#[inline]
pub(super) fn trim(text: &str) -> &str {
    // Nearly every text begins and ends with a visible ASCII character.
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches(is_space),
    }
}

/// The text trimmed, every run of space made one blank: node-semver's `range.raw`.
pub(super) fn collapse(text: &str) -> Cow<'_, str> {
    let text = trim(text);
    let bytes = text.as_bytes();
    let other_space = bytes.iter().any(|byte| !byte.is_ascii() || matches!(byte, b'\t'..=b'\r'));
    if !other_space && !bytes.windows(2).any(|pair| pair == b"  ") {
        return Cow::Borrowed(text);
    }
    let words = text.split(is_space).filter(|word| !word.is_empty());
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// The text without any build metadata in it (node-semver's `BUILD`, everywhere).
pub(super) fn without_build(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('+') {
        out.push_str(before);
        let end = build_end(after.as_bytes());
        if end == 0 {
            out.push('+');
        }
        rest = after.get(end..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Where the identifiers that `text` begins with end.
fn build_end(text: &[u8]) -> usize {
    let run = |at: usize| at + text.iter().skip(at).take_while(|byte| is_identifier(**byte)).count();
    let mut end = run(0);
    while end > 0 && text.get(end) == Some(&b'.') && run(end + 1) > end + 1 {
        end = run(end + 1);
    }
    end
}

/// The text with no blank after `~`, `~>` (written `~` from then on) and `^` (`TILDETRIM`, `CARETTRIM`).
pub(super) fn join_tildes_and_carets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('~') {
        out.push_str(before);
        out.push('~');
        rest = after.strip_prefix("> ").or_else(|| after.strip_prefix(' ')).unwrap_or(after);
    }
    out.push_str(rest);
    out.replace("^ ", "^")
}

/// The text without the blanks between comparison operators and the versions they apply to (`COMPARATORTRIM`).
///
/// Not all of them: `> = 1.2.3` stays in two parts, and a `v` between operator and blank keeps the blank. That is how far
/// node-semver's expression reaches; its matches are found one after the other, each from where the last one ended.
pub(super) fn join_operators(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let (mut at, mut copied) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        if matches!(byte, b'<' | b'>') {
            at += 1;
        } else if !is_prefix(byte) && !is_version_start(byte) {
            at += 1;
            continue;
        }
        at += bytes.iter().skip(at).take_while(|byte| is_prefix(**byte)).count();
        if !bytes.get(at).copied().is_some_and(is_version_start) {
            continue;
        }
        if let Some(blank) = removable_blank(bytes, start) {
            out.push_str(text.get(copied..blank).unwrap_or_default());
            copied = blank + 1;
        }
        at = version_end(bytes, at);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}

/// What may stand between an operator and a version.
fn is_prefix(byte: u8) -> bool {
    matches!(byte, b'v' | b'=' | b' ')
}

fn is_version_start(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'x' | b'X' | b'*')
}

/// The blank after the operator that a match from `start` on begins with: ` ?[<>]?=?` and then it.
fn removable_blank(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    for optional in [b" ".as_slice(), b"<>", b"="] {
        if text.get(at).is_some_and(|byte| optional.contains(byte)) {
            at += 1;
        }
    }
    (text.get(at) == Some(&b' ')).then_some(at)
}

/// node-semver's bounds on repetition, which also keep this linear.
const MOST_DIGITS: usize = 256;
const MOST_LETTERS: usize = 250;

/// Where the version that begins at `at` ends: a full one read loosely, else a partial one.
fn version_end(text: &[u8], at: usize) -> usize {
    full_end(text, at).unwrap_or_else(|| partial_end(text, at))
}

fn full_end(text: &[u8], at: usize) -> Option<usize> {
    let mut end = number_end(text, at, true)?;
    for _ in 0..2 {
        if text.get(end) != Some(&b'.') {
            return None;
        }
        end = number_end(text, end + 1, true)?;
    }
    Some(prerelease_end(text, end, true))
}

fn partial_end(text: &[u8], at: usize) -> usize {
    let part = |at: usize| match text.get(at) {
        Some(b'x' | b'X' | b'*') => Some(at + 1),
        _ => number_end(text, at, false),
    };
    let mut end = part(at).unwrap_or(at);
    for _ in 0..2 {
        match part(end + 1) {
            Some(next) if text.get(end) == Some(&b'.') => end = next,
            _ => return end,
        }
    }
    prerelease_end(text, end, false)
}

fn number_end(text: &[u8], at: usize, loose: bool) -> Option<usize> {
    match text.get(at) {
        Some(b'0') if !loose => Some(at + 1),
        Some(digit) if digit.is_ascii_digit() => {
            let most = if loose { MOST_DIGITS } else { MOST_DIGITS + 1 };
            Some(at + digits(text, at, most))
        }
        _ => None,
    }
}

fn digits(text: &[u8], at: usize, most: usize) -> usize {
    text.iter().skip(at).take(most).take_while(|byte| byte.is_ascii_digit()).count()
}

fn prerelease_end(text: &[u8], at: usize, loose: bool) -> usize {
    let hyphen = text.get(at) == Some(&b'-');
    if !hyphen && !loose {
        return at;
    }
    let first = identifier_end(text, at + usize::from(hyphen), loose);
    // Loosely, a lone hyphen is an identifier.
    let lone = || if loose && hyphen { identifier_end(text, at, loose) } else { None };
    let Some(mut end) = first.or_else(lone) else {
        return at;
    };
    while text.get(end) == Some(&b'.') {
        match identifier_end(text, end + 1, loose) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

fn identifier_end(text: &[u8], at: usize, loose: bool) -> Option<usize> {
    let after = at + digits(text, at, MOST_DIGITS);
    match text.get(after) {
        Some(byte) if byte.is_ascii_alphabetic() || *byte == b'-' => {
            let more = text.iter().skip(after + 1).take(MOST_LETTERS);
            Some(after + 1 + more.take_while(|byte| is_identifier(**byte)).count())
        }
        _ => number_end(text, at, loose),
    }
}
