//! Plans and what is told of them. Documents cross as one text each way.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use greenboard::document::{Node, Read, Value};
use greenboard::plan::{self as core, Plan, Why, plan as make};
use jiff::Timestamp;
use napi::bindgen_prelude::*;
use napi_derive::napi;

fn planned(workspace: &Given, changes: &Given, policy: &Given, at: String) -> greenboard::Result<String> {
    let workspace = workspace.read("workspace")?;
    let changes: Vec<_> = changes.read("changes")?;
    let policy = policy.read("policy")?;
    make(&workspace, &changes, &policy, instant(at)?)?.to_json()
}

/// The plan of a workspace, changes and a policy at an instant, as JSON.
#[napi]
pub fn plan_sync(workspace: Given, changes: Given, policy: Given, at: String) -> Result<String> {
    planned(&workspace, &changes, &policy, at).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn plan(workspace: Given, changes: Given, policy: Given, at: String) -> AsyncTask<Background> {
    background(move || planned(&workspace, &changes, &policy, at))
}

/// Why a component is in a plan, as JSON.
#[napi]
pub fn why(plan: Given, component: String) -> Result<String> {
    plan.read::<Plan>("plan").and_then(|plan| plan.why(&component)?.to_json()).map_err(raise)
}

/// The reasons as a tree of text.
#[napi]
pub fn why_text(why: Given) -> Result<String> {
    why.read("why").map(|why: Why| why.to_string()).map_err(raise)
}

/// The plan as a table of text.
#[napi]
pub fn plan_table(plan: Given) -> Result<String> {
    plan.read("plan").map(|plan: Plan| plan.to_string()).map_err(raise)
}

/// What of a plan is still to do, as JSON.
#[napi]
pub fn remaining(plan: Given, published: Vec<String>) -> Result<String> {
    let published = published.into_iter().collect();
    plan.read::<Plan>("plan").and_then(|plan| plan.remaining(&published).to_json()).map_err(raise)
}

/// The parts of a plan that may go out by themselves, as JSON.
#[napi]
pub fn split(plan: Given) -> Result<String> {
    plan.read::<Plan>("plan").and_then(|plan| plan.split().to_json()).map_err(raise)
}

/// The policy of changesets' configuration, as JSON.
#[napi]
pub fn changesets_policy(preset: String, config: String, pre: Option<String>) -> Result<String> {
    let read = core::config::changesets(&preset, &config, pre.as_deref());
    read.and_then(|read| read.to_json()).map_err(raise)
}

/// Whether a policy fits a workspace.
#[napi]
pub fn check_policy(workspace: Given, policy: Given) -> Result<()> {
    let check = || core::config::check(&workspace.read("workspace")?, &policy.read("policy")?);
    check().map_err(raise)
}

/// The instant in an argument `at`.
pub(crate) fn instant(at: String) -> greenboard::Result<Timestamp> {
    Read::read(&Node::new(Value::Text(at))).map_err(|error| error.within("at"))
}
