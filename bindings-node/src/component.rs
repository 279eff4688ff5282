//! Workspaces of texts, their graph, and who is who.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use greenboard::component::{self, DependencyKind, Workspace, manifest};
use greenboard::document::{emit, to_json};
use greenboard::fact::Identity;
use greenboard::source;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::collections::{BTreeMap, HashMap};

/// The workspace of these texts by path, as JSON.
#[napi]
pub fn read_manifests(files: HashMap<String, String>, root: String) -> Result<String> {
    let files = files.into_iter().collect::<BTreeMap<_, _>>();
    manifest::read_in(&files, &root).and_then(|workspace| emit(&workspace)).map_err(raise)
}

/// The workspace of several repositories, each in a folder of these texts, as JSON.
#[napi]
pub fn read_repositories(
    files: HashMap<String, String>,
    repositories: Option<HashMap<String, String>>,
) -> Result<String> {
    let files = files.into_iter().collect::<BTreeMap<_, _>>();
    let read = || {
        let repositories = match repositories {
            Some(repositories) => repositories.into_iter().collect(),
            None => component::checkouts(&files)?,
        };
        emit(&Workspace::of_repositories(&files, &repositories)?)
    };
    read().map_err(raise)
}

/// The workspace of a repository or an organisation on disk, as JSON.
#[napi]
pub fn load_workspace_sync(dir: String) -> Result<String> {
    loaded(&dir).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn load_workspace(dir: String) -> AsyncTask<Background> {
    background(move || loaded(&dir))
}

fn loaded(dir: &str) -> greenboard::Result<String> {
    emit(&source::load(dir)?)
}

/// What is mapped to a tool's name for a component, a person or an environment.
#[napi]
pub fn identify(identity: Given, kind: String, tool: String, alias: String) -> Result<Option<String>> {
    let find = || {
        let identity: Identity = identity.read("identity")?;
        let name = match kind.as_str() {
            "person" => identity.person(&tool, &alias)?,
            "environment" => identity.environment(&tool, &alias)?,
            _ => identity.component(&tool, &alias)?,
        };
        Ok(name.map(str::to_owned))
    };
    find().map_err(raise)
}

/// Who depends on whom.
#[napi(js_name = "Graph")]
pub struct Graph(component::Graph);

#[napi]
impl Graph {
    /// The graph of a workspace.
    #[napi(factory)]
    pub fn of(workspace: Given) -> Result<Self> {
        let workspace: Workspace = workspace.read("workspace").map_err(raise)?;
        Ok(Self(component::Graph::new(&workspace)))
    }

    /// The graph of bare names and edges: consumer, provider, consumer, provider, …
    #[napi(factory)]
    pub fn from_edges(names: Vec<String>, edges: Uint32Array) -> Result<Self> {
        let pairs = edges.chunks_exact(2);
        let edge = |pair: &[u32]| match pair {
            [consumer, provider] => Some((*consumer, *provider, DependencyKind::Normal)),
            _ => None,
        };
        let edges: Vec<_> = pairs.filter_map(edge).collect();
        component::Graph::from_edges(names, &edges).map(Self).map_err(raise)
    }

    /// The names, sorted.
    #[napi]
    pub fn names(&self) -> Vec<String> {
        self.0.names().to_vec()
    }

    /// The waves, as JSON; of a selection, where one is given.
    #[napi]
    pub fn waves(&self, selection: Option<Vec<String>>) -> Result<String> {
        to_json(&self.order(selection).waves()).map_err(raise)
    }

    /// The wave of each component, by name.
    #[napi]
    pub fn wave_numbers(&self) -> Uint32Array {
        self.0.wave_numbers().into()
    }

    /// The longest chain, as JSON; of a selection, where one is given.
    #[napi]
    pub fn longest_chain(&self, selection: Option<Vec<String>>) -> Result<String> {
        to_json(&self.order(selection).longest_chain()).map_err(raise)
    }

    /// The strongly connected units, as JSON.
    #[napi]
    pub fn units(&self) -> Result<String> {
        to_json(&self.0.units()).map_err(raise)
    }

    /// The circles, as JSON.
    #[napi]
    pub fn cycles(&self) -> Result<String> {
        to_json(&self.0.cycles()).map_err(raise)
    }

    /// What a change may reach, as JSON.
    #[napi]
    pub fn impact(&self, name: String) -> Result<String> {
        self.0.impact(&name).and_then(|impact| to_json(&impact)).map_err(raise)
    }

    /// The names of what a change may reach.
    #[napi]
    pub fn dependents(&self, name: String) -> Result<Vec<String>> {
        let names = self.0.dependents(&name).map_err(raise)?;
        Ok(names.into_iter().map(str::to_owned).collect())
    }
}

impl Graph {
    fn order(&self, selection: Option<Vec<String>>) -> component::Order<'_> {
        match selection {
            Some(selection) => self.0.order_of(&selection.into_iter().collect()),
            None => self.0.order(),
        }
    }
}
