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
    let rest = text.trim_start_matches(is_space);
    let rest = rest.strip_prefix(['<', '>']).unwrap_or(rest);
    let start = text.len() - rest.strip_prefix('=').unwrap_or(rest).len();
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
    // Well formed: what is left is a bound that cannot be, such as that of `<=9007199254740991`.
    let reason = format!("one of its bounds would be beyond {MAX_NUMBER} or {MAX_VERSION_LENGTH} characters");
    VersionError::invalid("requirement", text, reason)
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{Comparator, Range, Version};
    use super::Options;

    #[test]
    fn faults_of_versions_are_located() {
        let says = |text: &str| Version::parse(text).unwrap_err().to_string();
        let texts = [
            "",
            " ",
            "1",
            "1.2",
            " 1.x.0",
            "=1.2.3",
            "vv1.2.3",
            "1.2.3.4",
            "01.2.3",
            "1.2.3-",
            "1.2.3-a..b",
            "1.2.3-01",
            "1.2.3+",
            "1.2.3 beta",
            "1.2.9007199254740992",
            "hello, world",
        ];
        insta::assert_snapshot!(texts.map(says).join("\n"), @r#"
        version is empty; expected major.minor.patch
        version is empty; expected major.minor.patch
        column 2: version "1" has unexpected end of text here; expected "." and the minor version
        column 4: version "1.2" has unexpected end of text here; expected "." and the patch version
        column 4: version " 1.x.0" has unexpected "x" here; expected the minor version
        column 1: version "=1.2.3" has unexpected "=" here; expected the major version
        column 2: version "vv1.2.3" has unexpected "v" here; expected the major version
        column 6: version "1.2.3.4" has unexpected "." here; expected "-" and a prerelease, "+" and build metadata, or the end
        column 1: version "01.2.3" has unexpected "0" here; expected the major version without leading zeros
        column 7: version "1.2.3-" has unexpected end of text here; expected an identifier of letters, digits and "-"
        column 9: version "1.2.3-a..b" has unexpected "." here; expected an identifier of letters, digits and "-"
        column 7: version "1.2.3-01" has unexpected "0" here; expected a number without leading zeros
        column 7: version "1.2.3+" has unexpected end of text here; expected an identifier of letters, digits and "-"
        column 6: version "1.2.3 beta" has unexpected " " here; expected "-" and a prerelease, "+" and build metadata, or the end
        column 5: version "1.2.9007199254740992" has a number beyond 9007199254740991
        column 1: version "hello, world" has unexpected "h" here; expected the major version
        "#);
        insta::assert_snapshot!(says(&format!("1.2.3-{}", "a".repeat(251))), @"version is 257 characters long; at most 256 are read");
    }

    #[test]
    fn faults_of_ranges_are_located() {
        let says = |text: &str| Range::parse(text).unwrap_err().to_string();
        let texts = [
            "latest",
            "^1.2.y",
            "1.2 || 1.x.3",
            ">> 1",
            ">= 1.2.3 < 2.é",
            "==1.2.3",
            "> = 1.2.3",
            "^",
            "1.2.3, 2",
            "1.2-rc",
            "1 - ",
            "1.2.3 -2",
            "1.2.3 |2",
            "~01",
            "<9007199254740992",
            "<=9007199254740991",
            "1.2.3-rc.é",
        ];
        insta::assert_snapshot!(texts.map(says).join("\n"), @r#"
        column 1: requirement "latest" has unexpected "l" here; expected the major version, or "*"
        column 6: requirement "^1.2.y" has unexpected "y" here; expected the patch version, or "*"
        column 12: requirement "1.2 || 1.x.3" has unexpected "3" here; expected a wildcard, as the minor version is one
        column 2: requirement ">> 1" has unexpected ">" here; expected the major version, or "*"
        column 14: requirement ">= 1.2.3 < 2.é" has unexpected "é" here; expected the minor version, or "*"
        column 2: requirement "==1.2.3" has unexpected "=" here; expected the major version, or "*"
        column 3: requirement "> = 1.2.3" has unexpected "=" here; expected the major version, or "*"
        column 2: requirement "^" has unexpected end of text here; expected the major version, or "*"
        column 6: requirement "1.2.3, 2" has unexpected "," here; expected "-" and a prerelease, a space, "||" or the end
        column 4: requirement "1.2-rc" has unexpected "-" here; expected ".", a space, "||" or the end
        column 5: requirement "1 - " has unexpected end of text here; expected the major version, or "*"
        column 7: requirement "1.2.3 -2" has unexpected "-" here; expected the major version, or "*"
        column 7: requirement "1.2.3 |2" has unexpected "|" here; expected the major version, or "*"
        column 2: requirement "~01" has unexpected "0" here; expected the major version without leading zeros
        column 2: requirement "<9007199254740992" has a number beyond 9007199254740991
        requirement "<=9007199254740991" is not valid: one of its bounds would be beyond 9007199254740991 or 256 characters
        column 10: requirement "1.2.3-rc.é" has unexpected "é" here; expected an identifier of letters, digits and "-"
        "#);
    }

    #[test]
    fn faults_of_loose_texts_are_located() {
        let loose = Options::new().with_loose(true);
        let version = |text: &str| Version::parse_with(text, &loose).unwrap_err().to_string();
        insta::assert_snapshot!(["=v01.02.x", "1.2.3beta!"].map(version).join("\n"), @r#"
        column 9: version "=v01.02.x" has unexpected "x" here; expected the patch version
        column 10: version "1.2.3beta!" has unexpected "!" here; expected a letter, a digit, "-", ".", "+" or the end
        "#);
        let range = |text: &str| Range::parse_with(text, &loose).unwrap_err().to_string();
        let texts = ["foo", "1.2.3 >=9007199254740992.0.0", ">=1 <01.02.9007199254740992"];
        insta::assert_snapshot!(texts.map(range).join("\n"), @r#"
        column 1: requirement "foo" has unexpected "f" here; expected the major version, or "*"
        column 9: requirement "1.2.3 >=9007199254740992.0.0" has a number beyond 9007199254740991
        column 12: requirement ">=1 <01.02.9007199254740992" has a number beyond 9007199254740991
        "#);
        let comparator = |text: &str| Comparator::parse(text, &Options::new()).unwrap_err().to_string();
        insta::assert_snapshot!([">=", " >= 1.2", "^1.2.3", "<1.2.3 2"].map(comparator).join("\n"), @r#"
        column 3: comparator ">=" has unexpected end of text here; expected major.minor.patch
        column 8: comparator " >= 1.2" has unexpected end of text here; expected "." and the patch version
        column 1: comparator "^1.2.3" has unexpected "^" here; expected the major version
        column 7: comparator "<1.2.3 2" has unexpected " " here; expected "-" and a prerelease, "+" and build metadata, or the end
        "#);
    }
}
