//! Reports of other tools. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::tool;
use greenboard::tool::dsse::{self, PublicKey};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// The tools whose report this could be.
#[pyfunction]
pub(crate) fn tool_detect(py: Python<'_>, payload: PyBackedBytes) -> Vec<&'static str> {
    py.detach(|| tool::detect(&payload))
}

/// What a report says, as JSON.
#[pyfunction]
pub(crate) fn tool_inspect(py: Python<'_>, payload: PyBackedBytes, tool: &str) -> Result<String> {
    Ok(py.detach(|| to_json(&tool::inspect(&payload, tool)?))?)
}

/// A report as facts about a subject, as JSON.
#[pyfunction]
pub(crate) fn tool_read(
    py: Python<'_>,
    payload: PyBackedBytes,
    tool: &str,
    subject: Given,
    at: &str,
    options: Given,
) -> Result<String> {
    Ok(py.detach(|| {
        let (subject, options) = (subject.read("subject")?, options.read("options")?);
        to_json(&tool::read(&payload, tool, &subject, instant(at)?, &options)?)
    })?)
}

/// Whether the envelopes in a text were signed with a key, as JSON.
#[pyfunction]
pub(crate) fn tool_verify(py: Python<'_>, payload: PyBackedBytes, key: Option<&str>) -> Result<String> {
    Ok(py.detach(|| {
        let key = key.map(PublicKey::parse).transpose()?;
        emit(&dsse::verify(&payload, key.as_ref())?)
    })?)
}
