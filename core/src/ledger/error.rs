//! What can be wrong with a ledger.

use super::chain::Head;
use super::corruption::Corruption;
use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why a ledger cannot be read or written. The codes are the same whatever features there are.
#[cfg_attr(not(all(feature = "sign", feature = "store")), allow(dead_code))]
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum LedgerError {
    #[error("a hash is 64 lowercase hexadecimal digits, not {input:?}")]
    NotAHash { input: String },
    #[error("draft {id:?}: {field} {problem}")]
    InvalidDraft { id: String, field: &'static str, problem: String },
    #[error(
        "draft {id:?} makes an entry of {length} bytes; at most {limit} are kept: put what is long into a payload"
    )]
    TooLong { id: String, length: usize, limit: usize },
    #[error("this is no entry: {kind}, at byte {offset}")]
    NotAnEntry { kind: Corruption, offset: usize },
    #[error("entry {seq}: {kind}; what comes before it holds together")]
    Corrupt { seq: u64, kind: Corruption },
    #[error("the ledger is another than the one that was seen: it differs up to {what} {number}")]
    Diverged { what: &'static str, number: u64 },
    #[error("the ledger was rolled back: {expected} or more of its entries were seen, and it has {entries}")]
    Rollback { entries: u64, expected: u64 },
    #[error(
        "the ledger has moved on: {expected} was expected, but {}; read what is new and decide again",
        tip(actual)
    )]
    Conflict { expected: String, actual: Option<Head> },
    #[error(
        "{id:?} is already the id of entry {seq}, which says something else; a new command needs an id of its own"
    )]
    IdempotencyConflict { id: String, seq: u64 },
    #[error("leaf {index} of {size} is not in the tree of that root, or the proof is of another")]
    NotIncluded { index: u64, size: u64 },
    #[error("the tree of {size2} leaves does not begin with that of {size1}, or the proof is of others")]
    Inconsistent { size1: u64, size2: u64 },
    #[error(
        "no proof of {asked} leaves can be made in a tree of {size}; a proof is of at least one, and of no more than there are"
    )]
    NoSuchSize { asked: u64, size: u64 },
    #[error("this is no signed note: {problem}")]
    InvalidNote { problem: &'static str },
    #[error("this is no {what}: {problem}")]
    InvalidProof { what: &'static str, problem: &'static str },
    #[error(
        "{input:?} is no key of a note's: expected a name, 8 hexadecimal digits and base64 with `+` between them, of Ed25519"
    )]
    InvalidNoteKey { input: String },
    #[error("nobody who is known signed the note; known {}", listed(known))]
    Unsigned { known: Vec<String> },
    #[error("the note's signature by {name:?} is not good: the note was changed, or signed with another key")]
    BadSignature { name: String },
    #[error("the checkpoint is of {found:?}; expected {expected:?}")]
    WrongOrigin { found: String, expected: String },
    #[error("the export ends in the middle of entry {seq}: it was cut")]
    CutExport { seq: u64 },
    #[error(
        "entry {seq} has data that {kind:?} of version {kind_v} cannot have; its step to the next version finds nothing to lift"
    )]
    NotLifted { seq: u64, kind: String, kind_v: u32 },
    #[error("the drafts' id {id:?} comes twice in one batch; every entry needs an id of its own")]
    RepeatedId { id: String },
    #[error(
        "other writers were faster {attempts} times in a row; try again, in a new transaction where one is open"
    )]
    Contended { attempts: u32 },
}

fn tip(actual: &Option<Head>) -> String {
    match actual {
        Some(head) => format!("its head is entry {}", head.seq),
        None => "it is empty".to_owned(),
    }
}

fn listed(known: &[String]) -> String {
    if known.is_empty() { "is nobody".to_owned() } else { format!("are {}", known.join(", ")) }
}

impl LedgerError {
    pub(crate) fn not_a_hash(input: &str) -> Self {
        Self::NotAHash { input: input.chars().take(70).collect() }
    }
}

codes! { LedgerError {
    LedgerError::NotAHash { .. } => "ledger.not_a_hash",
    LedgerError::InvalidDraft { .. } => "ledger.invalid_draft",
    LedgerError::TooLong { .. } => "ledger.too_long",
    LedgerError::NotAnEntry { .. } => "ledger.not_an_entry",
    LedgerError::Corrupt { .. } => "ledger.corrupt",
    LedgerError::Diverged { .. } => "ledger.diverged",
    LedgerError::Rollback { .. } => "ledger.rollback",
    LedgerError::Conflict { .. } => "ledger.conflict",
    LedgerError::IdempotencyConflict { .. } => "ledger.idempotency_conflict",
    LedgerError::NotIncluded { .. } => "ledger.not_included",
    LedgerError::Inconsistent { .. } => "ledger.inconsistent",
    LedgerError::NoSuchSize { .. } => "ledger.no_such_size",
    LedgerError::InvalidNote { .. } => "ledger.invalid_note",
    LedgerError::InvalidProof { .. } => "ledger.invalid_proof",
    LedgerError::InvalidNoteKey { .. } => "ledger.invalid_note_key",
    LedgerError::Unsigned { .. } => "ledger.unsigned",
    LedgerError::BadSignature { .. } => "ledger.bad_signature",
    LedgerError::WrongOrigin { .. } => "ledger.wrong_origin",
    LedgerError::CutExport { .. } => "ledger.cut_export",
    LedgerError::NotLifted { .. } => "ledger.not_lifted",
    LedgerError::RepeatedId { .. } => "ledger.repeated_id",
    LedgerError::Contended { .. } => "ledger.contended",
} }

impl Coded for LedgerError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::NotAHash { input } => BTreeMap::from([("input", json!(input))]),
            Self::InvalidDraft { id, field, .. } => {
                BTreeMap::from([("id", json!(id)), ("field", json!(field))])
            }
            Self::TooLong { id, length, limit } => {
                BTreeMap::from([("id", json!(id)), ("length", json!(length)), ("limit", json!(limit))])
            }
            Self::NotAnEntry { kind, offset } => {
                BTreeMap::from([("kind", json!(kind.name())), ("offset", json!(offset))])
            }
            Self::Corrupt { seq, kind } => {
                BTreeMap::from([("seq", json!(seq)), ("kind", json!(kind.name()))])
            }
            Self::NotIncluded { index, size } => {
                BTreeMap::from([("index", json!(index)), ("size", json!(size))])
            }
            Self::Inconsistent { size1, size2 } => {
                BTreeMap::from([("size1", json!(size1)), ("size2", json!(size2))])
            }
            Self::NoSuchSize { asked, size } => {
                BTreeMap::from([("asked", json!(asked)), ("size", json!(size))])
            }
            Self::CutExport { seq } => BTreeMap::from([("seq", json!(seq))]),
            Self::NotLifted { seq, kind, kind_v } => {
                BTreeMap::from([("seq", json!(seq)), ("kind", json!(kind)), ("kind_v", json!(kind_v))])
            }
            Self::InvalidNoteKey { input } => BTreeMap::from([("input", json!(input))]),
            Self::Unsigned { known } => BTreeMap::from([("known", json!(known))]),
            Self::BadSignature { name } => BTreeMap::from([("name", json!(name))]),
            Self::WrongOrigin { found, expected } => {
                BTreeMap::from([("found", json!(found)), ("expected", json!(expected))])
            }
            Self::Diverged { what, number } => BTreeMap::from([(*what, json!(number))]),
            Self::InvalidNote { .. } | Self::InvalidProof { .. } => BTreeMap::new(),
            Self::Rollback { entries, expected } => {
                BTreeMap::from([("entries", json!(entries)), ("expected", json!(expected))])
            }
            Self::Conflict { actual, .. } => {
                let actual = actual.as_ref().map(|head| json!({"seq": head.seq, "hash": head.hash}));
                BTreeMap::from([("actual", json!(actual))])
            }
            Self::IdempotencyConflict { id, seq } => BTreeMap::from([("id", json!(id)), ("seq", json!(seq))]),
            Self::RepeatedId { id } => BTreeMap::from([("id", json!(id))]),
            Self::Contended { attempts } => BTreeMap::from([("attempts", json!(attempts))]),
        }
    }

    /// A writer that lost a race reads, decides and tries again.
    fn retryable(&self) -> bool {
        matches!(self, Self::Conflict { .. } | Self::Contended { .. })
    }
}
