//! Plans for people.

use crate::document::Given;
use crate::error::raise;
use greenboard::report::{self, Layout, Options, Style};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// The whole of a plan, for people.
#[napi]
pub fn render(plan: Given, format: String, limit: Option<u32>) -> Result<String> {
    let format = format.parse().map_err(raise)?;
    let mut options = Options::new();
    options.limit = limit.map(|limit| limit as usize);
    plan.read("plan").map(|plan| report::render_with(&plan, format, &options)).map_err(raise)
}

/// What a component's release brings, or the release as a whole, in a style or a template.
#[napi]
pub fn changelog(
    plan: Given,
    component: Option<String>,
    style: String,
    template: Option<String>,
) -> Result<String> {
    let layout = match &template {
        Some(template) => Layout::Template(template),
        None => Layout::Style(style.parse::<Style>().map_err(raise)?),
    };
    let plan = plan.read("plan").map_err(raise)?;
    report::changelog_with(&plan, component.as_deref(), layout).map_err(raise)
}
