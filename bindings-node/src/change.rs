//! Changes: commit messages, changesets, what is known better, what another line misses.

use crate::document::Given;
use crate::error::raise;
use greenboard::change::conventional::{self, Mode};
use greenboard::change::{self, Change, Commit, Levels, changeset as file};
use greenboard::document::{emit, to_json};
use greenboard::plan;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::collections::BTreeMap;

/// The messages that a commit's text holds, as JSON.
#[napi]
pub fn parse_commit(text: String, mode: String) -> Result<String> {
    let read = || to_json(&conventional::split(&text, mode.parse()?)?);
    read().map_err(raise)
}

/// The changes of a commit that touches these components, as JSON.
#[napi]
pub fn commit_changes(commit: Given, components: Vec<String>, mode: String, levels: Given) -> Result<String> {
    let read = || {
        let commit: Commit = commit.read("commit")?;
        let components = components.into_iter().collect();
        to_json(&change::from_commit_with(&commit, &components, mode.parse()?, &levels.read("levels")?))
    };
    read().map_err(raise)
}

/// One changeset, as JSON.
#[napi]
pub fn read_changeset(name: String, text: String) -> Result<String> {
    file::read(&name, &text).and_then(|change| emit(&change)).map_err(raise)
}

/// All changesets among the files of a folder, as JSON; the files are a map of names and texts.
#[napi]
pub fn read_changesets(files: Given) -> Result<String> {
    let read = || to_json(&file::read_all(files.read::<BTreeMap<String, String>>("files")?)?);
    read().map_err(raise)
}

/// The text of a changeset.
#[napi]
pub fn changeset_text(change: Given) -> Result<String> {
    change.read("change").map(|change| file::to_text(&change)).map_err(raise)
}

/// The changes under overrides, as JSON.
#[napi]
pub fn override_commits(changes: Given, overrides: Given, mode: String, levels: Given) -> Result<String> {
    let amend = || {
        let (mode, levels): (Mode, Levels) = (mode.parse()?, levels.read("levels")?);
        let changes: Vec<Change> = changes.read("changes")?;
        to_json(&change::override_commits(&changes, &overrides.read("overrides")?, mode, &levels))
    };
    amend().map_err(raise)
}

/// The changes with what the host knows of them, as JSON.
#[napi]
pub fn enrich(changes: Given, enrichment: Given, mode: String, levels: Given) -> Result<String> {
    let amend = || {
        let (mode, levels): (Mode, Levels) = (mode.parse()?, levels.read("levels")?);
        let changes: Vec<Change> = changes.read("changes")?;
        to_json(&change::enrich(&changes, &enrichment.read("enrichment")?, mode, &levels))
    };
    amend().map_err(raise)
}

/// Each change once, as JSON.
#[napi]
pub fn merge_duplicates(changes: Given) -> Result<String> {
    let merge = || to_json(&change::merge_duplicates(&changes.read::<Vec<Change>>("changes")?));
    merge().map_err(raise)
}

/// What no revert cancels, as JSON.
#[napi]
pub fn cancel_reverts(changes: Given) -> Result<String> {
    let cancel = || to_json(&change::cancel_reverts(&changes.read::<Vec<Change>>("changes")?));
    cancel().map_err(raise)
}

/// Which fixes a maintenance line misses, as JSON.
#[napi]
pub fn backports(history: Given, rules: Given) -> Result<String> {
    let find = || emit(&change::backports(&history.read("history")?, &rules.read("rules")?));
    find().map_err(raise)
}

/// Which touched components no change asks a release of, as JSON.
#[napi]
pub fn uncovered(workspace: Given, changes: Given, touched: Vec<String>, coverage: Given) -> Result<String> {
    let find = || {
        let (workspace, changes) = (workspace.read("workspace")?, changes.read::<Vec<Change>>("changes")?);
        to_json(&plan::uncovered(&workspace, &changes, touched, &coverage.read("coverage")?)?)
    };
    find().map_err(raise)
}
