//! What was touched, and nothing says that it is to be released.

use crate::change::{Change, Origin};
use crate::component::{Owners, Workspace, globs};
use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What need not be covered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Coverage {
    /// Components that are never asked for: names, and globs over names.
    pub ignore: Vec<String>,
    /// Whether private components are asked for too.
    pub private: bool,
    /// The files that count, as globs over paths relative to the repository's root; all where there are none.
    pub files: Vec<String>,
}

reads!(Coverage as "greenboard/coverage/1" { ignore, private, files, .. });

impl Coverage {
    /// Every public component, every file.
    pub fn new() -> Self {
        Self::default()
    }
    /// Without the components that this name or glob names.
    #[must_use]
    pub fn with_ignored(mut self, pattern: impl Into<String>) -> Self {
        self.ignore.push(pattern.into());
        self
    }
    /// With private components, or without.
    #[must_use]
    pub fn with_private(mut self, private: bool) -> Self {
        self.private = private;
        self
    }
    /// Counting files that match this glob, and those of other such calls.
    #[must_use]
    pub fn with_files(mut self, pattern: impl Into<String>) -> Self {
        self.files.push(pattern.into());
        self
    }
}

/// A component that was touched, and no change asks for its release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Uncovered {
    /// Its name.
    pub component: String,
    /// The files of it that were touched, sorted.
    pub files: Vec<String>,
}

reads!(Uncovered { component, files });

/// The components that own one of the `touched` files, and whose release no change asks for, by name. A changeset that names a
/// component covers it whatever it asks for, `none` included, and so does a change given outright; a commit covers what it asks
/// a release of. An empty changeset says that nothing needs a release, and covers all. What is private, external or ignored is
/// left out.
///
/// ```
/// use greenboard::change::changeset;
/// use greenboard::component::{Component, Ecosystem, Workspace};
/// use greenboard::plan::{Coverage, uncovered};
///
/// let workspace = Workspace::new(["core", "cli"].map(|name| Component::new(name, Ecosystem::Npm, name)))?;
/// let changes = [changeset::read("a.md", "---\ncore: patch\n---\n\nArrays")?];
/// let found = uncovered(&workspace, &changes, ["core/a.js", "cli/b.js", "README.md"], &Coverage::new())?;
/// assert_eq!((found.len(), found[0].component.as_str()), (1, "cli"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `component.invalid_pattern` where a glob cannot be read.
pub fn uncovered<P: AsRef<str>>(
    workspace: &Workspace,
    changes: &[Change],
    touched: impl IntoIterator<Item = P>,
    coverage: &Coverage,
) -> crate::Result<Vec<Uncovered>> {
    if changes.iter().any(|change| change.origin == Origin::Changeset && change.bumps.is_empty()) {
        return Ok(Vec::new());
    }
    let says_so = |change: &Change, bump: Bump| bump > Bump::None || change.origin != Origin::Commit;
    let covered: BTreeSet<&str> = changes
        .iter()
        .flat_map(|change| change.bumps.iter().filter(|(_, bump)| says_so(change, **bump)))
        .map(|(name, _)| name.as_str())
        .collect();
    let ignored = globs(&coverage.ignore)?;
    let counted = if coverage.files.is_empty() { None } else { Some(globs(&coverage.files)?) };
    let owners = Owners::new(workspace);
    let mut files: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for path in touched {
        let path = path.as_ref();
        if counted.as_ref().is_some_and(|counted| !counted.is_match(path)) {
            continue;
        }
        for owner in owners.of_file(path) {
            files.entry(owner).or_default().insert(path.to_owned());
        }
    }
    files.retain(|name, _| {
        let private = workspace.get(name).is_some_and(|component| component.private);
        !covered.contains(name) && !ignored.is_match(name) && (coverage.private || !private)
    });
    let found = files
        .into_iter()
        .map(|(name, files)| Uncovered { component: name.to_owned(), files: files.into_iter().collect() });
    Ok(found.collect())
}
