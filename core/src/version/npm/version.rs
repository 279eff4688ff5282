//! npm's versions: SemVer, read as node-semver does.

use super::partial;
use super::trim::trim;
use super::{MAX_NUMBER, MAX_VERSION_LENGTH, Options, diagnose};
use crate::version::error::VersionError;
use crate::version::scheme::AnyVersion;
use crate::version::semver::{Point, Triple};
use crate::version::semver_text::{self, Grammar, Zeros};
use semver::{BuildMetadata, Prerelease};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A version of npm: numbers, prerelease, and build metadata, which is kept but does not order.
///
/// `==` is identity, build metadata included; [`precedence`](Self::precedence) is npm's order. The text is normalised:
/// `v1.2.3` is `1.2.3`. (node-semver's `.version` is this text without build metadata:
/// [`without_build`](Self::without_build).)
///
/// ```
/// use greenboard::version::npm::{Identifier, Version};
///
/// let version = Version::parse("v1.2.3-rc.4+2026")?;
/// assert_eq!(version.to_string(), "1.2.3-rc.4+2026");
/// assert_eq!(version.prerelease().collect::<Vec<_>>(), [Identifier::Text("rc"), Identifier::Number(4)]);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version(semver::Version);

/// One of the identifiers between dots of a prerelease.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identifier<'a> {
    /// Digits alone, below 2<sup>53</sup> − 1: what node-semver counts up.
    Number(u64),
    /// Anything else.
    Text(&'a str),
}

impl Version {
    /// Reads a version strictly: an optional `v`, then SemVer, with space around it.
    pub fn parse(text: &str) -> crate::Result<Self> {
        Self::parse_with(text, &Options::new())
    }

    /// Reads a version under `options`.
    ///
    /// # Errors
    /// `version.empty`, `version.too_long` ([`MAX_VERSION_LENGTH`]), `version.number_too_big` ([`MAX_NUMBER`]), else
    /// `version.unexpected_character` with its column.
    pub fn parse_with(text: &str, options: &Options) -> crate::Result<Self> {
        Ok(parse(text, options)?)
    }

    /// The version in a text that may have `=` and `v` in front: node-semver's `clean`. Build metadata is dropped.
    ///
    /// ```
    /// use greenboard::version::npm::{Options, Version};
    ///
    /// let clean = |text| Version::clean(text, &Options::new()).map(|version| version.to_string());
    /// assert_eq!(clean("  =v1.2.3+build "), Some("1.2.3".to_owned()));
    /// assert_eq!(clean("1.2.x"), None);
    /// ```
    pub fn clean(text: &str, options: &Options) -> Option<Self> {
        let text = trim(text).trim_start_matches(['=', 'v']);
        read(text, options.loose).map(|version| version.without_build())
    }

    /// The first number.
    pub fn major(&self) -> u64 {
        self.0.major
    }

    /// The second number.
    pub fn minor(&self) -> u64 {
        self.0.minor
    }

    /// The third number.
    pub fn patch(&self) -> u64 {
        self.0.patch
    }

    /// The identifiers of the prerelease; none where it is a release.
    pub fn prerelease(&self) -> impl Iterator<Item = Identifier<'_>> {
        identifiers(&self.0.pre)
    }

    /// The identifiers of the build metadata; none where it has none.
    pub fn build(&self) -> impl Iterator<Item = &str> {
        segments(&self.0.build)
    }

    /// Whether it comes before the release it leads up to.
    pub fn is_prerelease(&self) -> bool {
        !self.0.pre.is_empty()
    }

    /// npm's order of the two, in which build metadata does not count.
    ///
    /// ```
    /// use greenboard::version::npm::Version;
    /// use std::cmp::Ordering;
    ///
    /// let (a, b) = (Version::parse("1.0.0+1")?, Version::parse("1.0.0+2")?);
    /// assert_eq!(a.precedence(&b), Ordering::Equal);
    /// assert_eq!(a.compare_build(&b), Ordering::Less);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn precedence(&self, other: &Self) -> Ordering {
        self.0.cmp_precedence(&other.0)
    }

    /// [`precedence`](Self::precedence), ties broken by build metadata: node-semver's `compareBuild`, by which it sorts.
    pub fn compare_build(&self, other: &Self) -> Ordering {
        let builds = || {
            let (mut a, mut b) = (self.build(), other.build());
            loop {
                match (a.next(), b.next()) {
                    (None, None) => return Ordering::Equal,
                    (a, b) if a == b => {}
                    (Some(a), Some(b)) => return compare_identifiers(a, b),
                    (a, _) => return if a.is_some() { Ordering::Greater } else { Ordering::Less },
                }
            }
        };
        self.precedence(other).then_with(builds)
    }

    /// The same version without build metadata: node-semver's `.version`.
    #[must_use]
    pub fn without_build(mut self) -> Self {
        self.0.build = BuildMetadata::EMPTY;
        self
    }

    pub(super) fn new((major, minor, patch): Triple, pre: Prerelease) -> Self {
        Self(semver::Version { major, minor, patch, pre, build: BuildMetadata::EMPTY })
    }

    pub(super) fn of(point: &Point) -> Self {
        Self::new(point.triple, point.pre.clone())
    }

    pub(in crate::version) fn inner(&self) -> &semver::Version {
        &self.0
    }

    pub(crate) fn triple(&self) -> Triple {
        (self.0.major, self.0.minor, self.0.patch)
    }

    pub(crate) fn pre(&self) -> &Prerelease {
        &self.0.pre
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Version {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}

impl From<Version> for crate::Version {
    fn from(version: Version) -> Self {
        Self::from_any(AnyVersion::Npm(version))
    }
}

impl TryFrom<&crate::Version> for Version {
    type Error = crate::Error;

    /// The same version in npm's own type; an error where it is of another scheme.
    fn try_from(version: &crate::Version) -> crate::Result<Self> {
        match &version.parsed {
            AnyVersion::Npm(version) => Ok(version.clone()),
            other => Err(VersionError::SchemeMismatch { left: other.scheme().name(), right: "npm" }.into()),
        }
    }
}

/// Reads a version, or says what is wrong with it.
pub(super) fn parse(text: &str, options: &Options) -> Result<Version, VersionError> {
    read(text, options.loose).ok_or_else(|| diagnose::version(text, options))
}

/// Reads a version; cheap where there is none.
pub(super) fn read(text: &str, loose: bool) -> Option<Version> {
    if is_too_long(text) {
        return None;
    }
    let text = trim(text);
    if loose { read_loose(text) } else { read_strict(text.strip_prefix('v').unwrap_or(text)) }
}

/// Whether node-semver would refuse the text for its length, which it takes before trimming.
pub(super) fn is_too_long(text: &str) -> bool {
    text.len() > MAX_VERSION_LENGTH && text.encode_utf16().count() > MAX_VERSION_LENGTH
}

fn read_strict(text: &str) -> Option<Version> {
    let parts = semver_text::version(text.as_bytes(), 0, Grammar::strict(MAX_NUMBER)).ok()?;
    let mut version = Version::new(parts.triple, Prerelease::EMPTY);
    if !parts.pre.is_empty() {
        version.0.pre = Prerelease::new(text.get(parts.pre)?).ok()?;
    }
    if !parts.build.is_empty() {
        version.0.build = BuildMetadata::new(text.get(parts.build)?).ok()?;
    }
    Some(version)
}

fn read_loose(text: &str) -> Option<Version> {
    // No '+' may stand anywhere but before the build metadata.
    let (rest, build) = match text.split_once('+') {
        Some((rest, build)) => (rest, BuildMetadata::new(build).ok().filter(|build| !build.is_empty())?),
        None => (text, BuildMetadata::EMPTY),
    };
    let partial = partial::read(rest, true)?;
    let triple = partial.triple()?;
    if [triple.0, triple.1, triple.2].into_iter().any(|number| number > MAX_NUMBER) {
        return None;
    }
    let mut version = Version::new(triple, prerelease(partial.pre)?);
    version.0.build = build;
    Some(version)
}

/// The prerelease of a text that was accepted loosely: numbers lose their leading zeros.
pub(super) fn prerelease(text: &str) -> Option<Prerelease> {
    if text.is_empty() {
        return Some(Prerelease::EMPTY);
    }
    if semver_text::identifiers(text.as_bytes(), 0, Zeros::Refused) == Ok(text.len()) {
        return Prerelease::new(text).ok();
    }
    let normal = text.split('.').map(|identifier| {
        let number = identifier.bytes().all(|byte| byte.is_ascii_digit());
        let trimmed = identifier.trim_start_matches('0');
        match (number, trimmed.is_empty()) {
            (false, _) => identifier,
            (true, true) => "0",
            (true, false) => trimmed,
        }
    });
    Prerelease::new(&normal.collect::<Vec<_>>().join(".")).ok()
}

/// The identifiers of a prerelease.
pub(super) fn identifiers(pre: &str) -> impl Iterator<Item = Identifier<'_>> {
    segments(pre).map(|text| {
        let number = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u64>().ok());
        match number.flatten() {
            Some(number) if number < MAX_NUMBER => Identifier::Number(number),
            _ => Identifier::Text(text),
        }
    })
}

fn segments(text: &str) -> impl Iterator<Item = &str> {
    // An empty text splits into one empty identifier.
    text.split('.').filter(|identifier| !identifier.is_empty())
}

/// The order of two identifiers: numbers by value and before text.
pub(super) fn compare_identifiers(a: &str, b: &str) -> Ordering {
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match (number(a), number(b)) {
        (true, true) => {
            let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
            a.len().cmp(&b.len()).then_with(|| a.cmp(b))
        }
        (false, false) => a.cmp(b),
        (a, b) => b.cmp(&a),
    }
}
