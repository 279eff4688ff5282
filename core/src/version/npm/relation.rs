//! How ranges stand to each other and to versions, as node-semver answers: comparator by comparator.

use super::comparator::{Comparator, Operator};
use super::{MAX_NUMBER, Range, Version};
use crate::version::semver::Point;
use std::cmp::Ordering;

/// A side of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Greater than everything in it: node-semver's `gtr`.
    Above,
    /// Less than everything in it: node-semver's `ltr`.
    Below,
}

impl Range {
    /// Whether node-semver holds that some version satisfies both, under this range's options.
    ///
    /// ```
    /// use greenboard::version::npm::Range;
    ///
    /// let range = Range::parse("^1.2 || 3.x")?;
    /// assert!(range.intersects(&Range::parse(">=1.9 <2.5")?));
    /// assert!(!range.intersects(&Range::parse("2.x")?));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn intersects(&self, other: &Self) -> bool {
        let options = self.options();
        let all = |set: &[Comparator], other: &[Comparator]| {
            set.iter().all(|a| other.iter().all(|b| a.intersects(b, options)))
        };
        // Every comparator against those written before it.
        let satisfiable = |set: &&[Comparator]| {
            let mut rest = *set;
            while let Some((last, before)) = rest.split_last() {
                if !before.iter().all(|earlier| last.intersects(earlier, options)) {
                    return false;
                }
                rest = before;
            }
            true
        };
        let others: Vec<_> = other.sets().filter(satisfiable).collect();
        self.sets().filter(satisfiable).any(|set| others.iter().any(|other| all(set, other)))
    }

    /// Whether node-semver holds that everything in this range is in `other` (its `subset`), under this range's options.
    ///
    /// Each alternative must lie in a single alternative of `other`.
    ///
    /// ```
    /// use greenboard::version::npm::Range;
    ///
    /// let range = Range::parse("^1.2.3")?;
    /// assert!(range.is_subset(&Range::parse(">=1")?));
    /// assert!(!range.is_subset(&Range::parse("1.2.x || 1.3.x")?));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn is_subset(&self, other: &Self) -> bool {
        if self.as_written() == other.as_written() {
            return true;
        }
        let every = self.options().include_prerelease;
        let mut found = false;
        for sub in self.sets() {
            let mut within = false;
            for dom in other.sets() {
                let answer = is_set_subset(sub, dom, every);
                found |= answer.is_some();
                if answer == Some(true) {
                    within = true;
                    break;
                }
            }
            // A set that nothing meets is left out of account, unless there are only such.
            if !within && found {
                return false;
            }
        }
        true
    }

    /// Whether the version lies outside the range on that side: node-semver's `outside`.
    ///
    /// ```
    /// use greenboard::version::npm::{Range, Side, Version};
    ///
    /// let range = Range::parse("1.2 - 1.4")?;
    /// assert!(range.is_outside(&Version::parse("1.5.0")?, Side::Above));
    /// assert!(!range.is_outside(&Version::parse("1.3.0")?, Side::Below));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn is_outside(&self, version: &Version, side: Side) -> bool {
        if self.satisfies(version) {
            return false;
        }
        let version = Point::of(version.inner());
        self.sets().all(|set| is_outside_set(&version, set, side))
    }

    /// The least version that satisfies it: node-semver's `minVersion`.
    ///
    /// ```
    /// use greenboard::version::npm::Range;
    ///
    /// let least = |text| Range::parse(text).map(|range| range.min_version().map(|version| version.to_string()));
    /// assert_eq!(least(">1.2.3")?, Some("1.2.4".to_owned()));
    /// assert_eq!(least(">4 <3")?, None);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn min_version(&self) -> Option<Version> {
        for least in [Point::release((0, 0, 0)), Point::first((0, 0, 0))] {
            let version = Version::of(&least);
            if self.satisfies(&version) {
                return Some(version);
            }
        }
        let least = self.sets().filter_map(|set| set.iter().filter_map(least).max()).min()?;
        Some(Version::of(&least)).filter(|version| self.satisfies(version))
    }
}

/// The least version a comparator admits, where it bounds from below.
fn least(comparator: &Comparator) -> Option<Point> {
    match comparator.operator {
        Operator::Greater if !comparator.is_prerelease() => {
            let (major, minor, patch) = comparator.point.triple;
            (patch < MAX_NUMBER).then(|| Point::release((major, minor, patch + 1)))
        }
        Operator::Greater => Some(comparator.point.next()),
        Operator::Equal | Operator::GreaterEqual => Some(comparator.point.clone()),
        Operator::Any | Operator::Less | Operator::LessEqual => None,
    }
}

/// Whether the version lies beyond the set: past its furthest comparator, and past its nearest one.
fn is_outside_set(version: &Point, set: &[Comparator], side: Side) -> bool {
    let order = |a: &Point, b: &Point| match side {
        Side::Above => a.cmp(b),
        Side::Below => b.cmp(a),
    };
    // "Outward" bounds leave that side open, "inward" ones are passed on the way out.
    let outward = |operator: Operator| match side {
        Side::Above => operator.is_lower(),
        Side::Below => operator.is_upper(),
    };
    let from_zero = Comparator::new(Operator::GreaterEqual, (0, 0, 0), semver::Prerelease::EMPTY);
    let mut set = set.iter().map(|comparator| if comparator.is_any() { &from_zero } else { comparator });
    let Some(first) = set.next() else { return true };
    let (mut high, mut low) = (first, first);
    for comparator in set {
        if order(&comparator.point, &high.point) == Ordering::Greater {
            high = comparator;
        } else if order(&comparator.point, &low.point) == Ordering::Less {
            low = comparator;
        }
    }
    if outward(high.operator) {
        return false;
    }
    let beside = order(version, &low.point);
    let inclusive = matches!(low.operator, Operator::GreaterEqual | Operator::LessEqual);
    match low.operator {
        Operator::Equal => beside == Ordering::Greater,
        operator if outward(operator) && inclusive => beside != Ordering::Less,
        operator if outward(operator) => beside == Ordering::Greater,
        _ => true,
    }
}

/// Whether one set lies in another; `None` where nothing meets it.
fn is_set_subset(sub: &[Comparator], dom: &[Comparator], every: bool) -> Option<bool> {
    if sub == dom {
        return Some(true);
    }
    let pre = if every { crate::version::semver::zero() } else { semver::Prerelease::EMPTY };
    let from_least = [Comparator::new(Operator::GreaterEqual, (0, 0, 0), pre)];
    let is_any = |set: &[Comparator]| matches!(set, [one] if one.is_any());
    let sub = if is_any(sub) { &from_least } else { sub };
    if is_any(dom) && every {
        return Some(true);
    }
    let dom = if is_any(dom) { &from_least } else { dom };

    let bounds = Bounds::of(sub);
    let order = match (bounds.low, bounds.high) {
        (Some(low), Some(high)) => Some(low.point.cmp(&high.point)),
        _ => None,
    };
    match bounds.equal.as_slice() {
        [] => {}
        [equal] if !bounds.is_empty(order) => {
            let bounds = [bounds.low, bounds.high];
            if !bounds.into_iter().flatten().all(|bound| bound.accepts(&equal.point, every)) {
                return None;
            }
            return Some(dom.iter().all(|comparator| comparator.accepts(&equal.point, every)));
        }
        _ => return None,
    }
    if bounds.is_empty(order) {
        return None;
    }
    Some(bounds.lie_in(dom, order, every))
}

/// What the comparators of a set come to: its highest lower bound, its lowest upper bound, and the versions it names.
struct Bounds<'a> {
    low: Option<&'a Comparator>,
    high: Option<&'a Comparator>,
    equal: Vec<&'a Comparator>,
}

impl<'a> Bounds<'a> {
    fn of(set: &'a [Comparator]) -> Self {
        let mut bounds = Self { low: None, high: None, equal: Vec::new() };
        for comparator in set {
            if comparator.operator.is_lower() {
                bounds.low = bounds.low.filter(|low| !is_tighter(comparator, low)).or(Some(comparator));
            } else if comparator.operator.is_upper() {
                bounds.high = bounds.high.filter(|high| !is_tighter(comparator, high)).or(Some(comparator));
            } else {
                bounds.equal.push(comparator);
            }
        }
        bounds
    }

    /// Whether the two bounds, which stand in `order`, leave nothing between them.
    fn is_empty(&self, order: Option<Ordering>) -> bool {
        let closed = |bound: Option<&Comparator>| {
            bound.is_some_and(|b| matches!(b.operator, Operator::GreaterEqual | Operator::LessEqual))
        };
        match order {
            Some(Ordering::Greater) => true,
            Some(Ordering::Equal) => !(closed(self.low) && closed(self.high)),
            _ => false,
        }
    }

    /// Whether all between the bounds meets `dom`.
    fn lie_in(&self, dom: &[Comparator], order: Option<Ordering>, every: bool) -> bool {
        let (low, high) = (self.low, self.high);
        let single = order == Some(Ordering::Equal);
        // Prereleases at a bound need a comparator in `dom` that lets them in. `<1.2.3-0` has none below 1.2.3.
        let opens = |bound: &Comparator| {
            !every
                && bound.is_prerelease()
                && !(bound.operator == Operator::Less && bound.point == Point::first(bound.point.triple))
        };
        let open_to = |bound: &Comparator| {
            dom.iter().any(|c| c.is_prerelease() && c.point.triple == bound.point.triple)
        };
        let against = |bound: &Comparator, c: &Comparator, same: fn(Operator) -> bool, closed: Operator| {
            if same(c.operator) {
                !is_tighter(c, bound)
            } else {
                bound.operator != closed || c.holds(bound.point.triple, &bound.point.pre)
            }
        };
        for c in dom {
            let fits_low = low.is_none_or(|low| against(low, c, Operator::is_lower, Operator::GreaterEqual));
            let fits_high = high.is_none_or(|high| against(high, c, Operator::is_upper, Operator::LessEqual));
            let exact = matches!(c.operator, Operator::Equal | Operator::Any);
            if !fits_low || !fits_high || (exact && (low.is_some() || high.is_some()) && !single) {
                return false;
            }
        }
        let bounded = |side: fn(Operator) -> bool| dom.iter().any(|c| side(c.operator));
        let overruns_high = low.is_some() && high.is_none() && bounded(Operator::is_upper);
        let overruns_low = high.is_some() && low.is_none() && bounded(Operator::is_lower);
        if overruns_high || overruns_low {
            return false;
        }
        [low, high].into_iter().flatten().all(|bound| !opens(bound) || open_to(bound))
    }
}

/// Whether `a` bounds more tightly than `b`, both from the same side.
fn is_tighter(a: &Comparator, b: &Comparator) -> bool {
    let order = match a.operator.is_lower() {
        true => a.point.cmp(&b.point),
        false => b.point.cmp(&a.point),
    };
    let strict = |c: &Comparator| matches!(c.operator, Operator::Greater | Operator::Less);
    order == Ordering::Greater || (order == Ordering::Equal && strict(a) && !strict(b))
}
