//! Python: versions and specifiers of [PEP 440](https://peps.python.org/pep-0440/), as pypa's `packaging` reads them.
//!
//! [`Version`](crate::Version) and [`Requirement`](crate::Requirement) of scheme `pep440` do what every scheme does; this
//! module adds what only Python has: the [`Parts`] of a version, and [`Specifier`]s with the rules for pre-releases, for
//! local versions and for `===` on any text.
//!
//! ```
//! use greenboard::version::pep440::{Parts, SpecifierSet};
//! use greenboard::{Scheme, Version};
//!
//! let version = Version::parse_as(Scheme::Pep440, "2.0-RC1")?;
//! assert_eq!(version.to_string(), "2.0rc1");
//! assert!(Parts::of(&version)?.is_prerelease());
//!
//! let set = SpecifierSet::parse(">=1.4,<3")?;
//! assert_eq!(set.filter(["1.4", "2.0rc1", "3.1"], None), ["1.4"]);
//! assert_eq!(set.filter(["1.4", "2.0rc1", "3.1"], Some(true)), ["1.4", "2.0rc1"]);
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! # Numbers
//!
//! `packaging` takes numbers of any size; here they have 64 bits, room for every date and time in digits up to the
//! microsecond's fifth place, and a larger one is an error (`version.number_too_big`).
//!
//! # Steps
//!
//! [`Version::bump`](crate::Version::bump) raises the release segment in the precision it has, at least to the part that
//! is raised (`1.2` by minor is `1.3`, by patch `1.2.1`), keeps the epoch and drops every other segment. A pre-release of
//! a major, minor or patch release is completed instead (`2.0rc1` by major is `2.0`). New pre-releases are `a`, as with
//! Poetry, unless the identifier says `a`, `b`, `rc` (or one of their longer names) or `dev`; they count from the base,
//! 0 where there is none. `prerelease` counts the last of pre-release and development number on; with an identifier, it
//! gives the next pre-release of that name, and an error where that would be a step back.
//!
//! # Requirements that move
//!
//! [`Requirement::moved_to`](crate::Requirement::moved_to) moves each specifier on its own, until the set admits the new
//! version: `~=1.4` becomes `~=2.3`, `==1.4.*` becomes `==2.3.*`, `>=1.4,<2` becomes `>=2.3,<3` and `>=1.4,<1.5` becomes
//! `>=2.3,<2.4`: an upper bound keeps the level it ends at, and stays as it is where it admits the version. `!=` stays
//! unless it excludes the version.

mod bump;
mod key;
mod moved;
mod parsed;
mod parts;
mod range;
mod scan;
mod set;
mod span;
mod specifier;

pub use parts::{Parts, Phase};
pub use set::{Candidate, SpecifierSet};
pub use specifier::{Operator, Specifier};

use super::comparator::{Ordered, all_of};
use super::interval::Set;
use super::key::{Keyed, Sink, Windows};
use super::scheme::Rules;
use super::{Bump, Increment, VersionError};
use parsed::Parsed;
use scan::Scan;
use set::Domain;
use std::cmp::Ordering;

/// The rules of PEP 440.
pub(crate) struct Pep440;

impl Rules for Pep440 {
    type Version = Parsed;
    type Requirement = SpecifierSet;

    fn parse(text: &str) -> Result<Parsed, VersionError> {
        Scan::version(text).map(Parsed::from)
    }

    fn print(version: &Parsed) -> String {
        version.to_string()
    }

    fn compare(a: &Parsed, b: &Parsed) -> Ordering {
        a.compare(b)
    }

    fn is_prerelease(version: &Parsed) -> bool {
        version.is_prerelease()
    }

    fn bump(version: &Parsed, by: &Increment) -> Result<Parsed, VersionError> {
        bump::bump(version, by)
    }

    fn diff(a: &Parsed, b: &Parsed) -> Bump {
        bump::diff(a, b)
    }

    fn parse_requirement(text: &str) -> Result<SpecifierSet, VersionError> {
        SpecifierSet::parse_all(text)
    }

    fn print_requirement(requirement: &SpecifierSet) -> String {
        requirement.to_string()
    }

    fn matches(requirement: &SpecifierSet, version: &Parsed) -> bool {
        requirement.specifiers().iter().all(|specifier| specifier.admits(None, Some(version)))
    }

    fn is_empty(requirement: &SpecifierSet) -> bool {
        requirement.is_empty_in(Domain::Versions)
    }

    fn intersects(a: &SpecifierSet, b: &SpecifierSet) -> bool {
        a.intersects_in(b, Domain::Versions)
    }

    fn is_subset(a: &SpecifierSet, b: &SpecifierSet) -> bool {
        a.is_subset_in(b, Domain::Versions)
    }

    fn moved_to(requirement: &SpecifierSet, version: &Parsed) -> SpecifierSet {
        moved::moved_to(requirement, version)
    }

    const PURL_TYPE: Option<&'static str> = Some("pypi");

    fn span(requirement: &SpecifierSet) -> Option<Set<Ordered<Self>>> {
        Some(all_of(requirement.specifiers().iter().map(span::of).collect::<Option<Vec<_>>>()?))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<SpecifierSet> {
        span::specifiers(set)
    }

    fn key(text: &str, key: &mut impl Sink) -> Option<Keyed> {
        key::key(text, key)
    }

    fn windows(requirement: &SpecifierSet) -> Option<Windows> {
        requirement.range().as_ref().map(key::windows)
    }
}

/// The release without trailing zeros, as the order sees it; nothing is left of 0.
fn canonical_release(release: &[u64]) -> &[u64] {
    let end = release.iter().rposition(|number| *number != 0).map_or(0, |last| last + 1);
    release.get(..end).unwrap_or(release)
}
