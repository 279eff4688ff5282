//! DSSE envelopes: signed payloads of any type, as provenance is carried in.
//!
//! A signature is only ever made of the [`pae`] of type and payload, and is only good under a key that the caller gives: the
//! certificates and key ids that an envelope brings along say nothing.
//!
//! ```
//! use greenboard::tool::dsse::{self, PublicKey, SignatureState};
//!
//! let key = PublicKey::parse("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")?;
//! let envelope = r#"{
//!     "payload": "eyJraW5kIjoiZ2F0ZS5hcHByb3ZlZCJ9",
//!     "payloadType": "application/vnd.greenboard.entry+json",
//!     "signatures": [{"sig": "cqfjX4sGiDtrq2yrM2D/iWlnRvwpgoGps4zKb4oVG9TadnbW4Gc5dGZuW7A7P+TvUHkV5kS97I+4ANvn/K1sBA=="}]
//! }"#;
//! assert_eq!(dsse::verify(envelope, Some(&key))?.state, SignatureState::Verified);
//! assert_eq!(dsse::verify(envelope, None)?.state, SignatureState::Unverified);
//! # Ok::<(), greenboard::Error>(())
//! ```

mod envelope;
mod key;
mod verify;

pub(super) use envelope::{Envelope, Enveloped, enveloped, looks_enveloped};
pub use key::{KeyAlgorithm, PublicKey};
pub use verify::{EnvelopeVerification, SignatureState, Verification, verify};

/// The pre-authentication encoding of DSSE 1: what is signed. Lengths are in bytes.
///
/// ```
/// use greenboard::tool::dsse::pae;
/// assert_eq!(pae("text/plain", b"a b"), b"DSSEv1 10 text/plain 3 a b");
/// ```
pub fn pae(payload_type: &str, payload: &[u8]) -> Vec<u8> {
    let mut encoded = format!("DSSEv1 {} {payload_type} {} ", payload_type.len(), payload.len()).into_bytes();
    encoded.extend_from_slice(payload);
    encoded
}
