//! The components of a workspace, as release-please's files see them.

use super::types::{ReleasePleaseConfig, ReleasePleasePath};
use crate::component::{Component, Ecosystem, Workspace};
use crate::plan::versioning::stated;
use crate::version::{Scheme, Version};
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl ReleasePleaseConfig {
    /// The workspace with the versions that the manifest states: a component of a configured path has that version and no
    /// other, and none where it was never released; and with tags by the names that the configuration gives. A path without a component of its own gets one, as for `simple` projects that have no
    /// manifest that is read.
    ///
    /// ```
    /// use greenboard::component::Workspace;
    /// use greenboard::plan::config;
    ///
    /// let packages = r#"{"packages": {"svc": {"release-type": "simple", "component": "svc"}}}"#;
    /// let config = config::release_please(packages, r#"{"svc": "1.4.0"}"#)?;
    /// let workspace = config.workspace(&Workspace::new([])?)?;
    /// assert_eq!(workspace.get("svc").unwrap().version.as_ref().unwrap().as_str(), "1.4.0");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `version.*` where the manifest states no version of the component's scheme; `component.*` where two components are called the same.
    pub fn workspace(&self, found: &Workspace) -> crate::Result<Workspace> {
        let mut components: Vec<Component> = found.components().cloned().collect();
        let mut here: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, component) in components.iter().enumerate().filter(|(_, component)| !component.external) {
            here.entry(component.path.clone()).or_default().push(index);
        }
        for path in &self.paths {
            let kind = ecosystem(&path.release_type);
            let candidates = here.get(&path.path).map(Vec::as_slice).unwrap_or_default();
            let of_kind =
                |index: &&usize| components.get(**index).map(|component| component.ecosystem) == kind;
            let chosen = candidates.iter().find(of_kind).or(candidates.first()).copied();
            match chosen.and_then(|index| components.get_mut(index)) {
                Some(component) => {
                    component.version = version(path, component.scheme)?;
                    if path.component.is_some() && component.tag.is_none() {
                        component.tag = Some(path.tag.clone());
                    }
                }
                None => components.push(new(path, kind)?),
            }
        }
        self.tie(&mut components);
        let workspace = Workspace::new(components)?.with_groups(found.groups().iter().cloned());
        Ok(workspace.with_identity(found.identity().clone()))
    }
}

impl ReleasePleaseConfig {
    /// The configured paths that a commit counts for, by the files that it touches: for each file the deepest path above it, and
    /// the root for every commit, unless all of a path's files are among those that it excludes. A commit that touches nothing
    /// counts for all.
    ///
    /// ```
    /// use greenboard::plan::config;
    ///
    /// let packages = r#"{"packages": {".": {"exclude-paths": ["docs"]}, "a": {}, "a/b": {}}}"#;
    /// let config = config::release_please(packages, "{}")?;
    /// assert_eq!(config.touched(["a/b/x.js", "README.md"]), ["", "a/b"]);
    /// assert_eq!(config.touched(["docs/index.md"]), Vec::<&str>::new());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn touched<'f>(&self, files: impl IntoIterator<Item = &'f str>) -> Vec<&str> {
        let files: Vec<&str> = files.into_iter().collect();
        if files.is_empty() {
            return self.paths.iter().map(|path| path.path.as_str()).collect();
        }
        let paths: HashMap<&str, &ReleasePleasePath> =
            self.paths.iter().map(|path| (path.path.as_str(), path)).collect();
        let mut touched: BTreeMap<&str, &ReleasePleasePath> = BTreeMap::new();
        touched.extend(paths.get("").map(|root| ("", *root)));
        for file in &files {
            let parents = file.char_indices().rev().filter(|(_, c)| *c == '/');
            let mut above = parents.filter_map(|(at, _)| paths.get(file.get(..at)?));
            touched.extend(above.find(|path| !path.path.is_empty()).map(|path| (path.path.as_str(), *path)));
        }
        let counts = |path: &ReleasePleasePath| {
            let mut below = files.iter().filter(|file| path.path.is_empty() || is_below(file, &path.path));
            let excluded = |file: &&str| path.exclude_paths.iter().any(|excluded| is_below(file, excluded));
            path.exclude_paths.is_empty() || !below.all(excluded)
        };
        touched.into_iter().filter(|(_, path)| counts(path)).map(|(path, _)| path).collect()
    }

    /// Ties components that follow to the copies in the repository, whatever versions of them they require.
    fn tie(&self, components: &mut [Component]) {
        let follow: BTreeSet<&str> =
            self.paths.iter().filter(|path| path.follows).map(|path| path.path.as_str()).collect();
        let follows = |component: &Component| follow.contains(component.path.as_str());
        let followers: Vec<bool> = components.iter().map(follows).collect();
        let packages: BTreeSet<(Ecosystem, String)> = components
            .iter()
            .zip(&followers)
            .filter(|(_, follows)| **follows)
            .map(|(component, _)| (component.ecosystem, component.package.clone()))
            .collect();
        for (component, _) in components.iter_mut().zip(followers).filter(|(_, follows)| *follows) {
            for dependency in &mut component.dependencies {
                if packages.contains(&(component.ecosystem, dependency.name.clone())) {
                    dependency.local = true;
                }
            }
        }
    }
}

fn new(path: &ReleasePleasePath, ecosystem: Option<Ecosystem>) -> crate::Result<Component> {
    let folder = path.path.rsplit('/').next().filter(|folder| !folder.is_empty());
    let name = path.component.as_deref().or(folder).unwrap_or("root");
    let ecosystem = ecosystem.or_else(|| named("generic")).unwrap_or(Ecosystem::Cargo);
    let component = Component::new(name, ecosystem, path.path.as_str()).with_tag(path.tag.as_str());
    Ok(match version(path, ecosystem.scheme())? {
        Some(version) => component.with_version(version),
        None => component,
    })
}

fn is_below(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The version that the manifest states, under the component's scheme.
fn version(path: &ReleasePleasePath, scheme: Scheme) -> crate::Result<Option<Version>> {
    let read = |text: &String| stated(scheme, text).map_err(|error| error.within(&path.path));
    path.version.as_ref().map(read).transpose()
}

/// The ecosystem of a release type, where it has one.
fn ecosystem(release_type: &str) -> Option<Ecosystem> {
    let name = match release_type {
        "node" | "node-librarian" | "expo" => "npm",
        "rust" => "cargo",
        "python" | "python-librarian" => "python",
        "go" | "go-yoshi" | "go-librarian" => "go",
        "helm" => "helm",
        _ => return None,
    };
    named(name)
}

fn named(name: &str) -> Option<Ecosystem> {
    Ecosystem::ALL.iter().copied().find(|ecosystem| ecosystem.name() == name)
}
