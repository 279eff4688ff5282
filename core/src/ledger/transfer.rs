//! Ledgers as lines of text: how they leave, and how they come back as the same bytes.

use super::error::LedgerError;
use super::{Entry, Held, Verified, Verifier};
use crate::Result;

/// The export of entries: each one's bytes and a line break. With a signed checkpoint beside, that is all an auditor needs.
///
/// ```
/// use greenboard::ledger::{self, Actor, Held};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let draft = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
/// let sealed = ledger::seal(&[draft], None, at)?;
/// let exported = ledger::export(&sealed.entries);
/// let imported = ledger::import(&exported, &Held::new().with_anchor(sealed.head.unwrap().anchor()))?;
/// assert_eq!(imported.entries, sealed.entries);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn export<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<u8> {
    let mut out = Vec::new();
    for entry in entries {
        out.extend_from_slice(entry.bytes());
        out.push(b'\n');
    }
    out
}

/// What [`import`] found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Imported {
    /// The entries, with the bytes that they had.
    pub entries: Vec<Entry>,
    /// What they are together.
    pub verified: Verified,
}

/// Reads an export and verifies it, against what somebody holds. Entries keep their bytes: whoever stores them stores the same
/// ledger. History from elsewhere is no ledger; it is recorded as data of new entries.
///
/// # Errors
/// As [`verify`](super::verify()); `ledger.cut_export` where the last line does not end.
pub fn import(export: &[u8], held: &Held) -> Result<Imported> {
    let mut verifier = Verifier::against(held.clone());
    let mut entries = Vec::new();
    for line in export.split_inclusive(|byte| *byte == b'\n') {
        let Some(bytes) = line.strip_suffix(b"\n") else {
            return Err(LedgerError::CutExport { seq: verifier.entries() }.into());
        };
        verifier.push(bytes)?;
        entries.push(Entry::parse(bytes)?);
    }
    Ok(Imported { entries, verified: verifier.finish()? })
}
