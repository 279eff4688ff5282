//! Gates made ready, and what they say. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use crate::fact::Facts;
use crate::plan::instant;
use greenboard::gate::{self as core, Scope, Verdict};
use greenboard::report::{self, ReviewFormat};
use pyo3::prelude::*;

/// Gates made ready to be asked.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct GateSet(pub(crate) core::GateSet);

#[pymethods]
impl GateSet {
    /// The gates of a gate file.
    #[staticmethod]
    fn of(py: Python<'_>, gates: Given) -> Result<Self> {
        Ok(Self(py.detach(|| core::GateSet::new(gates.read("gates")?))?))
    }
}

/// What is asked about.
pub(crate) fn scope(stage: Option<String>, environment: Option<String>) -> Scope {
    let mut scope = Scope::new();
    (scope.stage, scope.environment) = (stage, environment);
    scope
}

/// Whether a component may go out, as JSON.
#[pyfunction]
pub(crate) fn evaluate(
    py: Python<'_>,
    gates: &Bound<'_, GateSet>,
    facts: &Bound<'_, Facts>,
    component: &str,
    stage: Option<String>,
    environment: Option<String>,
    at: &str,
) -> Result<String> {
    let (gates, facts) = (gates.get(), facts.get());
    Ok(py.detach(|| {
        let scope = scope(stage, environment);
        core::evaluate(&gates.0, &facts.held(), component, &scope, instant(at)?)?.to_json()
    })?)
}

/// A verdict for people.
#[pyfunction]
pub(crate) fn verdict_report(py: Python<'_>, verdict: Given, format: &str) -> Result<String> {
    Ok(py.detach(|| {
        let format: ReviewFormat = format.parse()?;
        verdict.read("verdict").map(|verdict| report::verdict(&verdict, format))
    })?)
}

/// A verdict as a table of text.
#[pyfunction]
pub(crate) fn verdict_table(py: Python<'_>, verdict: Given) -> Result<String> {
    Ok(py.detach(|| verdict.read("verdict").map(|verdict: Verdict| verdict.to_string()))?)
}

/// Every finding of a verdict in full.
#[pyfunction]
pub(crate) fn explain(py: Python<'_>, verdict: Given) -> Result<String> {
    Ok(py.detach(|| verdict.read("verdict").map(|verdict| report::explain(&verdict)))?)
}
