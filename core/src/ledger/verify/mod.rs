//! Verification: that entries are a ledger, and the one that somebody has seen before.
//!
//! Stored bytes are hashed as they stand and never written again; see `scan` for how they are looked at.

mod ids;
mod parallel;

pub use parallel::verify_parallel;

use super::corruption::Corruption;
use super::error::LedgerError;
use super::scan::{self, Parts};
use super::tree::Frontier;
use super::{Anchor, Hash, Head, chain, rules, time};
use crate::Result;
use crate::document::{self, Format};
use ids::Ids;
use schemars::JsonSchema;
use serde::Serialize;

/// What a ledger that holds together is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Verified {
    /// How many entries it has.
    pub entries: u64,
    /// Its last entry.
    pub head: Option<Head>,
    /// The root of the tree over its entries.
    pub root: Hash,
    /// The right edge of that tree, from which it grows.
    #[serde(skip)]
    pub frontier: Frontier,
}

/// What somebody outside holds of a ledger, against which its entries are held.
///
/// ```
/// use greenboard::ledger::{Anchor, Hash, Held};
/// let held = Held::new().with_anchor(Anchor::new(7, Hash::ZERO)).with_checkpoint(8, Hash::ZERO);
/// assert_eq!(held.entries(), 8);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    anchors: Vec<Anchor>,
    checkpoints: Vec<(u64, Hash)>,
}

impl Held {
    /// Nothing: then a ledger whose tail was cut, or that was rewritten from some entry on, cannot be told from one that was
    /// always so.
    pub fn new() -> Self {
        Self::default()
    }

    /// With the number and the hash of an entry.
    #[must_use]
    pub fn with_anchor(mut self, anchor: Anchor) -> Self {
        self.anchors.push(anchor);
        self
    }

    /// With the size and the root of a checkpoint, whose signature the caller has checked.
    #[must_use]
    pub fn with_checkpoint(mut self, size: u64, root: Hash) -> Self {
        self.checkpoints.push((size, root));
        self
    }

    pub(crate) fn anchors(&self) -> &[Anchor] {
        &self.anchors
    }

    pub(crate) fn checkpoints(&self) -> &[(u64, Hash)] {
        &self.checkpoints
    }

    /// How many entries the ledger had, at least.
    pub fn entries(&self) -> u64 {
        let anchors = self.anchors.iter().map(|anchor| anchor.seq.saturating_add(1));
        anchors.chain(self.checkpoints.iter().map(|(size, _)| *size)).max().unwrap_or(0)
    }

    /// Whether the entry of a number may have this hash.
    fn check_entry(&self, seq: u64, hash: Hash) -> Result<(), LedgerError> {
        match self.anchors.iter().any(|anchor| anchor.seq == seq && anchor.hash != hash) {
            true => Err(LedgerError::Diverged { what: "seq", number: seq }),
            false => Ok(()),
        }
    }

    /// Whether the tree of a size may have this root; it is made only where somebody holds one.
    fn check_root(&self, size: u64, root: impl FnOnce() -> Hash) -> Result<(), LedgerError> {
        let mut held = self.checkpoints.iter().filter(|(held, _)| *held == size).peekable();
        if held.peek().is_none() {
            return Ok(());
        }
        let root = root();
        match held.any(|(_, held)| *held != root) {
            true => Err(LedgerError::Diverged { what: "size", number: size }),
            false => Ok(()),
        }
    }

    /// Whether anything is held of the entry of a number, or of the tree that ends with it.
    fn names(&self, seq: u64) -> bool {
        self.anchors.iter().any(|anchor| anchor.seq == seq)
            || self.checkpoints.iter().any(|(size, _)| *size == seq + 1)
    }

    /// Whether a ledger may have no more entries than so many.
    fn check_length(&self, entries: u64) -> Result<(), LedgerError> {
        let expected = self.entries();
        if expected > entries { Err(LedgerError::Rollback { entries, expected }) } else { Ok(()) }
    }
}

/// Verifies entries one after the other, as they are read. Keeps no more than the frontier of the tree and the ids.
///
/// Whatever was changed in the past of a ledger is found by whoever holds an older head, or an older checkpoint. Without one,
/// every entry is found whose bytes do not fit to those of its neighbours, but neither a tail that was cut off nor a last entry
/// that was changed, nor entries that were rewritten together with all that follow.
///
/// ```
/// use greenboard::ledger::{self, Actor, Verifier};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let draft = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
/// let sealed = ledger::seal(&[draft], None, at)?;
/// let mut verifier = Verifier::new();
/// for entry in &sealed.entries {
///     verifier.push(entry.bytes())?;
/// }
/// assert_eq!(verifier.finish()?.head, sealed.head);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Verifier {
    head: Option<Hash>,
    recorded: i64,
    frontier: Frontier,
    ids: Ids,
    held: Held,
}

impl Verifier {
    /// With nothing to hold the entries against but each other.
    pub fn new() -> Self {
        Self::default()
    }

    /// Against what somebody holds.
    pub fn against(held: Held) -> Self {
        Self { held, ..Self::default() }
    }

    /// The bytes of the next entry. After an error, nothing more should be pushed.
    ///
    /// # Errors
    /// `ledger.corrupt` with the `seq` of the first bad entry and the `kind` of what is wrong; `ledger.diverged` where somebody
    /// holds another hash, or another root.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Hash> {
        let seq = self.frontier.size();
        let hash = self.check(bytes).map_err(|kind| LedgerError::Corrupt { seq, kind })?;
        self.held.check_entry(seq, hash)?;
        self.held.check_root(seq + 1, || self.frontier.root())?;
        Ok(hash)
    }

    /// Likewise, saying only what is wrong with the entry itself.
    pub(crate) fn check(&mut self, bytes: &[u8]) -> Result<Hash, Corruption> {
        let parts = scan::scan(bytes).map_err(|fault| fault.kind)?;
        let before = self.head.map(|hash| (hash, self.recorded));
        follows(&parts, self.frontier.size(), before)?;
        if !self.ids.insert(parts.id.raw()) {
            return Err(Corruption::DuplicateId);
        }
        let hash = Hash::of_entry(bytes);
        self.recorded = parts.instants.1;
        self.head = Some(hash);
        self.frontier.push(hash);
        Ok(hash)
    }

    /// How many entries came.
    pub fn entries(&self) -> u64 {
        self.frontier.size()
    }

    /// What the entries were.
    ///
    /// # Errors
    /// `ledger.rollback` where somebody has seen more of them.
    pub fn finish(self) -> Result<Verified> {
        self.held.check_length(self.frontier.size())?;
        Ok(verified(self.head, self.recorded, self.frontier))
    }
}

fn verified(head: Option<Hash>, recorded: i64, frontier: Frontier) -> Verified {
    let entries = frontier.size();
    let head = head.map(|hash| Head::new(entries.saturating_sub(1), hash, time::instant(recorded)));
    Verified { entries, head, root: frontier.root(), frontier }
}

/// Whether an entry is the one of this number after the one of this hash and recording; `None` before the first.
pub(crate) fn follows(parts: &Parts<'_>, seq: u64, before: Option<(Hash, i64)>) -> Result<(), Corruption> {
    if parts.seq != seq {
        return Err(Corruption::Seq);
    }
    let (prev, recorded) = before.unwrap_or((Hash::ZERO, i64::MIN));
    if parts.prev != prev {
        return Err(Corruption::Chain);
    }
    stands_alone(parts, recorded, seq == 0)
}

/// What can be said without the entry before it, but for when that was recorded.
fn stands_alone(parts: &Parts<'_>, recorded_before: i64, first: bool) -> Result<(), Corruption> {
    let (claimed, recorded) = parts.instants;
    if recorded < recorded_before {
        return Err(Corruption::TimeOrder);
    }
    if claimed > recorded + time::TOLERANCE {
        return Err(Corruption::Future);
    }
    let fits = match (first, parts.kind == rules::GENESIS) {
        (false, is) => !is,
        (true, is) => {
            is && document::read(parts.data, Format::Json).is_ok_and(|data| chain::is_genesis_data(&data))
        }
    };
    if fits { Ok(()) } else { Err(Corruption::Genesis) }
}

/// Verifies entries, each by its bytes, against what somebody holds.
///
/// ```
/// use greenboard::ledger::{self, Actor, Held};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let draft = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
/// let sealed = ledger::seal(&[draft], None, at)?;
/// let bytes = || sealed.entries.iter().map(|entry| entry.bytes());
/// let anchor = sealed.head.unwrap().anchor();
/// assert_eq!(ledger::verify(bytes(), &Held::new().with_anchor(anchor))?.entries, 1);
///
/// let error = ledger::verify(bytes().take(0), &Held::new().with_anchor(anchor)).unwrap_err();
/// assert_eq!(error.code(), "ledger.rollback");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`Verifier::push`] and [`Verifier::finish`].
pub fn verify<'e>(entries: impl IntoIterator<Item = &'e [u8]>, held: &Held) -> Result<Verified> {
    let mut verifier = Verifier::against(held.clone());
    for entry in entries {
        verifier.push(entry)?;
    }
    verifier.finish()
}
