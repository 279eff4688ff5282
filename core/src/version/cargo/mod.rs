//! Cargo: SemVer 2.0 versions and the requirements of `Cargo.toml`.
//!
//! Versions and requirements are those of the [`semver`](https://docs.rs/semver) crate, which Cargo itself uses: the order
//! includes build metadata, a bare requirement is a caret, and a prerelease is met only by a comparator that names one of
//! the same `major.minor.patch`.
//!
//! ```
//! use greenboard::{Requirement, Version};
//!
//! let requirement = Requirement::parse("0.3")?;
//! assert_eq!(requirement.to_string(), "^0.3");
//! assert!(requirement.matches(&Version::parse("0.3.9")?)?);
//! assert!(!requirement.matches(&Version::parse("0.4.0")?)?);
//! # Ok::<(), greenboard::Error>(())
//! ```

mod syntax;

use super::bump::{Bump, Increment, Step};
use super::comparator::Ordered;
use super::error::VersionError;
use super::interval::{Cut, Set};
use super::key::{self, Keyed, Sink, Windows};
use super::scheme::Rules;
use super::semver::{Accepted, Point, after_major, after_minor, after_patch, before};
use super::vers;
use semver::{Comparator, Op, Prerelease, Version, VersionReq};
use std::cmp::Ordering;

/// The rules of Cargo.
pub(crate) struct Cargo;

impl Rules for Cargo {
    type Version = Version;
    type Requirement = VersionReq;

    fn parse(text: &str) -> Result<Version, VersionError> {
        Version::parse(text).map_err(|error| syntax::version(text, &error.to_string()))
    }

    fn print(version: &Version) -> String {
        version.to_string()
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        a.cmp(b)
    }

    fn is_prerelease(version: &Version) -> bool {
        !version.pre.is_empty()
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        bump(version, by, "cargo")
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        diff(a, b)
    }

    fn parse_requirement(text: &str) -> Result<VersionReq, VersionError> {
        VersionReq::parse(text).map_err(|error| syntax::requirement(text, &error.to_string()))
    }

    fn print_requirement(requirement: &VersionReq) -> String {
        requirement.to_string()
    }

    fn matches(requirement: &VersionReq, version: &Version) -> bool {
        requirement.matches(version)
    }

    fn is_empty(requirement: &VersionReq) -> bool {
        accepted(requirement).is_empty()
    }

    fn intersects(a: &VersionReq, b: &VersionReq) -> bool {
        accepted(a).intersects(&accepted(b))
    }

    fn is_subset(a: &VersionReq, b: &VersionReq) -> bool {
        accepted(a).is_subset(&accepted(b))
    }

    fn moved_to(requirement: &VersionReq, version: &Version) -> VersionReq {
        moved_to(requirement, version)
    }

    fn span(requirement: &VersionReq) -> Option<Set<Ordered<Self>>> {
        let all = requirement.comparators.iter().map(interval);
        let all = all.fold(Set::full(), |all, interval| all.intersection(&interval));
        Some(super::semver::span(&all, |version| Ordered::of(&version)))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<VersionReq> {
        if vers::is_everything(set) {
            return Some(VersionReq::STAR);
        }
        let text = vers::comparisons(set, |comparator| match comparator {
            vers::Comparator::NotEqual => None,
            vers::Comparator::Equal => Some("="),
            other => Some(other.sign()),
        });
        VersionReq::parse(&text?).ok()
    }

    fn key(text: &str, key: &mut impl Sink) -> Option<Keyed> {
        // Build metadata orders here, and is left to the parser.
        key::semver(text.as_bytes(), key)
    }

    fn windows(requirement: &VersionReq) -> Option<Windows> {
        accepted(requirement).windows()
    }
}

/// The step in SemVer's terms; shared with the other schemes on `semver::Version`.
pub(super) fn bump(version: &Version, by: &Increment, scheme: &'static str) -> Result<Version, VersionError> {
    let pre = !version.pre.is_empty();
    let (major, minor, patch) = (version.major, version.minor, version.patch);
    let plus = |n: u64| {
        n.checked_add(1).ok_or_else(|| {
            VersionError::invalid("version", &version.to_string(), "its number cannot be raised further")
        })
    };
    let release = |major, minor, patch| Version::new(major, minor, patch);
    Ok(match by.step {
        Step::Major if pre && minor == 0 && patch == 0 => release(major, 0, 0),
        Step::Major => release(plus(major)?, 0, 0),
        Step::Minor if pre && patch == 0 => release(major, minor, 0),
        Step::Minor => release(major, plus(minor)?, 0),
        Step::Patch if pre => release(major, minor, patch),
        Step::Patch => release(major, minor, plus(patch)?),
        Step::Premajor => with_pre(release(plus(major)?, 0, 0), first_pre(by)?),
        Step::Preminor => with_pre(release(major, plus(minor)?, 0), first_pre(by)?),
        Step::Prepatch => with_pre(release(major, minor, plus(patch)?), first_pre(by)?),
        Step::Prerelease if !pre => with_pre(release(major, minor, plus(patch)?), first_pre(by)?),
        Step::Prerelease => with_pre(release(major, minor, patch), next_pre(version, by)?),
        Step::Release if pre => release(major, minor, patch),
        Step::Release => {
            return Err(VersionError::Unsupported {
                scheme,
                operation: "release",
                reason: format!("{version} is no prerelease"),
            });
        }
    })
}

fn with_pre(version: Version, pre: Prerelease) -> Version {
    Version { pre, ..version }
}

fn pre_of(text: &str) -> Result<Prerelease, VersionError> {
    Prerelease::new(text).map_err(|error| VersionError::invalid("identifier", text, error.to_string()))
}

fn first_pre(by: &Increment) -> Result<Prerelease, VersionError> {
    match (&by.identifier, by.base) {
        (Some(identifier), Some(base)) => pre_of(&format!("{identifier}.{base}")),
        (Some(identifier), None) => pre_of(identifier),
        (None, base) => pre_of(&base.unwrap_or(0).to_string()),
    }
}

/// The next prerelease of the same triple that is greater than the present one: the same identifier counts on, another one
/// starts afresh where it sorts higher, and is an error where it does not: a bump never goes down.
fn next_pre(version: &Version, by: &Increment) -> Result<Prerelease, VersionError> {
    let text = version.pre.as_str();
    let counted = |stem: &str| -> Result<Prerelease, VersionError> {
        let number = text.rsplit('.').next().and_then(|last| last.parse::<u64>().ok());
        match number.and_then(|n| n.checked_add(1)) {
            Some(next) if stem.is_empty() => pre_of(&next.to_string()),
            Some(next) => pre_of(&format!("{stem}.{next}")),
            None => pre_of(&format!("{text}.{}", by.base.unwrap_or(0))),
        }
    };
    let stem = match text.rsplit_once('.') {
        Some((stem, last)) if last.bytes().all(|b| b.is_ascii_digit()) => stem,
        _ if text.bytes().all(|b| b.is_ascii_digit()) => "",
        _ => text,
    };
    match &by.identifier {
        None => counted(stem),
        Some(identifier) if identifier == stem => counted(stem),
        Some(identifier) => {
            let fresh = first_pre(by)?;
            if fresh > version.pre {
                return Ok(fresh);
            }
            Err(VersionError::invalid(
                "identifier",
                identifier,
                format!("{version} already sorts after a prerelease with this identifier"),
            ))
        }
    }
}

/// The largest part in which two SemVer versions differ; a prerelease counts as the part it leads to.
pub(super) fn diff(a: &Version, b: &Version) -> Bump {
    if a.cmp_precedence(b) == Ordering::Equal {
        Bump::None
    } else if a.major != b.major {
        Bump::Major
    } else if a.minor != b.minor {
        Bump::Minor
    } else {
        Bump::Patch
    }
}

/// The versions that all comparators admit.
fn accepted(requirement: &VersionReq) -> Accepted {
    let (mut releases, mut prereleases) = (Set::full(), Set::full());
    for comparator in &requirement.comparators {
        releases = releases.intersection(&interval(comparator));
        prereleases = prereleases.intersection(&prerelease_interval(comparator));
    }
    let opened = requirement.comparators.iter().filter(|c| !c.pre.is_empty());
    let opened = opened.map(|c| (c.major, c.minor.unwrap_or(0), c.patch.unwrap_or(0)));
    Accepted::apart(&releases, &prereleases, opened)
}

/// The first version of what a comparator's written precision spans (`1` a major version, `1.2` a minor one, `1.2.3`
/// itself) and the place after the last.
fn span(comparator: &Comparator) -> (Cut<Point>, Cut<Point>) {
    let Comparator { major, pre, .. } = comparator;
    match (comparator.minor, comparator.patch) {
        (None, _) => (before((*major, 0, 0)), after_major(*major)),
        (Some(minor), None) => (before((*major, minor, 0)), after_minor(*major, minor)),
        (Some(minor), Some(patch)) => {
            let point = Point { triple: (*major, minor, patch), pre: pre.clone() };
            (Cut::Before(point.clone()), Cut::After(point))
        }
    }
}

/// The interval that `comparator` stands for.
fn interval(comparator: &Comparator) -> Set<Point> {
    let (low, high) = span(comparator);
    let major = comparator.major;
    match comparator.op {
        Op::Greater => Set::between(high, Cut::End),
        Op::GreaterEq => Set::between(low, Cut::End),
        Op::Less => Set::between(Cut::Start, low),
        Op::LessEq => Set::between(Cut::Start, high),
        Op::Tilde => {
            let minor = comparator.minor.map(|minor| after_minor(major, minor));
            Set::between(low, minor.unwrap_or_else(|| after_major(major)))
        }
        Op::Caret => {
            let end = match (major, comparator.minor, comparator.patch) {
                (0, Some(0), Some(patch)) => after_patch((0, 0, patch)),
                (0, Some(minor), _) => after_minor(0, minor),
                _ => after_major(major),
            };
            Set::between(low, end)
        }
        // Exact and wildcard; the enum is open, and the semver crate parses nothing else.
        _ => Set::between(low, high),
    }
}

/// What `comparator` admits of the prereleases of triples that another comparator opens. Where it names no patch version,
/// the span it names counts as releases only, except under a caret.
fn prerelease_interval(comparator: &Comparator) -> Set<Point> {
    let whole = interval(comparator);
    if comparator.patch.is_some() || comparator.op == Op::Caret {
        return whole;
    }
    let (low, high) = span(comparator);
    whole.intersection(&Set::between(low, high).complement())
}

/// One comparator is rewritten with its operator and precision. Several, `<`, `<=` and `>` become a caret, and so does `*`
/// for a prerelease, which only a comparator can ask for.
fn moved_to(requirement: &VersionReq, version: &Version) -> VersionReq {
    let comparator = match requirement.comparators.as_slice() {
        [] if version.pre.is_empty() => return requirement.clone(),
        [one] => one,
        _ => &caret(version),
    };
    let op = match comparator.op {
        Op::Less | Op::LessEq | Op::Greater => Op::Caret,
        other => other,
    };
    let minor = comparator.minor.map(|_| version.minor);
    let patch = comparator.patch.map(|_| version.patch);
    // A prerelease can only be asked for in full.
    let pre = &version.pre;
    let (minor, patch) =
        if pre.is_empty() { (minor, patch) } else { (Some(version.minor), Some(version.patch)) };
    let op = if op == Op::Wildcard && !pre.is_empty() { Op::Caret } else { op };
    VersionReq { comparators: vec![Comparator { op, major: version.major, minor, patch, pre: pre.clone() }] }
}

fn caret(version: &Version) -> Comparator {
    Comparator {
        op: Op::Caret,
        major: version.major,
        minor: Some(version.minor),
        patch: Some(version.patch),
        pre: version.pre.clone(),
    }
}
