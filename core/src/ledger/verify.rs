//! Verification: that entries are a ledger, and the one that somebody has seen before.

use super::corruption::Corruption;
use super::error::LedgerError;
use super::scan::{self, Parts};
use super::tree::Frontier;
use super::{Anchor, Hash, Head, chain, rules, time};
use crate::Result;
use crate::document::{self, Format};
use std::collections::HashSet;

/// What a ledger that holds together is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// How many entries it has.
    pub entries: u64,
    /// Its last entry.
    pub head: Option<Head>,
    /// The root of the tree over its entries.
    pub root: Hash,
}

/// Verifies entries one after the other, as they are read: keeps no more than the frontier of the tree and the ids.
#[derive(Debug, Clone, Default)]
pub struct Verifier {
    head: Option<Head>,
    recorded: i64,
    frontier: Frontier,
    ids: HashSet<String>,
    anchors: Vec<Anchor>,
}

impl Verifier {
    /// With nothing to hold the entries against but themselves.
    pub fn new() -> Self {
        Self::default()
    }

    /// With what somebody outside holds of the ledger.
    #[must_use]
    pub fn with_anchor(mut self, anchor: Anchor) -> Self {
        self.anchors.push(anchor);
        self
    }

    /// The bytes of the next entry.
    ///
    /// # Errors
    /// `ledger.corrupt` with `seq` and `kind`; `ledger.diverged` where an anchor says another hash.
    pub fn push(&mut self, bytes: &[u8]) -> Result<()> {
        let seq = self.frontier.size();
        let hash = self.check(bytes).map_err(|kind| LedgerError::Corrupt { seq, kind })?;
        if self.anchors.iter().any(|anchor| anchor.seq == seq && anchor.hash != hash) {
            return Err(LedgerError::Diverged { what: format!("entry {seq} had another hash") }.into());
        }
        Ok(())
    }

    /// Likewise, saying only what is wrong.
    pub(crate) fn check(&mut self, bytes: &[u8]) -> Result<Hash, Corruption> {
        let parts = scan::scan(bytes).map_err(|fault| fault.kind)?;
        self.follows(&parts)?;
        if !self.ids.insert(parts.id.raw().to_owned()) {
            return Err(Corruption::DuplicateId);
        }
        let hash = Hash::of_entry(bytes);
        self.recorded = parts.instants.1;
        self.head = Some(Head::new(parts.seq, hash, time::instant(self.recorded)));
        self.frontier.push(hash);
        Ok(hash)
    }

    fn follows(&self, parts: &Parts<'_>) -> Result<(), Corruption> {
        let (claimed, recorded) = parts.instants;
        if parts.seq != self.frontier.size() {
            return Err(Corruption::Seq);
        }
        if parts.prev != self.head.map_or(Hash::ZERO, |head| head.hash) {
            return Err(Corruption::Chain);
        }
        if self.head.is_some() && recorded < self.recorded {
            return Err(Corruption::TimeOrder);
        }
        if claimed > recorded + time::TOLERANCE {
            return Err(Corruption::Future);
        }
        let is_genesis = parts.kind == rules::GENESIS
            && document::read(parts.data, Format::Json).is_ok_and(|data| chain::is_genesis_data(&data));
        if is_genesis != self.head.is_none() {
            return Err(Corruption::Genesis);
        }
        Ok(())
    }

    /// What the entries were.
    ///
    /// # Errors
    /// `ledger.rollback` where an anchor names an entry that never came.
    pub fn finish(self) -> Result<Verified> {
        let entries = self.frontier.size();
        if let Some(last) = self.anchors.iter().map(|anchor| anchor.seq).max()
            && last >= entries
        {
            return Err(LedgerError::Rollback { entries, expected: last.saturating_add(1) }.into());
        }
        Ok(Verified { entries, head: self.head, root: self.frontier.root() })
    }
}

/// Verifies entries, each by its bytes, against what somebody outside holds of the ledger.
///
/// # Errors
/// As [`Verifier::push`] and [`Verifier::finish`].
pub fn verify<'e>(entries: impl IntoIterator<Item = &'e [u8]>, anchors: &[Anchor]) -> Result<Verified> {
    let mut verifier = Verifier { anchors: anchors.to_vec(), ..Verifier::new() };
    for entry in entries {
        verifier.push(entry)?;
    }
    verifier.finish()
}
