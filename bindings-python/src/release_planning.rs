//! What is planned around releases: templates, risk, conflicts, change requests, dates. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::release::Template;
use greenboard::release::change_request::{ChangeFlow, ChangeStep, advance_change};
use greenboard::release::conflict::{self, Claim, ConflictRules};
use greenboard::release::risk::RiskMethod;
use greenboard::release::timeline::{self, Day, WorkCalendar};
use pyo3::prelude::*;

/// What a method says of a release's risk, as JSON.
#[pyfunction]
pub(crate) fn risk_assess(py: Python<'_>, method: Given) -> Result<String> {
    Ok(py.detach(|| emit(&method.read::<RiskMethod>("method")?.assess()?))?)
}

/// All conflicts of several claims, as JSON.
#[pyfunction]
pub(crate) fn conflicts_find(py: Python<'_>, claims: Given, rules: Given, at: &str) -> Result<String> {
    Ok(py.detach(|| {
        let claims: Vec<Claim> = claims.read("claims")?;
        let rules: ConflictRules = rules.read("rules")?;
        emit(&conflict::conflicts(&claims, &rules, instant(at)?)?)
    })?)
}

/// The next times that are free for a claim, as JSON.
#[pyfunction]
pub(crate) fn conflicts_free_slots(
    py: Python<'_>,
    wanted: Given,
    claims: Given,
    rules: Given,
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let wanted: Claim = wanted.read("wanted")?;
        let claims: Vec<Claim> = claims.read("claims")?;
        let rules: ConflictRules = rules.read("rules")?;
        to_json(&conflict::next_free_slots(&wanted, &claims, &rules, instant(at)?)?)
    })?)
}

/// A change request after a step, as JSON.
#[pyfunction]
pub(crate) fn change_request_advance(py: Python<'_>, flow: Given, step: Given) -> Result<String> {
    Ok(py.detach(|| {
        let flow: ChangeFlow = flow.read("flow")?;
        let step: ChangeStep = step.read("step")?;
        emit(&advance_change(&flow, &step)?)
    })?)
}

/// A template that people wrote, as JSON.
#[pyfunction]
pub(crate) fn template_read(py: Python<'_>, template: Given) -> Result<String> {
    Ok(py.detach(|| emit(&template.read::<Template>("template")?))?)
}

/// A template that comes along, as YAML.
#[pyfunction]
pub(crate) fn template_builtin(name: &str) -> Result<&'static str> {
    Ok(Template::builtin_text(name)?)
}

/// The dates of phases that end on a day, as JSON.
#[pyfunction]
pub(crate) fn dates_plan_backward(
    py: Python<'_>,
    phases: Vec<(String, u32)>,
    target: &str,
    calendar: Given,
) -> Result<String> {
    Ok(py.detach(|| {
        let phases: Vec<(&str, u32)> = phases.iter().map(|(phase, days)| (phase.as_str(), *days)).collect();
        let calendar: WorkCalendar = calendar.read("calendar")?;
        to_json(&timeline::plan_backward(&phases, Day::parse(target)?, &calendar)?)
    })?)
}
