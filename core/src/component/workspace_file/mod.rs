//! `greenboard.yaml`: what no manifest says of a workspace.
//!
//! It declares what has no manifest (services, schemas, what vendors release), states edges between ecosystems, groups and owners,
//! corrects what manifests say, and maps the names that tools have. A workspace that its manifests tell whole needs none.
//!
//! | section | what it says |
//! |---|---|
//! | `include` | more files of this kind, relative to this one; each adds to the others |
//! | `roots` | folders to look for manifests in, relative to this file; `.` unless said otherwise |
//! | `repositories` | folders of other repositories by their names: this workspace is an organisation |
//! | `components` | by name or glob: what to correct, or what has no manifest |
//! | `edges` | dependencies between components of any ecosystems, required in the provider's notation |
//! | `groups` | components whose versions go together |
//! | `identity` | what tools call components, people and environments |
//! | `policy` | how plans are made; read by those who make them ([`section`]) |
//! | `gates` | which gates there are; read by those who ask them ([`section`]) |
//!
//! The file is `greenboard.yaml`, `.yml`, `.json` or `.toml`. Unknown keys are refused, with the nearest known one.
//!
//! ```
//! use greenboard::component::manifest;
//! use std::collections::BTreeMap;
//!
//! let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
//! let workspace = manifest::read(&BTreeMap::from([
//!     file("Cargo.toml", "[package]\nname = 'engine'\nversion = '1.4.0'"),
//!     file("greenboard.yaml", "
//! components:
//!   api: {ecosystem: generic, path: services/api, version: 2.0.0, owners: [web]}
//! edges:
//!   - {from: api, to: engine, requirement: ^1.2}
//! "),
//! ]))?;
//! let edge = &workspace.get("api").unwrap().dependencies[0];
//! assert_eq!((edge.component.as_deref(), edge.text.as_str()), (Some("engine"), "^1.2"));
//! # Ok::<(), greenboard::Error>(())
//! ```

mod apply;
mod include;
mod release_please;

pub(super) use apply::Applied;
pub(super) use include::{Loaded, load};
pub(super) use release_please::of_release_please;

use super::group::Group;
use super::manifest::{Ecosystem, Files};
use super::types::{DependencyKind, Publishing};
use crate::document::{Fields, Node, reads};
use crate::fact::Identity;
use crate::version::Scheme;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The names that the file may have, the first of which is the usual one.
pub const NAMES: [&str; 4] = ["greenboard.yaml", "greenboard.yml", "greenboard.json", "greenboard.toml"];

/// What one `greenboard.yaml` says, itself.
///
/// ```
/// use greenboard::component::WorkspaceFile;
/// use greenboard::document::{self, Format};
///
/// let error = document::parse::<WorkspaceFile>("component: {}", Format::Yaml).unwrap_err();
/// assert!(error.message().ends_with("did you mean \"components\"?"));
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct WorkspaceFile {
    /// More files of this kind, relative to this one.
    pub include: Vec<String>,
    /// The folders to look for manifests in, and globs over folders, relative to this file; its own unless said otherwise.
    pub roots: Vec<String>,
    /// The folders of the repositories of an organisation, by their names, relative to this file.
    pub repositories: BTreeMap<String, String>,
    /// What to say of components, by name or by a glob over names. A name that no manifest declares is a component of its own.
    /// Where several say something, a name goes before a glob, and of two globs the one with more letters.
    pub components: BTreeMap<String, Declaration>,
    /// Edges that no manifest states.
    pub edges: Vec<DeclaredEdge>,
    /// Components whose versions go together.
    pub groups: Vec<Group>,
    /// What tools call components, people and environments.
    pub identity: Identity,
    /// How plans are made, for those who make them.
    #[schemars(with = "Option<serde_json::Value>")]
    pub policy: Option<Node>,
    /// Which gates there are, for those who ask them: what a gate file says, or the name of one.
    #[schemars(with = "Option<serde_json::Value>")]
    pub gates: Option<Node>,
}

reads!(WorkspaceFile as "greenboard/workspace_file/1" {
    include,
    roots,
    repositories,
    components,
    edges,
    groups,
    identity,
    policy,
    gates,
    ..
});

/// What a workspace's file says of a component: corrections, or all there is to say where it has no manifest.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Declaration {
    /// The ecosystem of a component without manifest, `generic` as a rule.
    pub ecosystem: Option<Ecosystem>,
    /// The scheme of its versions.
    pub scheme: Option<Scheme>,
    /// The folder it lives in, relative to the file that says so. One without manifest needs it, unless others release it.
    pub path: Option<String>,
    /// Its present version.
    pub version: Option<String>,
    /// Whether it is kept out of the public registry.
    pub private: Option<bool>,
    /// Whether others release it (a vendor's API): it is depended on, and never in a plan.
    pub external: Option<bool>,
    /// Who answers for it.
    pub owners: Option<Vec<String>>,
    /// How much depends on it, in the organisation's own words: gates select by it.
    pub tier: Option<String>,
    /// How its releases are tagged, with `{name}`, `{package}`, `{path}` and `{version}` filled in.
    pub tag: Option<String>,
    /// How it is published; what is left out stays as its manifest has it.
    pub publishing: Option<Publishing>,
}

reads!(Declaration {
    ecosystem,
    scheme,
    path,
    version,
    private,
    external,
    owners,
    tier,
    tag,
    publishing,
    ..
});

/// A dependency that no manifest states, between components of any ecosystems.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DeclaredEdge {
    /// The component that depends.
    pub from: String,
    /// The component it depends on.
    pub to: String,
    /// How it is used.
    #[schemars(default = "DeclaredEdge::normal")]
    pub kind: DependencyKind,
    /// The versions it works with, in the notation of the provider's scheme; any, where left out.
    pub requirement: Option<String>,
    /// Whether the consumer does without it where it is missing.
    #[schemars(default)]
    pub optional: bool,
    /// The file that holds the requirement, relative to the repository, where that is not the one that states the edge.
    pub stated_in: Option<String>,
}

impl DeclaredEdge {
    fn normal() -> DependencyKind {
        DependencyKind::Normal
    }
}

reads!(DeclaredEdge {
    from,
    to,
    kind = DeclaredEdge::normal(),
    requirement = None,
    optional = false,
    stated_in = None,
});

/// The section `name` of the workspace's file in the folder `root`, with the file's path; none where there is no file, or no such
/// section. For readers of sections that are no business of components.
///
/// ```
/// use greenboard::component::workspace_file;
/// use greenboard::document::Value;
/// use std::collections::BTreeMap;
///
/// let files = BTreeMap::from([("greenboard.yaml".to_owned(), "policy: cargo".to_owned())]);
/// let (path, policy) = workspace_file::section(&files, "", "policy")?.unwrap();
/// assert_eq!((path.as_str(), policy.value), ("greenboard.yaml", Value::Text("cargo".to_owned())));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// Those of reading the file.
pub fn section(files: &dyn Files, root: &str, name: &str) -> crate::Result<Option<(String, Node)>> {
    let Some((path, node)) = include::open(files, root)? else { return Ok(None) };
    let found = Fields::open(&node).map_err(|error| error.within(&path))?;
    let section = found.with(name, |node| Ok(node.clone()))?;
    Ok(section.map(|section| (path, section)))
}

/// Whether the folder `root` holds a workspace's file.
///
/// # Errors
/// Those of asking `files`.
pub fn is_in(files: &dyn Files, root: &str) -> crate::Result<bool> {
    for name in NAMES {
        if files.text(&super::manifest::files::join(root, name))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
