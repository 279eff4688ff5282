//! Plans and what is told of them. Documents cross as one text each way.

use crate::error::Result;
use greenboard::document::{self, Format, Node, Read, Value};
use greenboard::plan::{Plan, Why, plan as make};
use greenboard::report;
use pyo3::prelude::*;

/// The document in a text; an error says which argument it is of.
pub(crate) fn read<T: Read>(text: &[u8], argument: &str) -> greenboard::Result<T> {
    document::parse(text, Format::of_text(text)).map_err(|error| error.within(argument))
}

/// The plan of a workspace, changes and a policy at an instant, as JSON.
#[pyfunction]
pub(crate) fn plan(
    py: Python<'_>,
    workspace: &[u8],
    changes: &[u8],
    policy: &[u8],
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let workspace = read(workspace, "workspace")?;
        let changes: Vec<_> = read(changes, "changes")?;
        let at = Read::read(&Node::new(Value::Text(at.to_owned()))).map_err(|error| error.within("at"))?;
        make(&workspace, &changes, &read(policy, "policy")?, at)?.to_json()
    })?)
}

/// Why a component is in a plan, as JSON.
#[pyfunction]
pub(crate) fn why(py: Python<'_>, plan: &[u8], component: &str) -> Result<String> {
    Ok(py.detach(|| read::<Plan>(plan, "plan")?.why(component)?.to_json())?)
}

/// The reasons as a tree of text.
#[pyfunction]
pub(crate) fn why_text(py: Python<'_>, why: &[u8]) -> Result<String> {
    Ok(py.detach(|| Ok::<_, greenboard::Error>(read::<Why>(why, "why")?.to_string()))?)
}

/// The plan as a table of text.
#[pyfunction]
pub(crate) fn plan_table(py: Python<'_>, plan: &[u8]) -> Result<String> {
    Ok(py.detach(|| Ok::<_, greenboard::Error>(read::<Plan>(plan, "plan")?.to_string()))?)
}

/// The whole of a plan, for people.
#[pyfunction]
pub(crate) fn render(py: Python<'_>, plan: &[u8], format: &str) -> Result<String> {
    Ok(py.detach(|| {
        let format = format.parse()?;
        Ok::<_, greenboard::Error>(report::render(&read(plan, "plan")?, format))
    })?)
}

/// What a component's release brings, in Markdown.
#[pyfunction]
pub(crate) fn changelog(py: Python<'_>, plan: &[u8], component: &str) -> Result<String> {
    Ok(py.detach(|| report::changelog(&read(plan, "plan")?, component))?)
}
