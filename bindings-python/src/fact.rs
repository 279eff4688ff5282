//! Facts, ready to be asked.

use crate::document::Given;
use crate::error::Result;
use greenboard::component::Workspace;
use greenboard::fact::{self as core, Fact, Roster};
use pyo3::prelude::*;
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

    /// Takes a list of facts in.
    fn add(&self, py: Python<'_>, facts: Given) -> Result<()> {
        Ok(py.detach(|| {
            let facts: Vec<Fact> = facts.read("facts")?;
            self.changed().add(facts);
            Ok::<_, greenboard::Error>(())
        })?)
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.held().len())
    }
}
