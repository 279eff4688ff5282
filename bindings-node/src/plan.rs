//! Plans and what is told of them. Documents cross as one text each way.

use crate::background::{Background, background};
use crate::error::raise;
use greenboard::document::{self, Format, Node, Read, Value};
use greenboard::plan::{Plan, Why, plan as make};
use greenboard::report;
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// The document in a text; an error says which argument it is of.
pub(crate) fn read<T: Read>(text: &str, argument: &str) -> greenboard::Result<T> {
    document::parse(text, Format::of_text(text)).map_err(|error| error.within(argument))
}

fn planned(workspace: &str, changes: &str, policy: &str, at: String) -> greenboard::Result<String> {
    let workspace = read(workspace, "workspace")?;
    let changes: Vec<_> = read(changes, "changes")?;
    let at = Read::read(&Node::new(Value::Text(at))).map_err(|error| error.within("at"))?;
    make(&workspace, &changes, &read(policy, "policy")?, at)?.to_json()
}

/// The plan of a workspace, changes and a policy at an instant, as JSON.
#[napi]
pub fn plan_sync(workspace: String, changes: String, policy: String, at: String) -> Result<String> {
    planned(&workspace, &changes, &policy, at).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn plan(workspace: String, changes: String, policy: String, at: String) -> AsyncTask<Background> {
    background(move || planned(&workspace, &changes, &policy, at))
}

/// Why a component is in a plan, as JSON.
#[napi]
pub fn why(plan: String, component: String) -> Result<String> {
    read::<Plan>(&plan, "plan").and_then(|plan| plan.why(&component)?.to_json()).map_err(raise)
}

/// The reasons as a tree of text.
#[napi]
pub fn why_text(why: String) -> Result<String> {
    read::<Why>(&why, "why").map(|why| why.to_string()).map_err(raise)
}

/// The plan as a table of text.
#[napi]
pub fn plan_table(plan: String) -> Result<String> {
    read::<Plan>(&plan, "plan").map(|plan| plan.to_string()).map_err(raise)
}

/// The whole of a plan, for people.
#[napi]
pub fn render(plan: String, format: String) -> Result<String> {
    let format = format.parse().map_err(raise)?;
    read(&plan, "plan").map(|plan| report::render(&plan, format)).map_err(raise)
}

/// What a component's release brings, in Markdown.
#[napi]
pub fn changelog(plan: String, component: String) -> Result<String> {
    read(&plan, "plan").and_then(|plan| report::changelog(&plan, &component)).map_err(raise)
}
