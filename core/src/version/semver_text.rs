//! Reading SemVer text byte by byte: fast where it is well formed, with the place and the expectation where it is not.
//!
//! The schemes of the SemVer family share these readers. They allocate nothing and read every byte once, so that a bulk
//! run can stand on [`triple`] alone, and an error costs no second grammar.

use super::error::VersionError;
use super::semver::Triple;
use std::ops::Range;

/// Where a text stops being what it should be, and what should have stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Something other than `expected` at byte `at`.
    Expected { at: usize, expected: &'static str },
    /// The number that begins at byte `at` is beyond the limit.
    TooBig { at: usize },
}

impl Fault {
    fn expected<T>(at: usize, expected: &'static str) -> Result<T, Self> {
        Err(Self::Expected { at, expected })
    }

    /// The same fault in a text of which the one read was the part from byte `offset` on.
    pub(crate) fn shifted(self, offset: usize) -> Self {
        match self {
            Self::Expected { at, expected } => Self::Expected { at: at + offset, expected },
            Self::TooBig { at } => Self::TooBig { at: at + offset },
        }
    }

    /// The error to show, for the whole `input` and numbers up to `limit`.
    pub(crate) fn into_error(self, what: &'static str, input: &str, limit: u64) -> VersionError {
        match self {
            Self::Expected { at, expected } => VersionError::unexpected(what, input, at, expected),
            Self::TooBig { at } => VersionError::too_big(what, input, at, limit),
        }
    }
}

/// A whole SemVer 2.0 version: its numbers, and where in the text its two suffixes stand (empty where it has none).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub triple: Triple,
    pub pre: Range<usize>,
    pub build: Range<usize>,
}

/// Reads `text` from byte `at` to its end as a version with numbers up to `limit`.
pub(crate) fn version(text: &[u8], at: usize, limit: u64) -> Result<Parts, Fault> {
    let (triple, mut at) = triple(text, at, limit)?;
    let (mut pre, mut build) = (at..at, at..at);
    if text.get(at) == Some(&b'-') {
        let end = identifiers(text, at + 1, Zeros::Refused)?;
        (pre, at) = (at + 1..end, end);
    }
    if text.get(at) == Some(&b'+') {
        let end = identifiers(text, at + 1, Zeros::Allowed)?;
        (build, at) = (at + 1..end, end);
    }
    match text.len() - at {
        0 => Ok(Parts { triple, pre, build }),
        _ if !build.is_empty() => Fault::expected(at, "a letter, a digit, '-', '.' or the end"),
        _ if !pre.is_empty() => Fault::expected(at, "a letter, a digit, '-', '.', '+' or the end"),
        _ => Fault::expected(at, "'-' and a prerelease, '+' and build metadata, or the end"),
    }
}

/// Reads `major.minor.patch` at byte `at`; also says where it ends.
#[inline]
pub(crate) fn triple(text: &[u8], at: usize, limit: u64) -> Result<(Triple, usize), Fault> {
    let (major, at) = number(text, at, limit)?;
    let at = dot(text, at, "'.' and the minor number")?;
    let (minor, at) = number(text, at, limit)?;
    let at = dot(text, at, "'.' and the patch number")?;
    let (patch, at) = number(text, at, limit)?;
    Ok(((major, minor, patch), at))
}

/// Reads a number without leading zeros, at most `limit`, at byte `at`; also says where it ends.
#[inline]
pub(crate) fn number(text: &[u8], at: usize, limit: u64) -> Result<(u64, usize), Fault> {
    let mut value = 0_u64;
    let mut end = at;
    while let Some(digit) = text.get(end).copied().filter(u8::is_ascii_digit) {
        let raised = value.checked_mul(10).and_then(|v| v.checked_add(u64::from(digit - b'0')));
        match raised {
            Some(raised) if raised <= limit => value = raised,
            _ => return Err(Fault::TooBig { at }),
        }
        end += 1;
    }
    match end - at {
        0 => Fault::expected(at, "a digit"),
        1 => Ok((value, end)),
        _ if text.get(at) == Some(&b'0') => Fault::expected(at, "a number without leading zeros"),
        _ => Ok((value, end)),
    }
}

fn dot(text: &[u8], at: usize, expected: &'static str) -> Result<usize, Fault> {
    if text.get(at) == Some(&b'.') { Ok(at + 1) } else { Fault::expected(at, expected) }
}

/// Whether numbers among identifiers may begin with zeros: not in a prerelease, in build metadata they may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zeros {
    Allowed,
    Refused,
}

/// Reads identifiers separated by dots at byte `at`; says where they end.
pub(crate) fn identifiers(text: &[u8], mut at: usize, zeros: Zeros) -> Result<usize, Fault> {
    loop {
        let start = at;
        let mut digits = true;
        while let Some(byte) = text.get(at).filter(|byte| is_identifier(**byte)) {
            digits &= byte.is_ascii_digit();
            at += 1;
        }
        if at == start {
            return Fault::expected(at, "an identifier of letters, digits and '-'");
        }
        if zeros == Zeros::Refused && digits && at - start > 1 && text.get(start) == Some(&b'0') {
            return Fault::expected(start, "a numeric identifier without leading zeros");
        }
        if text.get(at) != Some(&b'.') {
            return Ok(at);
        }
        at += 1;
    }
}

/// Whether a byte may stand in an identifier of a prerelease or of build metadata.
pub(crate) fn is_identifier(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// Which part of a partial version such as `1.2.x` a requirement may go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PartialRules {
    /// Whether the first number may be a wildcard, and any after another.
    pub leading_wildcards: bool,
    /// The largest number.
    pub limit: u64,
}

/// Reads a version of one to three parts, the later ones perhaps wildcards, at byte `at`; says where it ends.
pub(crate) fn partial(text: &[u8], at: usize, rules: PartialRules) -> Result<usize, Fault> {
    let part = |at: usize, wildcard: bool, expected: &'static str| match text.get(at) {
        Some(b'x' | b'X' | b'*') if wildcard => Ok((true, at + 1)),
        Some(byte) if byte.is_ascii_digit() => number(text, at, rules.limit).map(|(_, end)| (false, end)),
        _ => Fault::expected(at, expected),
    };
    let first = if rules.leading_wildcards { "a digit, 'x' or '*'" } else { "a digit" };
    let (mut wild, mut at) = part(at, rules.leading_wildcards, first)?;
    for last in [false, true] {
        if text.get(at) != Some(&b'.') {
            return Ok(at);
        }
        let expected = if wild { "'x' or '*' after a wildcard" } else { "a digit, 'x' or '*'" };
        let start = at + 1;
        let (now, end) = part(start, true, expected)?;
        if wild && !now {
            return Fault::expected(start, expected);
        }
        (wild, at) = (now, end);
        if last && (!wild || rules.leading_wildcards) {
            if text.get(at) == Some(&b'-') {
                at = identifiers(text, at + 1, Zeros::Refused)?;
            }
            if text.get(at) == Some(&b'+') {
                at = identifiers(text, at + 1, Zeros::Allowed)?;
            }
        }
    }
    Ok(at)
}

/// The first byte from `at` on that is no space.
pub(crate) fn skip_spaces(text: &[u8], at: usize) -> usize {
    at + text.iter().skip(at).take_while(|byte| **byte == b' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_with_the_places_of_its_suffixes() {
        let parts = version(b"1.2.3-rc.1+a.01", 0, u64::MAX);
        assert_eq!(parts, Ok(Parts { triple: (1, 2, 3), pre: 6..10, build: 11..15 }));
        assert_eq!(number(b"18446744073709551616", 0, u64::MAX), Err(Fault::TooBig { at: 0 }));
    }
}
