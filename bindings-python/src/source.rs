//! Repositories on disk.

use crate::document::Given;
use crate::error::Result;
use greenboard::document::to_json;
use greenboard::source::{self, Options};
use pyo3::prelude::*;
use std::path::PathBuf;

/// The workspace of a repository or an organisation on disk, as JSON.
#[pyfunction]
pub(crate) fn load(py: Python<'_>, dir: PathBuf) -> Result<String> {
    Ok(py.detach(|| greenboard::document::emit(&source::load(dir)?))?)
}

/// A directory with manifests in it, usually a git repository's work tree.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct Repository(source::Repository);

#[pymethods]
impl Repository {
    /// The repository that `dir` lies in.
    #[staticmethod]
    fn open(py: Python<'_>, dir: PathBuf) -> Result<Self> {
        Ok(Self(py.detach(|| source::Repository::open(dir))?))
    }

    /// The top of the work tree.
    #[getter]
    fn root(&self) -> PathBuf {
        self.0.root().to_owned()
    }

    /// The components, as JSON.
    fn workspace(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| greenboard::document::emit(&self.0.workspace()?))?)
    }

    /// The unreleased changes and the notices about them, as JSON; of the repository's own workspace where none is given.
    fn changes(
        &self,
        py: Python<'_>,
        workspace: Option<Given>,
        first_parent: bool,
        mode: &str,
    ) -> Result<String> {
        Ok(py.detach(|| {
            let options = Options::new().with_first_parent(first_parent).with_mode(mode.parse()?);
            let workspace = match workspace {
                Some(given) => given.read("workspace")?,
                None => self.0.workspace()?,
            };
            to_json(&self.0.changes_with(&workspace, &options)?)
        })?)
    }
}
