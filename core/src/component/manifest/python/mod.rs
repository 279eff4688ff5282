//! Python projects: `pyproject.toml`, alone or in a uv workspace.
//!
//! What a project is stands in `[project]` (PEP 621), or, where there is none, in `[tool.poetry]`. Members of a workspace are
//! found as uv finds them: the root itself, and what `members` of `[tool.uv.workspace]` names and `exclude` does not take out.
//! A `pyproject.toml` with neither table holds the settings of tools, and declares nothing.
//!
//! A version under `dynamic` is worked out by the build; the component then has none, and says so
//! ([`VersionSource::Build`](crate::component::VersionSource::Build)).

mod pep508;
mod poetry;
mod project;

use super::Rules;
use super::files::{Files, resolve};
use super::glob::{self, Globs, Style};
use super::problems::Problems;
use super::tree::{Manifest, is_true, present, text};
use crate::component::{Component, ComponentError, Dependency, DependencyKind};
use crate::document::{Format, Node, Value};
use crate::version::Scheme;
use std::collections::{BTreeMap, BTreeSet};

/// The components of the Python project or uv workspace at the root of `files`; none where there is no `pyproject.toml`.
///
/// ```
/// use greenboard::component::manifest::python;
/// use std::collections::BTreeMap;
///
/// let components = python::read(&BTreeMap::from([(
///     "pyproject.toml".to_owned(),
///     "[project]\nname = 'My.App'\nversion = '1.2.0'\ndependencies = ['httpx[http2] >=0.27,<1']".to_owned(),
/// )]))?;
/// assert_eq!(components[0].package, "my-app");
/// assert_eq!((&*components[0].dependencies[0].name, &*components[0].dependencies[0].text), ("httpx", ">=0.27,<1"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `component.broken_manifests`, listing everything that is wrong.
pub fn read(files: &dyn Files) -> crate::Result<Vec<Component>> {
    super::read_one::<Python>(files)
}

/// Python, as an ecosystem.
pub(super) enum Python {}

impl Rules for Python {
    const MANIFEST: &'static str = "pyproject.toml";
    const ROOTS: &'static [&'static str] = &[Self::MANIFEST];
    const SCHEME: Scheme = Scheme::Pep440;

    fn read(files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component> {
        let Some(manifest) = open(files, root, problems) else { return Vec::new() };
        let members = members(files, root, &manifest, problems);
        let inherited = Sources::of(&manifest, root, None, problems);
        let mut components = BTreeMap::new();
        project::read(&manifest, root, &inherited, &mut components, problems);
        for (folder, member) in members {
            let sources = Sources::of(&member, &folder, Some(&inherited), problems);
            project::read(&member, &folder, &sources, &mut components, problems);
        }
        components.into_values().collect()
    }

    fn orders_publication(dependency: &Dependency) -> bool {
        // Groups of dependencies are not part of what is published (PEP 735).
        dependency.kind != DependencyKind::Dev
    }
}

fn open(files: &dyn Files, folder: &str, problems: &mut Problems) -> Option<Manifest> {
    Manifest::read(files, folder, Python::MANIFEST, Format::Toml, problems)
}

/// The table `[tool.<name>]`.
fn tool<'n>(manifest: &'n Manifest, name: &str) -> Option<&'n Node> {
    present(present(&manifest.root, "tool")?, name)
}

/// A name as the index compares it (PEP 503).
pub(super) fn normalised(name: &str) -> String {
    let parts = name.split(['-', '_', '.']).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}

/// The manifests of a workspace's members, the root's own aside.
fn members(
    files: &dyn Files,
    root: &str,
    manifest: &Manifest,
    problems: &mut Problems,
) -> BTreeMap<String, Manifest> {
    let Some(uv) = tool(manifest, "uv") else { return BTreeMap::new() };
    let Some((workspace, _)) = manifest.map(uv, "workspace", problems) else { return BTreeMap::new() };
    let patterns = manifest.texts(workspace, "members", problems).unwrap_or_default();
    let excluded = manifest.texts(workspace, "exclude", problems).unwrap_or_default();
    let mut globs = Globs::new(files, root, Style::Cargo);
    let mut named: BTreeMap<String, ComponentError> = BTreeMap::new();
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for (pattern, at) in patterns {
        let place = manifest.place(at);
        let found = globs.folders(pattern).map_err(|error| error.of(pattern, place.clone()));
        let found = problems.take(found).unwrap_or_default();
        if !glob::has_wildcards(pattern) {
            for folder in &found {
                let missing = ComponentError::NoMember {
                    what: format!("the member {pattern:?}"),
                    folder: folder.clone(),
                    manifest: Python::MANIFEST,
                    place: place.clone(),
                };
                named.insert(folder.clone(), missing);
            }
        }
        folders.extend(found);
    }
    for (pattern, at) in excluded {
        let result = globs.exclude(pattern, &mut folders);
        problems.take(result.map_err(|error| error.of(pattern, manifest.place(at))));
    }
    folders.remove(root);
    let mut members = BTreeMap::new();
    for folder in folders {
        let before = problems.count();
        match open(files, &folder, problems) {
            Some(member) => {
                members.insert(folder, member);
            }
            None if problems.count() > before => {}
            // What a pattern happens to match need not be a project; what is spelled out has to be one.
            None => {
                if let Some(missing) = named.remove(&folder) {
                    problems.push(missing);
                }
            }
        }
    }
    members
}

/// Which dependencies are tied to a copy in the repository, by normalised name; a member has those of the root too.
struct Sources<'r> {
    own: BTreeMap<String, bool>,
    root: Option<&'r Sources<'r>>,
}

impl<'r> Sources<'r> {
    fn of(manifest: &Manifest, folder: &str, root: Option<&'r Sources<'r>>, problems: &mut Problems) -> Self {
        let mut own = BTreeMap::new();
        let table = tool(manifest, "uv").and_then(|uv| manifest.map(uv, "sources", problems));
        for (key, source) in table.map_or(&[][..], |(_, entries)| entries) {
            let alternatives = match &source.value {
                Value::List(items) => items.as_slice(),
                _ => std::slice::from_ref(source),
            };
            own.insert(normalised(&key.text), alternatives.iter().any(|source| is_local(source, folder)));
        }
        Self { own, root }
    }

    fn has(&self, name: &str) -> bool {
        self.own.get(name).copied().unwrap_or_else(|| self.root.is_some_and(|root| root.has(name)))
    }
}

/// Whether a source is in the repository: `workspace = true`, or a path that stays inside.
fn is_local(source: &Node, folder: &str) -> bool {
    let path = present(source, "path").and_then(text);
    is_true(source, "workspace") || path.is_some_and(|path| resolve(folder, path).is_some())
}
