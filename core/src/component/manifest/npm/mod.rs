//! JavaScript packages: `package.json`, alone or in an npm, yarn or pnpm workspace.
//!
//! The root's `workspaces` names the members, and where it has none `packages` of `pnpm-workspace.yaml`. The root of a
//! workspace is a component of it where it can be published (it has name and version, and is not private), or where the
//! patterns name it (`.`).
//!
//! What `catalog:` stands for is looked up in `pnpm-workspace.yaml`, in the root's `package.json` (Bun) and in `.yarnrc.yml`
//! (Yarn), in this order.

mod catalog;
mod dependency;
mod members;

use super::files::Files;
use super::problems::Problems;
use super::tree::{Manifest, present, text};
use super::{Ecosystem, Rules};
use crate::component::{Component, ComponentError, Dependency, DependencyKind, Publishing};
use crate::document::{Format, Value};
use crate::version::Scheme;
use catalog::Catalogs;
use dependency::Resolver;
use members::Members;
use std::collections::BTreeMap;

/// The components of the npm, yarn or pnpm workspace or of the package at the root of `files`; none where there is neither
/// `package.json` nor `pnpm-workspace.yaml`.
///
/// ```
/// use greenboard::component::manifest::npm;
/// use std::collections::BTreeMap;
///
/// let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
/// let components = npm::read(&BTreeMap::from([
///     file("pnpm-workspace.yaml", "packages: ['packages/*', '!packages/old']"),
///     file("packages/core/package.json", r#"{"name": "core", "version": "1.2.0"}"#),
///     file("packages/app/package.json", r#"{"name": "app", "dependencies": {"core": "workspace:^"}}"#),
/// ]))?;
/// let core = &components[0].dependencies[0];
/// assert_eq!(core.text, "workspace:^");
/// assert_eq!(core.requirement.as_ref().unwrap().as_str(), "^1.2.0");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `component.broken_manifests`, listing everything that is wrong.
pub fn read(files: &dyn Files) -> crate::Result<Vec<Component>> {
    super::read_one::<Npm>(files)
}

/// npm, as an ecosystem.
pub(super) enum Npm {}

impl Rules for Npm {
    const MANIFEST: &'static str = "package.json";
    const ROOTS: &'static [&'static str] = &[Self::MANIFEST, PNPM];
    const SCHEME: Scheme = Scheme::Npm;

    fn read(files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component> {
        let manifest = open(files, root, problems);
        let pnpm = Manifest::read(files, root, PNPM, Format::Yaml, problems);
        let yarn = Manifest::read(files, root, YARN, Format::Yaml, problems);
        let catalogs = Catalogs::of(pnpm.as_ref(), manifest.as_ref(), yarn.as_ref(), problems);
        let packages = match Members::of(files, root, manifest.as_ref(), pnpm.as_ref(), problems) {
            Some(members) => members.packages(manifest, problems),
            None => manifest.and_then(|manifest| package(root, manifest, problems)).into_iter().collect(),
        };
        with_dependencies(packages, &catalogs, problems)
    }

    fn orders_publication(dependency: &Dependency) -> bool {
        dependency.kind != DependencyKind::Dev
    }
}

/// Where pnpm keeps members and catalogs.
const PNPM: &str = "pnpm-workspace.yaml";

/// Where Yarn keeps catalogs.
const YARN: &str = ".yarnrc.yml";

/// The tables of dependencies.
const TABLES: [(&str, DependencyKind); 4] = [
    ("dependencies", DependencyKind::Normal),
    ("optionalDependencies", DependencyKind::Optional),
    ("peerDependencies", DependencyKind::Peer),
    ("devDependencies", DependencyKind::Dev),
];

/// A member, its dependencies not yet read: they may ask for the versions of others.
struct Package {
    manifest: Manifest,
    component: Component,
}

fn open(files: &dyn Files, folder: &str, problems: &mut Problems) -> Option<Manifest> {
    Manifest::read(files, folder, Npm::MANIFEST, Format::Json, problems)
}

/// Name, version and privacy. A manifest with neither name nor version declares nothing: it is there for scripts, for tools, or
/// to say `"type": "module"` of a folder.
fn package(folder: &str, manifest: Manifest, problems: &mut Problems) -> Option<Package> {
    let root = &manifest.root;
    if !matches!(root.value, Value::Map(_)) {
        problems.push(manifest.wrong("the manifest", root, "a map"));
        return None;
    }
    if present(root, "name").is_none() && present(root, "version").is_none() {
        return None;
    }
    let expected = "a package of a workspace, or one that is published, has a name";
    let name = manifest.name(root, "name", expected, problems)?;
    let mut component = Component::new(name, Ecosystem::Npm, folder).with_manifest(&manifest.path);
    component.publishing = publishing(&manifest, problems);
    component.version =
        present(root, "version").and_then(|node| manifest.version(node, Scheme::Npm, problems));
    component.private = match present(root, "private") {
        None => false,
        Some(node) => match node.value {
            Value::Bool(private) => private,
            _ => {
                problems.push(manifest.wrong("private", node, "true or false"));
                false
            }
        },
    };
    Some(Package { manifest, component })
}

/// What `publishConfig` says; of its many keys those that every publisher has.
fn publishing(manifest: &Manifest, problems: &mut Problems) -> Publishing {
    let mut publishing = Publishing::default();
    let Some((config, _)) = manifest.map(&manifest.root, "publishConfig", problems) else {
        return publishing;
    };
    let fields = [
        ("access", &mut publishing.access),
        ("registry", &mut publishing.registry),
        ("tag", &mut publishing.dist_tag),
    ];
    for (key, field) in fields {
        let Some(node) = present(config, key) else { continue };
        *field = text(node).map(str::to_owned);
        if field.is_none() {
            problems.push(manifest.wrong(format!("publishConfig.{key}"), node, "text"));
        }
    }
    publishing
}

/// Reads the dependencies of all packages, by folder.
fn with_dependencies(packages: Vec<Package>, catalogs: &Catalogs, problems: &mut Problems) -> Vec<Component> {
    let mut first: BTreeMap<&str, &Package> = BTreeMap::new();
    for package in &packages {
        let name = package.component.name.as_str();
        if let Some(first) = first.get(name) {
            let node = present(&package.manifest.root, "name").unwrap_or(&package.manifest.root);
            problems.push(ComponentError::Duplicate {
                name: name.to_owned(),
                first: first.component.path.clone(),
                second: package.component.path.clone(),
                place: package.manifest.place(node.at),
            });
        } else {
            first.insert(name, package);
        }
    }
    let resolver = Resolver::new(packages.iter().map(|package| &package.component), catalogs);
    let dependencies: Vec<Vec<Dependency>> =
        packages.iter().map(|package| resolver.dependencies(package, problems)).collect();
    let with = packages.into_iter().zip(dependencies);
    with.map(|(package, dependencies)| Component { dependencies, ..package.component }).collect()
}
