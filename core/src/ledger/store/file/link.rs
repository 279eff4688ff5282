//! Whether an entry follows the one before it: what a store checks of everything that it reads.
//!
//! As a [`Verifier`](crate::ledger::Verifier) does, but for ids that come twice: those the store's index finds when something is
//! appended, and a full verification in any case.

use crate::ledger::verify::follows;
use crate::ledger::{Corruption, Hash, Head, scan, time};

/// The head once this entry has come after the head before it.
pub(crate) fn link(head: Option<&Head>, entry: &[u8]) -> Result<Head, Corruption> {
    let parts = scan::scan(entry).map_err(|fault| fault.kind)?;
    let before = head.map(|head| (head.hash, head.recorded_at.as_millisecond()));
    follows(&parts, head.map_or(0, |head| head.seq + 1), before)?;
    Ok(Head::new(parts.seq, Hash::of_entry(entry), time::instant(parts.instants.1)))
}
