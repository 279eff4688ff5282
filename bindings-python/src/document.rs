//! Canonical JSON and digests.

use crate::error::Result;
use greenboard::document::{self, Format, canonical};
use pyo3::prelude::*;

/// The RFC 8785 text of a JSON text.
#[pyfunction]
pub(crate) fn canonical_json(py: Python<'_>, text: &[u8]) -> Result<String> {
    Ok(py.detach(|| canonical_text(text))?)
}

/// The digest of the RFC 8785 text of a JSON text.
#[pyfunction]
pub(crate) fn digest(py: Python<'_>, text: &[u8]) -> Result<String> {
    Ok(py.detach(|| canonical_text(text).map(document::digest_text))?)
}

/// The digest of a text as it stands.
#[pyfunction]
pub(crate) fn digest_text(py: Python<'_>, text: &[u8]) -> String {
    py.detach(|| document::digest_text(text))
}

fn canonical_text(text: &[u8]) -> greenboard::Result<String> {
    canonical::write(&document::read(text, Format::Json)?, canonical::Policy::Exact)
}
