//! Whether envelopes were signed with a key.

use super::envelope::{Envelope, Enveloped};
use super::{PublicKey, enveloped, looks_enveloped, pae};
use crate::Result;
use crate::document::{digest_text, names, reads};
use crate::tool::{Payload, ToolError};
use schemars::JsonSchema;
use serde::Serialize;

/// What is known of signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SignatureState {
    /// A signature was made with the key that was given.
    Verified,
    /// No key was given, so nothing is known.
    Unverified,
    /// A key was given, and no signature was made with it: there is none, or it is of something else, or by another key.
    Invalid,
}

impl SignatureState {
    /// Every state, the best first.
    pub const ALL: &'static [Self] = &[Self::Verified, Self::Unverified, Self::Invalid];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Unverified => "unverified",
            Self::Invalid => "invalid",
        }
    }
}

names!(SignatureState: "state of a signature");

/// What is known of the signatures of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Verification {
    /// The worst state of its envelopes.
    pub state: SignatureState,
    /// The key that was asked for, by [`PublicKey::id`]; none where none was given.
    pub key: Option<String>,
    /// Each envelope, in order.
    pub envelopes: Vec<EnvelopeVerification>,
}

reads!(Verification as "greenboard/verification/1" { state, key, envelopes });

/// What is known of the signatures of one envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct EnvelopeVerification {
    /// Whether one of its signatures was made with the key.
    pub state: SignatureState,
    /// The type of what is signed; none for a statement that stands there without an envelope.
    pub payload_type: Option<String>,
    /// The digest of what is signed, `sha256:` and hexadecimal digits; none for a statement that stands there without an
    /// envelope.
    pub payload_digest: Option<String>,
    /// The ids of the keys that are said to have signed it, in order; none for a signature that does not say. They are hints,
    /// which nothing vouches for.
    pub key_ids: Vec<Option<String>>,
}

reads!(EnvelopeVerification { state, payload_type, payload_digest, key_ids });

/// Whether the DSSE envelopes in a text were signed with a key: a bare envelope, a bundle of Sigstore's, lines of either, or
/// the summary of Google Cloud Build.
///
/// That a signature is not good is an answer, and no error. Without a key nothing is ever verified.
///
/// ```
/// use greenboard::tool::dsse::{PublicKey, SignatureState, verify};
///
/// let key = PublicKey::parse("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")?;
/// let unsigned = r#"{"payload": "", "payloadType": "text/plain", "signatures": []}"#;
/// assert_eq!(verify(unsigned, Some(&key))?.state, SignatureState::Invalid);
/// assert_eq!(verify("{}", Some(&key)).unwrap_err().code(), "tool.unrecognised");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `tool.empty`, `tool.unrecognised` and `document.*` where the text carries no envelope.
pub fn verify(payload: impl AsRef<[u8]>, key: Option<&PublicKey>) -> Result<Verification> {
    const TOOL: &str = "provenance";
    let payload = Payload::new(payload.as_ref());
    if payload.is_blank() {
        return Err(ToolError::Empty { tool: TOOL }.into());
    }
    if !looks_enveloped(&payload) {
        payload.readable()?;
        let (report, found) = ("a DSSE envelope, or a bundle with one", payload.described());
        return Err(ToolError::Unrecognised { tool: TOOL, report, found, tools: Vec::new() }.into());
    }
    let envelopes: Vec<_> = enveloped(&payload)?.iter().map(|one| of(one, key)).collect();
    // An empty list has nothing that could be verified.
    let nothing = if key.is_some() { SignatureState::Invalid } else { SignatureState::Unverified };
    let state = envelopes.iter().map(|envelope| envelope.state).max().unwrap_or(nothing);
    Ok(Verification { state, key: key.map(PublicKey::id), envelopes })
}

fn of(one: &Enveloped, key: Option<&PublicKey>) -> EnvelopeVerification {
    match one {
        Enveloped::Signed(envelope) => EnvelopeVerification {
            state: envelope.state(key),
            payload_type: Some(envelope.payload_type.clone()),
            payload_digest: Some(digest_text(&envelope.payload)),
            key_ids: envelope.signatures.iter().map(|signature| signature.key_id.0.clone()).collect(),
        },
        Enveloped::Bare(_) => EnvelopeVerification {
            state: if key.is_some() { SignatureState::Invalid } else { SignatureState::Unverified },
            payload_type: None,
            payload_digest: None,
            key_ids: Vec::new(),
        },
    }
}

impl Envelope {
    /// What is known of its signatures.
    pub(in crate::tool) fn state(&self, key: Option<&PublicKey>) -> SignatureState {
        let Some(key) = key else { return SignatureState::Unverified };
        let message = pae(&self.payload_type, &self.payload);
        let mut signatures = self.signatures.iter().filter_map(|signature| signature.bytes.as_deref());
        if signatures.any(|signature| key.verifies(&message, signature)) {
            SignatureState::Verified
        } else {
            SignatureState::Invalid
        }
    }
}
