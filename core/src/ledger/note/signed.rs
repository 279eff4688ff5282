//! A note: text, and who signed it.

use super::key::is_name;
use super::{NoteAlgorithm, NoteKey, Signer, decode, encode};
use crate::Result;
use crate::ledger::LedgerError;
use std::collections::BTreeSet;

/// The longest note that is read, in bytes.
const LONGEST: usize = 1 << 20;

/// The most signatures that are read; C2SP asks for at least 16.
const MOST: usize = 100;

/// What stands in front of a signature.
const DASH: &str = "\u{2014} ";

/// A text with signatures, not yet verified.
///
/// ```
/// use greenboard::ledger::note::{Note, NoteKey};
/// let note = Note::parse("\
/// This is an example message.
///
/// — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
/// ")?;
/// let key: NoteKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".parse()?;
/// assert_eq!(note.verify(&[key])?.verified, ["example.com/foo"]);
/// assert_eq!(note.verify(&[]).unwrap_err().code(), "ledger.unsigned");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// What is signed, its last line break included.
    pub text: String,
    /// The signatures, in their order.
    pub signatures: Vec<NoteSignature>,
}

/// A signature under a note.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoteSignature {
    /// Whose it says to be.
    pub name: String,
    /// The id of the key.
    pub id: u32,
    /// The signature itself.
    pub bytes: Vec<u8>,
}

impl NoteSignature {
    /// Whether it says to be by this key.
    pub(super) fn is_by(&self, key: &NoteKey) -> bool {
        self.name == key.name() && self.id == key.id()
    }

    /// Whether it is good under the key that it says to be by.
    pub(super) fn is_good(&self, key: &NoteKey, text: &str) -> bool {
        match key.algorithm() {
            NoteAlgorithm::Ed25519 => key.has_signed(text.as_bytes(), &self.bytes),
            NoteAlgorithm::Cosignature => self
                .time()
                .is_some_and(|(time, signature)| key.has_signed(cosigned(time, text).as_bytes(), signature)),
        }
    }

    /// The time that a cosignature has in front, in seconds since 1970, and the signature behind it.
    pub(super) fn time(&self) -> Option<(u64, &[u8])> {
        let (time, signature) = self.bytes.split_first_chunk::<8>()?;
        Some((u64::from_be_bytes(*time), signature))
    }
}

/// What a witness signs.
pub(super) fn cosigned(time: u64, text: &str) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// Who signed a note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Signatories {
    /// Those whose keys are known and whose signatures are good.
    pub verified: Vec<String>,
    /// Those whose keys are not known.
    pub unverified: Vec<String>,
}

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// `ledger.invalid_note`.
    pub fn parse(note: impl AsRef<[u8]>) -> Result<Self> {
        Self::read(note.as_ref()).map_err(|problem| LedgerError::InvalidNote { problem }.into())
    }

    fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        if bytes.len() > LONGEST {
            return Err("it is longer than 1 MiB");
        }
        let note = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8")?;
        if note.bytes().any(|byte| byte < b' ' && byte != b'\n') {
            return Err("it has control characters in it, such as those of Windows' line ends");
        }
        // Signature lines are never empty, so that the last empty line is the one between.
        let split = note.rfind("\n\n").ok_or("no empty line stands between text and signatures")?;
        let (text, rest) = note.split_at(split + 1);
        let lines = rest.strip_prefix('\n').and_then(|lines| lines.strip_suffix('\n'));
        let lines = lines.ok_or("it does not end with a signature and a line break")?;
        let mut signatures = Vec::new();
        for line in lines.split('\n') {
            if signatures.len() == MOST {
                return Err("it has more than 100 signatures");
            }
            signatures.push(signature(line).ok_or("a line is no signature: a dash, a name and base64")?);
        }
        Ok(Self { text: text.to_owned(), signatures })
    }

    /// Who of the known signed it. Signatures by others are not looked at.
    ///
    /// # Errors
    /// `ledger.bad_signature` where a signature that says to be by a known key is not; `ledger.unsigned` where none is by one.
    pub fn verify(&self, known: &[NoteKey]) -> Result<Signatories> {
        let mut signatories = Signatories::default();
        let (mut verified, mut unverified) = (BTreeSet::new(), BTreeSet::new());
        for signature in &self.signatures {
            let Some(key) = known.iter().find(|key| signature.is_by(key)) else {
                if unverified.insert((&signature.name, signature.id, &signature.bytes)) {
                    signatories.unverified.push(signature.name.clone());
                }
                continue;
            };
            if !signature.is_good(key, &self.text) {
                return Err(LedgerError::BadSignature { name: signature.name.clone() }.into());
            }
            if verified.insert((&signature.name, signature.id)) {
                signatories.verified.push(signature.name.clone());
            }
        }
        if signatories.verified.is_empty() {
            let known = known.iter().map(|key| key.name().to_owned()).collect();
            return Err(LedgerError::Unsigned { known }.into());
        }
        Ok(signatories)
    }
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, digits) = line.strip_prefix(DASH)?.split_once(' ')?;
    let bytes = decode(digits)?;
    let (id, bytes) = bytes.split_first_chunk::<4>()?;
    let signature =
        NoteSignature { name: name.to_owned(), id: u32::from_be_bytes(*id), bytes: bytes.to_vec() };
    (is_name(name) && !bytes.is_empty()).then_some(signature)
}

/// The line of a signature by a key.
pub(super) fn line(key: &NoteKey, signature: &[u8]) -> String {
    let bytes = [&key.id().to_be_bytes()[..], signature].concat();
    format!("{DASH}{} {}\n", key.name(), encode(bytes))
}

/// Signs a text: lines of it, the last one ended too.
///
/// ```
/// use greenboard::ledger::note::{Ed25519, Note, NoteAlgorithm, Signer, sign};
/// let signer = Ed25519::from_seed("example.com/log", NoteAlgorithm::Ed25519, &[7; 32])?;
/// let note = sign("released\n", &signer)?;
/// assert_eq!(Note::parse(note)?.verify(&[signer.key().clone()])?.verified, ["example.com/log"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `ledger.invalid_note` where no note can be made of the text, or the signer is a witness, who signs checkpoints; whatever
/// keeps the signer from signing.
pub fn sign(text: &str, signer: &dyn Signer) -> Result<String> {
    if !text.ends_with('\n') || text.bytes().any(|byte| byte < b' ' && byte != b'\n') {
        return Err(
            LedgerError::InvalidNote { problem: "its text is lines without control characters" }.into()
        );
    }
    if signer.key().algorithm() != NoteAlgorithm::Ed25519 {
        return Err(
            LedgerError::InvalidNote { problem: "the key is a witness's, who signs checkpoints" }.into()
        );
    }
    let signature = signer.sign(text.as_bytes())?;
    Ok(format!("{text}\n{}", line(signer.key(), &signature)))
}
