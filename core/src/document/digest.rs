//! Digests: the identity of a value, whatever text it came from.

use crate::Result;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The digest of a value: `sha256:` and the hexadecimal SHA-256 of its canonical JSON.
///
/// ```
/// use greenboard::document;
/// let empty: [u8; 0] = [];
/// assert_eq!(
///     document::digest(&empty)?,
///     "sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
/// );
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`to_json`](super::to_json).
pub fn digest<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Ok(digest_text(&super::to_json(value)?))
}

/// The digest of a text as it stands: of an artefact's file, or of JSON that is canonical already.
///
/// ```
/// use greenboard::document;
/// assert!(document::digest_text("[]").starts_with("sha256:4f53cda1"));
/// ```
pub fn digest_text(text: impl AsRef<[u8]>) -> String {
    let mut out = String::from("sha256:");
    for byte in Sha256::digest(text) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}
