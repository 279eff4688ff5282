//! The text that a tool reported with, parsed once.

use crate::Result;
use crate::document::{self, Format, Node};
use std::cell::OnceCell;

/// A tool's text. What it is in is found out once, whoever asks.
pub(crate) struct Payload<'t> {
    bytes: &'t [u8],
    json: OnceCell<Result<Node>>,
}

impl<'t> Payload<'t> {
    /// Of these bytes, a mark of byte order left off.
    pub(crate) fn new(bytes: &'t [u8]) -> Self {
        Self { bytes: bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), json: OnceCell::new() }
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &'t [u8] {
        self.bytes
    }

    /// The text as JSON.
    pub(crate) fn json(&self) -> Result<&Node> {
        self.json.get_or_init(|| document::read(self.bytes, Format::Json)).as_ref().map_err(Clone::clone)
    }
}
