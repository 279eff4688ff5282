//! Sets of versions as disjoint intervals over any total order: what the algebra of requirements is computed on.

use std::cmp::Ordering;

/// A place between versions: intervals run from one cut to another, so that open and closed ends need no cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cut<V> {
    /// Before every version.
    Start,
    /// Just before a version.
    Before(V),
    /// Just after a version.
    After(V),
    /// After every version.
    End,
}

impl<V: Ord> Cut<V> {
    /// The version it stands beside, and whether after it.
    fn beside(&self) -> Option<(&V, bool)> {
        match self {
            Self::Before(v) => Some((v, false)),
            Self::After(v) => Some((v, true)),
            Self::Start | Self::End => None,
        }
    }
}

impl<V: Ord> PartialOrd for Cut<V> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<V: Ord> Ord for Cut<V> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.beside(), other.beside()) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl<V> Cut<V> {
    fn rank(&self) -> u8 {
        match self {
            Self::Start => 0,
            Self::Before(_) | Self::After(_) => 1,
            Self::End => 2,
        }
    }
}

/// A set of versions: non-empty intervals, sorted, none touching the next. Equal sets are equal values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Set<V>(Vec<(Cut<V>, Cut<V>)>);

impl<V: Ord + Clone> Set<V> {
    /// No version.
    pub(crate) fn empty() -> Self {
        Self(Vec::new())
    }

    /// Every version.
    pub(crate) fn full() -> Self {
        Self(vec![(Cut::Start, Cut::End)])
    }

    /// The versions from one cut to the other; none where they are not in order.
    pub(crate) fn between(from: Cut<V>, to: Cut<V>) -> Self {
        if from < to { Self(vec![(from, to)]) } else { Self::empty() }
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The intervals, in order.
    pub(crate) fn intervals(&self) -> &[(Cut<V>, Cut<V>)] {
        &self.0
    }

    /// What is in any of these intervals, in whatever order and overlap they come.
    pub(crate) fn of(intervals: impl IntoIterator<Item = (Cut<V>, Cut<V>)>) -> Self {
        let mut all: Vec<_> = intervals.into_iter().filter(|(from, to)| from < to).collect();
        all.sort();
        let mut out: Vec<(Cut<V>, Cut<V>)> = Vec::with_capacity(all.len());
        for (from, to) in all {
            match out.last_mut() {
                Some((_, end)) if from <= *end => {
                    if to > *end {
                        *end = to;
                    }
                }
                _ => out.push((from, to)),
            }
        }
        Self(out)
    }

    /// What is in both.
    pub(crate) fn intersection(&self, other: &Self) -> Self {
        let (mut i, mut j, mut out) = (0, 0, Vec::new());
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            let (from, to) = ((&a.0).max(&b.0), (&a.1).min(&b.1));
            if from < to {
                out.push((from.clone(), to.clone()));
            }
            if a.1 < b.1 {
                i += 1;
            } else {
                j += 1;
            }
        }
        Self(out)
    }

    /// What is not in it.
    pub(crate) fn complement(&self) -> Self {
        let mut out = Vec::with_capacity(self.0.len() + 1);
        let mut from = Cut::Start;
        for (start, end) in &self.0 {
            if from < *start {
                out.push((from, start.clone()));
            }
            from = end.clone();
        }
        if from < Cut::End {
            out.push((from, Cut::End));
        }
        Self(out)
    }

    /// Whether everything in it is in `other`.
    pub(crate) fn is_subset(&self, other: &Self) -> bool {
        self.intersection(&other.complement()).is_empty()
    }
}
