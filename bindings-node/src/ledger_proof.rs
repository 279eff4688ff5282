//! Proofs, signed notes and checkpoints. Signatures are the caller's: what is to be signed goes out, the signature comes in.

use crate::document::Given;
use crate::error::raise;
use crate::ledger::number;
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::ledger::Hash;
use greenboard::ledger::note::{
    self, Checkpoint, Ed25519, LogProof, Note, NoteAlgorithm, NoteKey, SignedCheckpoint, Signer,
};
use greenboard::ledger::tree::{ConsistencyProof, InclusionProof, Tree};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde_json::json;
use std::sync::{Mutex, PoisonError};

/// The tree over entries: what makes proofs.
#[napi(js_name = "LedgerTree")]
pub struct LedgerTree(Mutex<Tree>);

impl LedgerTree {
    fn with<T>(&self, ask: impl FnOnce(&mut Tree) -> greenboard::Result<T>) -> Result<T> {
        ask(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner)).map_err(raise)
    }
}

#[napi]
impl LedgerTree {
    /// The empty tree.
    #[napi(factory)]
    pub fn empty() -> Self {
        Self(Mutex::new(Tree::new()))
    }

    /// The next entry, by its bytes.
    #[napi]
    pub fn push(&self, body: &[u8]) -> Result<()> {
        self.with(|tree| {
            tree.push(Hash::of_entry(body));
            Ok(())
        })
    }

    /// The next entries, by their hashes.
    #[napi]
    pub fn push_hashes(&self, hashes: Vec<String>) -> Result<()> {
        self.with(|tree| {
            let hashes = hashes.iter().map(|hash| hash.parse()).collect::<greenboard::Result<Vec<Hash>>>()?;
            hashes.into_iter().for_each(|hash| tree.push(hash));
            Ok(())
        })
    }

    /// How many there are.
    #[napi]
    pub fn size(&self) -> Result<f64> {
        self.with(|tree| Ok(tree.size() as f64))
    }

    /// The root at a size.
    #[napi]
    pub fn root_at(&self, size: f64) -> Result<String> {
        self.with(|tree| Ok(tree.root_at(number(size))?.to_string()))
    }

    /// That an entry is in the tree of a size, as JSON.
    #[napi]
    pub fn inclusion(&self, index: f64, size: f64) -> Result<String> {
        self.with(|tree| to_json(&tree.inclusion(number(index), number(size))?))
    }

    /// That the tree of the second size begins with that of the first, as JSON.
    #[napi]
    pub fn consistency(&self, size1: f64, size2: f64) -> Result<String> {
        self.with(|tree| to_json(&tree.consistency(number(size1), number(size2))?))
    }
}

/// Throws where the leaf is not in the tree of the root.
#[napi]
pub fn ledger_check_inclusion(proof: Given, leaf: String, root: String) -> Result<()> {
    let check = || proof.read::<InclusionProof>("proof")?.verify(leaf.parse()?, root.parse()?);
    check().map_err(raise)
}

/// Throws where the second root's tree does not begin with the first's.
#[napi]
pub fn ledger_check_consistency(proof: Given, root1: String, root2: String) -> Result<()> {
    let check = || proof.read::<ConsistencyProof>("proof")?.verify(root1.parse()?, root2.parse()?);
    check().map_err(raise)
}

fn sized<const N: usize>(bytes: &[u8], what: &str) -> Result<[u8; N]> {
    <[u8; N]>::try_from(bytes).map_err(|_| Error::new(Status::InvalidArg, format!("{what} is {N} bytes")))
}

fn ed25519(name: &str, algorithm: NoteAlgorithm, seed: &[u8]) -> Result<Ed25519> {
    Ed25519::from_seed(name, algorithm, &sized(seed, "a seed")?).map_err(raise)
}

/// The key of a seed, as text: one that signs notes, or a witness's.
#[napi]
pub fn note_key(name: String, seed: &[u8], witness: bool) -> Result<String> {
    let algorithm = if witness { NoteAlgorithm::Cosignature } else { NoteAlgorithm::Ed25519 };
    Ok(ed25519(&name, algorithm, seed)?.key().to_string())
}

/// The signature of a message under a seed.
#[napi]
pub fn note_signature(name: String, seed: &[u8], message: &[u8]) -> Result<Buffer> {
    Ok(ed25519(&name, NoteAlgorithm::Ed25519, seed)?.sign(message).map_err(raise)?.to_vec().into())
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
    signature: Option<&[u8]>,
    make: impl FnOnce(&Elsewhere) -> greenboard::Result<String>,
) -> Result<Buffer> {
    let signature = signature.map(|signature| sized(signature, "a signature")).transpose()?;
    let made = || {
        let signer = Elsewhere { key: key.parse()?, asked: Mutex::default(), signature };
        let note = make(&signer)?;
        if signature.is_none() {
            return Ok(signer.asked.into_inner().unwrap_or_else(PoisonError::into_inner));
        }
        Note::parse(&note)?.verify(std::slice::from_ref(&signer.key))?;
        Ok(note.into_bytes())
    };
    made().map(Buffer::from).map_err(raise)
}

/// What is to be signed of a text; with the signature, the note.
#[napi]
pub fn note_of(text: String, key: String, signature: Option<&[u8]>) -> Result<Buffer> {
    signed(&key, signature, |signer| note::sign(&text, signer))
}

/// What a note says, and who signed it, as JSON.
#[napi]
pub fn note_verify(note: &[u8], keys: Vec<String>) -> Result<String> {
    let verify = || {
        let note = Note::parse(note)?;
        let signatories = note.verify(&read_keys(&keys)?)?;
        to_json(&json!({
            "text": note.text,
            "verified": signatories.verified,
            "unverified": signatories.unverified,
        }))
    };
    verify().map_err(raise)
}

fn read_keys(keys: &[String]) -> greenboard::Result<Vec<NoteKey>> {
    keys.iter().map(|key| key.parse()).collect()
}

/// A checkpoint.
#[napi(object)]
pub struct CheckpointParts {
    /// Which ledger it is.
    pub origin: String,
    /// How many entries it has.
    pub size: f64,
    /// The root of the tree over them.
    pub root: String,
}

impl CheckpointParts {
    fn read(self) -> greenboard::Result<Checkpoint> {
        Ok(Checkpoint::new(self.origin, number(self.size), self.root.parse()?))
    }
}

/// What was seen before of a ledger, and the proof from there.
#[napi(object)]
pub struct PreviousCheckpoint {
    /// What was seen.
    pub checkpoint: CheckpointParts,
    /// The proof; where none is given, that of nothing more.
    pub proof: Option<Given>,
}

impl PreviousCheckpoint {
    fn read(self, size: u64) -> greenboard::Result<(Checkpoint, ConsistencyProof)> {
        let before = self.checkpoint.read()?;
        let proof = match self.proof {
            Some(proof) => proof.read("proof")?,
            None => ConsistencyProof::new(before.size, size, Vec::new()),
        };
        Ok((before, proof))
    }
}

/// What is to be signed of a checkpoint, where what was signed before is consistent with it; with the signature, the note.
#[napi]
pub fn checkpoint_note(
    parts: CheckpointParts,
    previous: Option<PreviousCheckpoint>,
    key: String,
    signature: Option<&[u8]>,
) -> Result<Buffer> {
    signed(&key, signature, |signer| {
        let checkpoint = parts.read()?;
        let previous = previous.map(|previous| previous.read(checkpoint.size)).transpose()?;
        note::sign_checkpoint(&checkpoint, previous.as_ref().map(|(before, proof)| (before, proof)), signer)
    })
}

/// What a witness is to sign of a signed checkpoint, where it is consistent with what was seen before; with the signature, the note.
#[napi]
pub fn checkpoint_cosigned(
    note: String,
    log: String,
    previous: Option<PreviousCheckpoint>,
    at: String,
    key: String,
    signature: Option<&[u8]>,
) -> Result<Buffer> {
    signed(&key, signature, |signer| {
        let (log, at) = (log.parse::<NoteKey>()?, instant(at)?);
        let size = Checkpoint::open(&note, log.name(), &log, &[])?.checkpoint.size;
        let previous = previous.map(|previous| previous.read(size)).transpose()?;
        let previous = previous.as_ref().map(|(before, proof)| (before, proof));
        note::cosign(&note, previous, &log, signer, at)
    })
}

fn opened(signed: &SignedCheckpoint) -> greenboard::Result<String> {
    let Checkpoint { origin, size, root, .. } = &signed.checkpoint;
    let witness = |witness: &note::Cosignature| json!({ "name": witness.name, "time": witness.time });
    let cosignatures: Vec<_> = signed.cosignatures.iter().map(witness).collect();
    to_json(&json!({
        "checkpoint": { "origin": origin, "size": size, "root": root },
        "cosignatures": cosignatures,
    }))
}

/// What a signed checkpoint says, as JSON.
#[napi]
pub fn checkpoint_open(note: &[u8], origin: String, key: String, witnesses: Vec<String>) -> Result<String> {
    let open = || opened(&Checkpoint::open(note, &origin, &key.parse()?, &read_keys(&witnesses)?)?);
    open().map_err(raise)
}

/// An inclusion proof and a signed checkpoint as one text.
#[napi]
pub fn log_proof_text(proof: Given, checkpoint: String) -> Result<String> {
    proof.read("proof").map(|proof| LogProof::new(proof, checkpoint).to_string()).map_err(raise)
}

/// The checkpoint by which an entry is in a ledger, as JSON.
#[napi]
pub fn log_proof_verify(
    text: String,
    leaf: String,
    origin: String,
    key: String,
    witnesses: Vec<String>,
) -> Result<String> {
    let verify = || {
        let keys = read_keys(&witnesses)?;
        opened(&LogProof::parse(&text)?.verify(leaf.parse()?, &origin, &key.parse()?, &keys)?)
    };
    verify().map_err(raise)
}
