//! Constraints, the rules of their order, and the sets of versions that they stand for.

use crate::version::Version;
use crate::version::comparator::Ordered;
use crate::version::error::VersionError;
use crate::version::interval::{Cut, Set};
use crate::version::scheme::Rules;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// How a constraint compares with its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// A version alone: it is in.
    Equal,
    /// `!=`: it is not in.
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl Comparator {
    /// The sign in front of a version; empty for equality.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
        }
    }

    /// The comparator that a constraint begins with, and what follows.
    pub(super) fn split(text: &str) -> (Self, &str) {
        const SIGNED: [Comparator; 5] = [
            Comparator::GreaterEqual,
            Comparator::LessEqual,
            Comparator::NotEqual,
            Comparator::Less,
            Comparator::Greater,
        ];
        let signed = SIGNED.into_iter().find_map(|c| Some((c, text.strip_prefix(c.sign())?)));
        signed.unwrap_or((Self::Equal, text))
    }

    fn is_lower(self) -> bool {
        matches!(self, Self::Greater | Self::GreaterEqual)
    }

    fn is_upper(self) -> bool {
        matches!(self, Self::Less | Self::LessEqual)
    }
}

/// One part of a range: a comparator and a version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Constraint {
    /// How to compare.
    pub comparator: Comparator,
    /// With what, not percent-encoded.
    pub version: String,
}

/// Refuses constraints that are out of order, name a version twice, or have bounds that do not alternate.
pub(super) fn check(
    text: &str,
    constraints: &[Constraint],
    versions: &[Option<Version>],
) -> Result<(), VersionError> {
    let invalid = |reason: String| Err(VersionError::invalid("vers", text, reason));
    let mut seen = BTreeSet::new();
    if let Some(twice) = constraints.iter().find(|c| !seen.insert(c.version.as_str())) {
        return invalid(format!("version {} stands in two constraints", twice.version));
    }
    if let Some(all) = versions.iter().map(Option::as_ref).collect::<Option<Vec<_>>>() {
        for (a, b) in all.iter().zip(all.iter().skip(1)) {
            match a.precedence(b) {
                Ok(Ordering::Greater) => return invalid(format!("{a} and {b} are not in ascending order")),
                Ok(Ordering::Equal) => return invalid(format!("{a} and {b} are the same version")),
                _ => {}
            }
        }
    }
    let rest = || constraints.iter().filter(|c| c.comparator != Comparator::NotEqual);
    for (a, b) in rest().zip(rest().skip(1)) {
        let sign = |c: &Constraint| format!("{}{}", c.comparator.sign(), c.version);
        let redundant =
            if a.comparator.is_lower() { !b.comparator.is_upper() } else { b.comparator.is_upper() };
        if redundant {
            return invalid(format!("{} is redundant beside {}", sign(b), sign(a)));
        }
    }
    Ok(())
}

/// Sorts by version, where all of them are versions of the scheme.
pub(super) fn sort(constraints: &mut Vec<Constraint>, versions: &mut Vec<Option<Version>>) {
    if versions.iter().any(Option::is_none) {
        return;
    }
    let mut all: Vec<_> = std::mem::take(constraints).into_iter().zip(std::mem::take(versions)).collect();
    all.sort_by(|(_, a), (_, b)| a.partial_cmp(b).unwrap_or(Ordering::Equal));
    (*constraints, *versions) = all.into_iter().unzip();
}

/// Whether a version is in, given for each constraint in order how the version stands to its version.
pub(super) fn contains(constraints: &[(Comparator, Ordering)]) -> bool {
    use Comparator::{Equal, GreaterEqual, LessEqual, NotEqual};
    let equal = |comparators: &[Comparator]| {
        constraints.iter().any(|(c, order)| order.is_eq() && comparators.contains(c))
    };
    if constraints.is_empty() || equal(&[Equal, LessEqual, GreaterEqual]) {
        return true;
    }
    if equal(&[NotEqual]) {
        return false;
    }
    let bounds: Vec<_> = constraints.iter().filter(|(c, _)| !matches!(c, Equal | NotEqual)).collect();
    let below = |bound: Option<&&(Comparator, Ordering)>| {
        bound.is_some_and(|(c, order)| c.is_upper() && order.is_lt())
    };
    let above = |bound: Option<&&(Comparator, Ordering)>| {
        bound.is_some_and(|(c, order)| c.is_lower() && order.is_gt())
    };
    let only_exclusions = constraints.iter().all(|(c, _)| *c == NotEqual);
    let between = bounds.iter().zip(bounds.iter().skip(1)).any(|(a, b)| above(Some(a)) && below(Some(b)));
    only_exclusions || below(bounds.first()) || above(bounds.last()) || between
}

/// The constraints of a set of versions; `Some(None)` is everything, and no constraint at all is nothing.
pub(in crate::version) fn from_set<R: Rules>(set: &Set<Ordered<R>>) -> Option<Vec<Constraint>> {
    let constraint =
        |comparator, version: &Ordered<R>| Constraint { comparator, version: R::print(&version.0) };
    let mut constraints = Vec::new();
    let intervals = set.intervals();
    for (at, (from, to)) in intervals.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| intervals.get(at)).map(|(_, to)| to);
        let after = intervals.get(at + 1).map(|(from, _)| from);
        if let (Cut::Before(a), Cut::After(b)) = (from, to)
            && a == b
        {
            constraints.push(constraint(Comparator::Equal, a));
            continue;
        }
        match from {
            // What lies between two intervals is a single version: it was left out of the one before.
            Cut::After(v) if matches!(before, Some(Cut::Before(b)) if b == v) => {}
            Cut::After(v) => constraints.push(constraint(Comparator::Greater, v)),
            Cut::Before(v) => constraints.push(constraint(Comparator::GreaterEqual, v)),
            Cut::Start | Cut::End => {}
        }
        match to {
            Cut::Before(v) if matches!(after, Some(Cut::After(a)) if a == v) => {
                constraints.push(constraint(Comparator::NotEqual, v));
            }
            Cut::Before(v) => constraints.push(constraint(Comparator::Less, v)),
            Cut::After(v) => constraints.push(constraint(Comparator::LessEqual, v)),
            Cut::Start | Cut::End => {}
        }
    }
    let everything = constraints.is_empty() && !set.is_empty();
    (!everything).then_some(constraints)
}

/// The set of versions that constraints stand for, in their order.
pub(in crate::version) fn to_set<R: Rules>(
    constraints: &[Constraint],
) -> Result<Set<Ordered<R>>, VersionError> {
    use Comparator::{Equal, Greater, GreaterEqual, Less, LessEqual, NotEqual};
    let (mut intervals, mut excluded) = (Vec::new(), Vec::new());
    // Before the first bound, an upper one reaches down to the start.
    let (mut open, mut first) = (None, true);
    let only_exclusions = constraints.iter().all(|c| c.comparator == NotEqual);
    for constraint in constraints {
        let version = Ordered::<R>::of(&R::parse(&constraint.version)?);
        match constraint.comparator {
            Equal => intervals.push((Cut::Before(version.clone()), Cut::After(version))),
            NotEqual => excluded.push((Cut::Before(version.clone()), Cut::After(version))),
            Greater => open = open.or(Some(Cut::After(version))),
            GreaterEqual => open = open.or(Some(Cut::Before(version))),
            Less | LessEqual => {
                let to =
                    if constraint.comparator == Less { Cut::Before(version) } else { Cut::After(version) };
                let from = open.take().or(first.then_some(Cut::Start));
                intervals.extend(from.map(|from| (from, to)));
            }
        }
        first &= matches!(constraint.comparator, Equal | NotEqual);
    }
    intervals.extend(open.map(|from| (from, Cut::End)));
    if only_exclusions {
        intervals.push((Cut::Start, Cut::End));
    }
    Ok(Set::of(intervals).intersection(&Set::of(excluded).complement()))
}

/// A set as comparisons that must all hold, each written with its `sign`; `None` where the set is more than one interval
/// less single versions, where a comparator has no sign, and for everything and nothing, which take no comparison.
pub(in crate::version) fn comparisons<R: Rules>(
    set: &Set<Ordered<R>>,
    sign: impl Fn(Comparator) -> Option<&'static str>,
) -> Option<String> {
    let constraints = from_set(set)?;
    let upper_then_lower =
        |(a, b): (&Constraint, &Constraint)| a.comparator.is_upper() && b.comparator.is_lower();
    let bounds = || constraints.iter().filter(|c| c.comparator != Comparator::NotEqual);
    let apart = bounds().zip(bounds().skip(1)).any(upper_then_lower);
    let equal = constraints.iter().any(|c| c.comparator == Comparator::Equal);
    if constraints.is_empty() || apart || equal && constraints.len() > 1 {
        return None;
    }
    let one = |c: &Constraint| Some(format!("{}{}", sign(c.comparator)?, c.version));
    Some(constraints.iter().map(one).collect::<Option<Vec<_>>>()?.join(", "))
}

/// Whether a set holds every version.
pub(in crate::version) fn is_everything<R: Rules>(set: &Set<Ordered<R>>) -> bool {
    set.complement().is_empty()
}
