//! Plans into files: the new text of everything that states a version, a requirement, or what a release brings.
//!
//! [`edits`] is pure: it takes the texts that the plan was made of and gives the texts that take their place. Only the bytes of
//! what changes are replaced: formatting, comments, line ends and quotes stay as they are. What is written already is passed
//! over, so that the edits of files that a plan has been written into are empty; a text that is neither the old one nor the new
//! is an error that names the place.
//!
//! ```
//! use greenboard::change::Change;
//! use greenboard::component::manifest;
//! use greenboard::plan::{EditOptions, Policy, diff, edits, plan};
//! use greenboard::version::Bump;
//! use std::collections::BTreeMap;
//!
//! let text = "[package]\nname = 'core'\nversion = '1.2.0' # released by hand so far\n";
//! let files = BTreeMap::from([("Cargo.toml".to_owned(), text.to_owned())]);
//! let change = Change::new("9fceb02", "read arrays").with_bump("core", Bump::Minor);
//! let at = "2026-11-02T09:00:00Z".parse().unwrap();
//! let plan = plan(&manifest::read(&files)?, &[change], &Policy::new(), at)?;
//!
//! let edits = edits(&plan, &files, &EditOptions::new())?;
//! let after = edits.applied(&files)?;
//! assert_eq!(diff(text, &after["Cargo.toml"]), "\
//! @@ -1,3 +1,3 @@
//!  [package]
//!  name = 'core'
//! -version = '1.2.0' # released by hand so far
//! +version = '1.3.0' # released by hand so far
//! ");
//! # Ok::<(), greenboard::Error>(())
//! ```

mod changelog;
mod changeset;
mod desk;
mod diff;
mod error;
mod extra;
mod lock;
mod manifest;
mod notation;
mod options;
mod path;
mod types;

pub use diff::diff;
pub(crate) use error::EditError;
pub use options::{EditOptions, ExtraFile, ExtraFileKind};
pub use types::{Edit, EditKind, EditWarning, Edits};

use super::types::{Entry, Plan, RequirementUpdate};
use crate::component::manifest::Files;
use desk::Desk;
use manifest::Update;
use std::collections::BTreeMap;

/// What a plan changes in these files: versions, requirements and lockfiles, and what the options name besides.
///
/// # Errors
/// `plan.edit_*` where a file or a value is not there, is not what the plan was made of, or cannot be replaced; those of
/// `files`.
pub fn edits(plan: &Plan, files: &dyn Files, options: &EditOptions) -> crate::Result<Edits> {
    let mut desk = Desk::new(files);
    for entry in &plan.entries {
        manifest::version(&mut desk, entry)?;
    }
    let entries: BTreeMap<&str, &Entry> =
        plan.entries.iter().map(|entry| (entry.component.as_str(), entry)).collect();
    let updates: Vec<Update<'_>> = plan.requirements().map(|update| to_write(update, &entries)).collect();
    for update in &updates {
        manifest::requirement(&mut desk, update)?;
    }
    if options.lockfiles {
        lock::write(&mut desk, plan, &updates)?;
    }
    for file in &options.extra_files {
        extra::write(&mut desk, plan, file)?;
    }
    extra::record(&mut desk, plan, &options.release_please_manifest)?;
    for (path, section) in &options.changelogs {
        changelog::write(&mut desk, path, section)?;
    }
    changeset::write(&mut desk, plan, options)?;
    desk.done()
}

fn to_write<'p>(update: &'p RequirementUpdate, entries: &BTreeMap<&str, &'p Entry>) -> Update<'p> {
    let package = |component: &'p str| {
        entries.get(component).map_or_else(|| bare(component), |entry| entry.package.as_str())
    };
    let ecosystem = manifest::ecosystem(&update.file);
    let provider = entries.get(update.dependency.as_str()).map(|entry| entry.ecosystem);
    Update {
        package: package(&update.dependency),
        consumer: package(&update.component),
        crosses: provider.is_some() && provider != ecosystem,
        ecosystem,
        what: format!("the requirement of {} on {}", update.component, update.dependency),
        update,
    }
}

/// A component's name without what tells it apart from others of that name: its repository, its ecosystem.
fn bare(component: &str) -> &str {
    component.rsplit_once(':').map_or(component, |(_, name)| name)
}
