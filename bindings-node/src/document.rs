//! Canonical JSON and digests.

use crate::error::raise;
use greenboard::document::{self, Format, canonical};
use napi::bindgen_prelude::*;
use napi_derive::napi;

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
