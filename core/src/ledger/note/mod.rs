//! Signed notes, and the checkpoints of ledgers that are such notes (C2SP signed-note, tlog-checkpoint, tlog-cosignature,
//! tlog-proof).
//!
//! A checkpoint says how many entries a ledger has and what the root of its tree is, signed. Whoever keeps one needs nothing
//! else to see later whether that ledger was cut or changed. Keys are the caller's: [`Signer`] is a trait, and
//! [`Ed25519`] one of it whose seed the caller brings along.

mod checkpoint;
mod key;
mod log_proof;
mod signed;

pub use checkpoint::{Checkpoint, CheckpointText, Cosignature, SignedCheckpoint, cosign, sign_checkpoint};
pub use key::{Ed25519, NoteAlgorithm, NoteKey, Signer};
pub use log_proof::LogProof;
pub use signed::{Note, NoteSignature, Signatories, sign};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub(crate) fn decode(digits: &str) -> Option<Vec<u8>> {
    STANDARD.decode(digits).ok()
}

fn encode(bytes: impl AsRef<[u8]>) -> String {
    STANDARD.encode(bytes)
}

/// The number that its own decimal digits, and nothing else, stand for.
fn decimal(digits: &str) -> Option<u64> {
    let plain = digits == "0" || !digits.starts_with(['0', '+']);
    digits.parse().ok().filter(|_| plain)
}
