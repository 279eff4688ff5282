//! Ledgers: sealing, verifying, and the stores of the core. Entries cross as their bytes.

use crate::document::Given;
use crate::error::Result;
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::ledger::sql::{self, Row};
use greenboard::ledger::{
    self as core, Actor, Admitted, Anchor, Draft, Entry, Expect, Hash, Head, Held, Known, Verified, Verifier,
};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::PyBytes;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a writer expects: its kind, a number, a text.
#[derive(FromPyObject)]
pub(crate) struct Expected(String, Option<u64>, Option<String>);

impl Expected {
    pub(crate) fn read(self) -> greenboard::Result<Expect> {
        let Self(kind, seq, text) = self;
        Ok(match (kind.as_str(), seq, text) {
            ("empty", ..) => Expect::Empty,
            ("seq", Some(seq), _) => Expect::Seq(seq),
            ("head", _, Some(hash)) => {
                Expect::Head(hash.parse().map_err(|error: greenboard::Error| error.within("expect"))?)
            }
            ("subject", Some(seq), Some(subject)) => Expect::SubjectUnchangedSince { subject, seq },
            _ => Expect::Any,
        })
    }
}

/// Entries on their way to Python.
pub(crate) struct Bodies(pub(crate) Vec<Entry>);

impl<'py> IntoPyObject<'py> for Bodies {
    type Target = pyo3::types::PyList;
    type Output = Bound<'py, Self::Target>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        pyo3::types::PyList::new(py, self.0.iter().map(|entry| PyBytes::new(py, entry.bytes())))
    }
}

/// A head as JSON, null for none.
pub(crate) fn head_json(head: Option<Head>) -> greenboard::Result<String> {
    to_json(&head)
}

/// Drafts that were read once, for as many attempts as it takes.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct Drafts(Vec<Draft>);

impl Drafts {
    /// The drafts.
    pub(crate) fn held(&self) -> &[Draft] {
        &self.0
    }
}

#[pymethods]
impl Drafts {
    /// The drafts of a list.
    #[staticmethod]
    fn of(py: Python<'_>, drafts: Given) -> Result<Self> {
        Ok(Self(py.detach(|| drafts.read("drafts"))?))
    }

    /// Their ids, in order.
    #[getter]
    fn ids(&self) -> Vec<&str> {
        self.0.iter().map(|draft| draft.id.as_str()).collect()
    }

    /// What is to be stored of them, given what a store knows: the bytes of entries, and whether they are there already.
    fn prepare(
        &self,
        py: Python<'_>,
        expect: Expected,
        head: Option<PyBackedBytes>,
        known: Vec<PyBackedBytes>,
        last_about: Option<u64>,
        now: &str,
    ) -> Result<(Bodies, bool)> {
        Ok(py.detach(|| {
            let known =
                known.iter().map(|body| Entry::parse(body)).collect::<greenboard::Result<Vec<_>>>()?;
            let entries =
                self.0.iter().map(|draft| known.iter().find(|entry| entry.id() == draft.id).cloned());
            let head = head.map(|body| Entry::parse(&body)).transpose()?.as_ref().map(Head::of);
            let known = Known { head, entries: entries.collect(), last_about };
            Ok::<_, greenboard::Error>(match core::admit(&self.0, &expect.read()?, &known)? {
                Admitted::Repeated(entries) => (Bodies(entries), true),
                Admitted::New => (Bodies(core::seal(&self.0, head.as_ref(), instant(now)?)?.entries), false),
            })
        })?)
    }

    /// The bytes of the entries that they become on top of a head.
    fn seal(&self, py: Python<'_>, head: Option<Given>, recorded_at: &str) -> Result<Bodies> {
        Ok(py.detach(|| {
            let head: Option<Head> = head.map(|head| head.read("head")).transpose()?;
            Ok::<_, greenboard::Error>(Bodies(
                core::seal(&self.0, head.as_ref(), instant(recorded_at)?)?.entries,
            ))
        })?)
    }
}

/// The first draft of a ledger, as JSON.
#[pyfunction]
pub(crate) fn ledger_genesis(
    py: Python<'_>,
    origin: &str,
    nonce: [u8; 16],
    actor: Given,
    at: &str,
) -> Result<String> {
    Ok(py.detach(|| {
        let actor: Actor = actor.read("actor")?;
        to_json(&core::genesis(origin, nonce, actor, instant(at)?))
    })?)
}

/// An entry's hash, where its bytes are an entry.
#[pyfunction]
pub(crate) fn ledger_entry_hash(body: &[u8]) -> Result<String> {
    Ok(Entry::parse(body)?.hash().to_string())
}

/// A column of a hash; one that is none is no entry's.
fn column(bytes: &[u8]) -> Hash {
    <[u8; 32]>::try_from(bytes).map_or(Hash::ZERO, Hash::new)
}

/// A row of a table.
#[derive(FromPyObject)]
pub(crate) struct Columns(
    u64,
    Option<PyBackedBytes>,
    PyBackedBytes,
    PyBackedStr,
    PyBackedStr,
    PyBackedStr,
    PyBackedBytes,
);

/// What somebody outside holds: anchors, and the sizes and roots of checkpoints.
pub(crate) fn held(anchors: &Given, checkpoints: Vec<(u64, String)>) -> greenboard::Result<Held> {
    let anchors: Vec<Anchor> = anchors.read("anchor")?;
    let mut held = anchors.into_iter().fold(Held::new(), Held::with_anchor);
    for (size, root) in checkpoints {
        held = held.with_checkpoint(size, root.parse()?);
    }
    Ok(held)
}

/// What was found, as JSON.
pub(crate) fn verified_json(verified: &Verified) -> greenboard::Result<String> {
    to_json(&serde_json::json!({ "entries": verified.entries, "head": verified.head, "root": verified.root }))
}

/// Verifies entries as they are read.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct LedgerVerifier(Mutex<Verifier>);

impl LedgerVerifier {
    fn held(&self) -> MutexGuard<'_, Verifier> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl LedgerVerifier {
    /// Against what somebody outside holds: anchors, and the sizes and roots of checkpoints.
    #[staticmethod]
    fn of(anchors: Given, checkpoints: Vec<(u64, String)>) -> Result<Self> {
        Ok(Self(Mutex::new(Verifier::against(held(&anchors, checkpoints)?))))
    }

    /// The next entries.
    fn push(&self, py: Python<'_>, bodies: Vec<PyBackedBytes>) -> Result<()> {
        Ok(py.detach(|| bodies.iter().try_for_each(|body| self.held().push(body).map(drop)))?)
    }

    /// The next entries, as rows of a table.
    fn push_rows(&self, py: Python<'_>, rows: Vec<Columns>) -> Result<()> {
        Ok(py.detach(|| {
            rows.iter().try_for_each(|Columns(seq, prev, hash, id, kind, subject, body)| {
                self.held().push(body)?;
                let (prev, hash) = (prev.as_deref().map(column), column(hash));
                Row { seq: *seq, prev, hash, id, kind, subject, body }.check().map(drop)
            })
        })?)
    }

    /// What they were, as JSON.
    fn finish(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| {
            let verifier = std::mem::take(&mut *self.held());
            verified_json(&verifier.finish()?)
        })?)
    }
}

/// The tables and statements of SQL stores, as JSON.
#[pyfunction]
pub(crate) fn ledger_sql() -> Result<String> {
    Ok(to_json(&serde_json::json!({ "postgres": sql::POSTGRES, "sqlite": sql::SQLITE }))?)
}

/// Raises that other writers were faster so many times in a row.
#[pyfunction]
pub(crate) fn ledger_contended(attempts: u32) -> Result<()> {
    Err(sql::contended(attempts).into())
}

/// The bytes of the entries of an export, verified.
#[pyfunction]
pub(crate) fn ledger_import(
    py: Python<'_>,
    export: PyBackedBytes,
    anchors: Given,
    checkpoints: Vec<(u64, String)>,
) -> Result<Bodies> {
    Ok(py
        .detach(|| core::import(&export, &held(&anchors, checkpoints)?).map(|found| Bodies(found.entries)))?)
}
