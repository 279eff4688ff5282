//! `tlog-proof@v1`: a proof that an entry is in a ledger, in one text, with the checkpoint that it is proved against.

use super::{Checkpoint, NoteKey, SignedCheckpoint, decimal, decode, encode};
use crate::Result;
use crate::ledger::tree::InclusionProof;
use crate::ledger::{Hash, LedgerError};
use std::fmt;

const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// The longest proof that is read, in bytes.
const LONGEST: usize = 2 << 20;

/// That an entry is in a ledger: all that somebody needs who holds the entry and trusts the ledger's key.
///
/// ```
/// use greenboard::ledger::note::{Checkpoint, Ed25519, LogProof, NoteAlgorithm, Signer, sign_checkpoint};
/// use greenboard::ledger::{Hash, tree::Tree};
///
/// let tree: Tree = (0..5).map(|n: u8| Hash::of_entry(&[n])).collect();
/// let signer = Ed25519::from_seed("example.com/releases", NoteAlgorithm::Ed25519, &[7; 32])?;
/// let checkpoint = sign_checkpoint(&Checkpoint::new("example.com/releases", 5, tree.root()), None, &signer)?;
///
/// let text = LogProof::new(tree.inclusion(3, 5)?, checkpoint).to_string();
/// assert!(text.starts_with("c2sp.org/tlog-proof@v1\nindex 3\n"));
/// let signed = LogProof::parse(&text)?.verify(Hash::of_entry(&[3]), "example.com/releases", signer.key(), &[])?;
/// assert_eq!(signed.checkpoint.size, 5);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LogProof {
    /// The number of the entry.
    pub index: u64,
    /// The hashes beside the way from the entry to the root.
    pub proof: Vec<Hash>,
    /// What somebody added, which nobody signed.
    pub extra: Option<Vec<u8>>,
    /// The signed checkpoint, as it was written.
    pub checkpoint: String,
}

impl LogProof {
    /// A proof against a signed checkpoint.
    pub fn new(proof: InclusionProof, checkpoint: impl Into<String>) -> Self {
        Self { index: proof.index, proof: proof.proof, extra: None, checkpoint: checkpoint.into() }
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// `ledger.invalid_proof`.
    pub fn parse(text: &str) -> Result<Self> {
        Self::read(text).map_err(|problem| LedgerError::InvalidProof { what: "proof", problem }.into())
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        if text.len() > LONGEST {
            return Err("it is longer than 2 MiB");
        }
        let (head, checkpoint) =
            text.split_once("\n\n").ok_or("no empty line stands before its checkpoint")?;
        let mut lines = head.split('\n');
        if lines.next() != Some(HEADER) {
            return Err("it does not begin with c2sp.org/tlog-proof@v1");
        }
        let mut line = lines.next().unwrap_or_default();
        let mut extra = None;
        if let Some(digits) = line.strip_prefix("extra ") {
            extra = Some(decode(digits).ok_or("its extra data are not base64")?);
            line = lines.next().unwrap_or_default();
        }
        let index =
            line.strip_prefix("index ").and_then(decimal).ok_or("it has no `index` in decimal digits")?;
        let hash = |line| decode(line).and_then(|bytes| Some(Hash::new(bytes.try_into().ok()?)));
        let mut proof = Vec::new();
        for line in lines {
            // No tree is deeper.
            if proof.len() == 64 {
                return Err("it has more than 64 hashes");
            }
            proof.push(hash(line).ok_or("a line is no hash in base64")?);
        }
        Ok(Self { index, proof, extra, checkpoint: checkpoint.to_owned() })
    }

    /// Checks that the entry of this hash is in the ledger of this name, by the checkpoint that its key signed. Name and keys
    /// are what the caller trusts.
    ///
    /// # Errors
    /// Those of [`Checkpoint::open`]; `ledger.not_included`.
    pub fn verify(
        &self,
        entry: Hash,
        origin: &str,
        key: &NoteKey,
        witnesses: &[NoteKey],
    ) -> Result<SignedCheckpoint> {
        let signed = Checkpoint::open(&self.checkpoint, origin, key, witnesses)?;
        let Checkpoint { size, root, .. } = signed.checkpoint;
        InclusionProof::new(self.index, size, self.proof.clone()).verify(entry, root)?;
        Ok(signed)
    }
}

impl fmt::Display for LogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.proof {
            writeln!(f, "{}", encode(hash.as_bytes()))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}
