//! Canonical JSON and digests.

use crate::error::Result;
use greenboard::document::{self, Format, Read, canonical};
use greenboard::fact::{self, Fact};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// A document as a call gives it: its text, and whether someone wrote that text or it was made of an object.
#[derive(FromPyObject)]
pub(crate) struct Given(PyBackedBytes, bool);

impl Given {
    /// The document; an error says which argument it is of, and its place in the text where there is someone to look.
    pub(crate) fn read<T: Read>(&self, argument: &str) -> greenboard::Result<T> {
        let text = &self.0;
        document::parse(text, Format::of_text(text)).map_err(|error| self.placed(error, argument))
    }

    /// What becomes of its text.
    pub(crate) fn with<T>(
        &self,
        argument: &str,
        read: impl FnOnce(&str) -> greenboard::Result<T>,
    ) -> greenboard::Result<T> {
        let text = match std::str::from_utf8(&self.0) {
            Ok(text) => Ok(text),
            // Says where it is no text.
            Err(_) => document::read(&self.0, Format::Json).map(|_| ""),
        };
        text.and_then(read).map_err(|error| self.placed(error, argument))
    }

    fn placed(&self, error: greenboard::Error, argument: &str) -> greenboard::Error {
        let error = if self.1 { error } else { error.without_place() };
        error.within(argument)
    }
}

impl Given {
    /// Facts: a list of them, or one. There may be many more than of other documents.
    pub(crate) fn read_facts(&self) -> greenboard::Result<Vec<Fact>> {
        let Self(text, written) = self;
        fact::read(text).map_err(|error| {
            let error = if *written { error } else { error.without_place() };
            error.within("facts")
        })
    }
}

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
