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
pub(super) mod files;
mod generic;
pub(super) mod glob;
pub mod go;
pub mod helm;
pub(super) mod names;
pub mod npm;
pub(super) mod problems;
pub mod python;
pub(super) mod tree;

pub use files::Files;
pub(crate) use files::resolve;

use super::types::{Component, Dependency};
use super::workspace::Workspace;
use crate::document::names;
use crate::version::Scheme;
use problems::Problems;
use schemars::JsonSchema;
use serde::Serialize;

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
            pub(super) fn read(self, files: &dyn Files, root: &str, problems: &mut Problems) -> Vec<Component> {
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
    /// What has no manifest, declared in `greenboard.yaml`: services, schemas, what vendors release.
    Generic(generic::Generic) = "generic",
}

names!(Ecosystem: "ecosystem");

/// The components of every ecosystem that has a manifest at the root of `files`, as `greenboard.yaml` there corrects and
/// completes them ([`workspace_file`](super::workspace_file)).
///
/// Where two ecosystems declare one name, both components are told apart by a prefix: `cargo:core` and `npm:core`, each with
/// the package name `core`. Where two repositories of an organisation do, it is the repository: `payments:core`.
///
/// # Errors
/// `component.no_manifest` where no ecosystem finds its manifest, and `component.broken_manifests` with everything that is
/// wrong in those that are there.
pub fn read(files: &dyn Files) -> crate::Result<Workspace> {
    read_in(files, "")
}

/// As [`read`], of manifests in the folder `root` instead; paths stay relative to the repository.
///
/// # Errors
/// As [`read`].
pub fn read_in(files: &dyn Files, root: &str) -> crate::Result<Workspace> {
    super::load::load(files, root)
}

/// Whether some ecosystem has a manifest in the folder `root`.
pub(in crate::component) fn has_manifest(files: &dyn Files, root: &str) -> crate::Result<bool> {
    for ecosystem in Ecosystem::ALL {
        for name in ecosystem.roots() {
            if files.text(&files::join(root, name))?.is_some() {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// One ecosystem alone.
fn read_one<R: Rules>(files: &dyn Files) -> crate::Result<Vec<Component>> {
    let mut problems = Problems::default();
    let components = R::read(files, "", &mut problems);
    problems.done()?;
    Ok(components)
}
