//! Changes: commit messages, changesets, what is known better, what another line misses.

use crate::document::Given;
use crate::error::Result;
use greenboard::change::conventional::{self, Mode};
use greenboard::change::{self, Change, Commit, Levels, changeset as file};
use greenboard::document::{emit, to_json};
use greenboard::plan;
use pyo3::prelude::*;
use std::collections::BTreeMap;

/// The messages that a commit's text holds, as JSON.
#[pyfunction]
pub(crate) fn parse_commit(py: Python<'_>, text: &str, mode: &str) -> Result<String> {
    Ok(py.detach(|| to_json(&conventional::split(text, mode.parse()?)?))?)
}

/// The changes of a commit that touches these components, as JSON.
#[pyfunction]
pub(crate) fn commit_changes(
    py: Python<'_>,
    commit: Given,
    components: Vec<String>,
    mode: &str,
    levels: Given,
) -> Result<String> {
    Ok(py.detach(|| {
        let commit: Commit = commit.read("commit")?;
        let components = components.into_iter().collect();
        to_json(&change::from_commit_with(&commit, &components, mode.parse()?, &levels.read("levels")?))
    })?)
}

/// One changeset, as JSON.
#[pyfunction]
pub(crate) fn read_changeset(py: Python<'_>, name: &str, text: &str) -> Result<String> {
    Ok(py.detach(|| emit(&file::read(name, text)?))?)
}

/// All changesets among the files of a folder, as JSON.
#[pyfunction]
pub(crate) fn read_changesets(py: Python<'_>, files: BTreeMap<String, String>) -> Result<String> {
    Ok(py.detach(|| to_json(&file::read_all(files)?))?)
}

/// The text of a changeset.
#[pyfunction]
pub(crate) fn changeset_text(py: Python<'_>, change: Given) -> Result<String> {
    Ok(py.detach(|| change.read("change").map(|change| file::to_text(&change)))?)
}

/// The changes under overrides, as JSON.
#[pyfunction]
pub(crate) fn override_commits(
    py: Python<'_>,
    changes: Given,
    overrides: Given,
    mode: &str,
    levels: Given,
) -> Result<String> {
    Ok(py.detach(|| {
        let (mode, levels): (Mode, Levels) = (mode.parse()?, levels.read("levels")?);
        let changes: Vec<Change> = changes.read("changes")?;
        to_json(&change::override_commits(&changes, &overrides.read("overrides")?, mode, &levels))
    })?)
}

/// The changes with what the host knows of them, as JSON.
#[pyfunction]
pub(crate) fn enrich(
    py: Python<'_>,
    changes: Given,
    enrichment: Given,
    mode: &str,
    levels: Given,
) -> Result<String> {
    Ok(py.detach(|| {
        let (mode, levels): (Mode, Levels) = (mode.parse()?, levels.read("levels")?);
        let changes: Vec<Change> = changes.read("changes")?;
        to_json(&change::enrich(&changes, &enrichment.read("enrichment")?, mode, &levels))
    })?)
}

/// Each change once, as JSON.
#[pyfunction]
pub(crate) fn merge_duplicates(py: Python<'_>, changes: Given) -> Result<String> {
    Ok(py.detach(|| to_json(&change::merge_duplicates(&changes.read::<Vec<Change>>("changes")?)))?)
}

/// What no revert cancels, as JSON.
#[pyfunction]
pub(crate) fn cancel_reverts(py: Python<'_>, changes: Given) -> Result<String> {
    Ok(py.detach(|| to_json(&change::cancel_reverts(&changes.read::<Vec<Change>>("changes")?)))?)
}

/// Which fixes a maintenance line misses, as JSON.
#[pyfunction]
pub(crate) fn backports(py: Python<'_>, history: Given, rules: Given) -> Result<String> {
    Ok(py.detach(|| emit(&change::backports(&history.read("history")?, &rules.read("rules")?)))?)
}

/// Which touched components no change asks a release of, as JSON.
#[pyfunction]
pub(crate) fn uncovered(
    py: Python<'_>,
    workspace: Given,
    changes: Given,
    touched: Vec<String>,
    coverage: Given,
) -> Result<String> {
    Ok(py.detach(|| {
        let (workspace, changes) = (workspace.read("workspace")?, changes.read::<Vec<Change>>("changes")?);
        to_json(&plan::uncovered(&workspace, &changes, touched, &coverage.read("coverage")?)?)
    })?)
}
