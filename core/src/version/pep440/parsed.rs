//! A parsed version: its fields, its normalised text, its order.

use super::scan::{Scan, ScannedSegment};
use super::{Phase, canonical_release};
use std::cmp::Ordering;
use std::fmt::{self, Write};

/// A version in two words and a pointer: most versions are a release and nothing else.
///
/// Invariant: the release has at least one number; `rest` is `None` where it would be all default, so that equal fields
/// are equal values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Parsed {
    release: Box<[u64]>,
    rest: Option<Box<Rest>>,
}

/// Everything but the release segment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Rest {
    pub(super) epoch: u64,
    pub(super) pre: Option<(Phase, u64)>,
    pub(super) post: Option<u64>,
    pub(super) dev: Option<u64>,
    pub(super) local: Option<Box<[LocalSegment]>>,
}

/// One part of a local version. The derived order is PEP 440's: text before numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum LocalSegment {
    /// In lower case, with at least one letter.
    Text(Box<str>),
    Number(u64),
}

/// Pre, post and dev segment as one comparable key: `dev` alone comes before `a`, no `pre` after `rc`, no `dev` last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stage {
    pub(super) pre: PreRank,
    pub(super) post: PostRank,
    pub(super) dev: DevRank,
}

/// Where a version stands among the pre-releases of its release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PreRank {
    DevOnly,
    Phase(Phase, u64),
    Final,
}

/// Where a version stands among its post-releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PostRank {
    None,
    Number(u64),
    /// After every post-release: the place of a bound, never of a version.
    Last,
}

/// Where a version stands among its development releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DevRank {
    Number(u64),
    None,
}

impl Stage {
    pub(super) fn of(pre: Option<(Phase, u64)>, post: Option<u64>, dev: Option<u64>) -> Self {
        Self {
            pre: match (pre, post, dev) {
                (Some((phase, number)), _, _) => PreRank::Phase(phase, number),
                (None, None, Some(_)) => PreRank::DevOnly,
                _ => PreRank::Final,
            },
            post: post.map_or(PostRank::None, PostRank::Number),
            dev: dev.map_or(DevRank::None, DevRank::Number),
        }
    }
}

impl Parsed {
    /// A version of these fields; an empty release is 0.
    pub(super) fn new(release: impl Into<Box<[u64]>>, rest: Rest) -> Self {
        let mut release = release.into();
        if release.is_empty() {
            release = Box::new([0]);
        }
        let rest = (rest != Rest::default()).then(|| Box::new(rest));
        Self { release, rest }
    }

    pub(super) fn release(&self) -> &[u64] {
        &self.release
    }

    pub(super) fn epoch(&self) -> u64 {
        self.rest.as_ref().map_or(0, |rest| rest.epoch)
    }

    pub(super) fn pre(&self) -> Option<(Phase, u64)> {
        self.rest.as_ref().and_then(|rest| rest.pre)
    }

    pub(super) fn post(&self) -> Option<u64> {
        self.rest.as_ref().and_then(|rest| rest.post)
    }

    pub(super) fn dev(&self) -> Option<u64> {
        self.rest.as_ref().and_then(|rest| rest.dev)
    }

    pub(super) fn local(&self) -> Option<&[LocalSegment]> {
        self.rest.as_ref().and_then(|rest| rest.local.as_deref())
    }

    pub(super) fn is_prerelease(&self) -> bool {
        self.rest.as_ref().is_some_and(|rest| rest.pre.is_some() || rest.dev.is_some())
    }

    pub(super) fn stage(&self) -> Stage {
        Stage::of(self.pre(), self.post(), self.dev())
    }

    /// All fields but the release, to build a version that differs in some of them.
    pub(super) fn rest(&self) -> Rest {
        self.rest.as_deref().cloned().unwrap_or_default()
    }

    /// PEP 440's order.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        self.compare_public(other).then_with(|| self.local().cmp(&other.local()))
    }

    /// The order without local versions.
    pub(super) fn compare_public(&self, other: &Self) -> Ordering {
        self.compare_release(other).then_with(|| self.stage().cmp(&other.stage()))
    }

    /// The order of epoch and release alone.
    pub(super) fn compare_release(&self, other: &Self) -> Ordering {
        let order = self.epoch().cmp(&other.epoch());
        order.then_with(|| canonical_release(&self.release).cmp(canonical_release(&other.release)))
    }
}

impl From<Scan<'_>> for Parsed {
    fn from(scan: Scan<'_>) -> Self {
        let release: Box<[u64]> = scan.release().collect();
        if scan.epoch == 0 && !scan.has_suffix() {
            return Self { release, rest: None };
        }
        let local = scan.has_local().then(|| {
            let segment = |segment| match segment {
                ScannedSegment::Number(number) => LocalSegment::Number(number),
                ScannedSegment::Text(text) => LocalSegment::Text(text.to_ascii_lowercase().into()),
            };
            scan.local().map(segment).collect()
        });
        let Scan { epoch, pre, post, dev, .. } = scan;
        Self::new(release, Rest { epoch, pre, post, dev, local })
    }
}

impl fmt::Display for Parsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_release(f, self.epoch(), &self.release)?;
        if let Some((phase, number)) = self.pre() {
            write!(f, "{}{number}", phase.name())?;
        }
        if let Some(number) = self.post() {
            write!(f, ".post{number}")?;
        }
        if let Some(number) = self.dev() {
            write!(f, ".dev{number}")?;
        }
        for (i, segment) in self.local().unwrap_or_default().iter().enumerate() {
            f.write_char(if i == 0 { '+' } else { '.' })?;
            match segment {
                LocalSegment::Text(text) => f.write_str(text)?,
                LocalSegment::Number(number) => write!(f, "{number}")?,
            }
        }
        Ok(())
    }
}

/// `1!2.3`: epoch, where it is not 0, and release.
pub(super) fn write_release(f: &mut fmt::Formatter<'_>, epoch: u64, release: &[u64]) -> fmt::Result {
    if epoch != 0 {
        write!(f, "{epoch}!")?;
    }
    for (i, number) in release.iter().enumerate() {
        if i > 0 {
            f.write_char('.')?;
        }
        write!(f, "{number}")?;
    }
    Ok(())
}
