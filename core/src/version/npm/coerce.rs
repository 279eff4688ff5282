//! The version in a text that is none: node-semver's `coerce`.

use super::version::read;
use super::{Options, Version};
use crate::version::scheme::MAX_LENGTH;
use crate::version::semver_text::{self, Zeros};
use std::ops::Range;

/// How [`Version::coerce`] looks for a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct CoerceOptions {
    /// Takes the last version in the text instead of the first.
    pub rtl: bool,
    /// Takes a prerelease and build metadata along.
    pub include_prerelease: bool,
    /// Accepts leading zeros.
    pub loose: bool,
}

impl CoerceOptions {
    /// The first version, its numbers only.
    pub fn new() -> Self {
        Self::default()
    }
    /// From the right, or from the left.
    #[must_use]
    pub fn with_rtl(mut self, rtl: bool) -> Self {
        self.rtl = rtl;
        self
    }
    /// With prerelease and build metadata, or without.
    #[must_use]
    pub fn with_include_prerelease(mut self, include_prerelease: bool) -> Self {
        self.include_prerelease = include_prerelease;
        self
    }
    /// With or without leading zeros.
    #[must_use]
    pub fn with_loose(mut self, loose: bool) -> Self {
        self.loose = loose;
        self
    }
}

impl From<Options> for CoerceOptions {
    fn from(options: Options) -> Self {
        let Options { loose, include_prerelease } = options;
        Self { rtl: false, include_prerelease, loose }
    }
}

impl Version {
    /// The first (or last) thing in the text that looks like one to three numbers, made a version; none in a text of more
    /// than 4096 bytes.
    ///
    /// ```
    /// use greenboard::version::npm::{CoerceOptions, Version};
    ///
    /// let coerce = |text, options: CoerceOptions| Version::coerce(text, &options).map(|version| version.to_string());
    /// let options = CoerceOptions::new();
    /// assert_eq!(coerce("release 4.6-rc.1, of course", options), Some("4.6.0".to_owned()));
    /// assert_eq!(coerce("4.6-rc.1", options.with_include_prerelease(true)), Some("4.6.0-rc.1".to_owned()));
    /// assert_eq!(coerce("1.2.3.4", options.with_rtl(true)), Some("2.3.4".to_owned()));
    /// ```
    pub fn coerce(text: &str, options: &CoerceOptions) -> Option<Self> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let found = if options.rtl { last(text, options) } else { next(text, 0, options) }?;
        let part = |range: &Range<usize>| text.get(range.clone()).filter(|part| !part.is_empty());
        let [major, minor, patch] = &found.numbers;
        let number = |range| part(range).unwrap_or("0");
        let mut version = format!("{}.{}.{}", number(major), number(minor), number(patch));
        for (sign, range) in [('-', &found.pre), ('+', &found.build)] {
            if let Some(suffix) = part(range) {
                version.push(sign);
                version.push_str(suffix);
            }
        }
        read(&version, options.loose)
    }
}

/// What could be a version, by its places in the text.
struct Found {
    numbers: [Range<usize>; 3],
    pre: Range<usize>,
    build: Range<usize>,
    /// After the character behind it, which is no digit.
    end: usize,
}

/// The one furthest to the right that ends where no other further to the left does: of `1.2.3.4` it is `2.3.4`.
fn last(text: &str, options: &CoerceOptions) -> Option<Found> {
    let mut best: Option<Found> = None;
    let mut at = 0;
    while let Some(found) = next(text, at, options) {
        if best.as_ref().is_some_and(|best| best.end == text.len()) {
            break;
        }
        at = found.numbers[0].end;
        if best.as_ref().is_none_or(|best| best.end != found.end) {
            best = Some(found);
        }
    }
    best
}

/// The first one from byte `at` on, which is 0 or the end of a number.
fn next(text: &str, mut at: usize, options: &CoerceOptions) -> Option<Found> {
    let bytes = text.as_bytes();
    loop {
        let start = at + bytes.iter().skip(at).position(u8::is_ascii_digit)?;
        let digits = digits(bytes, start);
        if digits.len() <= MOST_DIGITS {
            return Some(grow(text, digits, options));
        }
        at = digits.end;
    }
}

/// The longest number that is looked at.
const MOST_DIGITS: usize = 16;

/// The version that begins with the number at `major`.
fn grow(text: &str, major: Range<usize>, options: &CoerceOptions) -> Found {
    let bytes = text.as_bytes();
    let mut end = major.end;
    let mut number = || {
        let digits = digits(bytes, end + 1);
        if bytes.get(end) != Some(&b'.') || !(1..=MOST_DIGITS).contains(&digits.len()) {
            return end..end;
        }
        end = digits.end;
        digits
    };
    let (minor, patch) = (number(), number());
    let (mut pre, mut build) = (end..end, end..end);
    if options.include_prerelease {
        if bytes.get(end) == Some(&b'-') {
            pre = end + 1..identifiers_end(bytes, end + 1, Zeros::Refused);
            end = pre.end.max(end);
        }
        if bytes.get(end) == Some(&b'+') {
            build = end + 1..identifiers_end(bytes, end + 1, Zeros::Allowed);
            end = build.end.max(end);
        }
    }
    // JavaScript's "character" is half of one beyond U+FFFF, so that a match never ends behind such a one.
    let behind = text.get(end..).and_then(|rest| rest.chars().next());
    let behind = behind.map_or(0, |c| c.len_utf8() / c.len_utf16());
    Found { numbers: [major, minor, patch], pre, build, end: end + behind }
}

fn digits(text: &[u8], at: usize) -> Range<usize> {
    at..at + text.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count()
}

/// Where the identifiers from `at` on end that are well formed; before `at` where there are none.
fn identifiers_end(text: &[u8], at: usize, zeros: Zeros) -> usize {
    match semver_text::identifiers(text, at, zeros) {
        Ok(end) => end,
        // The fault is where an identifier should begin; the dot before it stays outside.
        Err(fault) => fault.at() - 1,
    }
}
