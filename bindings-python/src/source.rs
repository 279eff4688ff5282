//! Repositories on disk.

use crate::document::Given;
use crate::error::Result;
use crate::plan::instant;
use greenboard::component::Workspace;
use greenboard::document::{emit, to_json};
use greenboard::plan::EditOptions;
use greenboard::source::{self, Applicable, Configuration, Options};
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
        Ok(py.detach(|| emit(&self.0.workspace()?))?)
    }

    /// The unreleased changes and the notices about them, as JSON; of the repository's own workspace where none is given.
    fn changes(&self, py: Python<'_>, workspace: Option<Given>, options: Given) -> Result<String> {
        Ok(py.detach(|| {
            let options: Options = options.read("options")?;
            to_json(&self.0.changes_with(&self.or_own(workspace)?, &options)?)
        })?)
    }

    /// How the repository is released, as its own files say, as JSON.
    fn configuration(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.0.configuration()?))?)
    }

    /// What goes out next and what led to it, as JSON; under the repository's own policy where none is given.
    fn plan(&self, py: Python<'_>, policy: Option<Given>, options: Given, at: &str) -> Result<String> {
        Ok(py.detach(|| {
            let configuration = match policy {
                Some(given) => Configuration::given(given.read("policy")?),
                None => self.0.configuration()?,
            };
            to_json(&self.0.plan(&configuration, &options.read("options")?, instant(at)?)?)
        })?)
    }

    /// What a plan changes in the files of the work tree, as JSON.
    fn edits(&self, py: Python<'_>, plan: Given, options: Option<Given>) -> Result<String> {
        Ok(py.detach(|| {
            let plan = Applicable::Plan(Box::new(plan.read("plan")?));
            plan.edits(&self.0, edit_options(options)?.as_ref())?.to_json()
        })?)
    }

    /// Writes a plan or edits, or tries it out, and gives what became of it as JSON.
    fn apply(&self, py: Python<'_>, plan: Given, options: Option<Given>, dry_run: bool) -> Result<String> {
        Ok(py.detach(|| {
            let options = edit_options(options)?;
            let edits = plan.read::<Applicable>("plan")?.edits(&self.0, options.as_ref())?;
            to_json(&if dry_run { self.0.dry_run(&edits)? } else { self.0.apply(&edits)? })
        })?)
    }

    /// Brings a run that was stopped half-way to its end.
    fn recover(&self, py: Python<'_>) -> Result<Vec<String>> {
        Ok(py.detach(|| self.0.recover())?)
    }

    /// What the head has brought since it left `base`, as JSON.
    fn since(&self, py: Python<'_>, base: &str, workspace: Option<Given>, options: Given) -> Result<String> {
        Ok(py.detach(|| {
            let options: Options = options.read("options")?;
            to_json(&self.0.since(base, &self.or_own(workspace)?, &options)?)
        })?)
    }

    /// The components that the head has touched since it left `base`, and whose release nothing asks for, as JSON.
    fn uncovered(
        &self,
        py: Python<'_>,
        base: &str,
        workspace: Option<Given>,
        options: Given,
        coverage: Given,
    ) -> Result<String> {
        Ok(py.detach(|| {
            let (options, coverage) = (options.read("options")?, coverage.read("coverage")?);
            to_json(&self.0.uncovered(base, &self.or_own(workspace)?, &options, &coverage)?)
        })?)
    }

    /// What each of two lines of development has and the other has not, as JSON.
    fn divergence(&self, py: Python<'_>, main: &str, line: &str) -> Result<String> {
        Ok(py.detach(|| emit(&self.0.divergence(main, line)?))?)
    }
}

impl Repository {
    fn or_own(&self, workspace: Option<Given>) -> greenboard::Result<Workspace> {
        workspace.map_or_else(|| self.0.workspace(), |given| given.read("workspace"))
    }
}

fn edit_options(options: Option<Given>) -> greenboard::Result<Option<EditOptions>> {
    options.map(|given| given.read("options")).transpose()
}
