//! Requirements that are lists of plain comparisons, all of which must hold: `>= 1.2, < 2`.

use super::error::VersionError;
use super::interval::{Cut, Set};
use super::scan::{inside, pieces};
use super::scheme::Rules;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

/// How a version is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Op {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

impl Op {
    /// The versions for which the comparison with `version` holds.
    pub(crate) fn part<V: Clone>(self, version: V) -> Part<V> {
        match self {
            Self::Equal => Part::Between(Cut::Before(version.clone()), Cut::After(version)),
            Self::NotEqual => Part::Except(Cut::Before(version.clone()), Cut::After(version)),
            Self::Less => Part::Between(Cut::Start, Cut::Before(version)),
            Self::LessEqual => Part::Between(Cut::Start, Cut::After(version)),
            Self::Greater => Part::Between(Cut::After(version), Cut::End),
            Self::GreaterEqual => Part::Between(Cut::Before(version), Cut::End),
        }
    }

    /// Whether the comparison holds for a version that stands to the named one as `order`.
    pub(crate) fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterEqual => order.is_ge(),
        }
    }

    /// Whether it bounds from below only.
    pub(crate) fn is_lower(self) -> bool {
        matches!(self, Self::Greater | Self::GreaterEqual)
    }
}

/// What one comparison admits.
pub(crate) enum Part<V> {
    /// All between two cuts.
    Between(Cut<V>, Cut<V>),
    /// All but what lies between two cuts.
    Except(Cut<V>, Cut<V>),
}

/// What all comparisons admit, in the time of sorting them.
pub(crate) fn all_of<V: Ord + Clone>(parts: impl IntoIterator<Item = Part<V>>) -> Set<V> {
    let (mut from, mut to, mut excluded) = (Cut::Start, Cut::End, Vec::new());
    for part in parts {
        match part {
            Part::Between(low, high) => {
                from = from.max(low);
                to = to.min(high);
            }
            Part::Except(low, high) => excluded.push((low, high)),
        }
    }
    Set::between(from, to).intersection(&Set::of(excluded).complement())
}

/// A version in its scheme's order, to build intervals on.
pub(crate) struct Ordered<R: Rules>(pub R::Version, PhantomData<R>);

impl<R: Rules> Ordered<R> {
    pub(crate) fn of(version: &R::Version) -> Self {
        Self(version.clone(), PhantomData)
    }
}

impl<R: Rules> Clone for Ordered<R> {
    fn clone(&self) -> Self {
        Self::of(&self.0)
    }
}

impl<R: Rules> fmt::Debug for Ordered<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<R: Rules> PartialEq for Ordered<R> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<R: Rules> Eq for Ordered<R> {}

impl<R: Rules> PartialOrd for Ordered<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<R: Rules> Ord for Ordered<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        R::compare(&self.0, &other.0)
    }
}

/// One comparison as written: an operator of the scheme's own kind and a version.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Comparator<O, V> {
    pub op: O,
    pub version: V,
}

/// Reads a comma-separated list of comparisons. `operators` are tried in order, so longer ones come first; `bare` is the
/// operator of a version that stands alone.
pub(crate) fn parse_list<O: Copy, V>(
    text: &str,
    operators: &[(&str, O)],
    bare: O,
    parse: impl Fn(&str) -> Result<V, VersionError>,
) -> Result<Vec<Comparator<O, V>>, VersionError> {
    const WHAT: &str = "requirement";
    if text.trim().is_empty() {
        return Err(VersionError::Empty { what: WHAT, expected: "comparisons such as >= 1.2, < 2" });
    }
    let mut list = Vec::new();
    for (start, piece) in pieces(text, ',') {
        if piece.is_empty() {
            return Err(VersionError::unexpected(WHAT, text, start, "a comparison such as >= 1.2"));
        }
        let found =
            operators.iter().find_map(|(sign, op)| Some((sign.len(), *op, piece.strip_prefix(sign)?)));
        let (width, op, rest) = found.unwrap_or((0, bare, piece));
        let version = rest.trim_start();
        let offset = start + width + (rest.len() - version.len());
        let version = parse(version).map_err(|error| inside(error, WHAT, text, offset))?;
        list.push(Comparator { op, version });
    }
    Ok(list)
}

/// The list rewritten to ask for `version`: a lone comparison keeps its operator where that still admits the version; of
/// several, lower bounds are raised to it and the others stay where they admit it.
pub(crate) fn moved<R: Rules>(
    list: &[Comparator<Op, R::Version>],
    version: &R::Version,
) -> Vec<Comparator<Op, R::Version>> {
    let at_least = || Comparator { op: Op::GreaterEqual, version: version.clone() };
    match list {
        [] => Vec::new(),
        [Comparator { op: Op::Equal, .. }] => vec![Comparator { op: Op::Equal, version: version.clone() }],
        [_] => vec![at_least()],
        several => {
            let keeps = |c: &&Comparator<Op, R::Version>| {
                !c.op.is_lower() && c.op != Op::Equal && c.op.holds(R::compare(version, &c.version))
            };
            std::iter::once(at_least()).chain(several.iter().filter(keeps).cloned()).collect()
        }
    }
}
