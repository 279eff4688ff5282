//! The configuration files of other tools.

use crate::document::Given;
use crate::error::raise;
use greenboard::component::Workspace;
use greenboard::document::{emit, to_json};
use greenboard::plan::config::{self, ReleasePleaseConfig};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// What release-please's files say, as JSON.
#[napi]
pub fn config_release_please(config: String, manifest: String) -> Result<String> {
    config::release_please(&config, &manifest).and_then(|config| emit(&config)).map_err(raise)
}

/// A workspace as release-please's files see it, as JSON.
#[napi]
pub fn config_workspace(config: Given, workspace: Given) -> Result<String> {
    let config = config.read::<ReleasePleaseConfig>("config");
    let seen = config.and_then(|config| {
        let workspace: Workspace = workspace.read("workspace")?;
        emit(&config.workspace(&workspace)?)
    });
    seen.map_err(raise)
}

/// The paths that a commit counts for, as JSON.
#[napi]
pub fn config_touched(config: Given, files: Vec<String>) -> Result<String> {
    let config = config.read::<ReleasePleaseConfig>("config");
    config.and_then(|config| to_json(&config.touched(files.iter().map(String::as_str)))).map_err(raise)
}
