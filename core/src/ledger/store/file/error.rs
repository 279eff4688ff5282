//! What can go wrong between a ledger and its files.

use super::verdict::{Damage, Recovery, Verdict};
use crate::error::{Coded, Place, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Why the files of a ledger cannot be read or written.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum StoreError {
    #[error("cannot {action}: {reason}")]
    Io { path: String, action: &'static str, reason: String },
    #[error(
        "cannot write {}: {reason}; nothing was added, and what was there is whole: make room, then try again",
        counted(*entries as u64)
    )]
    Full { path: String, entries: usize, reason: String },
    #[error(
        "the device could not keep what was written: {reason}; whether {} is unknown. Open the ledger anew, which writes what can be read of its last segment once more, and look", range(*from, *to)
    )]
    SyncFailed { path: String, from: u64, to: u64, reason: String },
    #[error("this handle is of no use since {since}; open the ledger anew")]
    Poisoned { path: String, since: String },
    #[error(
        "{}{}; {} before that. Nothing was changed: restore the file from a copy, or take what is whole into a new ledger",
        .damage.kind,
        at(.damage),
        stand(*entries)
    )]
    Corrupt { folder: String, damage: Damage, entries: u64 },
    #[error(
        "the ledger has {}, and had {expected} at least: it was rolled back or cut. Nothing was changed: restore its files from a copy",
        counted(*entries)
    )]
    Rollback { folder: String, entries: u64, expected: u64 },
    #[error(
        "the first {} are not those that are known. Nothing was changed: find out who replaced them",
        counted(*size)
    )]
    Diverged { folder: String, size: u64 },
    #[error("this ledger was opened for reading; open it with `File::open` to write")]
    ReadOnly { folder: String },
    #[error("a batch has at most {limit} entries, not {entries}; append them in several")]
    BatchTooLong { entries: usize, limit: usize },
    #[error("entry {seq} is not there, or has no payload that could be erased")]
    NoPayload { seq: u64 },
    #[error("payload {digest}: {problem}")]
    InvalidPayload { path: String, digest: String, problem: String },
}

fn range(from: u64, to: u64) -> String {
    if from == to { format!("entry {from} survives") } else { format!("entries {from} to {to} survive") }
}

fn at(damage: &Damage) -> String {
    damage.offset.map_or_else(String::new, |offset| format!(", at byte {offset}"))
}

fn counted(entries: u64) -> String {
    if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") }
}

fn stand(entries: u64) -> String {
    format!("{} {}", counted(entries), if entries == 1 { "stands" } else { "stand" })
}

codes! { StoreError {
    StoreError::Io { .. } => "ledger.io",
    StoreError::Full { .. } => "ledger.full",
    StoreError::SyncFailed { .. } => "ledger.sync_failed",
    StoreError::Poisoned { .. } => "ledger.poisoned",
    StoreError::Corrupt { .. } => "ledger.corrupt_file",
    StoreError::Rollback { .. } => "ledger.rollback",
    StoreError::Diverged { .. } => "ledger.diverged",
    StoreError::ReadOnly { .. } => "ledger.read_only",
    StoreError::BatchTooLong { .. } => "ledger.batch_too_long",
    StoreError::NoPayload { .. } => "ledger.no_payload",
    StoreError::InvalidPayload { .. } => "ledger.invalid_payload",
} }

impl StoreError {
    pub(crate) fn io(path: &Path, action: &'static str, error: &io::Error) -> Self {
        Self::Io { path: shown(path), action, reason: error.to_string() }
    }

    /// What a write that failed, and was undone, says.
    pub(crate) fn unwritten(path: &Path, entries: usize, error: &io::Error) -> Self {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull, WriteZero};
        match error.kind() {
            StorageFull | FileTooLarge | QuotaExceeded | WriteZero => {
                Self::Full { path: shown(path), entries, reason: error.to_string() }
            }
            _ => Self::io(path, "write entries; nothing was added", error),
        }
    }

    /// What is wrong with a ledger of this verdict; none where it can be written.
    pub(crate) fn of_recovery(folder: &Path, recovery: &Recovery) -> Option<Self> {
        let (folder, entries) = (shown(folder), recovery.entries);
        match &recovery.verdict {
            Verdict::Corrupt(damage) => Some(Self::Corrupt { folder, damage: damage.clone(), entries }),
            Verdict::Rollback { expected_at_least } => {
                Some(Self::Rollback { folder, entries, expected: *expected_at_least })
            }
            Verdict::Diverged { size } => Some(Self::Diverged { folder, size: *size }),
            Verdict::Empty | Verdict::Clean | Verdict::Torn { .. } => None,
        }
    }
}

/// A path as errors show it.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl Coded for StoreError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        let path = match self {
            Self::Io { path, .. }
            | Self::Full { path, .. }
            | Self::SyncFailed { path, .. }
            | Self::Poisoned { path, .. }
            | Self::InvalidPayload { path, .. } => Some(path.clone()),
            Self::Corrupt { folder, damage, .. } => {
                Some(Path::new(folder).join("seg").join(&damage.segment).display().to_string())
            }
            Self::Rollback { folder, .. } | Self::Diverged { folder, .. } | Self::ReadOnly { folder } => {
                Some(folder.clone())
            }
            Self::BatchTooLong { .. } | Self::NoPayload { .. } => None,
        };
        Place { path, ..Place::default() }
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::SyncFailed { from, to, .. } => BTreeMap::from([("from", json!(from)), ("to", json!(to))]),
            Self::Corrupt { damage, entries, .. } => BTreeMap::from([
                ("kind", json!(damage.kind.name())),
                ("segment", json!(damage.segment)),
                ("offset", json!(damage.offset)),
                ("seq", json!(damage.at_seq)),
                ("safe", json!(damage.safe)),
                ("entries", json!(entries)),
            ]),
            Self::Rollback { entries, expected, .. } => {
                BTreeMap::from([("entries", json!(entries)), ("expected", json!(expected))])
            }
            Self::Diverged { size, .. } => BTreeMap::from([("size", json!(size))]),
            Self::BatchTooLong { entries, limit } => {
                BTreeMap::from([("entries", json!(entries)), ("limit", json!(limit))])
            }
            Self::NoPayload { seq } => BTreeMap::from([("seq", json!(seq))]),
            Self::InvalidPayload { digest, .. } => BTreeMap::from([("digest", json!(digest))]),
            Self::Io { .. } | Self::Full { .. } | Self::Poisoned { .. } | Self::ReadOnly { .. } => {
                BTreeMap::new()
            }
        }
    }

    /// Where there was no room, there may be some later.
    fn retryable(&self) -> bool {
        matches!(self, Self::Full { .. })
    }
}
