//! How a component's next version is chosen, once it is known how much its changes ask for.

mod calendar;
mod semantic;

pub use calendar::Calendar;
pub use semantic::Semantic;
pub(super) use semantic::zero;

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
    ///     "kind: line 1, column 7: unknown versioning \"calender\"; expected one of semantic, calendar; \
    ///      did you mean \"calendar\"?",
    /// );
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    Versioning as "versioning" {
        Semantic(semantic::Semantic) = "semantic",
        Calendar(calendar::Calendar) = "calendar",
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
        match self {
            Self::Semantic(semantic) => semantic.next(scheme, old, bump),
            Self::Calendar(calendar) => calendar.next(scheme, old, bump, at),
        }
    }
}
