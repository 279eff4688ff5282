//! From the texts of a repository, or of several, to one workspace.

use super::error::ComponentError;
use super::group::Group;
use super::manifest::files::join;
use super::manifest::glob::{self, Globs, Style};
use super::manifest::problems::Problems;
use super::manifest::{Ecosystem, Files, has_manifest};
use super::types::Component;
use super::workspace::Workspace;
use super::workspace_file::{self, Applied, Loaded};
use crate::error::Place;
use crate::fact::Identity;
use std::collections::{BTreeMap, BTreeSet};

/// The workspace whose manifests are in the folder `root`, as `greenboard.yaml` there corrects and completes it.
pub(super) fn load(files: &dyn Files, root: &str) -> crate::Result<Workspace> {
    let mut problems = Problems::default();
    let part = part(files, root, None, &mut problems);
    problems.done()?;
    if part.components.is_empty() && !has_manifest(files, root)? {
        let names: Vec<&str> = Ecosystem::ALL.iter().map(|ecosystem| ecosystem.manifest()).collect();
        let expected = format!("one of {}", names.join(", "));
        return Err(ComponentError::NoManifest { folder: root.to_owned(), expected }.into());
    }
    part.workspace()
}

/// The workspace of an organisation: of several repositories, each in a folder of `files`, by name and folder. What a
/// `greenboard.yaml` at the root of `files` says besides is said of all.
pub(super) fn load_all(
    files: &dyn Files,
    repositories: &BTreeMap<String, String>,
) -> crate::Result<Workspace> {
    let mut problems = Problems::default();
    let mut loaded = workspace_file::load(files, "", &mut problems).unwrap_or_default();
    loaded.repositories =
        repositories.iter().map(|(name, folder)| (name.clone(), folder.clone(), Place::default())).collect();
    let part = organisation(files, &loaded, &mut problems);
    problems.done()?;
    part.workspace()
}

/// What one folder, or several, bring to a workspace.
#[derive(Default)]
struct Part {
    components: Vec<Component>,
    groups: Vec<Group>,
    identity: Identity,
}

impl Part {
    fn workspace(self) -> crate::Result<Workspace> {
        Ok(Workspace::new(self.components)?.with_groups(self.groups).with_identity(self.identity))
    }

    fn corrected(self, loaded: &Loaded, problems: &mut Problems) -> Self {
        let applied = Applied::new(self.components, loaded, problems);
        Self {
            components: applied.components,
            groups: [self.groups, applied.groups].concat(),
            identity: self.identity.and(&applied.identity),
        }
    }

    /// Gives components the names that `names` has for theirs, wherever they are mentioned.
    fn rename(&mut self, names: &BTreeMap<String, String>) {
        let rename = |name: &mut String| {
            if let Some(new) = names.get(name) {
                name.clone_from(new);
            }
        };
        for component in &mut self.components {
            rename(&mut component.name);
            component.dependencies.iter_mut().filter_map(|edge| edge.component.as_mut()).for_each(rename);
        }
        self.groups.iter_mut().flat_map(|group| &mut group.members).for_each(rename);
        self.identity = std::mem::take(&mut self.identity).renamed(names);
    }
}

/// The repository in the folder `root`; `name` is what an organisation calls it.
fn part(files: &dyn Files, root: &str, name: Option<&str>, problems: &mut Problems) -> Part {
    let loaded = match workspace_file::load(files, root, problems) {
        Some(loaded) => loaded,
        None => workspace_file::of_release_please(files, root, problems),
    };
    match (loaded.repositories.first(), name) {
        (None, _) => {}
        (Some(_), None) => return organisation(files, &loaded, problems),
        (Some((inner, _, place)), Some(_)) => {
            problems.push(ComponentError::Nested { name: inner.clone(), place: place.clone() });
        }
    }
    let mut components = read(files, &roots(files, root, &loaded, problems), problems);
    tell_apart(&mut components);
    if let Some(name) = name {
        for component in &mut components {
            component.repository = Some(name.to_owned());
            // Tags are those of the repository, and know nothing of the folder it is checked out in.
            let below = component.tag.as_ref().and_then(|tag| tag.strip_prefix(root)?.strip_prefix('/'));
            if let (Ecosystem::Go, Some(tag)) = (component.ecosystem, below) {
                component.tag = Some(tag.to_owned());
            }
        }
    }
    let mut part = Part { components, ..Part::default() }.corrected(&loaded, problems);
    if let Some(name) = name {
        // Those that the file declares live there too, external ones nowhere.
        let own = part.components.iter_mut().filter(|component| !component.external);
        own.for_each(|component| component.repository = Some(name.to_owned()));
    }
    part
}

/// The repositories that a file names, and what it says of them together.
fn organisation(files: &dyn Files, loaded: &Loaded, problems: &mut Problems) -> Part {
    let mut parts: Vec<(&str, Part)> = Vec::new();
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let mut homes: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, folder, place) in &loaded.repositories {
        if let Some(other) = homes.insert(folder, name) {
            problems.push(ComponentError::Wrong {
                what: format!("the folder of the repository {name:?}"),
                found: format!("that of {other:?}"),
                expected: "a folder of its own",
                place: place.clone(),
            });
            continue;
        }
        let before = problems.count();
        let found = part(files, folder, Some(name), problems);
        if found.components.is_empty()
            && problems.count() == before
            && problems.take(has_manifest(files, folder)) == Some(false)
        {
            problems.push(ComponentError::NoMember {
                what: format!("the repository {name:?}"),
                folder: folder.clone(),
                manifest: "manifest",
                place: place.clone(),
            });
        }
        for component in &found.components {
            *uses.entry(component.name.clone()).or_default() += 1;
        }
        parts.push((name, found));
    }
    let mut whole = Part::default();
    for (repository, mut part) in parts {
        let qualified = part.components.iter().filter(|component| uses.get(&component.name) > Some(&1));
        let names: BTreeMap<String, String> = qualified
            .map(|component| (component.name.clone(), format!("{repository}:{}", component.name)))
            .collect();
        part.rename(&names);
        whole.components.append(&mut part.components);
        whole.groups.append(&mut part.groups);
        whole.identity = whole.identity.and(&part.identity);
    }
    whole.corrected(loaded, problems)
}

/// The folders to look for manifests in, outer ones first.
fn roots(files: &dyn Files, root: &str, loaded: &Loaded, problems: &mut Problems) -> Vec<String> {
    if loaded.roots.is_empty() {
        return vec![root.to_owned()];
    }
    let mut folders: BTreeSet<(usize, String)> = BTreeSet::new();
    let mut globs: BTreeMap<&str, Globs<'_>> = BTreeMap::new();
    for pattern in &loaded.roots {
        let globs =
            globs.entry(&pattern.folder).or_insert_with(|| Globs::new(files, &pattern.folder, Style::Npm));
        let found = globs.folders(&pattern.text);
        let found = problems.take(found.map_err(|error| error.of(&pattern.text, pattern.place.clone())));
        for folder in found.unwrap_or_default() {
            let spelled_out = !glob::has_wildcards(&pattern.text) && folder != root;
            if spelled_out && !problems.take(holds_something(files, &folder)).unwrap_or(true) {
                problems.push(ComponentError::NoMember {
                    what: format!("the root {:?}", pattern.text),
                    folder: folder.clone(),
                    manifest: "manifest",
                    place: pattern.place.clone(),
                });
            }
            folders.insert((folder.matches('/').count() + usize::from(!folder.is_empty()), folder));
        }
    }
    folders.into_iter().map(|(_, folder)| folder).collect()
}

/// Whether a folder holds a manifest, or charts.
fn holds_something(files: &dyn Files, folder: &str) -> crate::Result<bool> {
    Ok(has_manifest(files, folder)? || !files.folders(&join(folder, "charts"))?.is_empty())
}

/// The folders directly in `files` that hold manifests, under their own names: the repositories of an organisation whose
/// checkouts lie side by side.
///
/// ```
/// use greenboard::component::{Workspace, checkouts};
/// use std::collections::BTreeMap;
///
/// let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
/// let files = BTreeMap::from([
///     file("ui/package.json", r#"{"name": "ui", "version": "1.0.0"}"#),
///     file("notes/README.md", "nothing to release"),
/// ]);
/// let workspace = Workspace::of_repositories(&files, &checkouts(&files)?)?;
/// assert_eq!(workspace.get("ui").unwrap().repository.as_deref(), Some("ui"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// Those of asking `files`.
pub fn checkouts(files: &dyn Files) -> crate::Result<BTreeMap<String, String>> {
    let mut checkouts = BTreeMap::new();
    for folder in files.folders("")? {
        let hidden = folder.starts_with('.') || folder == "node_modules";
        if !hidden && holds_something(files, &folder)? {
            checkouts.insert(folder.clone(), folder);
        }
    }
    Ok(checkouts)
}

/// The components of every ecosystem with a manifest in one of the folders, each once.
fn read(files: &dyn Files, roots: &[String], problems: &mut Problems) -> Vec<Component> {
    let mut known: BTreeSet<(Ecosystem, String)> = BTreeSet::new();
    let mut components = Vec::new();
    for root in roots {
        for ecosystem in Ecosystem::ALL {
            // A member of a workspace that was read is no root of its own.
            if known.contains(&(*ecosystem, root.clone())) {
                continue;
            }
            let found = ecosystem.read(files, root, problems).into_iter();
            components.extend(found.filter(|component| known.insert((*ecosystem, component.path.clone()))));
        }
    }
    components
}

/// Gives components that share a name, as they or their ecosystems write it, the prefix of their ecosystem.
fn tell_apart(components: &mut [Component]) {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for component in components.iter() {
        let names = BTreeSet::from([component.name.as_str(), component.package.as_str()]);
        names.into_iter().for_each(|name| *uses.entry(name).or_default() += 1);
    }
    let shared: BTreeSet<String> =
        uses.into_iter().filter(|(_, uses)| *uses > 1).map(|(name, _)| name.to_owned()).collect();
    for component in components {
        if shared.contains(&component.name) || shared.contains(&component.package) {
            component.name = format!("{}:{}", component.ecosystem.name(), component.package);
        }
    }
}
