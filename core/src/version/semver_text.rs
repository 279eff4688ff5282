//! Reading SemVer text byte by byte: fast where it is well formed, with the place and the expectation where it is not.
//!
//! What Cargo and npm share. Nothing is allocated and every byte is read once, so that bulk work can stand on [`triple`],
//! and a message costs no second grammar.

use super::error::VersionError;
use super::semver::Triple;
use std::ops::Range;

/// Where a text stops being what it should be, and what should have stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Something other than `expected` at byte `at`.
    Expected { at: usize, expected: &'static str },
    /// The number at byte `at`, which is to be `expected`, has leading zeros.
    Zeros { at: usize, expected: &'static str },
    /// The number that begins at byte `at` is beyond the limit.
    TooBig { at: usize },
}

impl Fault {
    /// The fault of finding something other than `expected`.
    pub(crate) fn expected<T>(at: usize, expected: &'static str) -> Result<T, Self> {
        Err(Self::Expected { at, expected })
    }

    /// The byte where it lies.
    pub(crate) fn at(self) -> usize {
        match self {
            Self::Expected { at, .. } | Self::Zeros { at, .. } | Self::TooBig { at } => at,
        }
    }

    /// The same fault in a text of which the one read was the part from byte `offset` on.
    pub(crate) fn shifted(self, offset: usize) -> Self {
        match self {
            Self::Expected { at, expected } => Self::Expected { at: at + offset, expected },
            Self::Zeros { at, expected } => Self::Zeros { at: at + offset, expected },
            Self::TooBig { at } => Self::TooBig { at: at + offset },
        }
    }

    /// The error to show, for the whole `input` and numbers up to `limit`.
    pub(crate) fn into_error(self, what: &'static str, input: &str, limit: u64) -> VersionError {
        match self {
            Self::Expected { at, expected } => VersionError::unexpected(what, input, at, expected),
            Self::Zeros { at, expected } => {
                VersionError::unexpected(what, input, at, format!("{expected} without leading zeros"))
            }
            Self::TooBig { at } => VersionError::too_big(what, input, at, limit),
        }
    }
}

/// How far a text may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grammar {
    /// The largest number.
    pub limit: u64,
    /// Whether leading zeros are let pass, and a prerelease without its hyphen: node-semver's `loose`.
    pub loose: bool,
}

impl Grammar {
    /// SemVer to the letter, with numbers up to `limit`.
    pub(crate) const fn strict(limit: u64) -> Self {
        Self { limit, loose: false }
    }
}

/// A whole SemVer 2.0 version: its numbers, and where in the text its two suffixes stand (empty where it has none).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub triple: Triple,
    pub pre: Range<usize>,
    pub build: Range<usize>,
}

/// Reads `text` from byte `at` to its end as a version.
pub(crate) fn version(text: &[u8], at: usize, grammar: Grammar) -> Result<Parts, Fault> {
    let (triple, at) = triple(text, at, grammar)?;
    let Suffixes { pre, build, end } = suffixes(text, at, grammar)?;
    match text.get(end) {
        None => Ok(Parts { triple, pre, build }),
        Some(_) if end == at => {
            Fault::expected(end, "\"-\" and a prerelease, \"+\" and build metadata, or the end")
        }
        Some(_) if build.is_empty() => {
            Fault::expected(end, "a letter, a digit, \"-\", \".\", \"+\" or the end")
        }
        Some(_) => Fault::expected(end, "a letter, a digit, \"-\", \".\" or the end"),
    }
}

/// Reads `major.minor.patch` at byte `at`; also says where it ends.
#[inline]
pub(crate) fn triple(text: &[u8], at: usize, grammar: Grammar) -> Result<(Triple, usize), Fault> {
    let (major, at) = number(text, at, grammar, "the major version")?;
    let at = dot(text, at, "\".\" and the minor version")?;
    let (minor, at) = number(text, at, grammar, "the minor version")?;
    let at = dot(text, at, "\".\" and the patch version")?;
    let (patch, at) = number(text, at, grammar, "the patch version")?;
    Ok(((major, minor, patch), at))
}

/// Reads a number at byte `at`; also says where it ends.
#[inline]
fn number(text: &[u8], at: usize, grammar: Grammar, expected: &'static str) -> Result<(u64, usize), Fault> {
    let mut value = 0_u64;
    let mut end = at;
    while let Some(digit) = text.get(end).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
        end += 1;
    }
    match end - at {
        0 => return Fault::expected(at, expected),
        1 => return Ok((value, end)),
        _ if !grammar.loose && text.get(at) == Some(&b'0') => return Err(Fault::Zeros { at, expected }),
        // Nineteen digits cannot overflow.
        2..=19 => {}
        _ => value = long_number(text.get(at..end).unwrap_or_default()).ok_or(Fault::TooBig { at })?,
    }
    if value > grammar.limit { Err(Fault::TooBig { at }) } else { Ok((value, end)) }
}

#[cold]
fn long_number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0_u64, |value, digit| {
        value.checked_mul(10)?.checked_add(u64::from(digit.wrapping_sub(b'0')))
    })
}

fn dot(text: &[u8], at: usize, expected: &'static str) -> Result<usize, Fault> {
    if text.get(at) == Some(&b'.') { Ok(at + 1) } else { Fault::expected(at, expected) }
}

/// Where the prerelease and the build metadata stand.
struct Suffixes {
    pre: Range<usize>,
    build: Range<usize>,
    end: usize,
}

fn suffixes(text: &[u8], mut at: usize, grammar: Grammar) -> Result<Suffixes, Fault> {
    let (mut pre, mut build) = (at..at, at..at);
    if text.get(at) == Some(&b'-') {
        let zeros = if grammar.loose { Zeros::Allowed } else { Zeros::Refused };
        pre = at + 1..identifiers(text, at + 1, zeros)?;
        at = pre.end;
    } else if grammar.loose && text.get(at).is_some_and(|byte| is_identifier(*byte)) {
        pre = at..identifiers(text, at, Zeros::Allowed)?;
        at = pre.end;
    }
    if text.get(at) == Some(&b'+') {
        build = at + 1..identifiers(text, at + 1, Zeros::Allowed)?;
        at = build.end;
    }
    Ok(Suffixes { pre, build, end: at })
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
            return Fault::expected(at, "an identifier of letters, digits and \"-\"");
        }
        if zeros == Zeros::Refused && digits && at - start > 1 && text.get(start) == Some(&b'0') {
            return Err(Fault::Zeros { at: start, expected: "a number" });
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

/// A version of one to three parts in a requirement, as far as the message about what follows it needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Partial {
    /// Where it ends.
    pub end: usize,
    /// What it could go on with.
    pub more: More,
}

/// What a partial version could go on with where it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum More {
    /// Another part.
    Part,
    /// Suffixes, of which it has none.
    Suffix,
    /// A longer suffix than it has.
    Identifier,
    /// Nothing.
    Nothing,
}

/// Where wildcards (`x`, `X`, `*`) may stand in a partial version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wildcards {
    /// Instead of the minor and the patch version.
    AfterMajor,
    /// Everywhere, and suffixes after them.
    Everywhere,
}

/// Reads a version of one to three parts, the later ones perhaps wildcards, at byte `at`.
pub(crate) fn partial(
    text: &[u8],
    at: usize,
    wildcards: Wildcards,
    grammar: Grammar,
) -> Result<Partial, Fault> {
    let everywhere = wildcards == Wildcards::Everywhere;
    let (mut at, mut wild) = (at, None);
    for (index, Part { number, open, after_wildcard }) in PARTS.into_iter().enumerate() {
        if index > 0 {
            if text.get(at) != Some(&b'.') {
                let more = if wild.is_some() && !everywhere { More::Nothing } else { More::Part };
                return Ok(Partial { end: at, more });
            }
            at += 1;
        }
        let open = if index > 0 || everywhere { open } else { number };
        at = match (text.get(at), wild) {
            (Some(b'x' | b'X' | b'*'), _) if index > 0 || everywhere => {
                wild = Some(after_wildcard);
                at + 1
            }
            (_, Some(after_wildcard)) => return Fault::expected(at, after_wildcard),
            (Some(byte), None) if byte.is_ascii_digit() => self::number(text, at, grammar, number)?.1,
            _ => return Fault::expected(at, open),
        };
    }
    if wild.is_some() && !everywhere {
        return Ok(Partial { end: at, more: More::Nothing });
    }
    let Suffixes { end, .. } = suffixes(text, at, grammar)?;
    Ok(Partial { end, more: if end == at { More::Suffix } else { More::Identifier } })
}

/// What a part of a partial version is called where it is missed.
struct Part {
    /// Where only a number will do.
    number: &'static str,
    /// Where a wildcard will do too.
    open: &'static str,
    /// Where a wildcard stood here and something else follows.
    after_wildcard: &'static str,
}

const PARTS: [Part; 3] = [
    Part {
        number: "the major version",
        open: "the major version, or \"*\"",
        after_wildcard: "a wildcard, as the major version is one",
    },
    Part {
        number: "the minor version",
        open: "the minor version, or \"*\"",
        after_wildcard: "a wildcard, as the minor version is one",
    },
    Part { number: "the patch version", open: "the patch version, or \"*\"", after_wildcard: "the end" },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_with_the_places_of_its_suffixes() {
        let parts = version(b"1.2.3-rc.1+a.01", 0, Grammar::strict(u64::MAX));
        assert_eq!(parts, Ok(Parts { triple: (1, 2, 3), pre: 6..10, build: 11..15 }));
        assert_eq!(
            version(b"1.18446744073709551616.0", 0, Grammar::strict(u64::MAX)),
            Err(Fault::TooBig { at: 2 })
        );
    }
}
