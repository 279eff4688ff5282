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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::Options;
    use super::*;

    #[test]
    fn ranges_with_every_prerelease_have_exact_sets_too() {
        let every = |text: &str| {
            accepted(&Range::parse_with(text, &Options::new().with_include_prerelease(true)).unwrap())
        };
        let strict = |text: &str| accepted(&Range::parse(text).unwrap());
        assert!(every(">1.2.3 <1.2.4-0").is_empty());
        assert!(strict(">1.2.3 <1.2.4").is_empty());
        assert!(!every(">1.2.3 <1.2.4").is_empty());
        assert_eq!(strict("1.2.3"), every("1.2.3"));
        assert_eq!(every("1 || 2"), every(">=1.0.0-0 <3.0.0-0"));
        assert!(strict(">=1.2.3-rc.1 <1.2.4").is_subset(&every("1.2")));
        assert!(!every("1.2").is_subset(&strict(">=1.2.0-0 <1.3.0-0")));
    }
}
