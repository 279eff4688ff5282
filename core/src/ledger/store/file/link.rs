//! Whether an entry follows the one before it: what a store checks of everything that it reads.
//!
//! The rules of [`Verifier`](crate::ledger::Verifier), in its order, but for ids that come twice: those the store's index
//! finds when something is appended, and a full verification in any case.

use crate::document::{self, Format};
use crate::ledger::scan::{self, Parts};
use crate::ledger::{Corruption, Hash, Head, chain, rules, time};

/// The head once this entry has come after the head before it.
pub(crate) fn link(head: Option<&Head>, entry: &[u8]) -> Result<Head, Corruption> {
    let parts = scan::scan(entry).map_err(|fault| fault.kind)?;
    follows(head, &parts)?;
    Ok(Head::new(parts.seq, Hash::of_entry(entry), time::instant(parts.instants.1)))
}

fn follows(head: Option<&Head>, parts: &Parts<'_>) -> Result<(), Corruption> {
    let (claimed, recorded) = parts.instants;
    if parts.seq != head.map_or(0, |head| head.seq + 1) {
        return Err(Corruption::Seq);
    }
    if parts.prev != head.map_or(Hash::ZERO, |head| head.hash) {
        return Err(Corruption::Chain);
    }
    if head.is_some_and(|head| time::instant(recorded) < head.recorded_at) {
        return Err(Corruption::TimeOrder);
    }
    if claimed > recorded + time::TOLERANCE {
        return Err(Corruption::Future);
    }
    let is_genesis = parts.kind == rules::GENESIS
        && document::read(parts.data, Format::Json).is_ok_and(|data| chain::is_genesis_data(&data));
    if is_genesis == head.is_none() { Ok(()) } else { Err(Corruption::Genesis) }
}
