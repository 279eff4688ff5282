//! What is wrong with a text that was refused: its place, and what was expected there.
//!
//! Reading is quick and says only yes or no; this walks the text again where the answer was no.

use super::trim::{is_space, trim};
use super::version::is_too_long;
use super::{MAX_NUMBER, MAX_VERSION_LENGTH, Options};
use crate::version::error::VersionError;
use crate::version::scan::inside;
use crate::version::semver_text::{self, Fault, Grammar, More, Wildcards};

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
    match semver_text::version(body.as_bytes(), prefix, grammar(options)) {
        Err(fault) => fault.shifted(start).into_error("version", text, MAX_NUMBER),
        Ok(_) => VersionError::invalid("version", text, "expected major.minor.patch"),
    }
}

/// Why a text is no comparator.
pub(super) fn comparator(text: &str, options: &Options) -> VersionError {
    let start = after_operator(text.as_bytes(), text.len() - text.trim_start_matches(is_space).len());
    let error = version(text.get(start..).unwrap_or_default(), options);
    inside(error, "comparator", text, start)
}

/// Why a text is no range.
pub(super) fn range(text: &str, options: &Options) -> VersionError {
    let mut at = 0;
    for set in text.split("||") {
        if let Err(fault) = set_fault(set, options) {
            return fault.shifted(at).into_error("requirement", text, MAX_NUMBER);
        }
        at += set.len() + 2;
    }
    VersionError::invalid("requirement", text, "its parts do not combine to a range")
}

/// The first fault among the comparators of a set.
fn set_fault(set: &str, options: &Options) -> Result<(), Fault> {
    let text = set.as_bytes();
    let skip = |at: usize| {
        let rest = set.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches(is_space).len()
    };
    let mut start = skip(0);
    while start < text.len() {
        // The hyphen of a hyphen range stands between spaces.
        if start > skip(0) && text.get(start) == Some(&b'-') && skip(start + 1) > start + 1 {
            start = skip(start + 1);
        }
        let spans = matches!(text.get(start), Some(b'^' | b'~'));
        let operated = after_operator(text, start);
        let version = skip(operated);
        let prefixed = version + prefix(text, version, options.loose || operated == start || spans);
        let partial = semver_text::partial(text, prefixed, Wildcards::Everywhere, grammar(options))?;
        start = skip(partial.end);
        if start < text.len() && start == partial.end {
            return Fault::expected(start, after(partial.more));
        }
    }
    Ok(())
}

/// What may follow a comparator.
fn after(more: More) -> &'static str {
    match more {
        More::Part => "\".\", a space, \"||\" or the end",
        More::Suffix => "\"-\" and a prerelease, a space, \"||\" or the end",
        More::Identifier | More::Nothing => "a letter, a digit, \"-\", \".\", a space, \"||\" or the end",
    }
}

fn grammar(options: &Options) -> Grammar {
    Grammar { limit: MAX_NUMBER, loose: options.loose }
}

/// Where the operator that begins at `at` ends.
fn after_operator(text: &[u8], at: usize) -> usize {
    match (text.get(at), text.get(at + 1)) {
        (Some(b'<' | b'>'), Some(b'=')) | (Some(b'~'), Some(b'>')) => at + 2,
        (Some(b'<' | b'>' | b'=' | b'^' | b'~'), _) => at + 1,
        _ => at,
    }
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
