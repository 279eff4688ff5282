//! The ranges that a workspace keeps in one place, for members to name with `catalog:`.

use super::PNPM;
use crate::component::ComponentError;
use crate::component::manifest::problems::Problems;
use crate::component::manifest::tree::{Manifest, present, text};
use crate::document::{Node, Value};
use crate::error::Place;
use std::collections::BTreeMap;

/// The catalog that `catalog:` alone means.
const DEFAULT: &str = "default";

/// Every catalog of a workspace, by name.
#[derive(Default)]
pub(super) struct Catalogs(BTreeMap<String, BTreeMap<String, Stated>>);

/// A range, and the file that states it.
pub(super) struct Stated {
    pub range: String,
    pub file: String,
}

impl Catalogs {
    /// Those of pnpm, of Bun (in the root's manifest, or in its `workspaces`) and of Yarn; the first that states a range wins.
    pub(super) fn of(
        pnpm: Option<&Manifest>,
        root: Option<&Manifest>,
        yarn: Option<&Manifest>,
        problems: &mut Problems,
    ) -> Self {
        let mut catalogs = Self::default();
        let bun = root.and_then(|root| {
            let workspaces = present(&root.root, "workspaces");
            Some((root, workspaces.filter(|node| matches!(node.value, Value::Map(_)))?))
        });
        let [pnpm, root, yarn] = [pnpm, root, yarn].map(|manifest| manifest.map(|file| (file, &file.root)));
        for (file, holder) in [pnpm, bun, root, yarn].into_iter().flatten() {
            catalogs.add(file, holder, problems);
        }
        catalogs
    }

    /// What `holder`, a map in `file`, states under `catalog` and `catalogs`.
    fn add(&mut self, file: &Manifest, holder: &Node, problems: &mut Problems) {
        let named = file.map(holder, "catalogs", problems).map_or(&[][..], |(_, entries)| entries);
        let named = named.iter().map(|(name, catalog)| (name.text.as_str(), catalog));
        let default = present(holder, "catalog").map(|catalog| (DEFAULT, catalog));
        for (name, catalog) in named.chain(default) {
            let ranges = self.0.entry(name.to_owned()).or_default();
            for (package, node) in file.entries("catalog", catalog, problems).unwrap_or_default() {
                match text(node) {
                    Some(range) => {
                        let stated = Stated { range: range.to_owned(), file: file.path.clone() };
                        ranges.entry(package.text.clone()).or_insert(stated);
                    }
                    None => {
                        let what = format!("{:?} in the catalog", package.text);
                        problems.push(file.wrong(what, node, "a range as text"));
                    }
                }
            }
        }
    }

    /// The range of `package` in the catalog of this name, empty for the default one.
    pub(super) fn range(
        &self,
        catalog: &str,
        package: &str,
        place: Place,
    ) -> Result<&Stated, ComponentError> {
        let name = if catalog.is_empty() { DEFAULT } else { catalog };
        let problem =
            |reason: String| ComponentError::NoCatalog { package: package.to_owned(), reason, place };
        let Some(ranges) = self.0.get(name) else {
            return Err(problem(format!(
                "there is no catalog {name:?} in {PNPM}, package.json or .yarnrc.yml"
            )));
        };
        match ranges.get(package) {
            // A catalog cannot point to a catalog.
            Some(stated) if stated.range.starts_with("catalog:") => {
                Err(problem(format!("the catalog {name:?} points to another catalog")))
            }
            Some(stated) => Ok(stated),
            None => Err(problem(format!("the catalog {name:?} does not list it"))),
        }
    }
}
