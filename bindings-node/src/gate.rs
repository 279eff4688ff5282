//! Gates made ready, and what they say. Documents cross as one text each way.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use crate::fact::{Facts, Shared};
use crate::plan::instant;
use greenboard::gate::{self as core, Scope};
use greenboard::report::{self, ReviewFormat};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::Arc;

/// Gates made ready to be asked.
#[napi(js_name = "GateSet")]
pub struct GateSet(Arc<core::GateSet>);

#[napi]
impl GateSet {
    /// The gates of a gate file.
    #[napi(factory)]
    pub fn of(gates: Given) -> Result<Self> {
        let made = gates.read("gates").and_then(core::GateSet::new);
        made.map(|gates| Self(Arc::new(gates))).map_err(raise)
    }
}

/// What is asked about, and when.
#[napi(object)]
pub struct Asked {
    /// The stage.
    pub stage: Option<String>,
    /// The environment.
    pub environment: Option<String>,
    /// The instant.
    pub at: String,
}

impl Asked {
    fn scope(&self) -> Scope {
        let mut scope = Scope::new();
        (scope.stage, scope.environment) = (self.stage.clone(), self.environment.clone());
        scope
    }
}

fn judged(
    gates: &core::GateSet,
    facts: &Shared,
    component: &str,
    asked: Asked,
) -> greenboard::Result<String> {
    let scope = asked.scope();
    core::evaluate(gates, &facts.held(), component, &scope, instant(asked.at)?)?.to_json()
}

/// Whether a component may go out, as JSON.
#[napi]
pub fn evaluate_sync(gates: &GateSet, facts: &Facts, component: String, asked: Asked) -> Result<String> {
    judged(&gates.0, &facts.shared(), &component, asked).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn evaluate(gates: &GateSet, facts: &Facts, component: String, asked: Asked) -> AsyncTask<Background> {
    let (gates, facts) = (Arc::clone(&gates.0), facts.shared());
    background(move || judged(&gates, &facts, &component, asked))
}

/// A verdict for people.
#[napi]
pub fn render_verdict(verdict: Given, format: String) -> Result<String> {
    let format: ReviewFormat = format.parse().map_err(raise)?;
    verdict.read("verdict").map(|verdict| report::verdict(&verdict, format)).map_err(raise)
}

/// Every finding of a verdict in full.
#[napi]
pub fn explain(verdict: Given) -> Result<String> {
    verdict.read("verdict").map(|verdict| report::explain(&verdict)).map_err(raise)
}
