//! Keys of notes: who signs, by name and by key.

use super::{decode, encode};
use crate::ledger::{Hash, LedgerError};
use crate::{Error, Result};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use std::fmt;
use std::str::FromStr;

/// How a note is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NoteAlgorithm {
    /// Ed25519 over the note's text: how logs sign.
    Ed25519,
    /// Ed25519 over the time and the text of a checkpoint, `cosignature/v1`: how witnesses sign.
    Cosignature,
}

impl NoteAlgorithm {
    /// The byte that stands for it in keys.
    const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 1,
            Self::Cosignature => 4,
        }
    }
}

/// The public key of somebody who signs notes, as `name+id+base64` has it (a *vkey*).
///
/// ```
/// use greenboard::ledger::note::{NoteAlgorithm, NoteKey};
/// let text = "example.com/greenboard/releases+29a4f4b8+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
/// let key: NoteKey = text.parse()?;
/// assert_eq!((key.name(), key.algorithm()), ("example.com/greenboard/releases", NoteAlgorithm::Ed25519));
/// assert_eq!(key.to_string(), text);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteKey {
    name: String,
    algorithm: NoteAlgorithm,
    key: VerifyingKey,
}

impl NoteKey {
    /// The key of a name, from its 32 bytes.
    ///
    /// # Errors
    /// `ledger.invalid_note_key` where the name is empty or has spaces or `+` in it, or the bytes are no key.
    pub fn new(name: &str, algorithm: NoteAlgorithm, key: &[u8; 32]) -> Result<Self> {
        let key = VerifyingKey::from_bytes(key).ok().filter(|key| is_name(name) && !key.is_weak());
        let key = key.ok_or_else(|| LedgerError::InvalidNoteKey { input: shortened(name) })?;
        Ok(Self { name: name.to_owned(), algorithm, key })
    }

    /// Whose it is.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How it signs.
    pub fn algorithm(&self) -> NoteAlgorithm {
        self.algorithm
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    /// The id that stands in signatures: the first four bytes of a SHA-256 over name, algorithm and key.
    pub fn id(&self) -> u32 {
        let text = [self.name.as_bytes(), b"\n", &[self.algorithm.byte()], self.as_bytes()].concat();
        let [a, b, c, d, ..] = *Hash::of(text).as_bytes();
        u32::from_be_bytes([a, b, c, d])
    }

    /// Whether these 64 bytes are its signature of a message. Signatures that keys of low order would pass are refused.
    pub(super) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let signature = signature.try_into().map(|bytes| Signature::from_bytes(&bytes));
        signature.is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for NoteKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[self.algorithm.byte()][..], self.as_bytes()].concat();
        write!(f, "{}+{:08x}+{}", self.name, self.id(), encode(key))
    }
}

impl FromStr for NoteKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parse = || {
            let (name, rest) = text.split_once('+')?;
            let (id, key) = rest.split_once('+')?;
            let key = decode(key)?;
            let (algorithm, key) = key.split_first()?;
            let algorithm = match algorithm {
                1 => NoteAlgorithm::Ed25519,
                4 => NoteAlgorithm::Cosignature,
                _ => return None,
            };
            let key = Self::new(name, algorithm, key.try_into().ok()?).ok()?;
            (format!("{:08x}", key.id()) == id).then_some(key)
        };
        parse().ok_or_else(|| LedgerError::InvalidNoteKey { input: shortened(text) }.into())
    }
}

/// Whether a text may be the name of a key: not empty, without spaces and `+`.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

fn shortened(text: &str) -> String {
    text.chars().take(200).collect()
}

/// Who signs. The library holds no keys: a signer is the caller's, and may ask a key management service.
pub trait Signer {
    /// The public key under which its signatures are good.
    fn key(&self) -> &NoteKey;

    /// The Ed25519 signature of a message.
    ///
    /// # Errors
    /// Whatever keeps it from signing.
    fn sign(&self, message: &[u8]) -> Result<[u8; 64]>;
}

/// A signer that knows its seed.
///
/// ```
/// use greenboard::ledger::note::{Ed25519, NoteAlgorithm, Signer};
/// let seed = *b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f";
/// let signer = Ed25519::from_seed("example.com/greenboard/releases", NoteAlgorithm::Ed25519, &seed)?;
/// assert!(signer.key().to_string().starts_with("example.com/greenboard/releases+29a4f4b8+"));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub struct Ed25519 {
    secret: SigningKey,
    key: NoteKey,
}

impl Ed25519 {
    /// The signer of a name, from the 32 bytes of its seed.
    ///
    /// # Errors
    /// `ledger.invalid_note_key` where the name is empty or has spaces or `+` in it.
    pub fn from_seed(name: &str, algorithm: NoteAlgorithm, seed: &[u8; 32]) -> Result<Self> {
        let secret = SigningKey::from_bytes(seed);
        let key = NoteKey::new(name, algorithm, secret.verifying_key().as_bytes())?;
        Ok(Self { secret, key })
    }
}

impl Signer for Ed25519 {
    fn key(&self) -> &NoteKey {
        &self.key
    }

    fn sign(&self, message: &[u8]) -> Result<[u8; 64]> {
        Ok(self.secret.sign(message).to_bytes())
    }
}

impl fmt::Debug for Ed25519 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ed25519({})", self.key)
    }
}
