//! Where a text goes wrong that the semver crate refused.
//!
//! The crate decides what is valid and keeps the position to itself; this walks the same grammar up to the fault.

use crate::version::VersionError;
use crate::version::semver_text::{self, Fault, Grammar, More, Wildcards};

const GRAMMAR: Grammar = Grammar::strict(u64::MAX);

/// The fault of a refused version; `reason` is the semver crate's sentence.
pub(super) fn version(text: &str, reason: &str) -> VersionError {
    if text.is_empty() {
        return VersionError::Empty { what: "version", expected: "major.minor.patch" };
    }
    match semver_text::version(text.as_bytes(), 0, GRAMMAR) {
        Err(fault) => fault.into_error("version", text, u64::MAX),
        Ok(_) => VersionError::invalid("version", text, reason),
    }
}

/// The fault of a refused requirement; `reason` is the semver crate's sentence.
pub(super) fn requirement(text: &str, reason: &str) -> VersionError {
    if text.is_empty() {
        return VersionError::Empty { what: "requirement", expected: "a comparator such as ^1.2" };
    }
    match requirement_fault(text.as_bytes()) {
        Err(fault) => fault.into_error("requirement", text, u64::MAX),
        Ok(()) => VersionError::invalid("requirement", text, reason),
    }
}

/// Comparators with commas between them, or a wildcard alone.
fn requirement_fault(text: &[u8]) -> Result<(), Fault> {
    let mut start = skip_spaces(text, 0);
    loop {
        if let Some(b'*' | b'x' | b'X') = text.get(start) {
            let end = skip_spaces(text, start + 1);
            return if text.get(end) == Some(&b',') || text.iter().take(start).any(|byte| *byte == b',') {
                Fault::expected(start, "a comparator such as ^1.2: a wildcard must stand alone")
            } else if end < text.len() {
                Fault::expected(end, "the end, after a wildcard that stands alone")
            } else {
                Ok(())
            };
        }
        let operator = match (text.get(start), text.get(start + 1)) {
            (Some(b'<' | b'>'), Some(b'=')) => 2,
            (Some(b'<' | b'>' | b'=' | b'^' | b'~'), _) => 1,
            _ => 0,
        };
        let version = skip_spaces(text, start + operator);
        let partial = semver_text::partial(text, version, Wildcards::AfterMajor, GRAMMAR)?;
        let end = skip_spaces(text, partial.end);
        match text.get(end) {
            None => return Ok(()),
            Some(b',') => start = skip_spaces(text, end + 1),
            Some(_) => return Fault::expected(end, after(partial.more)),
        }
    }
}

/// What may follow a comparator.
fn after(more: More) -> &'static str {
    match more {
        More::Part => "\".\", \",\" or the end",
        More::Suffix => "\"-\" and a prerelease, \",\" or the end",
        More::Identifier => "a letter, a digit, \"-\", \".\", \",\" or the end",
        More::Nothing => "\",\" or the end",
    }
}

fn skip_spaces(text: &[u8], at: usize) -> usize {
    at + text.iter().skip(at).take_while(|byte| **byte == b' ').count()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::{Requirement, Version};

    #[test]
    fn faults_of_versions_are_located() {
        let says = |text: &str| Version::parse(text).unwrap_err().to_string();
        let texts = [
            "",
            "1",
            "1.x.0",
            "1.2.3.4",
            "01.2.3",
            "1.2.3-",
            "1.2.3-a..b",
            "1.2.3-a.01",
            "1.2.3-é",
            "1.2.3+",
            "v1.2.3",
            "1.2.99999999999999999999",
        ];
        insta::assert_snapshot!(texts.map(says).join("\n"), @r#"
        version is empty; expected major.minor.patch
        column 2: version "1" has unexpected end of text here; expected "." and the minor version
        column 3: version "1.x.0" has unexpected "x" here; expected the minor version
        column 6: version "1.2.3.4" has unexpected "." here; expected "-" and a prerelease, "+" and build metadata, or the end
        column 1: version "01.2.3" has unexpected "0" here; expected the major version without leading zeros
        column 7: version "1.2.3-" has unexpected end of text here; expected an identifier of letters, digits and "-"
        column 9: version "1.2.3-a..b" has unexpected "." here; expected an identifier of letters, digits and "-"
        column 9: version "1.2.3-a.01" has unexpected "0" here; expected a number without leading zeros
        column 7: version "1.2.3-é" has unexpected "é" here; expected an identifier of letters, digits and "-"
        column 7: version "1.2.3+" has unexpected end of text here; expected an identifier of letters, digits and "-"
        column 1: version "v1.2.3" has unexpected "v" here; expected the major version
        column 5: version "1.2.99999999999999999999" has a number beyond 18446744073709551615
        "#);
    }

    #[test]
    fn faults_of_requirements_are_located() {
        let says = |text: &str| Requirement::parse(text).unwrap_err().to_string();
        let texts = [
            "", " ", "1.2 || 2", ">==1", "1.", "*, 1", "1, *", "*.1", "1.*.2", "^1.2.3-", "1.2.3 1", "1.2-a",
            "1,", "^é",
        ];
        insta::assert_snapshot!(texts.map(says).join("\n"), @r#"
        requirement is empty; expected a comparator such as ^1.2
        column 2: requirement " " has unexpected end of text here; expected the major version
        column 5: requirement "1.2 || 2" has unexpected "|" here; expected ".", "," or the end
        column 3: requirement ">==1" has unexpected "=" here; expected the major version
        column 3: requirement "1." has unexpected end of text here; expected the minor version, or "*"
        column 1: requirement "*, 1" has unexpected "*" here; expected a comparator such as ^1.2: a wildcard must stand alone
        column 4: requirement "1, *" has unexpected "*" here; expected a comparator such as ^1.2: a wildcard must stand alone
        column 2: requirement "*.1" has unexpected "." here; expected the end, after a wildcard that stands alone
        column 5: requirement "1.*.2" has unexpected "2" here; expected a wildcard, as the minor version is one
        column 8: requirement "^1.2.3-" has unexpected end of text here; expected an identifier of letters, digits and "-"
        column 7: requirement "1.2.3 1" has unexpected "1" here; expected "-" and a prerelease, "," or the end
        column 4: requirement "1.2-a" has unexpected "-" here; expected ".", "," or the end
        column 3: requirement "1," has unexpected end of text here; expected the major version
        column 2: requirement "^é" has unexpected "é" here; expected the major version
        "#);
        let many = vec![">1"; 33].join(",");
        insta::assert_snapshot!(says(&many), @r#"requirement ">1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1,>1…" is not valid: excessive number of version comparators"#);
    }
}
