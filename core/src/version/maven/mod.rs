//! Maven: versions in the order of `ComparableVersion`, and version ranges.
//!
//! The order is Maven 4's (its [version order specification](https://maven.apache.org/pom.html#version-order-specification)
//! and `org.apache.maven.artifact.versioning.ComparableVersion`): case does not count, neither do zeros at the end
//! (`1` and `1.0` are equal), and `alpha < beta < milestone < rc = cr < snapshot < "" = final = ga = release < sp <` any other
//! word `<` numbers. The text is kept as written, since it names files in a repository. What Maven's model forbids in a
//! version (spaces, and any of `\/:"<>|?*[](){},`) and what is longer than Maven reads (256) is refused.
//!
//! Requirements are Maven's: `[1.0,2.0)`, `(,1.0]`, `[1.5]`, unions `(,1.0],[1.2,)`. A bare `1.0` is what Maven calls a
//! *soft* requirement, a recommendation that resolution may overrule in either direction: every version matches it.
//!
//! ```
//! use greenboard::{Requirement, Scheme, Version};
//!
//! let version = |text| Version::parse_as(Scheme::Maven, text);
//! assert!(version("1.0-RC1")? < version("1.0-SNAPSHOT")?);
//! assert!(version("1.0-SNAPSHOT")? < version("1.0")?);
//! assert!(version("1.0.Final")?.precedence(&version("1")?)?.is_eq());
//!
//! let range = Requirement::parse_as(Scheme::Maven, "[1.0,2.0)")?;
//! assert!(range.matches(&version("1.9.3")?)?);
//! assert_eq!(range.moved_to(&version("2.1")?)?.to_string(), "[2.1,3.0)");
//! # Ok::<(), greenboard::Error>(())
//! ```

mod order;
mod range;
mod step;

use super::bracket::Range;
use super::bump::{Bump, Increment};
use super::comparator::Ordered;
use super::error::VersionError;
use super::interval::Set;
use super::number::{first_difference, leading};
use super::scheme::Rules;
use order::{Item, Value};
use std::cmp::Ordering;

/// The rules of Maven.
pub(crate) struct Maven;

/// A version: its text and what of it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Version {
    text: Box<str>,
    items: Box<[Item]>,
}

/// A requirement.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Requirement {
    /// A recommendation that any version meets.
    Soft(Version),
    /// Ranges in order, at least one.
    Ranges(Vec<Range<Maven>>),
}

/// The longest version that Maven reads, in characters.
const LONGEST: usize = 256;

impl Rules for Maven {
    type Version = Version;
    type Requirement = Requirement;

    fn parse(text: &str) -> Result<Version, VersionError> {
        if text.is_empty() {
            return Err(VersionError::Empty {
                what: "version",
                expected: "text such as 1.0.0 or 1.0-SNAPSHOT",
            });
        }
        let length = text.chars().count();
        if length > LONGEST {
            return Err(VersionError::TooLong { what: "Maven version", length, limit: LONGEST });
        }
        let forbidden = |c: char| c.is_whitespace() || c.is_control() || r#"\/:"<>|?*[](){},"#.contains(c);
        if let Some(at) = text.find(forbidden) {
            let expected = r#"no space and none of \/:"<>|?*[](){}, in a version"#;
            return Err(VersionError::unexpected("version", text, at, expected));
        }
        Ok(Version { text: text.into(), items: order::items(text).into() })
    }

    fn print(version: &Version) -> String {
        version.text.to_string()
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        order::compare(&a.items, &b.items)
    }

    fn is_prerelease(version: &Version) -> bool {
        version.items.iter().any(|item| match &item.value {
            Value::Number(_) => false,
            Value::Word(word) | Value::Numbered(word, _) => word.leads_to_release(),
        })
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        step::bump(version, by)
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        if Self::compare(a, b).is_eq() {
            return Bump::None;
        }
        let ((a, _), (b, _)) = (leading(&a.text), leading(&b.text));
        Bump::of_position(first_difference(&a, &b))
    }

    fn parse_requirement(text: &str) -> Result<Requirement, VersionError> {
        range::parse_requirement(text)
    }

    fn print_requirement(requirement: &Requirement) -> String {
        match requirement {
            Requirement::Soft(version) => version.text.to_string(),
            Requirement::Ranges(ranges) => {
                ranges.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
            }
        }
    }

    fn matches(requirement: &Requirement, version: &Version) -> bool {
        match requirement {
            Requirement::Soft(_) => true,
            Requirement::Ranges(ranges) => ranges.iter().any(|range| range.contains(version)),
        }
    }

    fn is_empty(requirement: &Requirement) -> bool {
        range::accepted(requirement).is_empty()
    }

    fn intersects(a: &Requirement, b: &Requirement) -> bool {
        !range::accepted(a).intersection(&range::accepted(b)).is_empty()
    }

    fn is_subset(a: &Requirement, b: &Requirement) -> bool {
        range::accepted(a).is_subset(&range::accepted(b))
    }

    fn moved_to(requirement: &Requirement, version: &Version) -> Requirement {
        match requirement {
            Requirement::Soft(_) => Requirement::Soft(version.clone()),
            Requirement::Ranges(ranges) => Requirement::Ranges(Range::moved_to(ranges, version)),
        }
    }

    fn span(requirement: &Requirement) -> Option<Set<Ordered<Self>>> {
        Some(range::accepted(requirement))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<Requirement> {
        (!set.is_empty()).then(|| Requirement::Ranges(Range::all(set)))
    }
}
