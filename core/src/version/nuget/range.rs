//! NuGet's requirements: `NuGet.Versioning.VersionRange`.

use super::float::Float;
use super::set::Accepted;
use super::{Nuget, Version};
use crate::version::bracket::{Bound, Range};
use crate::version::error::VersionError;
use crate::version::interval::Cut;
use crate::version::scan::inside;
use crate::version::scheme::Rules;
use std::fmt;

const WHAT: &str = "requirement";

/// A requirement as it is written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Requirement {
    /// `1.0`: that version or a later one.
    Least(Version),
    /// `[1.0,2.0)`.
    Range(Range<Nuget>),
    /// `1.*`.
    Float(Float),
    /// `[1.*,2.0)`: what it floats over, up to an end.
    FloatRange {
        /// Whether the least version that it floats over is in.
        inclusive: bool,
        /// From where on.
        float: Float,
        /// How far.
        to: Option<Bound<Nuget>>,
    },
}

pub(super) fn parse(text: &str) -> Result<Requirement, VersionError> {
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    let Some(first) = trimmed.chars().next() else {
        return Err(VersionError::Empty {
            what: WHAT,
            expected: "a version, 1.* or a range such as [1.0,2.0)",
        });
    };
    if first != '[' && first != '(' {
        return if trimmed.contains('*') {
            Float::parse(trimmed, text, start).map(Requirement::Float)
        } else {
            let version = Nuget::parse(trimmed).map_err(|error| inside(error, WHAT, text, start))?;
            Ok(Requirement::Least(version))
        };
    }
    if trimmed.len() < 2 || !trimmed.ends_with([']', ')']) {
        return Err(VersionError::unexpected(WHAT, text, start + trimmed.len(), "] or ) to close the range"));
    }
    let content = trimmed.get(1..trimmed.len() - 1).unwrap_or("");
    if content.split(',').all(|piece| piece.trim().is_empty()) {
        return Err(VersionError::unexpected(WHAT, text, start + 1, "a version on one side at least"));
    }
    match content.split_once(',') {
        Some((from, to)) if from.contains('*') => {
            let offset = start + 1 + (from.len() - from.trim_start().len());
            let float = Float::parse(from.trim(), text, offset)?;
            // The end is read as that of a range without start.
            let rest = format!("(,{to}{}", if trimmed.ends_with(']') { "]" } else { ")" });
            let shift = start + 1 + from.len();
            let to = Range::parse(&rest, text, shift.saturating_sub(1), true, Nuget::parse)?.to;
            Ok(Requirement::FloatRange { inclusive: first == '[', float, to })
        }
        _ => Range::parse(trimmed, text, start, true, Nuget::parse).map(Requirement::Range),
    }
}

impl Requirement {
    pub(super) fn matches(&self, version: &Version) -> bool {
        match self {
            Self::Least(least) => Nuget::compare(version, least).is_ge(),
            Self::Range(range) => range.contains(version),
            Self::Float(float) => float.accepts(version) && Nuget::compare(version, &float.least()).is_ge(),
            Self::FloatRange { float, .. } => {
                float.accepts(version) && self.range().is_some_and(|range| range.contains(version))
            }
        }
    }

    /// The range as far as it has bounds: what floats ends before the next version of what is fixed.
    pub(super) fn span(&self) -> Range<Nuget> {
        let range = self.range().unwrap_or(Range { from: None, to: None });
        let (Self::Float(float) | Self::FloatRange { float, .. }) = self else { return range };
        let sooner = |to: &Bound<Nuget>| {
            range.to.as_ref().is_none_or(|own| Nuget::compare(&to.version, &own.version).is_lt())
        };
        let to = float.end().filter(sooner).or(range.to.clone());
        Range { to, ..range }
    }

    /// The range in brackets.
    fn range(&self) -> Option<Range<Nuget>> {
        match self {
            Self::Range(range) => Some(range.clone()),
            Self::FloatRange { inclusive, float, to } => {
                Some(Range { from: Some(Bound::new(&float.least(), *inclusive)), to: to.clone() })
            }
            Self::Least(version) => Some(Range::at_least(version)),
            Self::Float(float) => Some(Range::at_least(&float.least())),
        }
    }

    pub(super) fn accepted(&self) -> Accepted {
        let Range { from, to } = self.range().unwrap_or(Range { from: None, to: None });
        let from = match &from {
            None => Cut::Start,
            Some(Bound { version, inclusive: true }) => Cut::Before(version),
            Some(Bound { version, .. }) => Cut::After(version),
        };
        let to = match &to {
            None => Cut::End,
            Some(Bound { version, inclusive: true }) => Cut::After(version),
            Some(Bound { version, .. }) => Cut::Before(version),
        };
        let range = Accepted::between(from, to);
        match self {
            Self::Float(float) | Self::FloatRange { float, .. } => range.intersection(&float.accepted()),
            Self::Least(_) | Self::Range(_) => range,
        }
    }

    pub(super) fn moved_to(&self, version: &Version) -> Self {
        let moved = match self {
            Self::Least(_) => Self::Least(version.clone()),
            Self::Range(range) => match Range::moved_to(std::slice::from_ref(range), version).pop() {
                Some(moved) => Self::Range(moved),
                None => Self::Least(version.clone()),
            },
            Self::Float(float) => Self::Float(float.moved_to(version)),
            Self::FloatRange { float, to, .. } => {
                let admits =
                    |to: &&Bound<Nuget>| Range { from: None, to: Some((*to).clone()) }.contains(version);
                let (float, to) = (float.moved_to(version), to.as_ref().filter(admits).cloned());
                Self::FloatRange { inclusive: true, float, to }
            }
        };
        if moved.matches(version) { moved } else { Self::Least(version.clone()) }
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Least(version) => f.write_str(&Nuget::print(version)),
            Self::Range(range) => write!(f, "{range}"),
            Self::Float(float) => write!(f, "{float}"),
            Self::FloatRange { inclusive, float, to } => {
                let open = if *inclusive { '[' } else { '(' };
                let close = if to.as_ref().is_some_and(|to| to.inclusive) { ']' } else { ')' };
                let to = to.as_ref().map_or(String::new(), |to| Nuget::print(&to.version));
                write!(f, "{open}{float},{to}{close}")
            }
        }
    }
}
