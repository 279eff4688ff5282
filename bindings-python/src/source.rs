//! Repositories on disk.

use crate::document::Given;
use crate::error::Result;
use greenboard::document::to_json;
use greenboard::source::{self, Applicable, Options};
use pyo3::prelude::*;
use std::path::PathBuf;

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

    /// What a plan changes in the files of the work tree, as JSON.
    fn edits(&self, py: Python<'_>, plan: Given, options: Given) -> Result<String> {
        Ok(py.detach(|| self.0.edits(&plan.read("plan")?, &options.read("options")?)?.to_json())?)
    }

    /// Writes a plan or edits, or tries it out, and gives what became of it as JSON.
    fn apply(&self, py: Python<'_>, plan: Given, options: Given, dry_run: bool) -> Result<String> {
        Ok(py.detach(|| {
            let edits = plan.read::<Applicable>("plan")?.edits(&self.0, &options.read("options")?)?;
            to_json(&if dry_run { self.0.dry_run(&edits)? } else { self.0.apply(&edits)? })
        })?)
    }

    /// Brings a run that was stopped half-way to its end.
    fn recover(&self, py: Python<'_>) -> Result<Vec<String>> {
        Ok(py.detach(|| self.0.recover())?)
    }
}
