//! The rules of an entry's fields, for what is read and for what is to be written.

use super::scan::Text;

pub(crate) const LONGEST_ID: usize = 128;
pub(crate) const LONGEST_KIND: usize = 64;
pub(crate) const LONGEST_SUBJECT: usize = 256;

/// The kind of a ledger's first entry, and of no other.
pub(crate) const GENESIS: &str = "ledger.genesis";

/// Whether a text is an idempotency key: 1 to 128 characters.
pub(crate) fn is_id(text: &Text<'_>) -> bool {
    !text.raw().is_empty() && text.fits(LONGEST_ID)
}

/// Whether a text says what an entry is about: at most 256 characters.
pub(crate) fn is_subject(text: &Text<'_>) -> bool {
    text.fits(LONGEST_SUBJECT)
}

/// Whether a text is a kind: `[a-z0-9_]+(\.[a-z0-9_]+)*`, at most 64 characters.
pub(crate) fn is_kind(text: &str) -> bool {
    let mut word = false;
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'_' => word = true,
            b'.' if word => word = false,
            _ => return false,
        }
    }
    word && text.len() <= LONGEST_KIND
}

/// Whether a text is the nonce of a genesis: 32 lowercase hexadecimal digits.
pub(crate) fn is_nonce(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
