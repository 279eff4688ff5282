//! Where a text goes wrong that the semver crate refused.
//!
//! The crate decides what is valid and keeps the position to itself; this walks the same grammar up to the fault.

use crate::version::VersionError;

/// The fault of a refused version; `reason` is the semver crate's sentence.
pub(super) fn version(text: &str, reason: &str) -> VersionError {
    if text.is_empty() {
        return VersionError::Empty { what: "version", expected: "major.minor.patch" };
    }
    let mut walk = Walk { what: "version", text, at: 0 };
    walk.version().err().unwrap_or_else(|| VersionError::invalid("version", text, reason))
}

/// The fault of a refused requirement; `reason` is the semver crate's sentence.
pub(super) fn requirement(text: &str, reason: &str) -> VersionError {
    if text.is_empty() {
        return VersionError::Empty { what: "requirement", expected: "a comparator such as ^1.2" };
    }
    let mut walk = Walk { what: "requirement", text, at: 0 };
    walk.requirement().err().unwrap_or_else(|| VersionError::invalid("requirement", text, reason))
}

/// A walk over a text, at byte `at`.
struct Walk<'t> {
    what: &'static str,
    text: &'t str,
    at: usize,
}

type Step = Result<(), VersionError>;

impl Walk<'_> {
    fn version(&mut self) -> Step {
        self.number("the major version")?;
        self.dot("\".\" and the minor version")?;
        self.number("the minor version")?;
        self.dot("\".\" and the patch version")?;
        self.number("the patch version")?;
        let expected = self.tail("\"-\" and a prerelease, \"+\" and build metadata, or the end")?;
        self.end(expected)
    }

    /// Comparators with commas between them, or a wildcard alone.
    fn requirement(&mut self) -> Step {
        loop {
            self.spaces();
            let start = self.at;
            if self.wildcard() {
                self.spaces();
                return if self.peek() == Some(b',') || start > 0 && self.text.contains(',') {
                    Err(self.fault_at(start, "a comparator such as ^1.2: a wildcard must stand alone"))
                } else {
                    self.end("the end, after a wildcard that stands alone")
                };
            }
            let expected = self.comparator()?;
            self.spaces();
            if self.peek() != Some(b',') {
                return self.end(expected);
            }
            self.at += 1;
        }
    }

    /// A comparator; what may follow it.
    fn comparator(&mut self) -> Result<&'static str, VersionError> {
        if matches!(self.peek(), Some(b'<' | b'>')) {
            self.at += 1;
            self.accept(b'=');
        } else if matches!(self.peek(), Some(b'=' | b'~' | b'^')) {
            self.at += 1;
        }
        self.spaces();
        self.number("the major version")?;
        if !self.accept(b'.') {
            return Ok("\".\", \",\" or the end");
        }
        if self.wildcard() {
            if self.accept(b'.') && !self.wildcard() {
                return Err(self.fault("a wildcard, as the minor version is one"));
            }
            return Ok("\",\" or the end");
        }
        self.number("the minor version, or \"*\"")?;
        if !self.accept(b'.') {
            return Ok("\".\", \",\" or the end");
        }
        if self.wildcard() {
            return Ok("\",\" or the end");
        }
        self.number("the patch version, or \"*\"")?;
        self.tail("\"-\" and a prerelease, \",\" or the end")
    }

    fn number(&mut self, expected: &str) -> Step {
        let start = self.at;
        let mut value = 0_u64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if value == 0 && self.at > start {
                return Err(self.fault_at(start, format!("{expected} without leading zeros")));
            }
            let more = value.checked_mul(10).and_then(|tens| tens.checked_add(u64::from(digit - b'0')));
            let Some(more) = more else {
                return Err(VersionError::too_big(self.what, self.text, start, u64::MAX));
            };
            value = more;
            self.at += 1;
        }
        if self.at == start { Err(self.fault(expected)) } else { Ok(()) }
    }

    /// The prerelease and the build metadata, where there are any; what may follow.
    fn tail(&mut self, expected: &'static str) -> Result<&'static str, VersionError> {
        let mut expected = expected;
        if self.accept(b'-') {
            self.identifiers(true)?;
            expected = "a letter, a digit, \"-\", \".\", \"+\" or the end";
        }
        if self.accept(b'+') {
            self.identifiers(false)?;
            expected = "a letter, a digit, \"-\", \".\" or the end";
        }
        Ok(expected)
    }

    /// Identifiers with dots between them; numbers among a prerelease's have no leading zeros.
    fn identifiers(&mut self, prerelease: bool) -> Step {
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                self.at += 1;
            }
            let segment = self.text.as_bytes().get(start..self.at).unwrap_or_default();
            if segment.is_empty() {
                return Err(self.fault("an identifier of letters, digits and \"-\""));
            }
            let numeric = segment.iter().all(u8::is_ascii_digit);
            if prerelease && numeric && segment.len() > 1 && segment.first() == Some(&b'0') {
                return Err(self.fault_at(start, "a number without leading zeros"));
            }
            if !self.accept(b'.') {
                return Ok(());
            }
        }
    }

    fn dot(&mut self, expected: &str) -> Step {
        if self.accept(b'.') { Ok(()) } else { Err(self.fault(expected)) }
    }

    fn wildcard(&mut self) -> bool {
        self.accept(b'*') || self.accept(b'x') || self.accept(b'X')
    }

    fn spaces(&mut self) {
        while self.accept(b' ') {}
    }

    fn end(&self, expected: &str) -> Step {
        if self.at == self.text.len() { Ok(()) } else { Err(self.fault(expected)) }
    }

    fn accept(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fault(&self, expected: impl Into<String>) -> VersionError {
        self.fault_at(self.at, expected)
    }

    fn fault_at(&self, at: usize, expected: impl Into<String>) -> VersionError {
        VersionError::unexpected(self.what, self.text, at, expected)
    }
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
