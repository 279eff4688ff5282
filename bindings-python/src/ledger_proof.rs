//! Proofs, signed notes and checkpoints. Signatures are the caller's: what is to be signed goes out, the signature comes in.

use crate::document::Given;
use crate::error::Result;
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::ledger::Hash;
use greenboard::ledger::note::{
    self, Checkpoint, Ed25519, LogProof, Note, NoteAlgorithm, NoteKey, SignedCheckpoint, Signer,
};
use greenboard::ledger::tree::{ConsistencyProof, InclusionProof, Tree};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
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

    /// The next entries, by their hashes.
    fn push_hashes(&self, hashes: Vec<String>) -> Result<()> {
        let hashes = hashes.iter().map(|hash| hash.parse()).collect::<greenboard::Result<Vec<Hash>>>()?;
        let mut tree = self.held();
        hashes.into_iter().for_each(|hash| tree.push(hash));
        Ok(())
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

/// The key of a seed, as text: one that signs notes, or a witness's.
#[pyfunction]
pub(crate) fn note_key(name: &str, seed: [u8; 32], witness: bool) -> Result<String> {
    let algorithm = if witness { NoteAlgorithm::Cosignature } else { NoteAlgorithm::Ed25519 };
    Ok(Ed25519::from_seed(name, algorithm, &seed)?.key().to_string())
}

/// The signature of a message under a seed.
#[pyfunction]
pub(crate) fn note_signature(name: &str, seed: [u8; 32], message: &[u8]) -> Result<[u8; 64]> {
    Ok(Ed25519::from_seed(name, NoteAlgorithm::Ed25519, &seed)?.sign(message)?)
}

/// A signer elsewhere: takes down what is to be signed, or has the signature already.
struct Elsewhere {
    key: NoteKey,
    asked: Mutex<Vec<u8>>,
    signature: Option<[u8; 64]>,
}

impl Signer for Elsewhere {
    fn key(&self) -> &NoteKey {
        &self.key
    }

    fn sign(&self, message: &[u8]) -> greenboard::Result<[u8; 64]> {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = message.to_vec();
        Ok(self.signature.unwrap_or([0; 64]))
    }
}

/// What is to be signed; or once it is, the note, where the signature is good under the key that it is to be by.
fn signed(
    key: &str,
    signature: Option<[u8; 64]>,
    make: impl FnOnce(&Elsewhere) -> greenboard::Result<String>,
) -> greenboard::Result<Vec<u8>> {
    let signer = Elsewhere { key: key.parse()?, asked: Mutex::default(), signature };
    let note = make(&signer)?;
    if signature.is_none() {
        return Ok(signer.asked.into_inner().unwrap_or_else(PoisonError::into_inner));
    }
    Note::parse(&note)?.verify(std::slice::from_ref(&signer.key))?;
    Ok(note.into_bytes())
}

/// What is to be signed of a text; with the signature, the note.
#[pyfunction]
pub(crate) fn note_of<'py>(
    py: Python<'py>,
    text: &str,
    key: &str,
    signature: Option<[u8; 64]>,
) -> Result<Bound<'py, PyBytes>> {
    Ok(PyBytes::new(py, &signed(key, signature, |signer| note::sign(text, signer))?))
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

/// What was seen before of a ledger, and the proof from there.
type Previous = (Parts, Option<Given>);

/// The checkpoint that was seen before, and the proof from there to a size; where none is given, that of nothing more.
fn before((parts, proof): Previous, size: u64) -> greenboard::Result<(Checkpoint, ConsistencyProof)> {
    let before = checkpoint(parts)?;
    let proof = match proof {
        Some(proof) => proof.read("proof")?,
        None => ConsistencyProof::new(before.size, size, Vec::new()),
    };
    Ok((before, proof))
}

/// What is to be signed of a checkpoint, where what was signed before is consistent with it; with the signature, the note.
#[pyfunction]
pub(crate) fn checkpoint_note<'py>(
    py: Python<'py>,
    parts: Parts,
    previous: Option<Previous>,
    key: &str,
    signature: Option<[u8; 64]>,
) -> Result<Bound<'py, PyBytes>> {
    let checkpoint = checkpoint(parts)?;
    let previous = previous.map(|previous| before(previous, checkpoint.size)).transpose()?;
    let previous = previous.as_ref().map(|(before, proof)| (before, proof));
    let note = signed(key, signature, |signer| note::sign_checkpoint(&checkpoint, previous, signer))?;
    Ok(PyBytes::new(py, &note))
}

/// What a witness is to sign of a signed checkpoint, where it is consistent with what was seen before; with the signature, the note.
#[pyfunction]
pub(crate) fn checkpoint_cosigned<'py>(
    py: Python<'py>,
    note: &str,
    log: &str,
    previous: Option<Previous>,
    at: &str,
    key: &str,
    signature: Option<[u8; 64]>,
) -> Result<Bound<'py, PyBytes>> {
    let (log, at) = (log.parse::<NoteKey>()?, instant(at)?);
    let size = Checkpoint::open(note, log.name(), &log, &[])?.checkpoint.size;
    let previous = previous.map(|previous| before(previous, size)).transpose()?;
    let previous = previous.as_ref().map(|(before, proof)| (before, proof));
    let note = signed(key, signature, |signer| note::cosign(note, previous, &log, signer, at))?;
    Ok(PyBytes::new(py, &note))
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
