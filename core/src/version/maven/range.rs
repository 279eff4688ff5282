//! Maven's version ranges: `org.apache.maven.artifact.versioning.VersionRange`.

use super::{Maven, Requirement};
use crate::version::bracket::{self, Range};
use crate::version::comparator::Ordered;
use crate::version::error::VersionError;
use crate::version::interval::Set;
use crate::version::scan::inside;
use crate::version::scheme::Rules;

const WHAT: &str = "requirement";

/// Reads a soft requirement or ranges. As in Maven, spaces around ranges and bounds do not count, and each range lies after
/// the one before it.
pub(super) fn parse_requirement(text: &str) -> Result<Requirement, VersionError> {
    let start = text.len() - text.trim_start().len();
    match text.trim() {
        "" => Err(VersionError::Empty { what: WHAT, expected: "a version or ranges such as [1.0,2.0)" }),
        ranges if ranges.starts_with(['[', '(']) => Ok(Requirement::Ranges(parse_ranges(text, start)?)),
        version => {
            let version = Maven::parse(version).map_err(|error| inside(error, WHAT, text, start))?;
            Ok(Requirement::Soft(version))
        }
    }
}

fn parse_ranges(text: &str, mut at: usize) -> Result<Vec<Range<Maven>>, VersionError> {
    let mut ranges: Vec<Range<Maven>> = Vec::new();
    let skip = |at: &mut usize| {
        let rest = text.get(*at..).unwrap_or("");
        *at += rest.len() - rest.trim_start().len();
        text.get(*at..).unwrap_or("")
    };
    loop {
        let rest = skip(&mut at);
        if rest.is_empty() {
            return Ok(ranges);
        }
        if !rest.starts_with(['[', '(']) {
            return Err(VersionError::unexpected(WHAT, text, at, "another range, beginning with [ or ("));
        }
        let Some(end) = rest.find([']', ')']) else {
            return Err(VersionError::unexpected(WHAT, text, text.len(), "] or ) to close the range"));
        };
        let range = Range::parse(rest.get(..=end).unwrap_or(""), text, at, false, Maven::parse)?;
        if let Some(before) = ranges.last().and_then(|range| range.to.as_ref())
            && range.from.as_ref().is_none_or(|from| Maven::compare(&from.version, &before.version).is_lt())
        {
            return Err(VersionError::unexpected(
                WHAT,
                text,
                at,
                "a range after the one before it; these overlap",
            ));
        }
        ranges.push(range);
        at += end + 1;
        if skip(&mut at).starts_with(',') {
            at += 1;
        }
    }
}

/// The versions that a requirement admits.
pub(super) fn accepted(requirement: &Requirement) -> Set<Ordered<Maven>> {
    match requirement {
        Requirement::Soft(_) => Set::full(),
        Requirement::Ranges(ranges) => bracket::union(ranges),
    }
}
