//! The registry of ecosystems: one file an ecosystem reads its manifests, one row here names it.
//!
//! Readers are pure: they ask a [`Files`] for texts by path and give back components. All that is wrong with any manifest is
//! reported at once, as one error `component.broken_manifests` whose detail `problems` lists code, message, path, line and
//! column of each.
//!
//! ```
//! use greenboard::component::manifest;
//! use std::collections::BTreeMap;
//!
//! let files = BTreeMap::from([
//!     ("package.json".to_owned(), r#"{"private": true, "workspaces": ["packages/*"]}"#.to_owned()),
//!     ("packages/core/package.json".to_owned(), r#"{"name": "core", "version": "1.0.0"}"#.to_owned()),
//! ]);
//! let workspace = manifest::read(&files)?;
//! assert_eq!(workspace.get("core").unwrap().path, "packages/core");
//! # Ok::<(), greenboard::Error>(())
//! ```

pub mod cargo;
mod files;
mod glob;
pub mod go;
pub mod helm;
pub mod npm;
mod problems;
pub mod python;
mod tree;

pub use files::Files;

use super::error::ComponentError;
use super::types::{Component, Dependency};
use super::workspace::Workspace;
use crate::document::names;
use crate::version::Scheme;
use problems::Problems;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What an ecosystem's file provides. Functions are pure, and take any text without panicking.
trait Rules {
    /// The file that declares a component.
    const MANIFEST: &'static str;
    /// The files that make a folder the root of a workspace or a package.
    const ROOTS: &'static [&'static str];
    /// The scheme that versions follow unless said otherwise.
    const SCHEME: Scheme;

    /// The components that the manifest in the folder `root` declares, itself or through its workspace; none where there is
    /// no manifest. Goes on after a problem, to find the next.
    fn read(files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component>;

    /// Whether the provider has to be published before the consumer.
    fn orders_publication(dependency: &Dependency) -> bool;
}

macro_rules! ecosystems {
    ($($(#[$doc:meta])* $variant:ident($rules:ty) = $name:literal),+ $(,)?) => {
        /// The ecosystem whose manifest declares a component.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Ecosystem {
            $($(#[$doc])* $variant),+
        }

        impl Ecosystem {
            /// Every ecosystem.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in documents.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
            /// The name of the file that declares a component.
            pub const fn manifest(self) -> &'static str {
                match self { $(Self::$variant => <$rules as Rules>::MANIFEST),+ }
            }
            /// The scheme its versions follow unless said otherwise.
            pub const fn scheme(self) -> Scheme {
                match self { $(Self::$variant => <$rules as Rules>::SCHEME),+ }
            }
            /// Whether a provider must be published before the component that has this dependency on it. Dev-dependencies
            /// make the difference: npm never looks at them, Cargo does where they have a version.
            pub fn orders_publication(self, dependency: &Dependency) -> bool {
                match self { $(Self::$variant => <$rules>::orders_publication(dependency)),+ }
            }
            const fn roots(self) -> &'static [&'static str] {
                match self { $(Self::$variant => <$rules as Rules>::ROOTS),+ }
            }
            fn read(self, files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component> {
                match self { $(Self::$variant => <$rules>::read(files, root, problems)),+ }
            }
        }
    };
}

ecosystems! {
    /// Rust crates: `Cargo.toml`.
    Cargo(cargo::Cargo) = "cargo",
    /// JavaScript packages: `package.json`.
    Npm(npm::Npm) = "npm",
    /// Python projects: `pyproject.toml`.
    Python(python::Python) = "python",
    /// Go modules: `go.mod`.
    Go(go::Go) = "go",
    /// Helm charts: `Chart.yaml`.
    Helm(helm::Helm) = "helm",
}

names!(Ecosystem: "ecosystem");

/// The components of every ecosystem that has a manifest at the root of `files`.
///
/// Where two ecosystems declare one name, both components are told apart by a prefix: `cargo:core` and `npm:core`, each with
/// the package name `core`.
///
/// # Errors
/// `component.no_manifest` where no ecosystem finds its manifest, and `component.broken_manifests` with everything that is
/// wrong in those that are there.
pub fn read(files: &dyn Files) -> crate::Result<Workspace> {
    read_in(files, "")
}

/// As [`read`], of manifests in the folder `root` instead; paths stay relative to the repository.
pub fn read_in(files: &dyn Files, root: &str) -> crate::Result<Workspace> {
    let mut problems = Problems::default();
    let mut components: Vec<Component> = Vec::new();
    for ecosystem in Ecosystem::ALL {
        components.extend(ecosystem.read(files, root, &mut problems));
    }
    problems.done()?;
    if components.is_empty() && !has_manifest(files, root)? {
        let names: Vec<&str> = Ecosystem::ALL.iter().map(|ecosystem| ecosystem.manifest()).collect();
        return Err(
            ComponentError::NoManifest { folder: root.to_owned(), expected: names.join(" or ") }.into()
        );
    }
    tell_apart(&mut components);
    Workspace::new(components)
}

/// Whether some ecosystem has a manifest in the folder `root`.
pub(crate) fn has_manifest(files: &dyn Files, root: &str) -> crate::Result<bool> {
    for ecosystem in Ecosystem::ALL {
        for name in ecosystem.roots() {
            if files.text(&files::join(root, name))?.is_some() {
                return Ok(true);
            }
        }
    }
    Ok(false)
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

/// One ecosystem alone.
fn read_one<R: Rules>(files: &dyn Files) -> crate::Result<Vec<Component>> {
    let mut problems = Problems::default();
    let components = R::read(files, "", &mut problems);
    problems.done()?;
    Ok(components)
}
