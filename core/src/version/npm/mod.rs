//! npm: SemVer versions and the ranges of `package.json`, as [node-semver](https://github.com/npm/node-semver) 7 reads them.
//!
//! `Version` and `Requirement` of scheme `npm` are the strict reading, without `includePrerelease`. What only node-semver
//! has is here: [`Options`], [`Version`] with `clean`, `coerce`, `inc`, `diff` and `truncate`, [`Range`] with everything
//! asked of ranges, and single [`Comparator`]s.
//!
//! ```
//! use greenboard::version::npm::{Options, Range, Version};
//!
//! let range = Range::parse("^1.2 || >=3.0.0-rc.1 <3.1")?;
//! assert_eq!(range.to_string(), ">=1.2.0 <2.0.0-0||>=3.0.0-rc.1 <3.1.0-0");
//! assert!(range.satisfies(&Version::parse("3.0.0-rc.2")?));
//! assert!(!range.satisfies(&Version::parse("3.0.1-rc.2")?));
//!
//! let every = Options::new().with_include_prerelease(true);
//! assert!(Range::parse_with("^1.2", &every)?.satisfies(&Version::parse("1.3.0-beta")?));
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! # Which relations are exact
//!
//! [`Range::intersects`], [`Range::is_subset`] and [`Range::is_outside`] answer as node-semver does, and node-semver
//! compares comparators two by two: `>1.2.3 <1.2.4` intersects everything around it although no release lies in it, and
//! `1 || 2` is no subset of `>=1 <2 || >=2`. [`Requirement`](crate::Requirement) of scheme `npm` answers `is_empty`,
//! `intersects` and `is_subset` on the set of versions itself, which is what plans stand on.
//!
//! # Where we differ from node-semver
//!
//! - Prerelease numbers of 2<sup>53</sup> and more are compared as integers, where node-semver loses their last digits.
//! - A version that would count beyond 2<sup>53</sup> − 1 is an error, where node-semver gives a text it cannot read.
//! - Under `loose`, leading zeros are dropped from such numbers too, and a comparator with a number or an identifier of
//!   hundreds of characters spoils its range, where node-semver leaves some of them out. A version in such a text is not
//!   coerced, where node-semver cuts it short.
//! - Identifiers given to a step are read strictly, and every version given to `simplify` must be one.

mod algebra;
mod coerce;
mod comparator;
mod diagnose;
mod increment;
mod partial;
mod range;
mod relation;
mod rewrite;
mod simplify;
mod syntax;
mod trim;
mod version;

pub use coerce::CoerceOptions;
pub use comparator::Comparator;
pub use range::Range;
pub use relation::Side;
pub use version::{Identifier, Version};

use super::bump::{Bump, Increment};
use super::cargo;
use super::comparator::Ordered;
use super::error::VersionError;
use super::interval::{Cut, Set};
use super::key::{self, Keyed, Sink, Windows};
use super::scheme::Rules;
use super::semver_text::{self, Grammar};
use std::cmp::Ordering;

/// The largest number in a version: JavaScript's `Number.MAX_SAFE_INTEGER`.
pub const MAX_NUMBER: u64 = (1 << 53) - 1;

/// The longest version that is read, in UTF-16 code units, as node-semver counts.
pub const MAX_VERSION_LENGTH: usize = 256;

/// How versions and ranges are read.
///
/// ```
/// use greenboard::version::npm::{Options, Version};
///
/// let loose = Options::new().with_loose(true);
/// assert_eq!(Version::parse_with("=v1.2.3beta", &loose)?.to_string(), "1.2.3-beta");
/// assert!(Version::parse("=v1.2.3beta").is_err());
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Options {
    /// Accepts what is nearly a version: `=v1.2.3`, `1.2.3beta`, leading zeros; and ranges with unreadable parts, which
    /// are left out.
    pub loose: bool,
    /// Lets ranges accept prereleases of every version, not only of those that they name a prerelease of.
    pub include_prerelease: bool,
}

impl Options {
    /// Strict, and prereleases only where they are asked for.
    pub fn new() -> Self {
        Self::default()
    }
    /// With or without [`loose`](Self::loose).
    #[must_use]
    pub fn with_loose(mut self, loose: bool) -> Self {
        self.loose = loose;
        self
    }
    /// With or without [`include_prerelease`](Self::include_prerelease).
    #[must_use]
    pub fn with_include_prerelease(mut self, include_prerelease: bool) -> Self {
        self.include_prerelease = include_prerelease;
        self
    }
}

/// The rules of npm.
pub(crate) struct Npm;

impl Rules for Npm {
    type Version = Version;
    type Requirement = Range;

    fn parse(text: &str) -> Result<Version, VersionError> {
        version::parse(text, &Options::new())
    }

    fn print(version: &Version) -> String {
        version.to_string()
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        a.precedence(b)
    }

    fn is_prerelease(version: &Version) -> bool {
        version.is_prerelease()
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        let next = increment::increment(version, by)?;
        if next.precedence(version) == Ordering::Greater {
            return Ok(next);
        }
        // node-semver goes from 1.0.0-dev.0 to 1.0.0-alpha.0, which nobody who has the former would ever be offered.
        let identifier = by.identifier.as_deref().unwrap_or_default();
        let reason = format!("{version} already sorts after {next}");
        Err(VersionError::invalid("identifier", identifier, reason))
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        cargo::diff(a.inner(), b.inner())
    }

    fn parse_requirement(text: &str) -> Result<Range, VersionError> {
        range::parse(text, &Options::new())
    }

    fn print_requirement(range: &Range) -> String {
        range.as_written().to_owned()
    }

    fn matches(range: &Range, version: &Version) -> bool {
        range.satisfies(version)
    }

    fn is_empty(range: &Range) -> bool {
        algebra::accepted(range).is_empty()
    }

    fn intersects(a: &Range, b: &Range) -> bool {
        algebra::accepted(a).intersects(&algebra::accepted(b))
    }

    fn is_subset(a: &Range, b: &Range) -> bool {
        algebra::accepted(a).is_subset(&algebra::accepted(b))
    }

    fn moved_to(range: &Range, version: &Version) -> Range {
        rewrite::moved_to(range, version)
    }

    fn span(range: &Range) -> Option<Set<Ordered<Self>>> {
        let version = |v: semver::Version| Ordered::of(&Version::new((v.major, v.minor, v.patch), v.pre));
        Some(super::semver::span(&algebra::bounds(range), version))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<Range> {
        let bound = |cut: &Cut<Ordered<Self>>, before: &str, after: &str| match cut {
            Cut::Before(version) => format!("{before}{}", version.0),
            Cut::After(version) => format!("{after}{}", version.0),
            Cut::Start | Cut::End => String::new(),
        };
        let one = |(from, to): &(Cut<Ordered<Self>>, Cut<Ordered<Self>>)| match (from, to) {
            (Cut::Before(a), Cut::After(b)) if a == b => a.0.to_string(),
            (Cut::Start, Cut::End) => "*".to_owned(),
            _ => format!("{} {}", bound(from, ">=", ">"), bound(to, "<", "<=")).trim().to_owned(),
        };
        let ranges: Vec<String> = set.intervals().iter().map(one).collect();
        if ranges.is_empty() { None } else { range::parse(&ranges.join(" || "), &Options::new()).ok() }
    }

    fn key(text: &str, key: &mut impl Sink) -> Option<Keyed> {
        // No number of a text this short can be too big.
        const SHORT: usize = 19;
        let bytes = text.as_bytes();
        if bytes.len() > SHORT {
            let small = semver_text::triple(bytes, 0, Grammar::strict(MAX_NUMBER)).is_ok();
            if !small || bytes.len() > MAX_VERSION_LENGTH {
                return None;
            }
        }
        key::semver(bytes, key)
    }

    fn windows(range: &Range) -> Option<Windows> {
        algebra::accepted(range).windows()
    }
}
