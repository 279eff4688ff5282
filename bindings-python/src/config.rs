//! The configuration files of other tools.

use crate::document::Given;
use crate::error::Result;
use greenboard::component::Workspace;
use greenboard::document::{emit, to_json};
use greenboard::plan::config::{self, ReleasePleaseConfig};
use pyo3::prelude::*;

/// What release-please's files say, as JSON.
#[pyfunction]
pub(crate) fn config_release_please(py: Python<'_>, config: &str, manifest: &str) -> Result<String> {
    Ok(py.detach(|| emit(&config::release_please(config, manifest)?))?)
}

/// A workspace as release-please's files see it, as JSON.
#[pyfunction]
pub(crate) fn config_workspace(py: Python<'_>, config: Given, workspace: Given) -> Result<String> {
    Ok(py.detach(|| {
        let config: ReleasePleaseConfig = config.read("config")?;
        let workspace: Workspace = workspace.read("workspace")?;
        emit(&config.workspace(&workspace)?)
    })?)
}

/// The paths that a commit counts for, as JSON.
#[pyfunction]
pub(crate) fn config_touched(py: Python<'_>, config: Given, files: Vec<String>) -> Result<String> {
    Ok(py.detach(|| {
        let config: ReleasePleaseConfig = config.read("config")?;
        to_json(&config.touched(files.iter().map(String::as_str)))
    })?)
}
