//! Versions as peers of the SemVer family see them: three numbers, and what stands behind them.

use crate::version::{Bump, Scheme, Version};

/// A version of a scheme that writes SemVer, taken apart. Numbers have room for one step beyond what any scheme reads, so that a
/// step never overflows: the version that it makes is refused instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbers {
    scheme: Scheme,
    pub major: u128,
    pub minor: u128,
    pub patch: u128,
    /// The prerelease identifiers, without the hyphen.
    pub pre: Option<String>,
    /// The build metadata, without the plus.
    pub build: Option<String>,
}

impl Numbers {
    /// The parts of a version; none where its scheme, or its text, is not of the family.
    pub fn of(version: &Version) -> Option<Self> {
        let scheme = version.scheme();
        let text = match scheme {
            Scheme::Cargo | Scheme::Npm | Scheme::Nuget => version.as_str(),
            Scheme::Go => version.as_str().strip_prefix('v')?,
            _ => return None,
        };
        let (text, build) = suffix(text, '+');
        let (text, pre) = suffix(text, '-');
        let mut numbers = text.split('.').map(|part| part.parse::<u64>().ok().map(u128::from));
        let mut next = || numbers.next().flatten();
        let (major, minor, patch) = (next()?, next()?, next()?);
        numbers.next().is_none().then_some(Self { scheme, major, minor, patch, pre, build })
    }

    /// Back to a version.
    ///
    /// # Errors
    /// `version.*` where a number is beyond what the scheme reads, or a suffix is none.
    pub fn version(&self) -> crate::Result<Version> {
        let Self { major, minor, patch, .. } = self;
        let v = if self.scheme == Scheme::Go { "v" } else { "" };
        let part = |mark: char, text: &Option<String>| match text {
            Some(text) => format!("{mark}{text}"),
            None => String::new(),
        };
        let text = format!("{v}{major}.{minor}.{patch}{}{}", part('-', &self.pre), part('+', &self.build));
        Version::parse_as(self.scheme, &text)
    }

    /// Before 1.0.0.
    pub fn is_pre_major(&self) -> bool {
        self.major == 0
    }

    /// With its numbers a step further; suffixes stay.
    #[must_use]
    pub fn step(mut self, bump: Bump) -> Self {
        match bump {
            Bump::None => {}
            Bump::Patch => self.patch += 1,
            Bump::Minor => (self.minor, self.patch) = (self.minor + 1, 0),
            Bump::Major => (self.major, self.minor, self.patch) = (self.major + 1, 0, 0),
        }
        self
    }

    /// With this prerelease, or none.
    #[must_use]
    pub fn with_pre(self, pre: Option<String>) -> Self {
        Self { pre, ..self }
    }

    /// With this build metadata, or none.
    #[must_use]
    pub fn with_build(self, build: Option<String>) -> Self {
        Self { build, ..self }
    }
}

/// A text and what stands behind the first `mark` in it.
fn suffix(text: &str, mark: char) -> (&str, Option<String>) {
    match text.split_once(mark) {
        Some((text, suffix)) => (text, Some(suffix.to_owned())),
        None => (text, None),
    }
}

/// A decimal number, one higher. It has as many digits as before or one more, zeros in front included.
pub(super) fn increment(digits: &str) -> String {
    let mut bytes = digits.as_bytes().to_vec();
    for digit in bytes.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return bytes.into_iter().map(char::from).collect();
        }
        *digit = b'0';
    }
    format!("1{}", "0".repeat(digits.len()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_version_comes_apart_and_together_again() {
        for (scheme, text) in
            [(Scheme::Cargo, "1.2.3"), (Scheme::Npm, "1.2.3-rc.1-a+b-c.d"), (Scheme::Go, "v0.1.0-pre")]
        {
            let version = Version::parse_as(scheme, text).unwrap();
            assert_eq!(Numbers::of(&version).unwrap().version().unwrap(), version);
        }
        assert_eq!(Numbers::of(&Version::parse_as(Scheme::Pep440, "1.2.3rc1").unwrap()), None);
    }

    #[test]
    fn numbers_that_are_used_up_are_refused_not_wrapped() {
        let last = Version::parse("1.2.18446744073709551615").unwrap();
        assert!(Numbers::of(&last).unwrap().step(Bump::Patch).version().is_err());
    }

    #[test]
    fn digits_count_on_with_their_zeros() {
        for (old, new) in [("1", "2"), ("09", "10"), ("01", "02"), ("99", "100"), ("0", "1")] {
            assert_eq!(increment(old), new);
        }
    }
}
