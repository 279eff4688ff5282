//! Reports: a plan as people read it.
//!
//! A plan's `Display` is a table for a terminal; [`render`] gives the whole story in a [`Format`], and [`changelog`] what one
//! component's release brings.
//!
//! ```
//! use greenboard::change::Change;
//! use greenboard::component::{Component, Ecosystem, Workspace};
//! use greenboard::plan::{Policy, plan};
//! use greenboard::report;
//! use greenboard::version::{Bump, Version};
//!
//! let core = Component::new("core", Ecosystem::Cargo, "core").with_version(Version::parse("1.2.0")?);
//! let change = Change::new("9fceb02", "read arrays").with_type("feat").with_bump("core", Bump::Minor);
//! let at = "2026-11-02T09:00:00Z".parse().unwrap();
//! let plan = plan(&Workspace::new([core])?, &[change], &Policy::new(), at)?;
//!
//! assert_eq!(plan.to_string(), "\
//! component  old    new    bump   wave  why
//! core       1.2.0  1.3.0  minor     1  read arrays");
//! let changelog = report::changelog(&plan, "core")?;
//! assert_eq!(changelog, "## core 1.3.0 (2026-11-02)\n\n### Features\n\n- read arrays (9fceb02)\n");
//! # Ok::<(), greenboard::Error>(())
//! ```

mod error;
mod markdown;
mod text;

pub use markdown::changelog;

pub(crate) use error::ReportError;

use crate::plan::{Cause, Entry, Plan};
use std::fmt;
use std::str::FromStr;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// For a terminal.
    Text,
    /// For a pull request, a wiki or a release page.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Text, Self::Markdown];

    /// The name used in calls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        let known = Self::ALL.into_iter().find(|format| format.name() == text);
        known.ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
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
    match format {
        Format::Text => text::report(plan),
        Format::Markdown => markdown::report(plan),
    }
}

/// `3 components go out in 2 waves`.
fn summary(plan: &Plan) -> String {
    let components = counted(plan.entries.len(), "component", "components");
    let verb = if plan.entries.len() == 1 { "goes" } else { "go" };
    format!("{components} {verb} out in {}", counted(plan.waves.len(), "wave", "waves"))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Why an entry is there, in one line: the first cause that asks for its whole bump, and how many more there are.
fn reason(entry: &Entry, cut: impl Fn(&str, usize) -> String) -> String {
    let decides = |cause: &&Cause| matches!(cause, Cause::Override(_)) || cause.bump() == entry.bump;
    let decisive = entry.causes.iter().find(decides).or(entry.causes.first());
    let text = match decisive {
        None => return String::new(),
        Some(Cause::Change(cause)) => cause.description.clone(),
        Some(Cause::Dependency(cause)) if cause.out_of_range => {
            format!("{} {} is outside {}", cause.component, cause.new, cause.requirement)
        }
        Some(Cause::Dependency(cause)) => format!("{} {}", cause.component, cause.new),
        Some(cause) => cause.to_string(),
    };
    let more = match entry.causes.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    cut(&text, more.len()) + &more
}
