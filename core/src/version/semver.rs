//! What the SemVer family shares: precedence without build metadata, and requirement sets under the rule that a prerelease
//! is only met by a comparator that names a prerelease of the same `major.minor.patch`.
//!
//! SemVer's order has a next element everywhere (after `1.2.3` comes `1.2.4-0`, after `1.2.3-a` comes `1.2.3-a.0`), so every
//! set is a union of half-open intervals and emptiness, overlap and inclusion are exact. Releases and prereleases are kept
//! apart: other rules hold for them, and between two neighbouring releases there may be no prerelease.

use super::interval::{Cut, Set};
use super::key::{self, Keyed, Prefix, Sink, Windows};
use semver::{Prerelease, Version};

/// `major.minor.patch`.
pub(crate) type Triple = (u64, u64, u64);

/// A version as precedence sees it. The derived order is SemVer's: an empty prerelease is the greatest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Point {
    pub triple: Triple,
    pub pre: Prerelease,
}

impl Point {
    pub(crate) fn of(version: &Version) -> Self {
        Self { triple: triple(version), pre: version.pre.clone() }
    }

    pub(crate) fn release(triple: Triple) -> Self {
        Self { triple, pre: Prerelease::EMPTY }
    }

    /// The first of all prereleases of `triple`: the least version of the triple.
    pub(crate) fn first(triple: Triple) -> Self {
        Self { triple, pre: zero() }
    }

    /// The least version greater than this one; itself where it is the greatest there is.
    pub(crate) fn next(&self) -> Self {
        if self.pre.is_empty() {
            return next_triple(self.triple).map_or_else(|| self.clone(), Self::first);
        }
        let pre = Prerelease::new(&format!("{}.0", self.pre)).unwrap_or_else(|_| self.pre.clone());
        Self { triple: self.triple, pre }
    }
}

/// The triple after this one, carried into the next number where the last is at its limit.
fn next_triple((major, minor, patch): Triple) -> Option<Triple> {
    let patch = patch.checked_add(1).map(|patch| (major, minor, patch));
    patch.or_else(|| Some((major, minor.checked_add(1)?, 0))).or_else(|| Some((major.checked_add(1)?, 0, 0)))
}

/// Just before every version of `triple`.
pub(crate) fn before(triple: Triple) -> Cut<Point> {
    Cut::Before(Point::first(triple))
}

/// Just after every version of `major.minor.patch`.
pub(crate) fn after_patch(triple: Triple) -> Cut<Point> {
    next_triple(triple).map_or(Cut::End, before)
}

/// Just after every version of `major.minor`.
pub(crate) fn after_minor(major: u64, minor: u64) -> Cut<Point> {
    after_patch((major, minor, u64::MAX))
}

/// Just after every version of `major`.
pub(crate) fn after_major(major: u64) -> Cut<Point> {
    after_patch((major, u64::MAX, u64::MAX))
}

/// The prerelease `0`, the least there is.
pub(crate) fn zero() -> Prerelease {
    Prerelease::new("0").unwrap_or(Prerelease::EMPTY)
}

/// The numbers of a version.
pub(crate) fn triple(version: &Version) -> Triple {
    (version.major, version.minor, version.patch)
}

/// The versions that a requirement accepts: releases and prereleases apart, since other rules hold for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Accepted {
    releases: Set<Triple>,
    prereleases: Set<Point>,
}

impl Accepted {
    /// What lies in `range`, prereleases only of the triples in `opened`.
    pub(crate) fn gated(range: &Set<Point>, opened: impl IntoIterator<Item = Triple>) -> Self {
        Self::apart(range, range, opened)
    }

    /// The releases that lie in one range and the prereleases that lie in another, these only of the triples in `opened`.
    pub(crate) fn apart(
        release_range: &Set<Point>,
        prerelease_range: &Set<Point>,
        opened: impl IntoIterator<Item = Triple>,
    ) -> Self {
        let gate = opened.into_iter().map(|triple| (before(triple), Cut::Before(Point::release(triple))));
        Self {
            releases: releases(release_range),
            prereleases: prereleases(prerelease_range).intersection(&prereleases(&Set::of(gate))),
        }
    }

    /// What lies in `range`, every prerelease included.
    pub(crate) fn open(range: &Set<Point>) -> Self {
        Self { releases: releases(range), prereleases: prereleases(range) }
    }

    /// The keys between which versions are accepted; `None` where a bound has no key.
    pub(crate) fn windows(&self) -> Option<Windows> {
        Some(Windows { releases: edges(&self.releases)?, prereleases: edges(&self.prereleases)? })
    }

    /// Whether nothing is accepted.
    pub(crate) fn is_empty(&self) -> bool {
        self.releases.is_empty() && self.prereleases.is_empty()
    }

    /// What any of `all` accepts.
    pub(crate) fn any_of(all: impl IntoIterator<Item = Self>) -> Self {
        let (mut releases, mut prereleases) = (Vec::new(), Vec::new());
        for one in all {
            releases.extend_from_slice(one.releases.intervals());
            prereleases.extend_from_slice(one.prereleases.intervals());
        }
        Self { releases: Set::of(releases), prereleases: Set::of(prereleases) }
    }

    /// Whether some version is accepted by both.
    pub(crate) fn intersects(&self, other: &Self) -> bool {
        !self.releases.intersection(&other.releases).is_empty()
            || !self.prereleases.intersection(&other.prereleases).is_empty()
    }

    /// Whether all that is accepted is accepted by `other`.
    pub(crate) fn is_subset(&self, other: &Self) -> bool {
        self.releases.is_subset(&other.releases) && self.prereleases.is_subset(&other.prereleases)
    }
}

/// The releases within a range, as a set over the triples.
fn releases(range: &Set<Point>) -> Set<Triple> {
    // A prerelease of 1.2.3 cuts the releases just before 1.2.3, whichever side of it the cut is on.
    mapped(range, |cut| match cut {
        Cut::Start => Cut::Before((0, 0, 0)),
        Cut::Before(point) => Cut::Before(point.triple),
        Cut::After(point) if !point.pre.is_empty() => Cut::Before(point.triple),
        Cut::After(point) => next_triple(point.triple).map_or(Cut::End, Cut::Before),
        Cut::End => Cut::End,
    })
}

/// The prereleases within a range, as a set over all versions in which equal sets of prereleases are equal values.
fn prereleases(range: &Set<Point>) -> Set<Point> {
    // A release cuts the prereleases where those of the next triple begin, whichever side of it the cut is on.
    mapped(range, |cut| match cut {
        Cut::Start => before((0, 0, 0)),
        Cut::Before(point) | Cut::After(point) if point.pre.is_empty() => after_patch(point.triple),
        Cut::Before(point) => Cut::Before(point.clone()),
        Cut::After(point) => Cut::Before(point.next()),
        Cut::End => Cut::End,
    })
}

fn mapped<V: Ord + Clone>(range: &Set<Point>, cut: impl Fn(&Cut<Point>) -> Cut<V>) -> Set<V> {
    Set::of(range.intervals().iter().map(|(from, to)| (cut(from), cut(to))))
}

/// A value of the order that has a key.
trait Keyable: Ord + Clone {
    fn write(&self, key: &mut Prefix) -> Option<Keyed>;
}

impl Keyable for Triple {
    fn write(&self, key: &mut Prefix) -> Option<Keyed> {
        let (major, minor, patch) = *self;
        [major, minor, patch].into_iter().for_each(|number| key.number(number));
        Some(Keyed { prerelease: false, canonical: true })
    }
}

impl Keyable for Point {
    fn write(&self, key: &mut Prefix) -> Option<Keyed> {
        let Point { triple: (major, minor, patch), pre } = self;
        let dash = if pre.is_empty() { "" } else { "-" };
        key::semver(format!("{major}.{minor}.{patch}{dash}{pre}").as_bytes(), key)
    }
}

/// The intervals as keys: versions before a cut have lower keys, versions behind it no lower ones.
fn edges<V: Keyable>(set: &Set<V>) -> Option<Vec<(u128, u128)>> {
    let edge = |cut: &Cut<V>| match cut {
        Cut::Start => Some(0),
        Cut::End => Some(Windows::END),
        Cut::Before(version) | Cut::After(version) => {
            let mut key = Prefix::default();
            version.write(&mut key).map(|_| key.value())
        }
    };
    set.intervals().iter().map(|(from, to)| Some((edge(from)?, edge(to)?))).collect()
}

/// A range over versions; where it ends just before the prereleases of a version, it ends before that version.
pub(crate) fn span<V: Ord + Clone>(range: &Set<Point>, version: impl Fn(Version) -> V) -> Set<V> {
    let cut = |cut: &Cut<Point>, end: bool| {
        let named = |point: &Point| {
            let (major, minor, patch) = point.triple;
            let pre = if end && point.pre == zero() { Prerelease::EMPTY } else { point.pre.clone() };
            version(Version { pre, ..Version::new(major, minor, patch) })
        };
        match cut {
            Cut::Start => Cut::Start,
            Cut::Before(point) => Cut::Before(named(point)),
            Cut::After(point) => Cut::After(version(Version {
                pre: point.pre.clone(),
                ..Version::new(point.triple.0, point.triple.1, point.triple.2)
            })),
            Cut::End => Cut::End,
        }
    };
    Set::of(range.intervals().iter().map(|(from, to)| (cut(from, false), cut(to, true))))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_the_least_prerelease() {
        for other in ["00a", "0.0", "1", "-"] {
            assert!(Prerelease::new(other).is_ok_and(|other| zero() < other));
        }
    }

    #[test]
    fn the_next_version_is_the_least_greater_one() {
        let point = |text: &str| Version::parse(text).map(|v| Point::of(&v)).ok();
        assert_eq!(point("1.2.3").map(|p| p.next()), point("1.2.4-0"));
        assert_eq!(point("1.2.3-a").map(|p| p.next()), point("1.2.3-a.0"));
        assert_eq!(point("1.2.18446744073709551615").map(|p| p.next()), point("1.3.0-0"));
    }
}
