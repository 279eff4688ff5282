//! Proofs, signed notes and checkpoints. Signatures are the caller's: what is to be signed goes out, the signature comes in.

use crate::document::Given;
use crate::error::Result;
use greenboard::document::to_json;
use greenboard::ledger::Hash;
use greenboard::ledger::note::{
    self, Checkpoint, Ed25519, LogProof, Note, NoteAlgorithm, NoteKey, SignedCheckpoint, Signer,
};
use greenboard::ledger::tree::{ConsistencyProof, InclusionProof, Tree};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The tree over entries: what makes proofs.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct LedgerTree(Mutex<Tree>);

impl LedgerTree {
    fn held(&self) -> MutexGuard<'_, Tree> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl LedgerTree {
    /// The empty tree.
    #[staticmethod]
    fn empty() -> Self {
        Self(Mutex::new(Tree::new()))
    }

    /// The next entries, by their bytes.
    fn push(&self, py: Python<'_>, bodies: Vec<PyBackedBytes>) {
        py.detach(|| {
            let mut tree = self.held();
            bodies.iter().for_each(|body| tree.push(Hash::of_entry(body)));
        });
    }

    /// How many there are.
    fn size(&self) -> u64 {
        self.held().size()
    }

    /// The root at a size.
    fn root_at(&self, size: u64) -> Result<String> {
        Ok(self.held().root_at(size)?.to_string())
    }

    /// That an entry is in the tree of a size, as JSON.
    fn inclusion(&self, index: u64, size: u64) -> Result<String> {
        Ok(to_json(&self.held().inclusion(index, size)?)?)
    }

    /// That the tree of the second size begins with that of the first, as JSON.
    fn consistency(&self, size1: u64, size2: u64) -> Result<String> {
        Ok(to_json(&self.held().consistency(size1, size2)?)?)
    }
}

/// Raises where the leaf is not in the tree of the root.
#[pyfunction]
pub(crate) fn ledger_check_inclusion(proof: Given, leaf: &str, root: &str) -> Result<()> {
    Ok(proof.read::<InclusionProof>("proof")?.verify(leaf.parse()?, root.parse()?)?)
}

/// Raises where the second root's tree does not begin with the first's.
#[pyfunction]
pub(crate) fn ledger_check_consistency(proof: Given, root1: &str, root2: &str) -> Result<()> {
    Ok(proof.read::<ConsistencyProof>("proof")?.verify(root1.parse()?, root2.parse()?)?)
}

/// The key of a seed, as text.
#[pyfunction]
pub(crate) fn note_key(name: &str, seed: [u8; 32]) -> Result<String> {
    Ok(Ed25519::from_seed(name, NoteAlgorithm::Ed25519, &seed)?.key().to_string())
}

/// The signature of a message under a seed.
#[pyfunction]
pub(crate) fn note_signature(name: &str, seed: [u8; 32], message: &[u8]) -> Result<[u8; 64]> {
    Ok(Ed25519::from_seed(name, NoteAlgorithm::Ed25519, &seed)?.sign(message)?)
}

/// A signature that was made elsewhere.
struct Made {
    key: NoteKey,
    signature: [u8; 64],
}

impl Signer for Made {
    fn key(&self) -> &NoteKey {
        &self.key
    }

    fn sign(&self, _message: &[u8]) -> greenboard::Result<[u8; 64]> {
        Ok(self.signature)
    }
}

/// The note, where the signature is good under the key that it is to be by.
fn checked(note: String, signer: &Made) -> greenboard::Result<String> {
    Note::parse(&note)?.verify(std::slice::from_ref(&signer.key))?;
    Ok(note)
}

/// The note of a text and its signature.
#[pyfunction]
pub(crate) fn note_of(text: &str, key: &str, signature: [u8; 64]) -> Result<String> {
    let signer = Made { key: key.parse()?, signature };
    Ok(checked(note::sign(text, &signer)?, &signer)?)
}

/// What a note says, and who signed it: those who are known, and others.
#[pyfunction]
pub(crate) fn note_verify(note: &[u8], keys: Vec<String>) -> Result<(String, Vec<String>, Vec<String>)> {
    let note = Note::parse(note)?;
    let signatories = note.verify(&read_keys(&keys)?)?;
    Ok((note.text, signatories.verified, signatories.unverified))
}

fn read_keys(keys: &[String]) -> greenboard::Result<Vec<NoteKey>> {
    keys.iter().map(|key| key.parse()).collect()
}

/// A checkpoint: origin, size, root.
type Parts = (String, u64, String);

fn checkpoint((origin, size, root): Parts) -> greenboard::Result<Checkpoint> {
    Ok(Checkpoint::new(origin, size, root.parse()?))
}

/// The text of a checkpoint, which is what is signed.
#[pyfunction]
pub(crate) fn checkpoint_text(parts: Parts) -> Result<String> {
    Ok(checkpoint(parts)?.to_string())
}

/// The signed checkpoint, where what was signed before is consistent with it.
#[pyfunction]
pub(crate) fn checkpoint_note(
    parts: Parts,
    previous: Option<(Parts, Option<Given>)>,
    key: &str,
    signature: [u8; 64],
) -> Result<String> {
    let signer = Made { key: key.parse()?, signature };
    let checkpoint_ = checkpoint(parts)?;
    let note = match previous {
        None => note::sign_checkpoint(&checkpoint_, None, &signer)?,
        Some((before, proof)) => {
            let before = checkpoint(before)?;
            let proof = match proof {
                Some(proof) => proof.read("proof")?,
                None => ConsistencyProof::new(before.size, checkpoint_.size, Vec::new()),
            };
            note::sign_checkpoint(&checkpoint_, Some((&before, &proof)), &signer)?
        }
    };
    Ok(checked(note, &signer)?)
}

/// A checkpoint and its witnesses, each with the seconds since 1970.
type Opened = (String, u64, String, Vec<(String, u64)>);

fn opened(signed: SignedCheckpoint) -> Opened {
    let Checkpoint { origin, size, root, .. } = signed.checkpoint;
    let witnesses = signed.cosignatures.into_iter().map(|witness| (witness.name, witness.time)).collect();
    (origin, size, root.to_string(), witnesses)
}

/// What a signed checkpoint says.
#[pyfunction]
pub(crate) fn checkpoint_open(
    note: &[u8],
    origin: &str,
    key: &str,
    witnesses: Vec<String>,
) -> Result<Opened> {
    Ok(opened(Checkpoint::open(note, origin, &key.parse()?, &read_keys(&witnesses)?)?))
}

/// An inclusion proof and a signed checkpoint as one text.
#[pyfunction]
pub(crate) fn log_proof_text(proof: Given, checkpoint: &str) -> Result<String> {
    Ok(LogProof::new(proof.read("proof")?, checkpoint).to_string())
}

/// The checkpoint by which an entry is in a ledger.
#[pyfunction]
pub(crate) fn log_proof_verify(
    text: &str,
    leaf: &str,
    origin: &str,
    key: &str,
    witnesses: Vec<String>,
) -> Result<Opened> {
    let keys = read_keys(&witnesses)?;
    Ok(opened(LogProof::parse(text)?.verify(leaf.parse()?, origin, &key.parse()?, &keys)?))
}

/// The digest of a payload.
#[pyfunction]
pub(crate) fn ledger_payload_digest(salt: [u8; 32], body: &[u8]) -> String {
    greenboard::ledger::payload_digest(&salt, body).to_string()
}
