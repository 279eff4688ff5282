//! What is wrong with a text that was refused: its place, and what was expected there.
//!
//! Reading is quick and says only yes or no; this walks the text again where the answer was no.

use super::trim::{is_space, trim};
use super::version::is_too_long;
use super::{MAX_NUMBER, MAX_VERSION_LENGTH, Options};
use crate::version::error::VersionError;
use crate::version::semver_text::{self as scan, Fault, PartialRules};

/// Why a text is no version.
pub(super) fn version(text: &str, options: &Options) -> VersionError {
    if is_too_long(text) {
        let length = text.encode_utf16().count();
        return VersionError::TooLong { what: "version", length, limit: MAX_VERSION_LENGTH };
    }
    if trim(text).is_empty() {
        return VersionError::Empty { what: "version", expected: "major.minor.patch" };
    }
    let start = text.len() - text.trim_start_matches(is_space).len();
    let body = trim(text);
    let prefix = if options.loose { loose_prefix(body) } else { usize::from(body.starts_with('v')) };
    match scan::version(body.as_bytes(), prefix, MAX_NUMBER) {
        Err(fault) => fault.shifted(start).into_error("version", text, MAX_NUMBER),
        Ok(_) => VersionError::invalid("version", text, "expected major.minor.patch"),
    }
}

/// Why a text is no comparator.
pub(super) fn comparator(text: &str, options: &Options) -> VersionError {
    let rest = text.trim_start_matches(is_space);
    let rest = rest.strip_prefix(['<', '>']).unwrap_or(rest);
    let rest = rest.strip_prefix('=').unwrap_or(rest);
    match version(rest, options) {
        VersionError::Unexpected { what: _, input: _, column, found, expected } => {
            let before = text.get(..text.len() - rest.len()).unwrap_or_default();
            let shift = u32::try_from(before.chars().count()).unwrap_or(u32::MAX);
            let column = column.saturating_add(shift);
            VersionError::Unexpected { what: "comparator", input: text.to_owned(), column, found, expected }
        }
        VersionError::Empty { expected, .. } => {
            VersionError::unexpected("comparator", text, text.len(), expected)
        }
        other => other,
    }
}

/// Why a text is no range.
pub(super) fn range(text: &str, options: &Options) -> VersionError {
    let mut at = 0;
    for set in text.split("||") {
        if let Some(fault) = set_fault(set, options) {
            return fault.shifted(at).into_error("requirement", text, MAX_NUMBER);
        }
        at += set.len() + 2;
    }
    VersionError::invalid("requirement", text, "its parts do not combine to a range")
}

/// The first fault among the comparators of a set.
fn set_fault(set: &str, options: &Options) -> Option<Fault> {
    let bytes = set.as_bytes();
    let skip = |at: usize| {
        let rest = set.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches(is_space).len()
    };
    let mut at = skip(0);
    let mut seen = false;
    while at < bytes.len() {
        if seen && bytes.get(at) == Some(&b'-') && skip(at + 1) > at + 1 {
            at = skip(at + 1);
        }
        let operated = after_operator(bytes, at);
        let version = skip(operated);
        let prefixed = version + prefix(bytes, version, options.loose || operated == at || is_span(bytes, at));
        match scan::partial(bytes, prefixed, PartialRules { leading_wildcards: true, limit: MAX_NUMBER }) {
            Ok(end) if end < bytes.len() && skip(end) == end => {
                let expected = "a space and another comparator, '||' or the end";
                return Some(Fault::Expected { at: end, expected });
            }
            Ok(end) => at = skip(end),
            Err(fault) => return Some(fault),
        }
        seen = true;
    }
    None
}

/// Where the operator that begins at `at` ends.
fn after_operator(text: &[u8], at: usize) -> usize {
    match (text.get(at), text.get(at + 1)) {
        (Some(b'<' | b'>'), Some(b'=')) | (Some(b'~'), Some(b'>')) => at + 2,
        (Some(b'<' | b'>' | b'=' | b'^' | b'~'), _) => at + 1,
        _ => at,
    }
}

fn is_span(text: &[u8], at: usize) -> bool {
    matches!(text.get(at), Some(b'^' | b'~'))
}

/// How many bytes of `v` and `=` stand before a version: any number of them, or one `v`.
fn prefix(text: &[u8], at: usize, any: bool) -> usize {
    let most = if any { usize::MAX } else { 1 };
    let allowed = |byte: &&u8| **byte == b'v' || (any && **byte == b'=');
    text.iter().skip(at).take(most).take_while(allowed).count()
}

fn loose_prefix(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c == 'v' || c == '=' || is_space(c)).len()
}
