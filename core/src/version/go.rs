//! Go modules: SemVer with a leading `v`, pseudo-versions, `+incompatible`, and minimal version selection.
//!
//! Versions are those of [`golang.org/x/mod/semver`](https://pkg.go.dev/golang.org/x/mod/semver), in their canonical form:
//! `v1` and `v1.2` are short for `v1.0.0` and `v1.2.0`, and build metadata is dropped but for `+incompatible`, which says
//! that a module of major version 2 or more has no `/v2` in its path. Neither counts in the order.
//!
//! A requirement is the version in a `require` line: the least one of that module
//! ([minimal version selection](https://go.dev/ref/mod#minimal-version-selection)). Since the major version is part of a
//! module's path, other majors are other modules: `v2.1.0` is met by `v2.1.0` and later of `v2`, and `v1.4.0` by later `v1`,
//! while `v0`, `v1` and `+incompatible` versions share the path without a suffix and so meet each other's requirements.
//!
//! ```
//! use greenboard::{Requirement, Scheme, Version, version::go};
//!
//! let version = |text| Version::parse_as(Scheme::Go, text);
//! assert_eq!(version("v1.2")?.to_string(), "v1.2.0");
//!
//! let requirement = Requirement::parse_as(Scheme::Go, "v1.4.0")?;
//! assert!(requirement.matches(&version("v1.5.0")?)?);
//! assert!(!requirement.matches(&version("v2.0.0")?)?);
//! assert!(requirement.matches(&version("v2.0.0+incompatible")?)?);
//!
//! let commit = go::pseudo(&version("v1.4.1-0.20191109021931-daa7c04131f5")?).unwrap();
//! assert_eq!(commit.base().unwrap().to_string(), "v1.4.0");
//! assert_eq!(commit.time().to_string(), "2019-11-09T02:19:31Z");
//! assert_eq!(commit.revision(), "daa7c04131f5");
//! # Ok::<(), greenboard::Error>(())
//! ```

use super::bump::{Bump, Increment, Step};
use super::cargo;
use super::comparator::Ordered;
use super::error::VersionError;
use super::interval::{Cut, Set};
use super::number::Number;
use super::scan::{Scanner, inside};
use super::scheme::{AnyVersion, Rules};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use semver::Prerelease;
use std::cmp::Ordering;

/// A version that Go makes for a commit without a tag; see [`pseudo`].
///
/// ```
/// use greenboard::{Scheme, Version, version::go};
///
/// let version = Version::parse_as(Scheme::Go, "v0.0.0-20191109021931-daa7c04131f5")?;
/// assert_eq!(go::pseudo(&version).unwrap().base(), None);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Pseudo {
    base: Option<super::Version>,
    time: Timestamp,
    revision: String,
}

impl Pseudo {
    /// The tagged version that the commit comes after; none where the commit has no tagged ancestor.
    pub fn base(&self) -> Option<&super::Version> {
        self.base.as_ref()
    }
    /// When the commit was made, to the second.
    pub fn time(&self) -> Timestamp {
        self.time
    }
    /// The first characters of the commit's hash, twelve for git.
    pub fn revision(&self) -> &str {
        &self.revision
    }
}

/// What a [pseudo-version](https://go.dev/ref/mod#pseudo-versions) says of its commit; none for other versions, those of
/// other schemes, and times that do not exist.
///
/// ```
/// use greenboard::{Scheme, Version, version::go};
///
/// let rc = Version::parse_as(Scheme::Go, "v1.0.0-rc.1.0.20200102030405-0123456789ab")?;
/// assert_eq!(go::pseudo(&rc).unwrap().base().unwrap().to_string(), "v1.0.0-rc.1");
/// assert_eq!(go::pseudo(&Version::parse_as(Scheme::Go, "v1.0.0-rc.1")?), None);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn pseudo(version: &super::Version) -> Option<Pseudo> {
    let AnyVersion::Go(version) = &version.parsed else { return None };
    // vX.0.0-TIME-REV, vX.Y.Z-0.TIME-REV after vX.Y.(Z-1), vX.Y.Z-PRE.0.TIME-REV after vX.Y.Z-PRE
    let (front, revision) = version.pre.as_str().rsplit_once('-')?;
    let (before, time) = match front.rsplit_once('.') {
        Some((before, time)) => (Some(before), time),
        None => (None, front),
    };
    let alphanumeric = revision.bytes().all(|b| b.is_ascii_alphanumeric());
    if !alphanumeric || revision.is_empty() || time.len() != 14 || !time.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let base = match before {
        None if version.minor.is_zero() && version.patch.is_zero() => None,
        None => return None,
        Some("0") => {
            Some(Version { pre: Prerelease::EMPTY, patch: previous(&version.patch)?, ..version.clone() })
        }
        Some(before) => {
            let pre = Prerelease::new(before.strip_suffix(".0")?).ok()?;
            Some(Version { pre, ..version.clone() })
        }
    };
    let time = DateTime::strptime("%Y%m%d%H%M%S", time).ok()?;
    let time = Offset::UTC.to_timestamp(time).ok()?;
    let base = base.map(|base| super::Version::from_any(AnyVersion::Go(base)));
    Some(Pseudo { base, time, revision: revision.to_owned() })
}

fn previous(number: &Number) -> Option<Number> {
    match number {
        Number::Small(n) => n.checked_sub(1).map(Number::Small),
        // A patch number beyond 2^64 has no release before it that anyone tagged.
        Number::Big(_) => None,
    }
}

/// The rules of Go modules.
pub(crate) struct Go;

/// A canonical version.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Version {
    major: Number,
    minor: Number,
    patch: Number,
    pre: Prerelease,
    incompatible: bool,
}

impl Version {
    /// `vMAJOR.0.0`.
    fn first_of(major: Number) -> Self {
        Self { major, minor: Number::ZERO, patch: Number::ZERO, pre: Prerelease::EMPTY, incompatible: false }
    }

    /// The major version in the path of its module; none where the path has no suffix.
    fn path_major(&self) -> Option<&Number> {
        let suffixed = !self.incompatible && self.major > Number::Small(1);
        suffixed.then_some(&self.major)
    }
}

impl Rules for Go {
    type Version = Version;
    /// The least version.
    type Requirement = Version;

    fn parse(text: &str) -> Result<Version, VersionError> {
        if text.is_empty() {
            return Err(VersionError::Empty { what: "version", expected: "v and numbers, such as v1.2.3" });
        }
        let mut scan = Scanner::new("version", text);
        if !scan.eat("v") {
            return Err(scan.unexpected("v, with which Go's versions begin"));
        }
        let major = number(&mut scan)?;
        let (mut minor, mut patch) = (Number::ZERO, Number::ZERO);
        let (mut pre, mut incompatible) = (Prerelease::EMPTY, false);
        if scan.eat(".") {
            minor = number(&mut scan)?;
            if scan.eat(".") {
                patch = number(&mut scan)?;
                if scan.eat("-") {
                    let text = identifiers(&mut scan, true)?;
                    pre = Prerelease::new(text)
                        .map_err(|e| VersionError::invalid("version", text, e.to_string()))?;
                }
                if scan.eat("+") {
                    incompatible = identifiers(&mut scan, false)? == "incompatible";
                }
                scan.end("- and a prerelease, + and build metadata, or the end")?;
            }
            scan.end(". and the patch version, or the end")?;
        }
        scan.end(". and the minor version, or the end")?;
        Ok(Version { major, minor, patch, pre, incompatible })
    }

    fn print(version: &Version) -> String {
        let Version { major, minor, patch, pre, incompatible } = version;
        let dash = if pre.is_empty() { "" } else { "-" };
        let build = if *incompatible { "+incompatible" } else { "" };
        format!("v{major}.{minor}.{patch}{dash}{pre}{build}")
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        (a.major.cmp(&b.major))
            .then_with(|| a.minor.cmp(&b.minor))
            .then_with(|| a.patch.cmp(&b.patch))
            .then_with(|| a.pre.cmp(&b.pre))
    }

    fn is_prerelease(version: &Version) -> bool {
        !version.pre.is_empty()
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        let (Number::Small(major), Number::Small(minor), Number::Small(patch)) =
            (&version.major, &version.minor, &version.patch)
        else {
            let reason = "its numbers are too large to raise";
            return Err(VersionError::invalid("version", &Self::print(version), reason));
        };
        if by.step == Step::Release && version.pre.is_empty() {
            let reason = format!("{} is no prerelease", Self::print(version));
            return Err(VersionError::Unsupported { scheme: "go", operation: "release", reason });
        }
        let mut plain = semver::Version::new(*major, *minor, *patch);
        plain.pre = version.pre.clone();
        let next = cargo::bump(&plain, by, "go")?;
        Ok(Version {
            major: Number::Small(next.major),
            minor: Number::Small(next.minor),
            patch: Number::Small(next.patch),
            pre: next.pre,
            incompatible: version.incompatible,
        })
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        if Self::compare(a, b).is_eq() {
            Bump::None
        } else if a.major != b.major {
            Bump::Major
        } else if a.minor != b.minor {
            Bump::Minor
        } else {
            Bump::Patch
        }
    }

    fn parse_requirement(text: &str) -> Result<Version, VersionError> {
        if text.is_empty() {
            return Err(VersionError::Empty {
                what: "requirement",
                expected: "the least version, such as v1.2.3",
            });
        }
        Self::parse(text).map_err(|error| inside(error, "requirement", text, 0))
    }

    fn print_requirement(requirement: &Version) -> String {
        Self::print(requirement)
    }

    fn matches(requirement: &Version, version: &Version) -> bool {
        Self::intersects(requirement, version) && Self::compare(version, requirement).is_ge()
    }

    fn is_empty(_: &Version) -> bool {
        false
    }

    fn intersects(a: &Version, b: &Version) -> bool {
        // Within one module there always is a version later than both.
        a.path_major() == b.path_major()
    }

    fn is_subset(a: &Version, b: &Version) -> bool {
        Self::matches(b, a)
    }

    fn moved_to(_: &Version, version: &Version) -> Version {
        version.clone()
    }

    const PURL_TYPE: Option<&'static str> = Some("golang");

    fn span(requirement: &Version) -> Option<Set<Ordered<Self>>> {
        let end =
            requirement.path_major().map(|major| Cut::Before(Ordered::of(&Version::first_of(major.next()))));
        Some(Set::between(Cut::Before(Ordered::of(requirement)), end.unwrap_or(Cut::End)))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<Version> {
        let [(Cut::Before(least), _)] = set.intervals() else { return None };
        (Self::span(&least.0).as_ref() == Some(set)).then(|| least.0.clone())
    }
}

fn number(scan: &mut Scanner<'_>) -> Result<Number, VersionError> {
    let here = scan.clone();
    let digits = scan.digits()?;
    if digits.len() > 1 && digits.starts_with('0') {
        return Err(here.unexpected("a number without leading zeros"));
    }
    Ok(Number::of(digits))
}

/// Reads identifiers between dots; as prerelease, numeric ones may not begin with 0.
fn identifiers<'a>(scan: &mut Scanner<'a>, prerelease: bool) -> Result<&'a str, VersionError> {
    let start = scan.clone();
    loop {
        let here = scan.clone();
        let identifier = scan.run(|c| c.is_ascii_alphanumeric() || c == '-');
        let numeric = identifier.bytes().all(|b| b.is_ascii_digit());
        if identifier.is_empty() {
            return Err(here.unexpected("an identifier of letters, digits and hyphens"));
        }
        if prerelease && numeric && identifier.len() > 1 && identifier.starts_with('0') {
            return Err(here.unexpected("a number without leading zeros"));
        }
        if !scan.eat(".") {
            let length = scan.at() - start.at();
            return Ok(start.rest().get(..length).unwrap_or(""));
        }
    }
}
