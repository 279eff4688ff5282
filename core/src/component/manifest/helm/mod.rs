//! Helm charts: `Chart.yaml`.
//!
//! The charts of a repository are the one at the root, those in its folder `charts`, and those that a `file://` dependency of a
//! chart leads to. A chart in `charts` that a remote repository provides was only unpacked there, and is none of ours.
//!
//! Versions are SemVer, and constraints those of [Masterminds/semver](https://github.com/Masterminds/semver), which read as npm's
//! ranges with commas between what all has to hold; a constraint that npm's notation cannot say is an edge without requirement.

use super::files::{Files, join, resolve};
use super::problems::Problems;
use super::tree::{Manifest, present, text};
use super::{Ecosystem, Rules};
use crate::component::{Component, ComponentError, Dependency, DependencyKind};
use crate::document::{Format, Node, Value};
use crate::version::{Requirement, Scheme};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The charts at the root of `files` and in its folder `charts`; none where there are none.
///
/// ```
/// use greenboard::component::manifest::helm;
/// use std::collections::BTreeMap;
///
/// let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
/// let charts = helm::read(&BTreeMap::from([
///     file("charts/base/Chart.yaml", "name: base\nversion: 1.2.0\ntype: library"),
///     file("charts/api/Chart.yaml", "\
/// name: api
/// version: 0.3.1
/// appVersion: '2.0.0'
/// dependencies: [{name: base, version: '>=1.0.0, <2.0.0', repository: 'file://../base'}]"),
/// ]))?;
/// assert_eq!(charts[0].app_version.as_deref(), Some("2.0.0"));
/// assert!(charts[0].dependencies[0].local);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `component.broken_manifests`, listing everything that is wrong.
pub fn read(files: &dyn Files) -> crate::Result<Vec<Component>> {
    super::read_one::<Helm>(files)
}

/// Helm, as an ecosystem.
pub(super) enum Helm {}

/// Where charts of the first version of the format keep their dependencies.
const REQUIREMENTS: &str = "requirements.yaml";
/// Where a chart, and many a repository, keeps charts.
const CHARTS: &str = "charts";

impl Rules for Helm {
    const MANIFEST: &'static str = "Chart.yaml";
    const ROOTS: &'static [&'static str] = &[Self::MANIFEST];
    const SCHEME: Scheme = Scheme::Npm;

    fn read(files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component> {
        let mut reader =
            Reader { files, problems, components: BTreeMap::new(), queue: VecDeque::from([root.to_owned()]) };
        let mut seen = BTreeSet::new();
        while let Some(folder) = reader.queue.pop_front() {
            if seen.insert(folder.clone()) {
                reader.folder(&folder, folder == root);
            }
        }
        reader.components.into_values().collect()
    }

    fn orders_publication(_: &Dependency) -> bool {
        // A chart is packed with its dependencies inside.
        true
    }
}

struct Reader<'a> {
    files: &'a dyn Files,
    problems: &'a mut Problems,
    components: BTreeMap<String, Component>,
    queue: VecDeque<String>,
}

impl Reader<'_> {
    /// Reads the chart in a folder, and queues those it leads to. The root need not hold one.
    fn folder(&mut self, folder: &str, is_root: bool) {
        let manifest = Manifest::read(self.files, folder, Helm::MANIFEST, Format::Yaml, self.problems);
        if manifest.is_none() && !is_root {
            return;
        }
        let vendored = manifest.map(|manifest| self.chart(folder, &manifest)).unwrap_or_default();
        let charts = join(folder, CHARTS);
        let inside = self.problems.take(self.files.folders(&charts)).unwrap_or_default();
        let own = inside.iter().filter(|name| !vendored.contains(*name));
        self.queue.extend(own.map(|name| join(&charts, name)));
    }

    /// Reads a chart, and gives the names of those that others provide.
    fn chart(&mut self, folder: &str, manifest: &Manifest) -> BTreeSet<String> {
        let root = &manifest.root;
        let mut vendored = BTreeSet::new();
        if !matches!(root.value, Value::Map(_)) {
            self.problems.push(manifest.wrong("the manifest", root, "a map"));
            return vendored;
        }
        let Some(name) = manifest.name(root, "name", "a chart has a name", self.problems) else {
            return vendored;
        };
        let mut component = Component::new(name, Ecosystem::Helm, folder).with_manifest(&manifest.path);
        match present(root, "version") {
            Some(node) => component.version = manifest.version(node, Helm::SCHEME, self.problems),
            None => self.problems.push(manifest.missing("version", root, "a chart has a version")),
        }
        if let Some(node) = present(root, "appVersion") {
            component.app_version = text(node).map(str::to_owned);
            if component.app_version.is_none() {
                self.problems.push(manifest.wrong("appVersion", node, "text; put it in quotes"));
            }
        }
        self.dependencies(folder, manifest, &mut component, &mut vendored);
        let older = Manifest::read(self.files, folder, REQUIREMENTS, Format::Yaml, self.problems);
        if let Some(older) = older {
            let from = component.dependencies.len();
            self.dependencies(folder, &older, &mut component, &mut vendored);
            for dependency in component.dependencies.iter_mut().skip(from) {
                dependency.stated_in = Some(older.path.clone());
            }
        }
        match self.components.get(name) {
            Some(first) => self.problems.push(ComponentError::Duplicate {
                name: name.to_owned(),
                first: first.path.clone(),
                second: folder.to_owned(),
                place: manifest.place(present(root, "name").unwrap_or(root).at),
            }),
            None => {
                self.components.insert(name.to_owned(), component);
            }
        }
        vendored
    }

    fn dependencies(
        &mut self,
        folder: &str,
        manifest: &Manifest,
        component: &mut Component,
        vendored: &mut BTreeSet<String>,
    ) {
        let Some(list) = present(&manifest.root, "dependencies") else { return };
        let Value::List(items) = &list.value else {
            self.problems.push(manifest.wrong("dependencies", list, "a list"));
            return;
        };
        for item in items {
            if let Some(dependency) = self.dependency(folder, manifest, item, vendored) {
                component.dependencies.push(dependency);
            }
        }
    }

    fn dependency(
        &mut self,
        folder: &str,
        manifest: &Manifest,
        item: &Node,
        vendored: &mut BTreeSet<String>,
    ) -> Option<Dependency> {
        manifest.entries("a dependency", item, self.problems)?;
        let name = manifest.name(item, "name", "a dependency has a name", self.problems)?;
        let [version, repository] = ["version", "repository"].map(|key| {
            let node = present(item, key)?;
            if text(node).is_none() {
                self.problems.push(manifest.wrong(format!("{key} of the dependency {name:?}"), node, "text"));
            }
            text(node)
        });
        let repository = repository.unwrap_or_default();
        let local = match repository.strip_prefix("file://") {
            Some(path) => {
                let leads_to = resolve(folder, path);
                let local = leads_to.is_some();
                self.queue.extend(leads_to);
                local
            }
            // Without a repository the chart has to lie in `charts`.
            None => repository.is_empty(),
        };
        if !local {
            vendored.insert(name.to_owned());
        }
        let optional = ["condition", "tags"].iter().any(|key| present(item, key).is_some());
        let mut dependency =
            Dependency::unversioned(name, DependencyKind::Normal, version.unwrap_or_default())
                .with_local(local)
                .with_optional(optional);
        dependency.requirement = version.and_then(requirement);
        Some(dependency)
    }
}

/// What a constraint is in npm's notation, if that can say it.
fn requirement(constraint: &str) -> Option<Requirement> {
    let alike = constraint.replace(',', " ").replace("=>", ">=").replace("=<", "<=");
    Requirement::parse_as(Scheme::Npm, &alike).ok()
}
