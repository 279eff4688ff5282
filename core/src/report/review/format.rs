//! The registry of formats of verdicts and boards: one file a format, one row here names it.

use super::page::Page;
use super::{html, markdown, text};
use crate::report::error::ReportError;
use std::fmt;
use std::str::FromStr;

/// How much of a board is shown.
///
/// ```
/// use greenboard::report::ReviewOptions;
/// assert_eq!(ReviewOptions::new().with_limit(20).limit, Some(20));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ReviewOptions {
    /// The most components that are shown one by one, worst first; 100 where left out. All are counted.
    pub limit: Option<usize>,
}

impl ReviewOptions {
    /// How many components are shown where nothing is said.
    const LIMIT: usize = 100;

    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// With at most so many components shown one by one.
    #[must_use]
    pub fn with_limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }

    /// How many components are shown.
    pub(super) fn most(&self) -> usize {
        self.limit.unwrap_or(Self::LIMIT)
    }
}

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident($module:ident) = $name:literal),+ $(,)?) => {
        /// How a verdict or a board is written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        #[non_exhaustive]
        pub enum ReviewFormat {
            $($(#[$doc])* $variant),+
        }

        impl ReviewFormat {
            /// Every format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in calls.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            pub(super) fn write(self, page: &Page) -> String {
                match self { $(Self::$variant => $module::write(page)),+ }
            }
        }
    };
}

formats! {
    /// For a terminal.
    #[default]
    Text(text) = "text",
    /// For a wiki, a pull request or a ticket.
    Markdown(markdown) = "markdown",
    /// For a notebook or a page: a fragment without scripts, whose colours say nothing that words do not.
    Html(html) = "html",
}

impl fmt::Display for ReviewFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for ReviewFormat {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        let known = Self::ALL.iter().find(|format| format.name() == text);
        known.copied().ok_or_else(|| {
            let known = Self::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", ");
            ReportError::UnknownFormat { input: text.to_owned(), known }.into()
        })
    }
}
