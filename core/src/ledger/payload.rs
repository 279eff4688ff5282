//! Content that can be erased: the ledger keeps a salted digest of it, and the content lies beside.
//!
//! Who erases appends a tombstone and then deletes the content with its salt. Without the salt the digest says nothing: not
//! even by guessing can a short content be told from it. A means to keep duties of erasure, and no legal advice.

use super::draft::map;
use super::{Actor, Draft, Entry, Hash};
use crate::document::Value;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

/// What the digest of a payload begins with, so that it is that of nothing else.
const DOMAIN: &[u8] = b"greenboard-payload-v1\n";

/// The kind of a tombstone.
const ERASED: &str = "payload.erased";

/// The digest of a payload: SHA-256 over a fixed text, the salt and the body. The salt is 32 bytes that the caller drew at
/// random, for this payload alone.
///
/// ```
/// use greenboard::ledger::payload_digest;
/// let salt: [u8; 32] = std::array::from_fn(|n| 0x40 + n as u8);
/// assert!(payload_digest(&salt, b"").to_string().starts_with("047cd822"));
/// ```
pub fn payload_digest(salt: &[u8; 32], body: &[u8]) -> Hash {
    Hash::new(Sha256::new().chain_update(DOMAIN).chain_update(salt).chain_update(body).finalize().into())
}

/// How it is about a payload that an entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayloadState {
    /// It is there, and what the entry says.
    Present,
    /// It is there, and something else.
    Mismatch,
    /// It was erased: a tombstone says so.
    Erased,
    /// It is not there, and nobody erased it: an alarm.
    Missing,
}

impl PayloadState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Present, Self::Mismatch, Self::Erased, Self::Missing];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Mismatch => "mismatch",
            Self::Erased => "erased",
            Self::Missing => "missing",
        }
    }
}

/// How it is about the payload of a digest, of which salt and body are what was found, and a tombstone was seen or not. What is
/// found counts, tombstone or not: with one, the deletion is still to be done.
///
/// ```
/// use greenboard::ledger::{PayloadState, payload_digest, payload_state};
/// let digest = payload_digest(&[7; 32], b"Ada Lovelace");
/// assert_eq!(payload_state(digest, Some((&[7; 32], b"Ada Lovelace")), false), PayloadState::Present);
/// assert_eq!(payload_state(digest, Some((&[0; 32], b"Ada Lovelace")), false), PayloadState::Mismatch);
/// assert_eq!(payload_state(digest, None, true), PayloadState::Erased);
/// assert_eq!(payload_state(digest, None, false), PayloadState::Missing);
/// ```
pub fn payload_state(digest: Hash, found: Option<(&[u8; 32], &[u8])>, tombstone: bool) -> PayloadState {
    match found {
        Some((salt, body)) if payload_digest(salt, body) == digest => PayloadState::Present,
        Some(_) => PayloadState::Mismatch,
        None if tombstone => PayloadState::Erased,
        None => PayloadState::Missing,
    }
}

/// The tombstone of an entry's payload, to be appended before the payload is deleted; none where the entry has no payload.
///
/// ```
/// use greenboard::ledger::{self, Actor, PayloadRef, Tombstone};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let payload = PayloadRef::new(ledger::payload_digest(&[7; 32], b"Ada"), "text/plain");
/// let draft = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at).with_payload(payload.clone());
/// let sealed = ledger::seal(&[draft], None, at)?;
///
/// let draft = ledger::erasure("erase-1", &sealed.entries[0], "request of 2026-01-02", Actor::human("ada"), at).unwrap();
/// let sealed = ledger::seal(&[draft], sealed.head.as_ref(), at)?;
/// assert_eq!(Tombstone::of(&sealed.entries[0]), Some(Tombstone { digest: payload.digest, of_seq: 0 }));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn erasure(
    id: impl Into<String>,
    entry: &Entry,
    reason: impl Into<String>,
    actor: Actor,
    at: Timestamp,
) -> Option<Draft> {
    let digest = entry.payload()?.digest;
    let data = map([
        ("digest", Value::Text(digest.to_string())),
        ("of_seq", Value::Integer(i64::try_from(entry.seq()).ok()?)),
        ("reason", Value::Text(reason.into())),
    ]);
    Some(Draft::new(id, ERASED, entry.subject(), actor, at).with_data(data))
}

/// That a payload was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tombstone {
    /// The payload's digest.
    pub digest: Hash,
    /// The number of the entry whose payload it was.
    pub of_seq: u64,
}

impl Tombstone {
    /// The tombstone that an entry is; none where it is another entry.
    pub fn of(entry: &Entry) -> Option<Self> {
        if entry.kind() != ERASED {
            return None;
        }
        let digest = match &entry.data().get("digest")?.value {
            Value::Text(digits) => digits.parse().ok()?,
            _ => return None,
        };
        let of_seq = match entry.data().get("of_seq")?.value {
            Value::Integer(seq) => u64::try_from(seq).ok()?,
            _ => return None,
        };
        Some(Self { digest, of_seq })
    }
}
