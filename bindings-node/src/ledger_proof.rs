//! Proofs, signed notes and checkpoints. Signatures are the caller's: what is to be signed goes out, the signature comes in.

use crate::document::Given;
use crate::error::raise;
use crate::ledger::number;
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

fn ed25519(name: &str, seed: &[u8]) -> Result<Ed25519> {
    Ed25519::from_seed(name, NoteAlgorithm::Ed25519, &sized(seed, "a seed")?).map_err(raise)
}

/// The key of a seed, as text.
#[napi]
pub fn note_key(name: String, seed: &[u8]) -> Result<String> {
    Ok(ed25519(&name, seed)?.key().to_string())
}

/// The signature of a message under a seed.
#[napi]
pub fn note_signature(name: String, seed: &[u8], message: &[u8]) -> Result<Buffer> {
    Ok(ed25519(&name, seed)?.sign(message).map_err(raise)?.to_vec().into())
}

/// A signature that was made elsewhere.
struct Made {
    key: NoteKey,
    signature: [u8; 64],
}

impl Made {
    fn of(key: &str, signature: &[u8]) -> Result<Self> {
        Ok(Self { key: key.parse().map_err(raise)?, signature: sized(signature, "a signature")? })
    }

    /// The note, where the signature is good under the key that it is to be by.
    fn checked(&self, note: String) -> greenboard::Result<String> {
        Note::parse(&note)?.verify(std::slice::from_ref(&self.key))?;
        Ok(note)
    }
}

impl Signer for Made {
    fn key(&self) -> &NoteKey {
        &self.key
    }

    fn sign(&self, _message: &[u8]) -> greenboard::Result<[u8; 64]> {
        Ok(self.signature)
    }
}

/// The note of a text and its signature.
#[napi]
pub fn note_of(text: String, key: String, signature: &[u8]) -> Result<String> {
    let signer = Made::of(&key, signature)?;
    note::sign(&text, &signer).and_then(|note| signer.checked(note)).map_err(raise)
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

/// The text of a checkpoint, which is what is signed.
#[napi]
pub fn checkpoint_text(parts: CheckpointParts) -> Result<String> {
    parts.read().map(|checkpoint| checkpoint.to_string()).map_err(raise)
}

/// The signed checkpoint, where what was signed before is consistent with it.
#[napi]
pub fn checkpoint_note(
    parts: CheckpointParts,
    previous: Option<CheckpointParts>,
    proof: Option<Given>,
    key: String,
    signature: &[u8],
) -> Result<String> {
    let signer = Made::of(&key, signature)?;
    let sign = || {
        let checkpoint = parts.read()?;
        let Some(before) = previous.map(CheckpointParts::read).transpose()? else {
            return signer.checked(note::sign_checkpoint(&checkpoint, None, &signer)?);
        };
        let proof = match proof {
            Some(proof) => proof.read("proof")?,
            None => ConsistencyProof::new(before.size, checkpoint.size, Vec::new()),
        };
        signer.checked(note::sign_checkpoint(&checkpoint, Some((&before, &proof)), &signer)?)
    };
    sign().map_err(raise)
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
