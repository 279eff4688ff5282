//! A version taken apart: what only PEP 440 has.

use super::parsed::Parsed;
use crate::version::scheme::{AnyVersion, Scheme};
use crate::version::{Version, VersionError};
use std::fmt;

/// The phase of a pre-release, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// `a`, also written `alpha`.
    Alpha,
    /// `b`, also written `beta`.
    Beta,
    /// `rc`, also written `c`, `pre` and `preview`.
    Candidate,
}

impl Phase {
    /// The normalised name: `a`, `b` or `rc`.
    ///
    /// ```
    /// assert_eq!(greenboard::version::pep440::Phase::Candidate.name(), "rc");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Alpha => "a",
            Self::Beta => "b",
            Self::Candidate => "rc",
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The segments of a [`Version`] of scheme `pep440`: a view, cheap to copy.
///
/// ```
/// use greenboard::version::pep440::{Parts, Phase};
/// use greenboard::{Scheme, Version};
///
/// let version = Version::parse_as(Scheme::Pep440, "v1!2.0-rc.3.post4.dev5+Ubuntu-1")?;
/// let parts = Parts::of(&version)?;
/// assert_eq!(parts.as_str(), "1!2.0rc3.post4.dev5+ubuntu.1");
/// assert_eq!((parts.epoch(), parts.release()), (1, &[2, 0][..]));
/// assert_eq!(parts.pre(), Some((Phase::Candidate, 3)));
/// assert_eq!((parts.post(), parts.dev()), (Some(4), Some(5)));
/// assert_eq!(parts.local(), Some("ubuntu.1"));
/// assert_eq!(parts.base_version(), "1!2.0");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    text: &'a str,
    parsed: &'a Parsed,
}

impl<'a> Parts<'a> {
    /// The parts of a version; an error (`version.scheme_mismatch`) where it is of another scheme.
    pub fn of(version: &'a Version) -> crate::Result<Self> {
        match &version.parsed {
            AnyVersion::Pep440(parsed) => Ok(Self { text: &version.text, parsed }),
            other => {
                let (left, right) = (other.scheme().name(), Scheme::Pep440.name());
                Err(VersionError::SchemeMismatch { left, right }.into())
            }
        }
    }

    pub(super) fn parsed(&self) -> &'a Parsed {
        self.parsed
    }

    /// The normalised text.
    pub fn as_str(&self) -> &'a str {
        self.text
    }

    /// The epoch, 0 where none is written.
    pub fn epoch(&self) -> u64 {
        self.parsed.epoch()
    }

    /// The numbers of the release segment as written, trailing zeros included; at least one.
    pub fn release(&self) -> &'a [u64] {
        self.parsed.release()
    }

    /// The first number of the release.
    pub fn major(&self) -> u64 {
        self.number(0)
    }

    /// The second number of the release, 0 where there is none.
    pub fn minor(&self) -> u64 {
        self.number(1)
    }

    /// The third number of the release, 0 where there is none.
    pub fn micro(&self) -> u64 {
        self.number(2)
    }

    fn number(&self, index: usize) -> u64 {
        self.release().get(index).copied().unwrap_or(0)
    }

    /// Phase and number of the pre-release segment.
    pub fn pre(&self) -> Option<(Phase, u64)> {
        self.parsed.pre()
    }

    /// The number of the post-release segment.
    pub fn post(&self) -> Option<u64> {
        self.parsed.post()
    }

    /// The number of the development release segment.
    pub fn dev(&self) -> Option<u64> {
        self.parsed.dev()
    }

    /// The local version, the part behind `+`, in normalised text.
    pub fn local(&self) -> Option<&'a str> {
        self.text.split_once('+').map(|(_, local)| local)
    }

    /// The version without its local part.
    pub fn public(&self) -> &'a str {
        self.text.split_once('+').map_or(self.text, |(public, _)| public)
    }

    /// Epoch and release alone.
    pub fn base_version(&self) -> &'a str {
        let end = self.text.find(|c: char| !matches!(c, '0'..='9' | '.' | '!'));
        let base = end.and_then(|end| self.text.get(..end)).unwrap_or(self.text);
        // `1.0.post1` and `1.0.dev1` leave their dot behind.
        base.trim_end_matches('.')
    }

    /// Whether it is a pre-release or a development release.
    pub fn is_prerelease(&self) -> bool {
        self.parsed.is_prerelease()
    }

    /// Whether it has a post-release segment.
    pub fn is_postrelease(&self) -> bool {
        self.parsed.post().is_some()
    }

    /// Whether it has a development release segment.
    pub fn is_devrelease(&self) -> bool {
        self.parsed.dev().is_some()
    }
}

impl fmt::Display for Parts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}
