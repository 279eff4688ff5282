//! npm's ranges: what they are, how they print, and what they accept.

use super::comparator::{Comparator, accepts};
use super::syntax::{self, Sets};
use super::{Options, Version, diagnose, trim, version};
use crate::version::error::VersionError;
use crate::version::scheme::{AnyRequirement, MAX_LENGTH};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A range of npm: `^1.2.3`, `1.x || >=2.5.0 <3`, `1.0.0 - 2.9.9`, under its [`Options`].
///
/// Displayed, it is the canonical text that node-semver's `validRange` gives; [`as_written`](Self::as_written) is what was
/// read. Two ranges are equal where text and options are.
///
/// ```
/// use greenboard::version::npm::{Range, Version};
///
/// let range = Range::parse("~1.2 || 3.x")?;
/// assert_eq!(range.to_string(), ">=1.2.0 <1.3.0-0||>=3.0.0 <4.0.0-0");
/// assert_eq!(range.as_written(), "~1.2 || 3.x");
/// assert!(range.satisfies(&Version::parse("3.4.5")?));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Range {
    text: Box<str>,
    options: Options,
    sets: Sets,
}

impl Range {
    /// Reads a range strictly.
    pub fn parse(text: &str) -> crate::Result<Self> {
        Self::parse_with(text, &Options::new())
    }

    /// Reads a range under `options`.
    ///
    /// Comparators are separated by space and all must hold; `||` separates alternatives. Operators are `<`, `<=`, `>`,
    /// `>=`, `=`, `^`, `~` (or `~>`) and ` - ` between two versions; parts of a version may be left out or be `x`, `X` or
    /// `*`. Build metadata is dropped. The empty text accepts everything.
    ///
    /// # Errors
    /// `version.too_long` beyond 4096 bytes, `version.number_too_big` ([`MAX_NUMBER`](super::MAX_NUMBER)), else
    /// `version.unexpected_character` with its column.
    pub fn parse_with(text: &str, options: &Options) -> crate::Result<Self> {
        if text.len() > MAX_LENGTH {
            return Err(
                VersionError::TooLong { what: "requirement", length: text.len(), limit: MAX_LENGTH }.into()
            );
        }
        Ok(parse(text, options)?)
    }

    /// The text that was read, trimmed, every run of space made one blank.
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// The options it was read under and answers under.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Whether it accepts the version.
    ///
    /// Without [`include_prerelease`](Options::include_prerelease) a prerelease is accepted only where a comparator of the
    /// same set names a prerelease of the same three numbers.
    ///
    /// ```
    /// use greenboard::version::npm::{Range, Version};
    ///
    /// let range = Range::parse(">1.2.3-alpha.3")?;
    /// assert!(range.satisfies(&Version::parse("1.2.3-alpha.7")?));
    /// assert!(!range.satisfies(&Version::parse("3.4.5-alpha.9")?));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    #[inline]
    pub fn satisfies(&self, version: &Version) -> bool {
        let (triple, pre, every) = (version.triple(), version.pre(), self.options.include_prerelease);
        if self.sets.splits.is_empty() {
            return accepts(&self.sets.comparators, triple, pre, every);
        }
        self.sets().any(|set| accepts(set, triple, pre, every))
    }

    /// The greatest of `versions` that it accepts; texts that are no versions are passed over, of equals the first is taken.
    ///
    /// ```
    /// use greenboard::version::npm::Range;
    ///
    /// let published = ["1.2.3", "1.3.0", "1.2.9", "2.0.0"];
    /// let range = Range::parse("~1.2")?;
    /// assert_eq!(range.max_satisfying(&published), Some(&"1.2.9"));
    /// assert_eq!(range.min_satisfying(&published), Some(&"1.2.3"));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn max_satisfying<'a, T: AsRef<str>>(&self, versions: &'a [T]) -> Option<&'a T> {
        self.best(versions, Ordering::Greater)
    }

    /// The least of `versions` that it accepts, like [`max_satisfying`](Self::max_satisfying).
    pub fn min_satisfying<'a, T: AsRef<str>>(&self, versions: &'a [T]) -> Option<&'a T> {
        self.best(versions, Ordering::Less)
    }

    fn best<'a, T: AsRef<str>>(&self, versions: &'a [T], better: Ordering) -> Option<&'a T> {
        let mut best: Option<(&T, Version)> = None;
        for text in versions {
            let Some(version) = version::read(text.as_ref(), self.options.loose) else { continue };
            let improves = best.as_ref().is_none_or(|(_, best)| version.precedence(best) == better);
            if improves && self.satisfies(&version) {
                best = Some((text, version));
            }
        }
        best.map(|(text, _)| text)
    }

    /// The sets of comparators: a version is accepted where it meets all of one set.
    pub(crate) fn sets(&self) -> impl Iterator<Item = &[Comparator]> {
        self.sets.iter()
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if matches!(self.sets.comparators.as_slice(), [one] if one.is_any()) {
            return f.write_str("*");
        }
        for (index, set) in self.sets().enumerate() {
            if index > 0 {
                f.write_str("||")?;
            }
            for (index, comparator) in set.iter().enumerate() {
                if index > 0 {
                    f.write_str(" ")?;
                }
                write!(f, "{comparator}")?;
            }
        }
        Ok(())
    }
}

impl FromStr for Range {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}

impl PartialEq for Range {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.options == other.options
    }
}

impl Eq for Range {}

impl TryFrom<&crate::Requirement> for Range {
    type Error = crate::Error;

    /// The same requirement in npm's own type; an error where it is of another scheme.
    fn try_from(requirement: &crate::Requirement) -> crate::Result<Self> {
        match &requirement.parsed {
            AnyRequirement::Npm(range) => Ok(range.clone()),
            other => Err(VersionError::SchemeMismatch { left: other.scheme().name(), right: "npm" }.into()),
        }
    }
}

/// Reads a range, or says what is wrong with it.
pub(super) fn parse(text: &str, options: &Options) -> Result<Range, VersionError> {
    let written = trim::collapse(text);
    match syntax::read(&written, options) {
        Some(sets) => Ok(Range { text: Box::from(written), options: *options, sets }),
        None => Err(diagnose::range(text, options)),
    }
}
