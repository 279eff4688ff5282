//! Releases looked at: what is owed, how they were, what auditors find. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::ledger::Entry;
use greenboard::release::audit::{Audit, AuditOptions, export_audit};
use greenboard::release::conflict::ConflictRules;
use greenboard::release::control::{Compliance, ControlContext, ControlPolicy, compliance};
use greenboard::release::{self as core, Event, Refusal, ReleaseState, Until};
use greenboard::report;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

fn entries(bodies: &[PyBackedBytes]) -> greenboard::Result<Vec<Entry>> {
    bodies.iter().map(|body| Entry::parse(body)).collect()
}

fn controls(policy: Option<Given>, roles: Option<Given>) -> greenboard::Result<ControlContext> {
    let policy: Option<ControlPolicy> = policy.map(|policy| policy.read("policy")).transpose()?;
    let context = ControlContext::new(policy.unwrap_or_default());
    match roles {
        Some(roles) => Ok(context.with_roles(roles.read("roles")?)),
        None => Ok(context),
    }
}

/// Who owes what, as JSON.
#[pyfunction]
pub(crate) fn release_due(py: Python<'_>, state: Given, at: &str) -> Result<String> {
    Ok(py.detach(|| to_json(&core::due(&state.read("state")?, instant(at)?)))?)
}

/// What is otherwise from one state to another, as JSON.
#[pyfunction]
pub(crate) fn release_diff(py: Python<'_>, before: Given, after: Given) -> Result<String> {
    Ok(py.detach(|| emit(&core::diff(&before.read("before")?, &after.read("after")?)?))?)
}

/// Releases as they were, as a map in JSON: up to a number, or to what was recorded or had happened by an instant.
#[pyfunction]
pub(crate) fn release_replay(
    py: Python<'_>,
    bodies: Vec<PyBackedBytes>,
    seq: Option<u64>,
    recorded: Option<String>,
    happened: Option<String>,
) -> Result<String> {
    Ok(py.detach(|| {
        let until = match (seq, recorded, happened) {
            (Some(seq), ..) => Until::Seq(seq),
            (_, Some(at), _) => Until::Recorded(instant(&at)?),
            (.., Some(at)) => Until::Happened(instant(&at)?),
            _ => Until::Now,
        };
        to_json(&core::replay(&entries(&bodies)?, until)?)
    })?)
}

/// Releases beside each other, as JSON.
#[pyfunction]
pub(crate) fn release_portfolio(
    py: Python<'_>,
    states: Given,
    rules: Option<Given>,
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let states: Vec<ReleaseState> = states.read("releases")?;
        let rules: ConflictRules =
            rules.map_or_else(|| Ok(ConflictRules::new()), |rules| rules.read("rules"))?;
        emit(&core::portfolio(&states, &rules, instant(at)?)?)
    })?)
}

/// What the controls say, as JSON.
#[pyfunction]
pub(crate) fn release_compliance(
    py: Python<'_>,
    events: Given,
    policy: Option<Given>,
    roles: Option<Given>,
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let events: Vec<Event> = events.read("events")?;
        emit(&compliance(&events, &controls(policy, roles)?, instant(at)?))
    })?)
}

/// The audit of releases of a ledger, as JSON.
#[pyfunction]
pub(crate) fn release_audit(
    py: Python<'_>,
    bodies: Vec<PyBackedBytes>,
    releases: Vec<String>,
    checkpoint: Option<String>,
    policy: Option<Given>,
    roles: Option<Given>,
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let mut options = AuditOptions::new().with_controls(controls(policy, roles)?).with_releases(releases);
        if let Some(checkpoint) = checkpoint {
            options = options.with_checkpoint(checkpoint);
        }
        emit(&export_audit(&entries(&bodies)?, &options, instant(at)?)?)
    })?)
}

/// What is known of releases, for people.
#[pyfunction]
pub(crate) fn release_render(
    py: Python<'_>,
    what: &str,
    document: Given,
    format: &str,
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let format = format.parse()?;
        match what {
            "refusal" => document.read::<Refusal>(what).map(|refusal| report::refusal(&refusal, format)),
            "events" => document.read::<Vec<Event>>(what).map(|events| report::timeline(&events, format)),
            "owed" => document.read::<Vec<_>>(what).map(|owed| report::owed(&owed, format)),
            "compliance" => {
                document.read::<Compliance>(what).map(|compliance| report::controls(&compliance, format))
            }
            "audit" => document.read::<Audit>(what).map(|audit| report::audit(&audit, format)),
            "states" => {
                document.read::<Vec<ReleaseState>>(what).map(|states| report::releases(&states, format))
            }
            _ => {
                let at = instant(at)?;
                document.read::<ReleaseState>("state").map(|state| report::release(&state, at, format))
            }
        }
    })?)
}
