//! Rust crates: `Cargo.toml`, alone or in a workspace.
//!
//! Members are found as Cargo finds them: the patterns of `members`, the root's own package, and every path dependency of a
//! member that lies inside the workspace and is no workspace of its own; `exclude` takes folders out, unless `members` names
//! them. `default-members` chooses what commands act on and changes no membership.

use super::files::{Files, is_inside, join, resolve, upwards};
use super::glob::{self, Globs, Style};
use super::problems::Problems;
use super::tree::{Entries, Manifest, is_true, present, text};
use super::{Ecosystem, Rules};
use crate::component::{Component, ComponentError, Dependency, DependencyKind};
use crate::document::{Format, Key, Node, Value};
use crate::error::Place;
use crate::version::{Scheme, Version};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The components of the Cargo workspace or package at the root of `files`; none where there is no `Cargo.toml`.
///
/// ```
/// use greenboard::component::manifest::cargo;
/// use std::collections::BTreeMap;
///
/// let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
/// let components = cargo::read(&BTreeMap::from([
///     file("Cargo.toml", "[workspace]\nmembers = ['core']\npackage.version = '1.2.0'"),
///     file("core/Cargo.toml", "[package]\nname = 'core'\nversion.workspace = true"),
/// ]))?;
/// assert_eq!(components[0].version.as_ref().unwrap().as_str(), "1.2.0");
/// assert_eq!(components[0].version_from.as_deref(), Some("Cargo.toml"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `component.broken_manifests`, listing everything that is wrong.
pub fn read(files: &dyn Files) -> crate::Result<Vec<Component>> {
    super::read_one::<Cargo>(files)
}

/// Cargo, as an ecosystem.
pub(super) enum Cargo {}

impl Rules for Cargo {
    const MANIFEST: &'static str = "Cargo.toml";
    const ROOTS: &'static [&'static str] = &[Self::MANIFEST];
    const SCHEME: Scheme = Scheme::Cargo;

    fn read(files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component> {
        match open(files, root, problems) {
            Some(manifest) => Reader::new(files, root, &manifest, problems).components(),
            None => Vec::new(),
        }
    }

    fn orders_publication(dependency: &Dependency) -> bool {
        // `cargo publish` strips a dev-dependency that has a path and no version, and needs every other one.
        dependency.kind != DependencyKind::Dev || dependency.requirement.is_some()
    }
}

fn open(files: &dyn Files, folder: &str, problems: &mut Problems) -> Option<Manifest> {
    Manifest::read(files, folder, Cargo::MANIFEST, Format::Toml, problems)
}

/// The tables of dependencies, with the older spelling of two of them.
const TABLES: [(&str, DependencyKind); 5] = [
    ("dependencies", DependencyKind::Normal),
    ("build-dependencies", DependencyKind::Build),
    ("build_dependencies", DependencyKind::Build),
    ("dev-dependencies", DependencyKind::Dev),
    ("dev_dependencies", DependencyKind::Dev),
];

/// A member to be read, and who asked for it.
struct Member {
    folder: String,
    /// What names it, for the error that it is not there.
    named: String,
    place: Place,
    /// Whether it is only a member if it says nothing against it.
    implicit: bool,
}

struct Reader<'a> {
    files: &'a dyn Files,
    folder: &'a str,
    root: &'a Manifest,
    /// `[workspace.package]`.
    inherited_package: Option<&'a Node>,
    /// `[workspace.dependencies]`.
    inherited: BTreeMap<&'a str, &'a Node>,
    problems: &'a mut Problems,
    queue: VecDeque<Member>,
}

impl<'a> Reader<'a> {
    fn new(files: &'a dyn Files, folder: &'a str, root: &'a Manifest, problems: &'a mut Problems) -> Self {
        let workspace = present(&root.root, "workspace");
        let inherited_package = workspace.and_then(|workspace| present(workspace, "package"));
        let shared = workspace.and_then(|workspace| root.map(workspace, "dependencies", problems));
        let shared = shared.map_or(&[][..], |(_, entries)| entries);
        let inherited = shared.iter().map(|(key, node)| (key.text.as_str(), node)).collect();
        Self { files, folder, root, inherited_package, inherited, problems, queue: VecDeque::new() }
    }

    fn components(mut self) -> Vec<Component> {
        let root = self.root;
        let workspace = root.map(&root.root, "workspace", self.problems).map(|(node, _)| node);
        let mut components: BTreeMap<String, Component> = BTreeMap::new();
        let mut seen = BTreeSet::from([self.folder.to_owned()]);
        if present(&root.root, "package").is_some() {
            self.package(root, self.folder, &mut components);
        } else if workspace.is_none() {
            let problem =
                root.missing("[package]", &root.root, "a Cargo.toml has a [package], a [workspace] or both");
            self.problems.push(problem);
        }
        // Without a workspace, path dependencies stay what they are: other packages.
        let Some(workspace) = workspace else { return components.into_values().collect() };
        let bounds = self.bounds(workspace);
        while let Some(member) = self.queue.pop_front() {
            if !bounds.has(&member.folder) || !seen.insert(member.folder.clone()) {
                continue;
            }
            let before = self.problems.count();
            match open(self.files, &member.folder, self.problems) {
                Some(manifest) if member.implicit && self.belongs_elsewhere(&manifest, &member.folder) => {}
                Some(manifest) => self.package(&manifest, &member.folder, &mut components),
                None if self.problems.count() > before => {}
                None => self.problems.push(ComponentError::NoMember {
                    what: member.named,
                    folder: member.folder,
                    manifest: Cargo::MANIFEST,
                    place: member.place,
                }),
            }
        }
        components.into_values().collect()
    }

    /// Queues what `members` names, and gives the limits of membership.
    fn bounds(&mut self, workspace: &Node) -> Bounds {
        let root = self.root;
        let members = root.texts(workspace, "members", self.problems).unwrap_or_default();
        let excluded = root.texts(workspace, "exclude", self.problems).unwrap_or_default();
        root.texts(workspace, "default-members", self.problems);
        let inside = |texts: &[(&str, _)]| -> BTreeSet<String> {
            texts.iter().filter_map(|(path, _)| resolve(self.folder, path)).collect()
        };
        let bounds = Bounds { named: inside(&members), excluded: inside(&excluded) };
        let mut globs = Globs::new(self.files, self.folder, Style::Cargo);
        for (pattern, at) in members {
            let place = root.place(at);
            let folders = globs.folders(pattern).map_err(|error| error.of(pattern, place.clone()));
            let Some(folders) = self.problems.take(folders) else { continue };
            for folder in folders {
                // What a pattern happens to match need not be a crate; what is spelled out has to be one.
                let spelled_out = !glob::has_wildcards(pattern);
                let manifest = join(&folder, Cargo::MANIFEST);
                if spelled_out || self.problems.take(self.files.text(&manifest)).flatten().is_some() {
                    let named = format!("the member {pattern:?}");
                    self.queue.push_back(Member { folder, named, place: place.clone(), implicit: false });
                }
            }
        }
        bounds
    }

    /// Whether the manifest of a path dependency declares it part of another workspace.
    fn belongs_elsewhere(&self, manifest: &Manifest, folder: &str) -> bool {
        let pointer = present(&manifest.root, "package").and_then(|package| present(package, "workspace"));
        let elsewhere =
            pointer.and_then(text).is_some_and(|to| resolve(folder, to).as_deref() != Some(self.folder));
        elsewhere || present(&manifest.root, "workspace").is_some()
    }

    /// Reads the package of a manifest, and queues its path dependencies.
    fn package(&mut self, manifest: &Manifest, folder: &str, components: &mut BTreeMap<String, Component>) {
        let Some((package, _)) = manifest.map(&manifest.root, "package", self.problems) else {
            if present(&manifest.root, "package").is_none() {
                self.problems.push(manifest.missing(
                    "[package]",
                    &manifest.root,
                    "a member of a workspace is a package",
                ));
            }
            return;
        };
        let expected = "a package has a name";
        let Some(name) = manifest.name(package, "name", expected, self.problems) else { return };
        let mut component = Component::new(name, Ecosystem::Cargo, folder).with_manifest(&manifest.path);
        component.version = self.version(manifest, package);
        let inherits = present(package, "version").is_some_and(|version| is_true(version, "workspace"));
        component.version_from = inherits.then(|| self.root.path.clone());
        // Cargo takes a package without a version for one that is never published.
        let publish = self.publish(manifest, package);
        component.private = present(package, "version").is_none() || publish == Publish::Never;
        if let Publish::To(registry) = publish {
            component.publishing.registry = Some(registry);
        }
        self.tables(manifest, folder, &manifest.root, &mut component);
        if let Some((_, targets)) = manifest.map(&manifest.root, "target", self.problems) {
            for (_, target) in targets {
                self.tables(manifest, folder, target, &mut component);
            }
        }
        if let Some(first) = components.get(name) {
            let place = manifest.place(present(package, "name").unwrap_or(package).at);
            let (name, first, second) = (name.to_owned(), first.path.clone(), folder.to_owned());
            self.problems.push(ComponentError::Duplicate { name, first, second, place });
        } else {
            components.insert(name.to_owned(), component);
        }
    }

    fn version(&mut self, manifest: &Manifest, package: &Node) -> Option<Version> {
        let node = present(package, "version")?;
        if !is_true(node, "workspace") {
            return manifest.version(node, Scheme::Cargo, self.problems);
        }
        match self.inherited_package.and_then(|shared| present(shared, "version")) {
            Some(version) => self.root.version(version, Scheme::Cargo, self.problems),
            None => {
                self.problems.push(not_inherited(
                    manifest,
                    "version",
                    "version",
                    "[workspace.package]",
                    node,
                ));
                None
            }
        }
    }

    fn publish(&mut self, manifest: &Manifest, package: &Node) -> Publish {
        let Some(mut publish) = present(package, "publish") else { return Publish::Anywhere };
        if is_true(publish, "workspace") {
            match self.inherited_package.and_then(|shared| present(shared, "publish")) {
                Some(shared) => publish = shared,
                None => {
                    let problem =
                        not_inherited(manifest, "publish", "publish", "[workspace.package]", publish);
                    self.problems.push(problem);
                    return Publish::Anywhere;
                }
            }
        }
        match &publish.value {
            Value::Bool(false) => Publish::Never,
            Value::Bool(true) => Publish::Anywhere,
            Value::List(registries) => match registries.as_slice() {
                [] => Publish::Never,
                // With several, whoever publishes has to choose.
                [one] => text(one).map_or(Publish::Anywhere, |name| Publish::To(name.to_owned())),
                _ => Publish::Anywhere,
            },
            _ => {
                self.problems.push(manifest.wrong("publish", publish, "true, false or a list of registries"));
                Publish::Anywhere
            }
        }
    }

    /// Reads the dependency tables directly in `of`.
    fn tables(&mut self, manifest: &Manifest, folder: &str, of: &Node, component: &mut Component) {
        for (table, kind) in TABLES {
            let Some((_, entries)) = manifest.map(of, table, self.problems) else { continue };
            for (key, node) in entries {
                let Some(dependency) = self.dependency(manifest, folder, kind, key, node) else { continue };
                component.dependencies.push(dependency);
            }
        }
    }

    fn dependency(
        &mut self,
        manifest: &Manifest,
        folder: &str,
        kind: DependencyKind,
        key: &Key,
        node: &Node,
    ) -> Option<Dependency> {
        let what = format!("the dependency {:?}", key.text);
        let optional = is_true(node, "optional");
        let kind = if optional && kind == DependencyKind::Normal { DependencyKind::Optional } else { kind };
        // What states name, path and version, and the manifest and folder in which that stands.
        let (stated, source, base) = if is_true(node, "workspace") {
            let Some(shared) = self.inherited.get(key.text.as_str()) else {
                let table = "[workspace.dependencies]";
                let mut problem = not_inherited(manifest, &what, &key.text, table, node);
                if let ComponentError::NotInherited { place, .. } = &mut problem {
                    *place = manifest.place(key.at);
                }
                self.problems.push(problem);
                return None;
            };
            (*shared, self.root, self.folder)
        } else {
            (node, manifest, folder)
        };
        let (name, version, path) = match &stated.value {
            Value::Text(_) => (key.text.as_str(), Some(stated), None),
            Value::Map(entries) => {
                let [name, path, version] = ["package", "path", "version"]
                    .map(|field| self.text_field(source, entries, &what, field));
                (name.and_then(text).unwrap_or(&key.text), version, path)
            }
            _ => {
                self.problems.push(source.wrong(what, stated, "a requirement or a map"));
                return None;
            }
        };
        let requirement = match version {
            Some(version) => Some(source.requirement(version, Scheme::Cargo, self.problems)?),
            None => None,
        };
        let leads_to = path.and_then(text).and_then(|path| resolve(base, path));
        let local = leads_to.is_some();
        if let Some(folder) = leads_to.filter(|folder| is_inside(folder, self.folder)) {
            let place = source.place(path.unwrap_or(stated).at);
            self.queue.push_back(Member { folder, named: what, place, implicit: true });
        }
        let mut dependency = Dependency::unversioned(name, kind, version.and_then(text).unwrap_or_default())
            .with_local(local)
            .with_optional(optional);
        dependency.requirement = requirement;
        dependency.stated_in = (source.path != manifest.path).then(|| source.path.clone());
        Some(dependency)
    }

    /// The text under `field`; anything else there is a problem.
    fn text_field<'n>(
        &mut self,
        source: &Manifest,
        entries: Entries<'n>,
        what: &str,
        field: &str,
    ) -> Option<&'n Node> {
        let (_, node) = entries.iter().find(|(key, _)| key.text == field)?;
        if text(node).is_none() {
            self.problems.push(source.wrong(format!("{field} of {what}"), node, "text"));
            return None;
        }
        Some(node)
    }
}

/// Where a package may be published.
#[derive(PartialEq, Eq)]
enum Publish {
    Never,
    Anywhere,
    /// To the one registry of this name.
    To(String),
}

/// Which folders can hold members.
struct Bounds {
    named: BTreeSet<String>,
    excluded: BTreeSet<String>,
}

impl Bounds {
    fn has(&self, folder: &str) -> bool {
        let within = |outer: &BTreeSet<String>| upwards(folder).any(|folder| outer.contains(folder));
        !within(&self.excluded) || within(&self.named)
    }
}

fn not_inherited(
    manifest: &Manifest,
    what: &str,
    key: &str,
    table: &'static str,
    node: &Node,
) -> ComponentError {
    let (what, key) = (what.to_owned(), key.to_owned());
    ComponentError::NotInherited { what, table, key, place: manifest.place(node.at) }
}
