//! The exact set of versions that a range accepts, for relations that hold for every version there could be.

use super::Range;
use super::comparator::{Comparator, Operator};
use crate::version::interval::{Cut, Set};
use crate::version::semver::{Accepted, Point};

/// The versions that the range accepts.
pub(super) fn accepted(range: &Range) -> Accepted {
    let every = range.options().include_prerelease;
    Accepted::any_of(range.sets().map(|set| accepted_by_set(set, every)))
}

/// What lies between the bounds of the range, prereleases included.
pub(super) fn bounds(range: &Range) -> Set<Point> {
    let sets: Vec<_> = range.sets().map(between).collect();
    Set::of(sets.iter().flat_map(|set| set.intervals().iter().cloned()))
}

fn accepted_by_set(set: &[Comparator], include_prerelease: bool) -> Accepted {
    let range = between(set);
    if include_prerelease {
        return Accepted::open(&range);
    }
    let opened = set.iter().filter(|comparator| comparator.is_prerelease());
    Accepted::gated(&range, opened.map(|comparator| comparator.point.triple))
}

/// What meets every comparator, prereleases not yet set aside: bounds are narrowed, since each is one interval.
fn between(set: &[Comparator]) -> Set<Point> {
    let (mut from, mut to) = (Cut::Start, Cut::End);
    for comparator in set {
        let before = || Cut::Before(comparator.point.clone());
        let after = || Cut::After(comparator.point.clone());
        let (low, high) = match comparator.operator {
            Operator::Any => (Cut::Start, Cut::End),
            Operator::Equal => (before(), after()),
            Operator::Greater => (after(), Cut::End),
            Operator::GreaterEqual => (before(), Cut::End),
            Operator::Less => (Cut::Start, before()),
            Operator::LessEqual => (Cut::Start, after()),
        };
        from = from.max(low);
        to = to.min(high);
    }
    Set::between(from, to)
}
