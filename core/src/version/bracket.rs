//! Intervals in brackets, `[1.0,2.0)`, as Maven and NuGet write them.

use super::bump::{Increment, Step};
use super::comparator::Ordered;
use super::error::VersionError;
use super::interval::{Cut, Set};
use super::scan::inside;
use super::scheme::Rules;
use std::fmt;

/// An interval; `None` leaves an end open.
pub(crate) struct Range<R: Rules> {
    pub from: Option<Bound<R>>,
    pub to: Option<Bound<R>>,
}

/// An end of an interval.
pub(crate) struct Bound<R: Rules> {
    pub version: R::Version,
    /// Whether the version itself is in.
    pub inclusive: bool,
}

impl<R: Rules> Bound<R> {
    pub(crate) fn new(version: &R::Version, inclusive: bool) -> Self {
        Self { version: version.clone(), inclusive }
    }
}

impl<R: Rules> Range<R> {
    /// The versions from `version` on.
    pub(crate) fn at_least(version: &R::Version) -> Self {
        Self { from: Some(Bound::new(version, true)), to: None }
    }

    /// Just one version.
    pub(crate) fn exactly(version: &R::Version) -> Self {
        Self { from: Some(Bound::new(version, true)), to: Some(Bound::new(version, true)) }
    }

    /// The intervals of a set.
    pub(crate) fn all(set: &Set<Ordered<R>>) -> Vec<Self> {
        let bound = |cut: &Cut<Ordered<R>>, before: bool| match cut {
            Cut::Before(version) => Some(Bound::new(&version.0, before)),
            Cut::After(version) => Some(Bound::new(&version.0, !before)),
            Cut::Start | Cut::End => None,
        };
        set.intervals()
            .iter()
            .map(|(from, to)| Self { from: bound(from, true), to: bound(to, false) })
            .collect()
    }

    fn is_exact(&self) -> bool {
        let (Some(from), Some(to)) = (&self.from, &self.to) else { return false };
        from.inclusive && to.inclusive && R::compare(&from.version, &to.version).is_eq()
    }

    pub(crate) fn contains(&self, version: &R::Version) -> bool {
        let above = self.from.as_ref().is_none_or(|from| {
            let order = R::compare(version, &from.version);
            order.is_gt() || from.inclusive && order.is_eq()
        });
        let below = self.to.as_ref().is_none_or(|to| {
            let order = R::compare(version, &to.version);
            order.is_lt() || to.inclusive && order.is_eq()
        });
        above && below
    }

    /// The interval as a pair of cuts.
    pub(crate) fn cuts(&self) -> (Cut<Ordered<R>>, Cut<Ordered<R>>) {
        let from = match &self.from {
            None => Cut::Start,
            Some(Bound { version, inclusive: true }) => Cut::Before(Ordered::of(version)),
            Some(Bound { version, .. }) => Cut::After(Ordered::of(version)),
        };
        let to = match &self.to {
            None => Cut::End,
            Some(Bound { version, inclusive: true }) => Cut::After(Ordered::of(version)),
            Some(Bound { version, .. }) => Cut::Before(Ordered::of(version)),
        };
        (from, to)
    }

    /// Ranges rewritten to ask for `version`. Where they admit it, what lies before it is dropped. Where they do not, the
    /// last gives the form: exact stays exact, an end that is the start moved by a step is moved by the same step
    /// (`[1.2,2.0)` to 2.1 is `[2.1,3.0)`), and any other end is dropped.
    pub(crate) fn moved_to(ranges: &[Self], version: &R::Version) -> Vec<Self> {
        let from = || Some(Bound::new(version, true));
        if let Some(at) = ranges.iter().position(|range| range.contains(version)) {
            let mut kept = ranges.get(at..).unwrap_or_default().to_vec();
            if let Some(first) = kept.first_mut() {
                let to = if first.is_exact() { from() } else { first.to.take() };
                *first = Self { from: from(), to };
            }
            return kept;
        }
        let Some(last) = ranges.last() else { return vec![Self::at_least(version)] };
        if last.is_exact() {
            return vec![Self::exactly(version)];
        }
        vec![Self { from: from(), to: last.same_step(version) }]
    }

    /// The end of a range from `version` that reaches as far as this one does from its start.
    fn same_step(&self, version: &R::Version) -> Option<Bound<R>> {
        let (from, to) = (self.from.as_ref()?, self.to.as_ref()?);
        let step = |version: &R::Version, step| R::bump(version, &Increment::new(step)).ok();
        let release = if R::is_prerelease(version) { step(version, Step::Release)? } else { version.clone() };
        [Step::Major, Step::Minor, Step::Patch].into_iter().find_map(|s| {
            let reached = step(&from.version, s)?;
            let same = !to.inclusive && R::compare(&reached, &to.version).is_eq();
            same.then_some(Bound { version: step(&release, s)?, inclusive: false })
        })
    }

    /// Reads one range from its opening bracket to its closing one, `text` being that much of `whole` from `offset` on.
    /// `hollow` lets `(1.0,1.0)` pass, in which nothing lies.
    pub(crate) fn parse(
        text: &str,
        whole: &str,
        offset: usize,
        hollow: bool,
        version: impl Fn(&str) -> Result<R::Version, VersionError>,
    ) -> Result<Self, VersionError> {
        const WHAT: &str = "requirement";
        let (from_inclusive, to_inclusive) = (text.starts_with('['), text.ends_with(']'));
        let content = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
        let bound = |piece: &str, start: usize, inclusive: bool| {
            let trimmed = piece.trim();
            if trimmed.is_empty() {
                return Ok(None);
            }
            let at = offset + start + (piece.len() - piece.trim_start().len());
            let version = version(trimmed).map_err(|error| inside(error, WHAT, whole, at))?;
            Ok(Some(Bound { version, inclusive }))
        };
        let Some((from, to)) = content.split_once(',') else {
            if !from_inclusive || !to_inclusive {
                let at = if from_inclusive { offset + text.len() - 1 } else { offset };
                return Err(VersionError::unexpected(WHAT, whole, at, "[ and ] around a single version"));
            }
            let only = bound(content, 1, true)?;
            let only = only.ok_or_else(|| VersionError::unexpected(WHAT, whole, offset + 1, "a version"))?;
            return Ok(Self::exactly(&only.version));
        };
        let to_start = 1 + from.len() + 1;
        let range = Self { from: bound(from, 1, from_inclusive)?, to: bound(to, to_start, to_inclusive)? };
        if let (Some(from), Some(to)) = (&range.from, &range.to) {
            let order = R::compare(&from.version, &to.version);
            if order.is_gt()
                || order.is_eq()
                    && !(from.inclusive && to.inclusive || hollow && from.inclusive == to.inclusive)
            {
                let at = offset + to_start;
                return Err(VersionError::unexpected(
                    WHAT,
                    whole,
                    at,
                    "an end after the start, or both in brackets []",
                ));
            }
        }
        Ok(range)
    }
}

impl<R: Rules> fmt::Display for Range<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = if self.from.as_ref().is_some_and(|from| from.inclusive) { '[' } else { '(' };
        let close = if self.to.as_ref().is_some_and(|to| to.inclusive) { ']' } else { ')' };
        let text = |bound: &Option<Bound<R>>| bound.as_ref().map_or(String::new(), |b| R::print(&b.version));
        match (&self.from, &self.to) {
            (Some(from), Some(to)) if self.is_exact() && from.version == to.version => {
                write!(f, "[{}]", R::print(&from.version))
            }
            (from, to) => write!(f, "{open}{},{}{close}", text(from), text(to)),
        }
    }
}

impl<R: Rules> Clone for Range<R> {
    fn clone(&self) -> Self {
        Self { from: self.from.clone(), to: self.to.clone() }
    }
}

impl<R: Rules> Clone for Bound<R> {
    fn clone(&self) -> Self {
        Self::new(&self.version, self.inclusive)
    }
}

impl<R: Rules> PartialEq for Range<R> {
    fn eq(&self, other: &Self) -> bool {
        self.from == other.from && self.to == other.to
    }
}

impl<R: Rules> PartialEq for Bound<R> {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version && self.inclusive == other.inclusive
    }
}

impl<R: Rules> fmt::Debug for Bound<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bound").field("version", &self.version).field("inclusive", &self.inclusive).finish()
    }
}

impl<R: Rules> fmt::Debug for Range<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The versions in any of the ranges.
pub(crate) fn union<R: Rules>(ranges: &[Range<R>]) -> Set<Ordered<R>> {
    Set::of(ranges.iter().map(Range::cuts))
}
