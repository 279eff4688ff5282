//! Versions that move as Cargo resolves them, the way release-plz does it.

use super::Semantic;
use crate::change::Change;
use crate::document::reads;
use crate::plan::Pattern;
use crate::plan::numbers::{Numbers, increment};
use crate::version::{Bump, Scheme, Version};
use schemars::JsonSchema;
use serde::Serialize;

/// The version moves as Cargo's requirements see it, and as release-plz moves it: below 1.0.0 a break raises the minor version
/// and an addition the patch version, below 0.1.0 everything raises the patch version. A prerelease goes on to the next one,
/// whatever changed; build metadata stays.
///
/// Three patterns look at the changes themselves: at the type of a conventional one, at the whole message of any other.
///
/// ```
/// use greenboard::plan::Pattern;
/// use greenboard::plan::versioning::Cargo;
/// let options = Cargo::new().with_no_increment(Pattern::new("^(docs|ci)$")?);
/// assert!(!options.features_always_increment_minor);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Cargo {
    /// A break raises the major version below 1.0.0 too.
    pub breaking_always_increment_major: bool,
    /// An addition raises the minor version below 1.0.0 too.
    pub features_always_increment_minor: bool,
    /// Changes that raise the major version, below 1.0.0 too.
    pub major_increment: Option<Pattern>,
    /// Changes that raise at least the minor version, below 1.0.0 too.
    pub minor_increment: Option<Pattern>,
    /// Changes that ask for nothing, not even as breaks.
    pub no_increment: Option<Pattern>,
}

impl Cargo {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }
    /// With a break raising the major version below 1.0.0 too.
    #[must_use]
    pub fn with_breaking_always_increment_major(mut self, always: bool) -> Self {
        self.breaking_always_increment_major = always;
        self
    }
    /// With an addition raising the minor version below 1.0.0 too.
    #[must_use]
    pub fn with_features_always_increment_minor(mut self, always: bool) -> Self {
        self.features_always_increment_minor = always;
        self
    }
    /// With changes that raise the major version.
    #[must_use]
    pub fn with_major_increment(mut self, pattern: Pattern) -> Self {
        self.major_increment = Some(pattern);
        self
    }
    /// With changes that raise at least the minor version.
    #[must_use]
    pub fn with_minor_increment(mut self, pattern: Pattern) -> Self {
        self.minor_increment = Some(pattern);
        self
    }
    /// With changes that ask for nothing.
    #[must_use]
    pub fn with_no_increment(mut self, pattern: Pattern) -> Self {
        self.no_increment = Some(pattern);
        self
    }

    /// Whether the changes themselves have a say.
    pub(super) fn is_curious(&self) -> bool {
        let patterns = [&self.major_increment, &self.minor_increment, &self.no_increment];
        self.features_always_increment_minor || patterns.into_iter().any(Option::is_some)
    }

    /// What each of these changes asks for, the patterns heard.
    pub(super) fn weigh(&self, changes: &[(&Change, Bump)]) -> Vec<Bump> {
        let weigh = |(change, asked): &(&Change, Bump)| {
            if found(self.no_increment.as_ref(), change) {
                return Bump::None;
            }
            self.forced(change).max(*asked)
        };
        changes.iter().map(weigh).collect()
    }

    /// What the patterns ask for.
    fn forced(&self, change: &Change) -> Bump {
        if found(self.major_increment.as_ref(), change) {
            Bump::Major
        } else if found(self.minor_increment.as_ref(), change) {
            Bump::Minor
        } else {
            Bump::None
        }
    }

    pub(super) fn next(
        &self,
        scheme: Scheme,
        old: Option<&Version>,
        bump: Bump,
        changes: &[(&Change, Bump)],
    ) -> crate::Result<Version> {
        let numbers = old.and_then(Numbers::of);
        let (Some(numbers), false) = (numbers, bump == Bump::None) else {
            return Semantic::cargo().next(scheme, old, bump);
        };
        if let Some(pre) = &numbers.pre {
            let pre = count_on(pre);
            return numbers.with_pre(Some(pre)).version();
        }
        let heard: Vec<&Change> =
            changes.iter().filter(|(_, bump)| *bump != Bump::None).map(|(change, _)| *change).collect();
        let forced = heard.iter().map(|change| self.forced(change)).max().unwrap_or_default();
        // A break that is none below 0.1.0 hides no addition.
        let adds = bump == Bump::Minor || heard.iter().any(|change| is_feature(change));
        let addition = if adds { self.step(&numbers, Bump::Minor) } else { Bump::None };
        let step = self.step(&numbers, bump).max(addition).max(forced);
        numbers.step(step).version()
    }

    /// What a bump means from here.
    fn step(&self, old: &Numbers, bump: Bump) -> Bump {
        match bump {
            Bump::Major if !old.is_pre_major() || self.breaking_always_increment_major => Bump::Major,
            Bump::Major if old.minor != 0 => Bump::Minor,
            Bump::Minor if !old.is_pre_major() || self.features_always_increment_minor => Bump::Minor,
            Bump::None => Bump::None,
            _ => Bump::Patch,
        }
    }
}

/// Whether the pattern is found in the change's type, or where it has none in the change's text.
fn found(pattern: Option<&Pattern>, change: &Change) -> bool {
    pattern.is_some_and(|pattern| pattern.is_match(change.kind.as_deref().unwrap_or(&change.description)))
}

fn is_feature(change: &Change) -> bool {
    change.kind.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("feat"))
}

/// The prerelease with its last identifier one higher, or with a first number behind it.
fn count_on(pre: &str) -> String {
    match pre.rsplit_once('.') {
        Some((head, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{head}.{}", increment(number))
        }
        _ => format!("{pre}.1"),
    }
}

reads!(Cargo {
    breaking_always_increment_major = false,
    features_always_increment_minor = false,
    major_increment = None,
    minor_increment = None,
    no_increment = None,
});
