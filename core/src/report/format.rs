//! The registry of formats: one file an output, one row here names it.

use super::error::ReportError;
use super::{diff, html, markdown, mermaid, pull_request, text};
use crate::plan::Plan;
use std::fmt;
use std::str::FromStr;

/// What a report is allowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// The longest that a pull request's text may be, in UTF-16 code units; none for GitHub's 65,536. GitLab takes 1,048,576,
    /// Bitbucket 32,768, Azure DevOps 4,000.
    pub limit: Option<usize>,
}

impl Options {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }
    /// With a pull request's text no longer than this.
    #[must_use]
    pub fn with_limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }
}

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident($write:path) = $name:literal),+ $(,)?) => {
        /// How a report is written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Format {
            $($(#[$doc])* $variant),+
        }

        impl Format {
            /// Every format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in calls.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            fn write(self, plan: &Plan, options: &Options) -> String {
                match self { $(Self::$variant => $write(plan, options)),+ }
            }
        }
    };
}

formats! {
    /// For a terminal.
    Text(text::report) = "text",
    /// For a wiki or a release page: a table, then every changelog.
    Markdown(markdown::report) = "markdown",
    /// For the body of a pull request: within the host's limit, and saying what that cut.
    PullRequest(pull_request::report) = "pull_request",
    /// Old and new versions and requirements as lines taken out and put in.
    Diff(diff::report) = "diff",
    /// Who goes out for whose sake, as a Mermaid flowchart.
    Mermaid(mermaid::report) = "mermaid",
    /// For a notebook or a page: a table whose rows open to their reasons. A fragment without scripts.
    Html(html::report) = "html",
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        let known = Self::ALL.iter().find(|format| format.name() == text);
        known.copied().ok_or_else(|| {
            let known = Self::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", ");
            ReportError::UnknownFormat { input: text.to_owned(), known }.into()
        })
    }
}

/// The whole of a plan: what goes out at which versions, why, in which order, which requirements move along, and what could
/// not be taken into account. In Markdown with the changelogs.
///
/// ```
/// # use greenboard::{component::Workspace, plan::{Policy, plan}, report::{Format, render}};
/// # let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let plan = plan(&Workspace::default(), &[], &Policy::new(), at)?;
/// assert_eq!(render(&plan, "text".parse()?), "Nothing to release.\n");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn render(plan: &Plan, format: Format) -> String {
    render_with(plan, format, &Options::new())
}

/// [`render`] within bounds of one's own.
///
/// ```
/// # use greenboard::{component::Workspace, plan::{Policy, plan}, report::{Format, Options, render_with}};
/// # let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let plan = plan(&Workspace::default(), &[], &Policy::new(), at)?;
/// let body = render_with(&plan, Format::PullRequest, &Options::new().with_limit(4_000));
/// assert_eq!(body, "Nothing to release.\n");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn render_with(plan: &Plan, format: Format, options: &Options) -> String {
    format.write(plan, options)
}
