//! Facts, ready to be asked; and what contracts allow.

use crate::document::Given;
use crate::error::Result;
use greenboard::component::Workspace;
use greenboard::document::{emit, to_json};
use greenboard::fact::{self as core, Fact, Roster};
use greenboard::gate::contracts;
use pyo3::prelude::*;
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Many facts. Reading and adding from several threads is safe; a reader waits while facts are added.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct Facts(RwLock<core::Facts>);

impl Facts {
    /// The facts, to be asked. Call it with the GIL released.
    pub(crate) fn held(&self) -> RwLockReadGuard<'_, core::Facts> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn changed(&self) -> RwLockWriteGuard<'_, core::Facts> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Facts {
    /// None yet, about what a workspace knows, where one is given.
    #[staticmethod]
    fn of(py: Python<'_>, workspace: Option<Given>) -> Result<Self> {
        Ok(Self(RwLock::new(py.detach(|| {
            let roster = match workspace {
                Some(workspace) => workspace.read::<Workspace>("workspace")?.roster(),
                None => Roster::new(),
            };
            Ok::<_, greenboard::Error>(core::Facts::new(roster))
        })?)))
    }

    /// Takes facts in, a list or one; what came of it, as JSON.
    fn add(&self, py: Python<'_>, facts: Given) -> Result<String> {
        Ok(py.detach(|| {
            let facts: Vec<Fact> = facts.read_facts()?;
            emit(&self.changed().add(facts))
        })?)
    }

    /// The names that are nobody's and nothing's, as JSON.
    fn unresolved(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.held().unresolved()))?)
    }

    /// The facts that cannot all be true, as JSON.
    fn contradictions(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.held().contradictions()))?)
    }

    /// The facts of a kind, as JSON.
    fn of_kind(&self, py: Python<'_>, kind: &str) -> Result<String> {
        Ok(py.detach(|| to_json(&self.held().of_kind(kind)))?)
    }

    /// All facts, as JSON.
    fn to_json(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| self.held().to_json())?)
    }

    /// The digest of all facts.
    fn digest(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| self.held().digest())?)
    }

    /// How many came that were there already.
    fn absorbed(&self, py: Python<'_>) -> u64 {
        py.detach(|| self.held().absorbed())
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.held().len())
    }
}

/// Whether contracts allow a version into an environment, as JSON.
#[pyfunction]
pub(crate) fn can_i_deploy(py: Python<'_>, matrix: Given, component: &str, version: &str) -> Result<String> {
    Ok(py.detach(|| emit(&contracts::can_i_deploy(&matrix.read("matrix")?, component, version)))?)
}

/// The components that can only go out together with one.
#[pyfunction]
pub(crate) fn deploy_together(
    py: Python<'_>,
    matrix: Given,
    component: &str,
    candidates: BTreeMap<String, String>,
) -> Result<Option<Vec<String>>> {
    let found = py.detach(|| {
        Ok::<_, greenboard::Error>(contracts::together(&matrix.read("matrix")?, component, &candidates))
    });
    Ok(found?)
}
