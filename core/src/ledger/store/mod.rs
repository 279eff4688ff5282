//! Where ledgers are kept: in memory, or in files (feature `store`).

#[cfg(feature = "store")]
pub mod file;
mod memory;

#[cfg(feature = "store")]
pub(crate) use file::StoreError;
#[cfg(feature = "store")]
pub use file::{Damage, DamageKind, File, FileOptions, Payload, Recovery, Snapshot, Sync, Verdict, recover};
pub use memory::Memory;

use super::{Draft, Entry, Expect, Head};
use crate::Result;
use jiff::Timestamp;

/// What keeps a ledger. Every store keeps the same bytes and decides alike ([`admit`](super::admit), [`seal`](super::seal)).
///
/// ```
/// use greenboard::ledger::store::{Memory, Store};
/// use greenboard::ledger::{self, Actor, Draft, Expect};
///
/// let now = "2026-01-02T03:04:05Z".parse().unwrap();
/// let mut store = Memory::new();
/// store.append(&[ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), now)], &Expect::Empty, now)?;
///
/// let draft = Draft::new("plan-1", "release.planned", "api-1.4.0", Actor::human("alice"), now);
/// let appended = store.append(&[draft.clone()], &Expect::Seq(0), now)?;
/// assert_eq!((appended.head.unwrap().seq, appended.repeated), (1, false));
///
/// let again = store.append(&[draft], &Expect::Seq(0), now)?;
/// assert!(again.repeated);
/// assert_eq!(again.entries, appended.entries);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub trait Store {
    /// Appends drafts as one: all of them, or none. `now` is what the store's clock says.
    ///
    /// # Errors
    /// Those of [`admit`](super::admit()) and [`seal`](super::seal), and those of the place where the entries are kept.
    fn append(&mut self, drafts: &[Draft], expect: &Expect, now: Timestamp) -> Result<Appended>;

    /// The last entry; none where the ledger is empty.
    ///
    /// # Errors
    /// Those of the place where the entries are kept; here and below.
    fn head(&self) -> Result<Option<Head>>;

    /// How many entries there are.
    ///
    /// # Errors
    /// As [`head`](Self::head).
    fn len(&self) -> Result<u64> {
        Ok(self.head()?.map_or(0, |head| head.seq.saturating_add(1)))
    }

    /// Whether there is no entry.
    ///
    /// # Errors
    /// As [`head`](Self::head).
    fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }

    /// The entry of a number.
    ///
    /// # Errors
    /// As [`head`](Self::head).
    fn entry(&self, seq: u64) -> Result<Option<Entry>>;

    /// The entry of an idempotency key.
    ///
    /// # Errors
    /// As [`head`](Self::head).
    fn by_id(&self, id: &str) -> Result<Option<Entry>>;

    /// The entries after a number, or from the first one, at most `limit` of them: the cursor by which others follow.
    ///
    /// # Errors
    /// As [`head`](Self::head).
    fn entries(&self, after: Option<u64>, limit: usize) -> Result<Vec<Entry>>;
}

/// The checksum of frames in files: CRC-32C. It finds accidents, never tampering.
///
/// ```
/// assert_eq!(greenboard::ledger::store::checksum(b"123456789"), 0xe306_9283);
/// ```
#[cfg(feature = "store")]
pub fn checksum(bytes: &[u8]) -> u32 {
    crc32c::crc32c(bytes)
}

/// What [`Store::append`] did.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Appended {
    /// The entries of the drafts, in their order.
    pub entries: Vec<Entry>,
    /// The head of the ledger now.
    pub head: Option<Head>,
    /// Whether they were there before, and nothing was added.
    pub repeated: bool,
}

impl Appended {
    /// These entries, and the head after them.
    pub fn new(entries: Vec<Entry>, head: Option<Head>, repeated: bool) -> Self {
        Self { entries, head, repeated }
    }
}
