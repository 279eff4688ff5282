//! Plans and what is told of them. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use greenboard::document::{Node, Read, Value};
use greenboard::plan::{self as core, Plan, Why, plan as make};
use jiff::Timestamp;
use pyo3::prelude::*;
use std::collections::BTreeSet;

/// The plan of a workspace, changes and a policy at an instant, as JSON.
#[pyfunction]
pub(crate) fn plan(
    py: Python<'_>,
    workspace: Given,
    changes: Given,
    policy: Given,
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let workspace = workspace.read("workspace")?;
        let changes: Vec<_> = changes.read("changes")?;
        let policy = policy.read("policy")?;
        make(&workspace, &changes, &policy, instant(at)?)?.to_json()
    })?)
}

/// Why a component is in a plan, as JSON.
#[pyfunction]
pub(crate) fn why(py: Python<'_>, plan: Given, component: &str) -> Result<String> {
    Ok(py.detach(|| plan.read::<Plan>("plan")?.why(component)?.to_json())?)
}

/// The reasons as a tree of text.
#[pyfunction]
pub(crate) fn why_text(py: Python<'_>, why: Given) -> Result<String> {
    Ok(py.detach(|| why.read("why").map(|why: Why| why.to_string()))?)
}

/// The plan as a table of text.
#[pyfunction]
pub(crate) fn plan_table(py: Python<'_>, plan: Given) -> Result<String> {
    Ok(py.detach(|| plan.read("plan").map(|plan: Plan| plan.to_string()))?)
}

/// What of a plan is still to do, as JSON.
#[pyfunction]
pub(crate) fn remaining(py: Python<'_>, plan: Given, published: Vec<String>) -> Result<String> {
    Ok(py.detach(|| {
        let published: BTreeSet<String> = published.into_iter().collect();
        plan.read::<Plan>("plan")?.remaining(&published).to_json()
    })?)
}

/// The parts of a plan that may go out by themselves, as JSON.
#[pyfunction]
pub(crate) fn split(py: Python<'_>, plan: Given) -> Result<String> {
    Ok(py.detach(|| plan.read::<Plan>("plan")?.split().to_json())?)
}

/// The policy of changesets' configuration, as JSON.
#[pyfunction]
pub(crate) fn changesets_policy(
    py: Python<'_>,
    preset: &str,
    config: &str,
    pre: Option<&str>,
) -> Result<String> {
    Ok(py.detach(|| core::config::changesets(preset, config, pre)?.to_json())?)
}

/// Whether a policy fits a workspace.
#[pyfunction]
pub(crate) fn check_policy(py: Python<'_>, workspace: Given, policy: Given) -> Result<()> {
    Ok(py.detach(|| core::config::check(&workspace.read("workspace")?, &policy.read("policy")?))?)
}

/// The instant in an argument `at`.
pub(crate) fn instant(at: &str) -> greenboard::Result<Timestamp> {
    Read::read(&Node::new(Value::Text(at.to_owned()))).map_err(|error| error.within("at"))
}
