//! NuGet: versions of up to four numbers, and ranges with floating versions.
//!
//! The rules are those of [NuGet.Versioning](https://learn.microsoft.com/nuget/concepts/package-versioning): one to four
//! numbers up to 2³¹ − 1, a fourth one of 0 as good as none; prerelease labels compare without case, numeric ones by value;
//! metadata after `+` says nothing and is dropped from the normalised text.
//!
//! Requirements: a bare `1.0` is the least version, `[1.0]` just that one, `[1.0,2.0)`, `(,1.0]` ranges, and `*` floats:
//! `1.*` over the releases of `1`, `1.0.0-*` over 1.0.0 and its prereleases, `1.*-rc*` over releases and release candidates,
//! `*-*` over everything. As NuGet's ranges do, a range admits prereleases that lie in it: `[1.0,2.0)` admits `2.0.0-beta`.
//! A floating version matches what it floats over; where a feed has none of that, NuGet falls back to the next higher
//! version, which is a matter of resolution and not of matching.
//!
//! ```
//! use greenboard::{Requirement, Scheme, Version};
//!
//! let version = |text| Version::parse_as(Scheme::Nuget, text);
//! assert_eq!(version("1.01+build")?.to_string(), "1.1.0");
//! assert!(version("1.0.0-BETA.2")?.precedence(&version("1.0-beta.2")?)?.is_eq());
//!
//! let floating = Requirement::parse_as(Scheme::Nuget, "1.2.*")?;
//! assert!(floating.matches(&version("1.2.9.1")?)?);
//! assert!(!floating.matches(&version("1.3.0")?)?);
//! # Ok::<(), greenboard::Error>(())
//! ```

mod float;
mod range;
mod set;

use super::bracket::{self, Range};
use super::bump::{Bump, Increment};
use super::cargo;
use super::comparator::Ordered;
use super::error::VersionError;
use super::interval::Set;
use super::scan::Scanner;
use super::scheme::Rules;
use semver::Prerelease;
use std::cmp::Ordering;

/// The rules of NuGet.
pub(crate) struct Nuget;

/// A version: its numbers, major first, and its prerelease.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Version {
    numbers: Numbers,
    /// The labels as written.
    pre: Box<str>,
    labels: Box<[Label]>,
}

/// Major, minor, patch and revision.
type Numbers = [u32; 4];

/// The largest number there is.
const MOST: u32 = i32::MAX.unsigned_abs();

/// A prerelease label as it is compared; the derived order is NuGet's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Label {
    /// What .NET reads as a 32-bit integer, a minus sign included.
    Number(i32),
    /// In uppercase.
    Text(Box<str>),
}

impl Label {
    const LEAST: Self = Self::Number(i32::MIN);

    fn of(text: &str) -> Self {
        match text.parse() {
            Ok(number) => Self::Number(number),
            Err(_) => Self::Text(text.to_ascii_uppercase().into()),
        }
    }
}

impl Version {
    fn new(numbers: Numbers, pre: &str) -> Self {
        let labels = pre.split('.').filter(|label| !label.is_empty()).map(Label::of).collect();
        Self { numbers, pre: pre.into(), labels }
    }
}

impl Rules for Nuget {
    type Version = Version;
    type Requirement = range::Requirement;

    fn parse(text: &str) -> Result<Version, VersionError> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(VersionError::Empty {
                what: "version",
                expected: "one to four numbers, such as 1.2.3",
            });
        }
        let mut scan = Scanner::new("version", text);
        scan.run(char::is_whitespace);
        let mut numbers = [0; 4];
        for (at, slot) in numbers.iter_mut().enumerate() {
            if at > 0 && !scan.eat(".") {
                break;
            }
            *slot = number(&mut scan)?;
        }
        let pre = if scan.eat("-") { labels(&mut scan, true)? } else { "" };
        if scan.eat("+") {
            labels(&mut scan, false)?;
        }
        scan.run(char::is_whitespace);
        scan.end(". and a number (four at most), - and labels, + and metadata, or the end")?;
        Ok(Version::new(numbers, pre))
    }

    fn print(version: &Version) -> String {
        let [major, minor, patch, revision] = version.numbers;
        let revision = if revision == 0 { String::new() } else { format!(".{revision}") };
        let dash = if version.pre.is_empty() { "" } else { "-" };
        format!("{major}.{minor}.{patch}{revision}{dash}{}", version.pre)
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        (a.numbers.cmp(&b.numbers))
            .then_with(|| a.labels.is_empty().cmp(&b.labels.is_empty()))
            .then_with(|| a.labels.cmp(&b.labels))
    }

    fn is_prerelease(version: &Version) -> bool {
        !version.labels.is_empty()
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        let [major, minor, patch, revision] = version.numbers;
        let invalid = |reason: String| VersionError::invalid("version", &Self::print(version), reason);
        let mut plain = semver::Version::new(major.into(), minor.into(), patch.into());
        plain.pre = Prerelease::new(&version.pre).map_err(|error| invalid(error.to_string()))?;
        let next = cargo::bump(&plain, by, "nuget")?;
        let number = |n: u64| {
            let fits = u32::try_from(n).ok().filter(|n| *n <= MOST);
            fits.ok_or_else(|| invalid("its number cannot be raised further".to_owned()))
        };
        // A prerelease that goes on or is completed keeps its fourth number.
        let same = (next.major, next.minor, next.patch) == (plain.major, plain.minor, plain.patch);
        let revision = if same { revision } else { 0 };
        let numbers = [number(next.major)?, number(next.minor)?, number(next.patch)?, revision];
        let next = Version::new(numbers, next.pre.as_str());
        if Self::compare(&next, version).is_gt() {
            return Ok(next);
        }
        let reason = format!("{} would not come after {}", Self::print(&next), Self::print(version));
        Err(VersionError::Unsupported { scheme: "nuget", operation: "step to the next version", reason })
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        match a.numbers.iter().zip(&b.numbers).position(|(a, b)| a != b) {
            Some(0) => Bump::Major,
            Some(1) => Bump::Minor,
            Some(_) => Bump::Patch,
            None if a.labels == b.labels => Bump::None,
            None => Bump::Patch,
        }
    }

    fn parse_requirement(text: &str) -> Result<Self::Requirement, VersionError> {
        range::parse(text)
    }

    fn print_requirement(requirement: &Self::Requirement) -> String {
        requirement.to_string()
    }

    fn matches(requirement: &Self::Requirement, version: &Version) -> bool {
        requirement.matches(version)
    }

    fn is_empty(requirement: &Self::Requirement) -> bool {
        requirement.accepted().is_empty()
    }

    fn intersects(a: &Self::Requirement, b: &Self::Requirement) -> bool {
        !a.accepted().intersection(&b.accepted()).is_empty()
    }

    fn is_subset(a: &Self::Requirement, b: &Self::Requirement) -> bool {
        a.accepted().is_subset(&b.accepted())
    }

    fn moved_to(requirement: &Self::Requirement, version: &Version) -> Self::Requirement {
        requirement.moved_to(version)
    }

    fn span(requirement: &Self::Requirement) -> Option<Set<Ordered<Self>>> {
        Some(bracket::union(&[requirement.span()]))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<Self::Requirement> {
        let ranges = Range::all(set);
        match ranges.as_slice() {
            [Range { from: None, to: None }] => range::parse("*-*").ok(),
            [Range { from: Some(from), to: None }] if from.inclusive => {
                Some(range::Requirement::Least(from.version.clone()))
            }
            [range] => Some(range::Requirement::Range(range.clone())),
            _ => None,
        }
    }
}

fn number(scan: &mut Scanner<'_>) -> Result<u32, VersionError> {
    let here = scan.clone();
    let digits = scan.digits()?;
    digits.parse().ok().filter(|number| *number <= MOST).ok_or_else(|| here.too_big(MOST.into()))
}

/// Reads labels between dots; as prerelease, numeric ones may not begin with 0.
fn labels<'a>(scan: &mut Scanner<'a>, prerelease: bool) -> Result<&'a str, VersionError> {
    let start = scan.clone();
    loop {
        let here = scan.clone();
        let label = scan.run(|c| c.is_ascii_alphanumeric() || c == '-');
        if label.is_empty() {
            return Err(here.unexpected("a label of letters, digits and hyphens"));
        }
        if prerelease
            && label.len() > 1
            && label.starts_with('0')
            && label.bytes().all(|b| b.is_ascii_digit())
        {
            return Err(here.unexpected("a number without leading zeros"));
        }
        if !scan.eat(".") {
            return Ok(start.rest().get(..scan.at() - start.at()).unwrap_or(""));
        }
    }
}
