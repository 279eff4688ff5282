//! The components of a workspace, as release-please's files see them.

use super::types::{ReleasePleaseConfig, ReleasePleasePath};
use crate::component::{Component, Ecosystem, Workspace};
use crate::version::{Scheme, Version};

impl ReleasePleaseConfig {
    /// The workspace with the versions that the manifest states: a component of a configured path has that version and no
    /// other, and none where it was never released. A path without a component of its own gets one, as for `simple` projects that have no
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
        for path in &self.paths {
            let kind = ecosystem(&path.release_type);
            let here = |component: &&mut Component| component.path == path.path && !component.external;
            let mut candidates = components.iter_mut().filter(here).collect::<Vec<_>>();
            let preferred =
                candidates.iter().position(|component| Some(component.ecosystem) == kind).unwrap_or(0);
            if candidates.is_empty() {
                components.push(new(path, kind)?);
                continue;
            }
            let component = candidates.swap_remove(preferred);
            component.version = version(path, component.scheme)?;
        }
        Ok(Workspace::new(components)?.with_groups(found.groups().iter().cloned()))
    }
}

fn new(path: &ReleasePleasePath, ecosystem: Option<Ecosystem>) -> crate::Result<Component> {
    let folder = path.path.rsplit('/').next().filter(|folder| !folder.is_empty());
    let name = path.component.as_deref().or(folder).unwrap_or("root");
    let ecosystem = ecosystem.or_else(|| named("generic")).unwrap_or(Ecosystem::Cargo);
    let component = Component::new(name, ecosystem, path.path.as_str());
    Ok(match version(path, ecosystem.scheme())? {
        Some(version) => component.with_version(version),
        None => component,
    })
}

/// The version that the manifest states, under the component's scheme.
fn version(path: &ReleasePleasePath, scheme: Scheme) -> crate::Result<Option<Version>> {
    let v = if scheme == Scheme::Go { "v" } else { "" };
    let read = |text: &String| {
        let bare = text.strip_prefix('v').unwrap_or(text);
        Version::parse_as(scheme, &format!("{v}{bare}")).map_err(|error| error.within(&path.path))
    };
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
