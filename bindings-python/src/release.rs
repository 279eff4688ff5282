//! Releases: commands in, events or refusals out. Documents cross as one text each way, entries as their bytes.

use crate::document::Given;
use crate::error::Result;
use crate::fact::Facts;
use crate::gate::GateSet;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::fact::{self, Roster};
use greenboard::ledger::{Actor, Draft, Entry, Expect};
use greenboard::release::{self as core, Command, Envelope, Event, ReleaseState, Roles, Template};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What commands are decided in.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct ReleaseContext(pub(crate) core::Context);

#[pymethods]
impl ReleaseContext {
    /// These gates, and roles, facts and templates where there are any.
    #[staticmethod]
    fn of(
        py: Python<'_>,
        gates: &Bound<'_, GateSet>,
        roles: Option<Given>,
        facts: Option<&Bound<'_, Facts>>,
        templates: Option<Given>,
    ) -> Result<Self> {
        let (gates, facts) = (gates.get(), facts.map(|facts| facts.get()));
        Ok(Self(py.detach(|| {
            let roles = roles.map_or_else(|| Ok(Roles::new()), |roles| roles.read("roles"))?;
            let facts = facts.map_or_else(|| fact::Facts::new(Roster::new()), |facts| facts.held().clone());
            let context = core::Context::new(gates.0.clone(), roles, facts)?;
            match templates {
                Some(templates) => context.with_templates(templates.read::<Vec<Template>>("templates")?),
                None => Ok(context),
            }
        })?))
    }

    /// The digest of all of it.
    #[getter]
    fn digest(&self) -> &str {
        self.0.digest()
    }
}

/// What is asked: the command's id, who asks, when, and the version that they had seen.
#[derive(FromPyObject)]
pub(crate) struct Asking(String, Given, String, Option<u64>, Given);

impl Asking {
    fn envelope(self) -> greenboard::Result<Envelope> {
        let Self(id, actor, at, version, command) = self;
        let (actor, at): (Actor, _) = (actor.read("actor")?, instant(&at)?);
        let command: Command = command.read("command")?;
        let mut envelope = Envelope::new(id, actor, at, command);
        envelope.expected_version = version;
        Ok(envelope)
    }
}

/// The releases of a ledger, folded as its entries come.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct Releases(Mutex<core::Releases>);

impl Releases {
    fn held(&self) -> MutexGuard<'_, core::Releases> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Releases {
    /// None yet.
    #[staticmethod]
    fn none() -> Self {
        Self(Mutex::new(core::Releases::new()))
    }

    /// The number of the last entry that was read.
    fn seen(&self, py: Python<'_>) -> Option<u64> {
        py.detach(|| self.held().seen())
    }

    /// Takes in the next entries.
    fn read(&self, py: Python<'_>, bodies: Vec<PyBackedBytes>) -> Result<()> {
        Ok(py.detach(|| {
            let entries = bodies.iter().map(|body| Entry::parse(body));
            self.held().read(&entries.collect::<greenboard::Result<Vec<_>>>()?)
        })?)
    }

    /// The ids of the releases, in order.
    fn ids(&self, py: Python<'_>) -> Vec<String> {
        py.detach(|| self.held().states().map(|state| state.release.id.clone()).collect())
    }

    /// A release as it is, as JSON.
    fn state(&self, py: Python<'_>, release: &str) -> Result<Option<String>> {
        Ok(py.detach(|| self.held().state(release).map(emit).transpose())?)
    }

    /// What a command comes to: events and drafts as JSON, the number of the last entry that was read, and whether nothing at all
    /// may come after it.
    fn prepare(
        &self,
        py: Python<'_>,
        release: &str,
        asking: Asking,
        context: &Bound<'_, ReleaseContext>,
    ) -> Result<(String, String, Option<u64>, bool)> {
        let context = context.get();
        Ok(py.detach(|| {
            let envelope = asking.envelope()?;
            let releases = self.held();
            let prepared = releases.prepare(release, &envelope, &context.0)?;
            Ok::<_, greenboard::Error>((
                to_json(&prepared.events)?,
                to_json(&prepared.drafts)?,
                releases.seen(),
                matches!(prepared.expect, Expect::Seq(_)),
            ))
        })?)
    }
}

/// What happens, as JSON.
#[pyfunction]
pub(crate) fn release_decide(
    py: Python<'_>,
    state: Option<Given>,
    envelope: Given,
    context: &Bound<'_, ReleaseContext>,
) -> Result<String> {
    let context = context.get();
    Ok(py.detach(|| {
        let state: Option<ReleaseState> = state.map(|state| state.read("state")).transpose()?;
        to_json(&core::decide(state.as_ref(), &envelope.read("envelope")?, &context.0)?)
    })?)
}

/// The state after events, on top of one where there is one, as JSON.
#[pyfunction]
pub(crate) fn release_fold(py: Python<'_>, state: Option<Given>, events: Given) -> Result<Option<String>> {
    Ok(py.detach(|| {
        let state: Option<ReleaseState> = state.map(|state| state.read("state")).transpose()?;
        let events: Vec<Event> = events.read("events")?;
        events.iter().fold(state, core::evolve).as_ref().map(emit).transpose()
    })?)
}

/// The event as an entry to be, as JSON.
#[pyfunction]
pub(crate) fn release_draft(py: Python<'_>, event: Given) -> Result<String> {
    Ok(py.detach(|| emit(&event.read::<Event>("event")?.to_draft()?))?)
}

/// The event that an entry records, given as its bytes or as the text of a draft, as JSON.
#[pyfunction]
pub(crate) fn release_event(
    py: Python<'_>,
    entry: Option<&[u8]>,
    draft: Option<Given>,
) -> Result<Option<String>> {
    Ok(py.detach(|| {
        let event = match (entry, draft) {
            (Some(body), _) => Event::of_entry(&Entry::parse(body)?)?,
            (None, Some(draft)) => Event::of_draft(&draft.read::<Draft>("draft")?)?,
            (None, None) => None,
        };
        event.as_ref().map(emit).transpose()
    })?)
}
