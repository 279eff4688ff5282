//! Canonical JSON and digests.

use crate::error::raise;
use greenboard::document::{self, Format, Read, canonical};
use greenboard::fact::{self, Fact};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// A document as a call gives it.
#[napi(object)]
pub struct Given {
    /// Its text.
    pub text: String,
    /// Whether someone wrote that text, or it was made of an object.
    pub written: bool,
}

impl Given {
    /// The document; an error says which argument it is of, and its place in the text where there is someone to look.
    pub(crate) fn read<T: Read>(&self, argument: &str) -> greenboard::Result<T> {
        self.with(argument, |text| document::parse(text, Format::of_text(text)))
    }

    /// What becomes of its text.
    pub(crate) fn with<T>(
        &self,
        argument: &str,
        read: impl FnOnce(&str) -> greenboard::Result<T>,
    ) -> greenboard::Result<T> {
        read(&self.text).map_err(|error| {
            let error = if self.written { error } else { error.without_place() };
            error.within(argument)
        })
    }
}

impl Given {
    /// Facts: a list of them, or one. There may be many more than of other documents.
    pub(crate) fn read_facts(&self) -> greenboard::Result<Vec<Fact>> {
        fact::read(&self.text).map_err(|error| {
            let error = if self.written { error } else { error.without_place() };
            error.within("facts")
        })
    }
}

/// The RFC 8785 text of a JSON text.
#[napi]
pub fn canonical_json(text: String) -> Result<String> {
    canonical_text(text).map_err(raise)
}

/// The digest of the RFC 8785 text of a JSON text.
#[napi]
pub fn digest(text: String) -> Result<String> {
    canonical_text(text).map(document::digest_text).map_err(raise)
}

/// The digest of bytes as they stand.
#[napi]
pub fn digest_text(bytes: &[u8]) -> String {
    document::digest_text(bytes)
}

fn canonical_text(text: String) -> greenboard::Result<String> {
    canonical::write(&document::read(text, Format::Json)?, canonical::Policy::Exact)
}
