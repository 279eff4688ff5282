//! Workspaces of texts, their graph, and who is who.

use crate::document::Given;
use crate::error::Result;
use greenboard::component::{self, DependencyKind, Workspace, manifest};
use greenboard::document::{emit, to_json};
use greenboard::fact::Identity;
use pyo3::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The workspace of these texts by path, as JSON.
#[pyfunction]
pub(crate) fn read_manifests(py: Python<'_>, files: BTreeMap<String, String>, root: &str) -> Result<String> {
    Ok(py.detach(|| emit(&manifest::read_in(&files, root)?))?)
}

/// The workspace of several repositories, each in a folder of these texts, as JSON.
#[pyfunction]
pub(crate) fn read_repositories(
    py: Python<'_>,
    files: BTreeMap<String, String>,
    repositories: Option<BTreeMap<String, String>>,
) -> Result<String> {
    Ok(py.detach(|| {
        let repositories = match repositories {
            Some(repositories) => repositories,
            None => component::checkouts(&files)?,
        };
        emit(&Workspace::of_repositories(&files, &repositories)?)
    })?)
}

/// What is mapped to a tool's name for a component, a person or an environment.
#[pyfunction]
pub(crate) fn identify(
    py: Python<'_>,
    identity: Given,
    kind: &str,
    tool: &str,
    alias: &str,
) -> Result<Option<String>> {
    Ok(py.detach(|| {
        let identity: Identity = identity.read("identity")?;
        let name = match kind {
            "person" => identity.person(tool, alias)?,
            "environment" => identity.environment(tool, alias)?,
            _ => identity.component(tool, alias)?,
        };
        Ok::<_, greenboard::Error>(name.map(str::to_owned))
    })?)
}

/// Who depends on whom.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct Graph(component::Graph);

#[pymethods]
impl Graph {
    /// The graph of a workspace.
    #[staticmethod]
    fn of(py: Python<'_>, workspace: Given) -> Result<Self> {
        Ok(Self(py.detach(|| {
            let workspace: Workspace = workspace.read("workspace")?;
            Ok::<_, greenboard::Error>(component::Graph::new(&workspace))
        })?))
    }

    /// The graph of bare names and edges.
    #[staticmethod]
    fn from_edges(py: Python<'_>, names: Vec<String>, edges: Vec<(u32, u32)>) -> Result<Self> {
        Ok(Self(py.detach(|| {
            let edge = |(consumer, provider)| (consumer, provider, DependencyKind::Normal);
            let edges: Vec<_> = edges.into_iter().map(edge).collect();
            component::Graph::from_edges(names, &edges)
        })?))
    }

    /// The names, sorted.
    #[getter]
    fn names(&self) -> Vec<&str> {
        self.0.names().iter().map(String::as_str).collect()
    }

    /// The waves, as JSON; of a selection, where one is given.
    fn waves(&self, py: Python<'_>, selection: Option<BTreeSet<String>>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.order(selection).waves()))?)
    }

    /// The wave of each component, by name.
    fn wave_numbers(&self, py: Python<'_>) -> Vec<u32> {
        py.detach(|| self.0.wave_numbers())
    }

    /// The longest chain, as JSON; of a selection, where one is given.
    fn longest_chain(&self, py: Python<'_>, selection: Option<BTreeSet<String>>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.order(selection).longest_chain()))?)
    }

    /// The strongly connected units, as JSON.
    fn units(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.0.units()))?)
    }

    /// The circles, as JSON.
    fn cycles(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.0.cycles()))?)
    }

    /// What a change may reach, as JSON.
    fn impact(&self, py: Python<'_>, name: &str) -> Result<String> {
        Ok(py.detach(|| to_json(&self.0.impact(name)?))?)
    }

    /// The names of what a change may reach.
    fn dependents(&self, name: &str) -> Result<Vec<&str>> {
        Ok(self.0.dependents(name)?)
    }
}

impl Graph {
    fn order(&self, selection: Option<BTreeSet<String>>) -> component::Order<'_> {
        match selection {
            Some(selection) => self.0.order_of(&selection),
            None => self.0.order(),
        }
    }
}
