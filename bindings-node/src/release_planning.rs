//! What is planned around releases: templates, risk, conflicts, change requests, dates. Documents cross as one text each way.

use crate::document::Given;
use crate::error::raise;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::release::Template;
use greenboard::release::change_request::{ChangeFlow, ChangeStep, advance_change};
use greenboard::release::conflict::{self, Claim, ConflictRules};
use greenboard::release::risk::RiskMethod;
use greenboard::release::timeline::{self, Day, WorkCalendar};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// What a method says of a release's risk, as JSON.
#[napi]
pub fn risk_assess(method: Given) -> Result<String> {
    let assessed = || emit(&method.read::<RiskMethod>("method")?.assess()?);
    assessed().map_err(raise)
}

/// All conflicts of several claims, as JSON.
#[napi]
pub fn conflicts_find(claims: Given, rules: Given, at: String) -> Result<String> {
    let found = || {
        let claims: Vec<Claim> = claims.read("claims")?;
        let rules: ConflictRules = rules.read("rules")?;
        emit(&conflict::conflicts(&claims, &rules, instant(at)?)?)
    };
    found().map_err(raise)
}

/// The next times that are free for a claim, as JSON.
#[napi]
pub fn conflicts_free_slots(wanted: Given, claims: Given, rules: Given, at: String) -> Result<String> {
    let free = || {
        let wanted: Claim = wanted.read("wanted")?;
        let claims: Vec<Claim> = claims.read("claims")?;
        let rules: ConflictRules = rules.read("rules")?;
        to_json(&conflict::next_free_slots(&wanted, &claims, &rules, instant(at)?)?)
    };
    free().map_err(raise)
}

/// A change request after a step, as JSON.
#[napi]
pub fn change_request_advance(flow: Given, step: Given) -> Result<String> {
    let advanced = || {
        let flow: ChangeFlow = flow.read("flow")?;
        let step: ChangeStep = step.read("step")?;
        emit(&advance_change(&flow, &step)?)
    };
    advanced().map_err(raise)
}

/// A template that people wrote, as JSON.
#[napi]
pub fn template_read(template: Given) -> Result<String> {
    let read = || emit(&template.read::<Template>("template")?);
    read().map_err(raise)
}

/// A template that comes along, as YAML.
#[napi]
pub fn template_builtin(name: String) -> Result<String> {
    Template::builtin_text(&name).map(str::to_owned).map_err(raise)
}

/// The dates of phases that end on a day, as JSON.
#[napi]
pub fn dates_plan_backward(
    phases: Vec<String>,
    days: Vec<u32>,
    target: String,
    calendar: Given,
) -> Result<String> {
    let planned = || {
        let phases: Vec<(&str, u32)> = phases.iter().map(String::as_str).zip(days).collect();
        let calendar: WorkCalendar = calendar.read("calendar")?;
        to_json(&timeline::plan_backward(&phases, Day::parse(&target)?, &calendar)?)
    };
    planned().map_err(raise)
}
