//! Reports: plans and verdicts as people read them.
//!
//! A plan's `Display` is a table for a terminal; [`render`] gives the whole story in a [`Format`], and [`changelog`] what a
//! release brings: of one component, of all of them as one, or in a template of one's own. [`verdict`] and [`review`] tell what
//! gates say, [`findings`] and [`ways`] why, and what would change it. [`release`] tells where a release stands, [`timeline`] how it
//! came there, [`refusal`] why something may not be, [`owed`] who owes what, [`controls`] what an auditor would find.
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

mod changelog;
#[cfg(feature = "arrow")]
mod columns;
mod diff;
mod error;
mod format;
mod html;
mod markdown;
mod mermaid;
mod pull_request;
mod review;
#[cfg(feature = "report")]
mod template;
mod text;

pub use changelog::{Layout, Style, changelog, changelog_with};
#[cfg(feature = "arrow")]
pub use columns::{columns, columns_ipc};
pub use format::{Format, Options, render, render_with};
pub use review::{
    ReviewFormat, ReviewOptions, audit, by_owner, changes, controls, entries, findings, owed, refusal,
    release, releases, review, timeline, verdict, ways,
};

pub(crate) use error::ReportError;

use crate::plan::{Cause, Entry, Plan};
use std::collections::BTreeSet;

/// `3 components go out in 2 waves`.
fn summary(plan: &Plan) -> String {
    let components = counted(plan.entries.len(), "component", "components");
    let verb = if plan.entries.len() == 1 { "goes" } else { "go" };
    let waves = plan.entries.iter().map(|entry| entry.wave).collect::<BTreeSet<_>>().len();
    format!("{components} {verb} out in {}", counted(waves, "wave", "waves"))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The text without line breaks, for where a break would end it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
