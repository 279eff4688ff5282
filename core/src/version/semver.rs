//! What the SemVer family shares: precedence without build metadata, and requirement sets under the rule that a prerelease
//! is only met by a comparator that names a prerelease of the same `major.minor.patch`.
//!
//! SemVer's order has a next element everywhere (after `1.2.3` comes `1.2.4-0`, after `1.2.3-a` comes `1.2.3-a.0`), so every
//! set is a union of half-open intervals and emptiness, overlap and inclusion are exact.

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

    /// The least version greater than this one.
    pub(crate) fn next(&self) -> Self {
        if self.pre.is_empty() {
            let (major, minor, patch) = self.triple;
            return Self::first((major, minor, patch.saturating_add(1)));
        }
        let pre = Prerelease::new(&format!("{}.0", self.pre)).unwrap_or_else(|_| self.pre.clone());
        Self { triple: self.triple, pre }
    }
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
    /// Nothing.
    pub(crate) fn none() -> Self {
        Self { releases: Set::empty(), prereleases: Set::empty() }
    }

    /// What lies in `range`, prereleases only of the triples in `opened`.
    pub(crate) fn gated(range: &Set<Point>, opened: impl IntoIterator<Item = Triple>) -> Self {
        let mut gate = Set::empty();
        for triple in opened {
            let window = Set::between(Cut::Before(Point::first(triple)), Cut::Before(Point::release(triple)));
            gate = gate.union(&window);
        }
        let range = half_open(range);
        Self { releases: releases(&range), prereleases: range.intersection(&gate) }
    }

    /// What lies in `range`, every prerelease included.
    pub(crate) fn open(range: &Set<Point>) -> Self {
        // A prerelease set that also spans releases would not be equal for equal sets; inclusion and overlap of the
        // whole range imply those of its prereleases, and the other way round for half-open ranges.
        let range = half_open(range);
        Self { releases: releases(&range), prereleases: range }
    }

    /// The keys between which versions are accepted; `None` where a bound has no key.
    pub(crate) fn windows(&self) -> Option<Windows> {
        Some(Windows { releases: edges(&self.releases)?, prereleases: edges(&self.prereleases)? })
    }

    /// Whether nothing is accepted.
    pub(crate) fn is_empty(&self) -> bool {
        self.releases.is_empty() && self.prereleases.is_empty()
    }

    /// What either accepts.
    pub(crate) fn union(&self, other: &Self) -> Self {
        Self {
            releases: self.releases.union(&other.releases),
            prereleases: self.prereleases.union(&other.prereleases),
        }
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

/// The same set with every cut written as `Before`, which SemVer's order always allows.
fn half_open(range: &Set<Point>) -> Set<Point> {
    let before = |cut: &Cut<Point>| match cut {
        Cut::After(point) => Cut::Before(point.next()),
        other => other.clone(),
    };
    range
        .intervals()
        .iter()
        .fold(Set::empty(), |set, (from, to)| set.union(&Set::between(before(from), before(to))))
}

/// The releases within a half-open range, as a set over the triples.
fn releases(range: &Set<Point>) -> Set<Triple> {
    // `Before(1.2.3-x)` and `Before(1.2.3)` cut the releases at the same place.
    let cut = |cut: &Cut<Point>| match cut {
        Cut::Before(point) => Cut::Before(point.triple),
        Cut::After(point) => Cut::Before(point.next().triple),
        Cut::Start => Cut::Before((0, 0, 0)),
        Cut::End => Cut::End,
    };
    range
        .intervals()
        .iter()
        .fold(Set::empty(), |set, (from, to)| set.union(&Set::between(cut(from), cut(to))))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_is_the_least_greater_one() {
        let point = |text: &str| Version::parse(text).map(|v| Point::of(&v)).ok();
        assert_eq!(point("1.2.3").map(|p| p.next()), point("1.2.4-0"));
        assert_eq!(point("1.2.3-a").map(|p| p.next()), point("1.2.3-a.0"));
    }
}
