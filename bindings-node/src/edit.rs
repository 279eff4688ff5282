//! Edits: what a plan changes in files. Documents cross as one text each way.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use greenboard::plan::{Edits, Plan, diff as difference, edits as make};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::collections::{BTreeMap, HashMap};

fn made(plan: &Given, files: HashMap<String, String>, options: &Given) -> greenboard::Result<String> {
    let plan: Plan = plan.read("plan")?;
    let files: BTreeMap<String, String> = files.into_iter().collect();
    make(&plan, &files, &options.read("options")?)?.to_json()
}

/// What a plan changes in these texts by path, as JSON.
#[napi]
pub fn edits_sync(plan: Given, files: HashMap<String, String>, options: Given) -> Result<String> {
    made(&plan, files, &options).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn edits(plan: Given, files: HashMap<String, String>, options: Given) -> AsyncTask<Background> {
    background(move || made(&plan, files, &options))
}

/// These texts by path, edited.
#[napi]
pub fn applied(edits: Given, files: HashMap<String, String>) -> Result<HashMap<String, String>> {
    let files: BTreeMap<String, String> = files.into_iter().collect();
    let after = edits.read::<Edits>("edits").and_then(|edits| edits.applied(&files)).map_err(raise)?;
    Ok(after.into_iter().collect())
}

/// The unified diff of two texts.
#[napi]
pub fn diff(old: String, new: String) -> String {
    difference(&old, &new)
}
