//! How a component's next version is chosen, once it is known how much its changes ask for.

mod calendar;
mod cargo;
mod release_please;
mod semantic;
mod semantic_release;

pub use calendar::Calendar;
pub use cargo::Cargo;
pub use release_please::{ReleasePlease, Strategy};
pub use semantic::Semantic;
pub(super) use semantic::zero;
pub use semantic_release::SemanticRelease;

use super::error::PlanError;
use crate::change::Change;
use crate::registry::registry;
use crate::version::{Bump, Scheme, Version};
use jiff::Timestamp;

registry! {
    /// How a component's next version is chosen.
    ///
    /// ```
    /// use greenboard::document::{self, Format};
    /// use greenboard::plan::versioning::{Semantic, Versioning};
    ///
    /// let text = "kind: semantic\nbump_minor_pre_major: false";
    /// let versioning: Versioning = document::parse(text, Format::Yaml)?;
    /// assert_eq!(versioning, Semantic::new().with_bump_minor_pre_major(false).into());
    ///
    /// let error = document::parse::<Versioning>("kind: calender", Format::Yaml).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "kind: line 1, column 7: unknown versioning \"calender\"; expected one of semantic, calendar, \
    ///      cargo, release_please, semantic_release; did you mean \"calendar\"?",
    /// );
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    Versioning as "versioning" {
        Semantic(semantic::Semantic) = "semantic",
        Calendar(calendar::Calendar) = "calendar",
        Cargo(cargo::Cargo) = "cargo",
        ReleasePlease(release_please::ReleasePlease) = "release_please",
        SemanticRelease(semantic_release::SemanticRelease) = "semantic_release",
    }
}

impl Default for Versioning {
    /// Semantic versioning with its own defaults.
    fn default() -> Self {
        Self::Semantic(Semantic::default())
    }
}

impl Versioning {
    /// The version after `old`, for changes that ask for `bump`, of a component that follows `scheme`; the first one where
    /// there is no old one. `at` is the time of the release; only calendar versions depend on it. A prerelease moves to the
    /// release that it leads to, as far as the bump allows.
    ///
    /// ```
    /// use greenboard::plan::versioning::{Calendar, Versioning};
    /// use greenboard::version::{Bump, Scheme, Version};
    ///
    /// let at = "2026-11-02T09:00:00Z".parse()?;
    /// let old = Version::parse("0.4.1")?;
    /// assert_eq!(Versioning::default().next(Scheme::Cargo, Some(&old), Bump::Major, at)?.as_str(), "0.5.0");
    /// assert_eq!(Versioning::default().next(Scheme::Npm, None, Bump::Minor, at)?.as_str(), "0.1.0");
    ///
    /// let calendar: Versioning = Calendar::new("YYYY.MM.MICRO").into();
    /// assert_eq!(calendar.next(Scheme::Cargo, Some(&old), Bump::Patch, at)?.as_str(), "2026.11.0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `version.*` where the scheme has no such step, its numbers are used up, or the pattern is none;
    /// `plan.no_later_version` where the calendar gives no later version than `old`.
    pub fn next(
        &self,
        scheme: Scheme,
        old: Option<&Version>,
        bump: Bump,
        at: Timestamp,
    ) -> crate::Result<Version> {
        self.next_for(scheme, old, bump, &[], at)
    }

    /// Whether it looks at changes themselves, and not only at the greatest bump.
    pub(in crate::plan) fn is_curious(&self) -> bool {
        match self {
            Self::Cargo(cargo) => cargo.is_curious(),
            Self::ReleasePlease(options) => options.strategy == Strategy::DependencyManifest,
            _ => false,
        }
    }

    /// What each of a component's changes asks for, oldest first, given what [`Levels`](crate::change::Levels) made of it. Most
    /// kinds leave it at that; `cargo` looks at the changes by its patterns, and `release_please` at the dependencies that
    /// they update.
    pub fn weigh(&self, changes: &[(&Change, Bump)]) -> Vec<Bump> {
        match self {
            Self::Cargo(cargo) => cargo.weigh(changes),
            Self::ReleasePlease(release_please) => release_please.weigh(changes),
            _ => changes.iter().map(|(_, bump)| *bump).collect(),
        }
    }

    /// As [`next`](Self::next), with the component's own changes and what they ask for, oldest first: what a kind may look at
    /// besides the greatest bump.
    ///
    /// ```
    /// use greenboard::change::Change;
    /// use greenboard::plan::versioning::{Cargo, Versioning};
    /// use greenboard::plan::Pattern;
    /// use greenboard::version::{Bump, Scheme, Version};
    ///
    /// let change = Change::new("9fceb02", "a new interface").with_type("api");
    /// let cargo: Versioning = Cargo::new().with_minor_increment(Pattern::new("^api$")?).into();
    /// let bumps = cargo.weigh(&[(&change, Bump::Patch)]);
    /// assert_eq!(bumps, [Bump::Minor]);
    ///
    /// let (old, at) = (Version::parse("0.2.3")?, "2026-11-02T09:00:00Z".parse()?);
    /// assert_eq!(cargo.next(Scheme::Cargo, Some(&old), Bump::Minor, at)?.as_str(), "0.2.4");
    /// let next = cargo.next_for(Scheme::Cargo, Some(&old), Bump::Minor, &[(&change, bumps[0])], at)?;
    /// assert_eq!(next.as_str(), "0.3.0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`next`](Self::next).
    pub fn next_for(
        &self,
        scheme: Scheme,
        old: Option<&Version>,
        bump: Bump,
        changes: &[(&Change, Bump)],
        at: Timestamp,
    ) -> crate::Result<Version> {
        match self {
            Self::Semantic(semantic) => semantic.next(scheme, old, bump),
            Self::Calendar(calendar) => calendar.next(scheme, old, bump, at),
            Self::Cargo(cargo) => cargo.next(scheme, old, bump, changes),
            Self::ReleasePlease(release_please) => release_please.next(scheme, old, bump),
            Self::SemanticRelease(semantic_release) => semantic_release.next(scheme, old, bump),
        }
    }
}

/// The version that the newest `Release-As` among changes names, oldest first; none where there is none. It wins over what
/// any kind would choose.
///
/// ```
/// use greenboard::change::Change;
/// use greenboard::plan::versioning::release_as;
/// use greenboard::version::Scheme;
///
/// let changes = ["2.0.0", "v3.1.2"].map(|version| Change::new(version, "start over").with_release_as(version));
/// assert_eq!(release_as(Scheme::Npm, &changes)?.unwrap().as_str(), "3.1.2");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.invalid_release_as` where it names no version.
pub fn release_as<'c>(
    scheme: Scheme,
    changes: impl IntoIterator<Item = &'c Change, IntoIter: DoubleEndedIterator>,
) -> crate::Result<Option<Version>> {
    let named = |change: &'c Change| Some((change, change.release_as.as_deref()?.trim()));
    let Some((change, text)) = changes.into_iter().rev().find_map(named) else { return Ok(None) };
    stated(scheme, text).map(Some).map_err(|error| {
        let (id, input) = (change.id.clone(), text.to_owned());
        PlanError::InvalidReleaseAs { id, input, reason: error.to_string() }.into()
    })
}

/// A version as people state it, for whichever scheme: tags write `v1.2.3`, and so does Go, but not its users.
pub(in crate::plan) fn stated(scheme: Scheme, text: &str) -> crate::Result<Version> {
    let text = text.trim();
    let bare = text.strip_prefix('v').unwrap_or(text);
    let with_v = format!("v{bare}");
    Version::parse_as(scheme, if scheme == Scheme::Go { &with_v } else { bare })
}
