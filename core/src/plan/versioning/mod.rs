//! How a component's next version is chosen, once it is known how much its changes ask for.

mod calendar;
mod semantic;

pub use calendar::Calendar;
pub use semantic::Semantic;

use crate::registry::registry;

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
