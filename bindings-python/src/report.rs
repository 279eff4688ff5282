//! Plans for people.

use crate::document::Given;
use crate::error::Result;
use greenboard::report::{self, Layout, Options, Style};
use pyo3::prelude::*;

/// The whole of a plan, for people.
#[pyfunction]
pub(crate) fn render(py: Python<'_>, plan: Given, format: &str, limit: Option<usize>) -> Result<String> {
    Ok(py.detach(|| {
        let format = format.parse()?;
        let mut options = Options::new();
        options.limit = limit;
        plan.read("plan").map(|plan| report::render_with(&plan, format, &options))
    })?)
}

/// What a component's release brings, or the release as a whole, in a style or a template.
#[pyfunction]
pub(crate) fn changelog(
    py: Python<'_>,
    plan: Given,
    component: Option<&str>,
    style: &str,
    template: Option<&str>,
) -> Result<String> {
    Ok(py.detach(|| {
        let layout = match template {
            Some(template) => Layout::Template(template),
            None => Layout::Style(style.parse::<Style>()?),
        };
        report::changelog_with(&plan.read("plan")?, component, layout)
    })?)
}
