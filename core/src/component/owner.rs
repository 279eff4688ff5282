//! Whose a changed file is.

use super::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// The components by folder. A file belongs to those of the nearest folder above it: one at the root owns only what no other
/// does.
///
/// ```
/// use greenboard::component::{Component, Ecosystem, Owners, Workspace};
///
/// let components = [("root", ""), ("core", "crates/core")].map(|(name, path)| Component::new(name, Ecosystem::Cargo, path));
/// let workspace = Workspace::new(components)?;
/// let owners = Owners::new(&workspace);
/// assert_eq!(owners.of_file("crates/core/src/lib.rs"), ["core"]);
/// assert_eq!(owners.of_file("README.md"), ["root"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug)]
pub struct Owners<'w> {
    by_folder: BTreeMap<&'w str, Vec<&'w str>>,
}

impl<'w> Owners<'w> {
    /// Of the components of a workspace. External ones own nothing.
    pub fn new(workspace: &'w Workspace) -> Self {
        let mut by_folder: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for component in workspace.components().filter(|component| !component.external) {
            by_folder.entry(&component.path).or_default().push(&component.name);
        }
        Self { by_folder }
    }

    /// The components that a commit of these files touches. One without files, made for the sake of its message, touches
    /// those at the root.
    pub fn of<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> BTreeSet<&'w str> {
        let mut owners = BTreeSet::new();
        let mut empty = true;
        for path in paths {
            owners.extend(self.of_file(path));
            empty = false;
        }
        if empty {
            owners.extend(self.by_folder.get("").into_iter().flatten());
        }
        owners
    }

    /// The components that a file belongs to, by name; none where no folder above it has any.
    pub fn of_file(&self, path: &str) -> &[&'w str] {
        let mut folder = path;
        while !folder.is_empty() {
            // A submodule changes under the very name of its folder.
            if let Some(owners) = self.by_folder.get(folder) {
                return owners;
            }
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
        self.by_folder.get("").map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{Component, Ecosystem};
    use super::*;

    #[test]
    fn the_nearest_folder_owns() {
        let at = |name: &str, path: &str| Component::new(name, Ecosystem::Cargo, path);
        let components =
            [at("root", ""), at("a", "crates/a"), at("ab", "crates/ab"), at("inner", "crates/a/inner")];
        let workspace = Workspace::new(components).unwrap();
        let owners = Owners::new(&workspace);
        let of = |paths: &[&str]| owners.of(paths.iter().copied()).into_iter().collect::<Vec<_>>();
        assert_eq!(of(&["crates/a/src/lib.rs"]), ["a"]);
        assert_eq!(of(&["crates/ab/src/lib.rs", "crates/a/inner/x"]), ["ab", "inner"]);
        assert_eq!(of(&["crates/README", "a"]), ["root"]);
        assert_eq!(of(&[]), ["root"]);
    }
}
