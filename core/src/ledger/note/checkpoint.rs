//! Checkpoints: how large a ledger is and what its root is, signed.

use super::key::is_name;
use super::signed::{cosigned, line};
use super::{Note, NoteAlgorithm, NoteKey, Signer, decimal, decode, encode, sign};
use crate::Result;
use crate::ledger::tree::ConsistencyProof;
use crate::ledger::{Hash, LedgerError};
use jiff::Timestamp;
use std::fmt;

/// What any log's checkpoint says, that of other logs included.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckpointText {
    /// Which log it is.
    pub origin: String,
    /// How many leaves the tree has.
    pub size: u64,
    /// The root of the tree.
    pub root: Vec<u8>,
    /// Whatever else is said.
    pub extensions: Vec<String>,
}

impl CheckpointText {
    /// Reads the text of a note as a checkpoint.
    ///
    /// ```
    /// use greenboard::ledger::note::CheckpointText;
    /// let checkpoint = CheckpointText::parse("Log\n123\nYmFuYW5hcw==\n")?;
    /// assert_eq!((checkpoint.size, checkpoint.root.as_slice()), (123, &b"bananas"[..]));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `ledger.invalid_proof`.
    pub fn parse(text: &str) -> Result<Self> {
        Self::read(text).map_err(invalid)
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        let lines = text.strip_suffix('\n').ok_or("it does not end with a line break")?;
        if text.bytes().any(|byte| byte < b' ' && byte != b'\n') || lines.split('\n').any(str::is_empty) {
            return Err("it has empty lines or control characters in it");
        }
        let mut lines = lines.split('\n');
        let mut next = || lines.next().ok_or("it has fewer than three lines: origin, size and root");
        let origin = next()?.to_owned();
        let size = decimal(next()?).ok_or("its size is no number in decimal digits")?;
        let root = decode(next()?).ok_or("its root is not base64")?;
        Ok(Self { origin, size, root, extensions: lines.map(str::to_owned).collect() })
    }
}

fn invalid(problem: &'static str) -> crate::Error {
    LedgerError::InvalidProof { what: "checkpoint", problem }.into()
}

/// How large a ledger is and what its root is.
///
/// ```
/// use greenboard::ledger::{Hash, note::Checkpoint};
/// let checkpoint = Checkpoint::new("example.com/releases", 0, Hash::of(b""));
/// assert_eq!(checkpoint.to_string(), "example.com/releases\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
/// assert_eq!(Checkpoint::parse(&checkpoint.to_string())?, checkpoint);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checkpoint {
    /// Which ledger it is.
    pub origin: String,
    /// How many entries it has.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The checkpoint of a ledger of this size and root.
    pub fn new(origin: impl Into<String>, size: u64, root: Hash) -> Self {
        Self { origin: origin.into(), size, root }
    }

    /// Reads the text of a note as the checkpoint of a ledger: a root of SHA-256, and nothing besides.
    ///
    /// # Errors
    /// `ledger.invalid_proof`.
    pub fn parse(text: &str) -> Result<Self> {
        let CheckpointText { origin, size, root, extensions } = CheckpointText::parse(text)?;
        if !extensions.is_empty() {
            return Err(invalid("it has more than three lines, and a ledger's has not"));
        }
        let root = root.try_into().map_err(|_| invalid("its root is not one of 32 bytes"))?;
        Ok(Self { origin, size, root: Hash::new(root) })
    }

    /// Reads a signed checkpoint, from whoever had it: of the ledger of this name, signed by its key, and by those of the
    /// witnesses who did. Name and key are what the caller trusts, and never taken from the checkpoint or the ledger.
    ///
    /// # Errors
    /// `ledger.invalid_note`, `ledger.invalid_proof`, `ledger.bad_signature`; `ledger.unsigned` where the ledger's own
    /// signature is missing; `ledger.wrong_origin` where it is another ledger's, or the key is.
    pub fn open(
        note: impl AsRef<[u8]>,
        origin: &str,
        key: &NoteKey,
        witnesses: &[NoteKey],
    ) -> Result<SignedCheckpoint> {
        let note = Note::parse(note)?;
        if key.name() != origin {
            return Err(wrong_origin(key.name(), origin));
        }
        note.verify(std::slice::from_ref(key))?;
        let checkpoint = Self::parse(&note.text)?;
        if checkpoint.origin != origin {
            return Err(wrong_origin(&checkpoint.origin, origin));
        }
        let mut cosignatures = Vec::new();
        for witness in witnesses.iter().filter(|witness| witness.algorithm() == NoteAlgorithm::Cosignature) {
            for signature in note.signatures.iter().filter(|signature| signature.is_by(witness)) {
                if !signature.is_good(witness, &note.text) {
                    return Err(LedgerError::BadSignature { name: signature.name.clone() }.into());
                }
                let time = signature.time().map_or(0, |(time, _)| time);
                cosignatures.push(Cosignature { name: signature.name.clone(), time });
            }
        }
        Ok(SignedCheckpoint { checkpoint, cosignatures })
    }
}

fn wrong_origin(found: &str, expected: &str) -> crate::Error {
    LedgerError::WrongOrigin { found: found.to_owned(), expected: expected.to_owned() }.into()
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, encode(self.root.as_bytes()))
    }
}

/// A checkpoint whose signatures are good.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedCheckpoint {
    /// What was signed.
    pub checkpoint: Checkpoint,
    /// The witnesses who signed it too.
    pub cosignatures: Vec<Cosignature>,
}

/// That a witness saw a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cosignature {
    /// The witness.
    pub name: String,
    /// When, in seconds since 1970.
    pub time: u64,
}

/// Signs a checkpoint, after proving that the ledger still begins with all that was signed before.
///
/// `previous` is the last checkpoint that was signed, wherever the caller keeps it, and the proof from there to this one; a
/// ledger's first checkpoint has none.
///
/// ```
/// use greenboard::ledger::note::{Checkpoint, Ed25519, NoteAlgorithm, Signer, sign_checkpoint};
/// use greenboard::ledger::{Hash, tree::Tree};
///
/// let tree: Tree = (0..5).map(|n: u8| Hash::of_entry(&[n])).collect();
/// let signer = Ed25519::from_seed("example.com/releases", NoteAlgorithm::Ed25519, &[7; 32])?;
/// let first = Checkpoint::new("example.com/releases", 3, tree.root_at(3)?);
/// let note = sign_checkpoint(&first, None, &signer)?;
/// assert_eq!(Checkpoint::open(note, "example.com/releases", signer.key(), &[])?.checkpoint, first);
///
/// let second = Checkpoint::new("example.com/releases", 5, tree.root());
/// assert!(sign_checkpoint(&second, Some((&first, &tree.consistency(3, 5)?)), &signer).is_ok());
///
/// let rewritten = Checkpoint::new("example.com/releases", 5, Hash::ZERO);
/// let error = sign_checkpoint(&rewritten, Some((&first, &tree.consistency(3, 5)?)), &signer).unwrap_err();
/// assert_eq!(error.code(), "ledger.inconsistent");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `ledger.inconsistent`; `ledger.wrong_origin` where the signer, or the last checkpoint, is of another ledger;
/// `ledger.invalid_proof` where no key can have the origin's name; whatever keeps the signer from signing.
pub fn sign_checkpoint(
    checkpoint: &Checkpoint,
    previous: Option<(&Checkpoint, &ConsistencyProof)>,
    signer: &dyn Signer,
) -> Result<String> {
    if !is_name(&checkpoint.origin) {
        return Err(invalid("its origin is the name of a key, without spaces and `+`"));
    }
    if signer.key().name() != checkpoint.origin {
        return Err(wrong_origin(&checkpoint.origin, signer.key().name()));
    }
    if let Some((previous, proof)) = previous {
        if previous.origin != checkpoint.origin {
            return Err(wrong_origin(&previous.origin, &checkpoint.origin));
        }
        check_consistency(previous, checkpoint, proof)?;
    }
    sign(&checkpoint.to_string(), signer)
}

fn check_consistency(previous: &Checkpoint, next: &Checkpoint, proof: &ConsistencyProof) -> Result<()> {
    let empty = previous.size == 0 && previous.root == Hash::of(b"");
    if empty {
        // Every ledger begins with an empty one.
        return Ok(());
    }
    if (proof.size1, proof.size2) != (previous.size, next.size) {
        return Err(LedgerError::Inconsistent { size1: previous.size, size2: next.size }.into());
    }
    proof.verify(previous.root, next.root)
}

/// Adds a witness's cosignature to a signed checkpoint: that at this time it was the continuation of what the witness had
/// seen before. The ledger's key is what the witness trusts.
///
/// ```
/// use greenboard::ledger::note::{Checkpoint, Ed25519, NoteAlgorithm, Signer, cosign, sign_checkpoint};
/// use greenboard::ledger::Hash;
///
/// let log = Ed25519::from_seed("example.com/releases", NoteAlgorithm::Ed25519, &[7; 32])?;
/// let witness = Ed25519::from_seed("witness.example/w1", NoteAlgorithm::Cosignature, &[8; 32])?;
/// let checkpoint = Checkpoint::new("example.com/releases", 0, Hash::of(b""));
/// let note = sign_checkpoint(&checkpoint, None, &log)?;
/// let at = "2026-01-01T00:00:00Z".parse().unwrap();
/// let note = cosign(&note, None, log.key(), &witness, at)?;
/// let signed = Checkpoint::open(note, "example.com/releases", log.key(), &[witness.key().clone()])?;
/// assert_eq!(signed.cosignatures[0].time, 1_767_225_600);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// Those of [`Checkpoint::open`]; `ledger.inconsistent`; `ledger.invalid_note` where the signer is no witness or the time lies
/// before 1970; whatever keeps the signer from signing.
pub fn cosign(
    note: &str,
    previous: Option<(&Checkpoint, &ConsistencyProof)>,
    log: &NoteKey,
    witness: &dyn Signer,
    at: Timestamp,
) -> Result<String> {
    let signed = Checkpoint::open(note, log.name(), log, &[])?;
    if let Some((previous, proof)) = previous {
        check_consistency(previous, &signed.checkpoint, proof)?;
    }
    let problem = |problem| LedgerError::InvalidNote { problem };
    let time = u64::try_from(at.as_second()).map_err(|_| problem("a cosignature's time lies after 1970"))?;
    if witness.key().algorithm() != NoteAlgorithm::Cosignature {
        return Err(problem("the key is not a witness's").into());
    }
    let signature = witness.sign(cosigned(time, &signed.checkpoint.to_string()).as_bytes())?;
    let stamped = [&time.to_be_bytes()[..], &signature].concat();
    Ok(format!("{note}{}", line(witness.key(), &stamped)))
}
