//! Partial versions: `1`, `1.2.x`, `v1.2.3-rc.1`, and what `loose` makes of them (node-semver's `XRANGEPLAIN`).

use super::trim::is_space;
use crate::version::semver::Triple;
use crate::version::semver_text::{self, Zeros};

/// A version of one to three parts with what stands around it, build metadata already taken away.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partial<'a> {
    /// `v`, `=` and space in front.
    pub prefix: &'a str,
    pub major: Part<'a>,
    pub minor: Part<'a>,
    pub patch: Part<'a>,
    /// The prerelease as written, without its hyphen; empty where there is none.
    pub pre: &'a str,
}

impl<'a> Partial<'a> {
    /// The numbers before the first part that is open: what stands behind one says nothing.
    pub(super) fn numbers(&self) -> [Option<Number<'a>>; 3] {
        match (self.major, self.minor, self.patch) {
            (Part::Any, ..) => [None; 3],
            (Part::Number(major), Part::Any, _) => [Some(major), None, None],
            (Part::Number(major), Part::Number(minor), patch) => [Some(major), Some(minor), patch.number()],
        }
    }

    /// The version's numbers, if it is a full one.
    pub(super) fn triple(&self) -> Option<Triple> {
        match self.numbers() {
            [Some(major), Some(minor), Some(patch)] => Some((major.value, minor.value, patch.value)),
            _ => None,
        }
    }
}

/// One part of a partial version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Left out, or a wildcard.
    Any,
    Number(Number<'a>),
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number<'a> {
    pub text: &'a str,
    /// The largest number there is where it is beyond.
    pub value: u64,
}

impl Number<'_> {
    /// Whether it is written `0`: node-semver looks at the text, and loosely `00` is another.
    pub(super) fn is_zero(self) -> bool {
        self.text == "0"
    }
}

impl<'a> Part<'a> {
    pub(super) fn is_any(self) -> bool {
        matches!(self, Self::Any)
    }

    pub(super) fn number(self) -> Option<Number<'a>> {
        match self {
            Self::Any => None,
            Self::Number(number) => Some(number),
        }
    }
}

/// Reads the whole of `text` as a partial version.
pub(super) fn read(text: &str, loose: bool) -> Option<Partial<'_>> {
    let rest = text.trim_start_matches(|c: char| c == 'v' || c == '=' || is_space(c));
    let prefix = text.get(..text.len() - rest.len())?;
    let (major, rest) = part(rest, loose)?;
    let mut partial = Partial { prefix, major, minor: Part::Any, patch: Part::Any, pre: "" };
    let Some(rest) = rest.strip_prefix('.') else {
        return rest.is_empty().then_some(partial);
    };
    let (minor, rest) = part(rest, loose)?;
    partial.minor = minor;
    let Some(rest) = rest.strip_prefix('.') else {
        return rest.is_empty().then_some(partial);
    };
    let (patch, tail) = part(rest, loose)?;
    (partial.patch, partial.pre) =
        if loose { loose_end(rest, patch, tail)? } else { (patch, strict_pre(tail)?) };
    Some(partial)
}

/// Reads a number or a wildcard at the start of `text`; also gives what follows it.
fn part(text: &str, loose: bool) -> Option<(Part<'_>, &str)> {
    if let Some(rest) = text.strip_prefix(['x', 'X', '*']) {
        return Some((Part::Any, rest));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || (!loose && digits > 1 && text.starts_with('0')) {
        return None;
    }
    let (digits, rest) = text.split_at_checked(digits)?;
    Some((Part::Number(number(digits)), rest))
}

fn number(text: &str) -> Number<'_> {
    let value = text.bytes().fold(0_u64, |value, digit| {
        value.saturating_mul(10).saturating_add(u64::from(digit.wrapping_sub(b'0')))
    });
    Number { text, value }
}

/// The prerelease that `tail` consists of, if it is empty or one.
fn strict_pre(tail: &str) -> Option<&str> {
    if tail.is_empty() {
        return Some("");
    }
    let pre = tail.strip_prefix('-')?;
    (semver_text::identifiers(pre.as_bytes(), 0, Zeros::Refused) == Ok(pre.len())).then_some(pre)
}

/// The last number and the prerelease where the hyphen between them may be missing. `last` is `patch` and what follows it.
///
/// node-semver's expression backtracks: in `1.2.34.5` nothing can follow `34`, so it reads `3` and the prerelease `4.5`.
fn loose_end<'a>(last: &'a str, patch: Part<'a>, tail: &'a str) -> Option<(Part<'a>, &'a str)> {
    if tail.is_empty() {
        return Some((patch, ""));
    }
    let is_pre = |text: &str| semver_text::identifiers(text.as_bytes(), 0, Zeros::Allowed) == Ok(text.len());
    match patch {
        Part::Number(number) if tail.starts_with('.') => {
            let (head, _) = number.text.split_at_checked(number.text.len() - 1)?;
            let pre = last.get(head.len()..)?;
            (!head.is_empty() && is_pre(pre)).then(|| (Part::Number(self::number(head)), pre))
        }
        // A hyphen with nothing to introduce is a prerelease of its own.
        _ => match tail.strip_prefix('-') {
            Some(pre) if is_pre(pre) => Some((patch, pre)),
            _ => is_pre(tail).then_some((patch, tail)),
        },
    }
}
