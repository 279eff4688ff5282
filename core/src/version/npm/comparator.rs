//! One comparator: an operator and a version.

use super::trim::{collapse, trim};
use super::{Options, Version, diagnose, version};
use crate::version::semver::{Point, Triple};
use semver::Prerelease;
use std::cmp::Ordering;
use std::fmt;

/// A single comparator such as `>=1.2.3`: what ranges come down to.
///
/// ```
/// use greenboard::version::npm::{Comparator, Options};
///
/// let options = Options::new();
/// let from = Comparator::parse(">= 1.2.3", &options)?;
/// let below = Comparator::parse("<1.3.0", &options)?;
/// assert_eq!(from.to_string(), ">=1.2.3");
/// assert!(from.intersects(&below, &options));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparator {
    pub(crate) operator: Operator,
    /// The version compared with; without meaning under [`Operator::Any`].
    pub(crate) point: Point,
}

/// What a comparator asks of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Operator {
    /// Nothing: any version will do.
    Any,
    Equal,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
}

impl Operator {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Any | Self::Equal => "",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Less => "<",
            Self::LessEqual => "<=",
        }
    }

    /// The operator that `text` begins with, and the rest (node-semver's `GTLT`).
    pub(super) fn split(text: &str) -> (Self, &str) {
        for (sign, operator) in [
            (">=", Self::GreaterEqual),
            ("<=", Self::LessEqual),
            (">", Self::Greater),
            ("<", Self::Less),
            ("=", Self::Equal),
        ] {
            if let Some(rest) = text.strip_prefix(sign) {
                return (operator, rest);
            }
        }
        (Self::Equal, text)
    }

    /// Whether it bounds from below.
    pub(super) fn is_lower(self) -> bool {
        matches!(self, Self::Greater | Self::GreaterEqual)
    }

    /// Whether it bounds from above.
    pub(super) fn is_upper(self) -> bool {
        matches!(self, Self::Less | Self::LessEqual)
    }

    /// Whether a version that compares so with the comparator's meets it.
    #[inline]
    fn admits(self, order: Ordering) -> bool {
        match self {
            Self::Any => true,
            Self::Equal => order.is_eq(),
            Self::Greater => order.is_gt(),
            Self::GreaterEqual => order.is_ge(),
            Self::Less => order.is_lt(),
            Self::LessEqual => order.is_le(),
        }
    }
}

impl Comparator {
    /// Reads a comparator: an operator (`>`, `>=`, `<`, `<=`, `=` or none) and a full version, or nothing for any version.
    ///
    /// # Errors
    /// As [`Version::parse_with`].
    pub fn parse(text: &str, options: &Options) -> crate::Result<Self> {
        Ok(Self::read(text, options.loose).ok_or_else(|| diagnose::comparator(text, options))?)
    }

    fn read(text: &str, loose: bool) -> Option<Self> {
        let text = collapse(text);
        if text.is_empty() {
            return Some(Self::any());
        }
        let (operator, rest) = Operator::split(&text);
        let version = version::read(trim(rest), loose)?;
        Some(Self { operator, point: Point::of(version.inner()) })
    }

    /// The comparator that every version meets.
    pub(crate) fn any() -> Self {
        Self { operator: Operator::Any, point: Point::release((0, 0, 0)) }
    }

    pub(super) fn new(operator: Operator, triple: Triple, pre: Prerelease) -> Self {
        Self { operator, point: Point { triple, pre } }
    }

    /// Whether it is the one that no version meets, `<0.0.0-0`.
    pub(super) fn is_null(&self) -> bool {
        self.operator == Operator::Less && self.point == Point::first((0, 0, 0))
    }

    pub(super) fn is_any(&self) -> bool {
        self.operator == Operator::Any
    }

    pub(super) fn is_prerelease(&self) -> bool {
        !self.point.pre.is_empty()
    }

    /// Whether the version stands to the comparator's as the operator says. Whether a prerelease is welcome at all is for
    /// the whole range to say.
    #[inline]
    pub(crate) fn holds(&self, triple: Triple, pre: &Prerelease) -> bool {
        let order = triple.cmp(&self.point.triple).then_with(|| pre.cmp(&self.point.pre));
        self.operator.admits(order)
    }

    /// Whether it alone, as a range, accepts the version.
    pub(super) fn accepts(&self, point: &Point, include_prerelease: bool) -> bool {
        accepts(std::slice::from_ref(self), point.triple, &point.pre, include_prerelease)
    }

    /// Whether some version can meet both, as node-semver judges two comparators.
    ///
    /// Two bounds that face each other count as overlapping wherever they are in order, even with no version between them.
    pub fn intersects(&self, other: &Self, options: &Options) -> bool {
        let every = options.include_prerelease;
        match (self.operator, other.operator) {
            (Operator::Any, _) => true,
            (Operator::Equal, _) => other.accepts(&self.point, every),
            (_, Operator::Any) => true,
            (_, Operator::Equal) => self.accepts(&other.point, every),
            _ if self.admits_nothing(every) || other.admits_nothing(every) => false,
            (a, b) if a.is_lower() == b.is_lower() => true,
            (Operator::GreaterEqual, Operator::LessEqual) => self.point <= other.point,
            (Operator::LessEqual, Operator::GreaterEqual) => self.point >= other.point,
            (a, _) if a.is_lower() => self.point < other.point,
            _ => self.point > other.point,
        }
    }

    /// Whether it bounds from above where nothing that is looked at can be lower.
    fn admits_nothing(&self, include_prerelease: bool) -> bool {
        match include_prerelease {
            true => self.is_null(),
            false => self.operator == Operator::Less && self.point.triple == (0, 0, 0),
        }
    }
}

impl fmt::Display for Comparator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_any() {
            return Ok(());
        }
        write!(f, "{}{}", self.operator.as_str(), Version::of(&self.point))
    }
}

/// Whether a version meets all comparators of a set, and is welcome there if it is a prerelease: one of them must name a
/// prerelease of the same numbers.
#[inline]
pub(crate) fn accepts(
    set: &[Comparator],
    triple: Triple,
    pre: &Prerelease,
    include_prerelease: bool,
) -> bool {
    set.iter().all(|comparator| comparator.holds(triple, pre))
        && (include_prerelease
            || pre.is_empty()
            || set.iter().any(|comparator| comparator.is_prerelease() && comparator.point.triple == triple))
}
