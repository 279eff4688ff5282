//! A ledger in files: a folder that several processes may write, and that survives their crashes.
//!
//! ```text
//! LOCK   seg/<first seq, 20 digits>.jsonl   checkpoint   snapshot-<seq>.json   index/<first seq>.idx   payload/
//! ```
//! A segment is a text of one frame a line, an entry in its envelope with length and checksum, so that an end that a crash has
//! torn is told from damage. What each append has survived when it returns is said by its [`Sync`] policy. Not for network file
//! systems: their locks do not hold what they promise.

mod append;
pub mod disk;
mod error;
mod frame;
mod index;
mod link;
mod lock;
mod open;
mod options;
mod payloads;
mod reading;
mod repair;
mod snapshot;
mod state;
mod verdict;
mod walk;

pub(crate) use error::StoreError;
pub use options::{FileOptions, Sync};
pub use payloads::Payload;
pub use snapshot::Snapshot;
pub use verdict::{Damage, DamageKind, Recovery, Verdict, recover};

use super::{Appended, Store};
use crate::Result;
use crate::document::Node;
use crate::ledger::{Draft, Entry, Expect, Hash, Head, Held, Verified, Verifier};
use jiff::Timestamp;
use lock::Lock;
use state::State;
use std::fmt;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A ledger in files.
///
/// A handle may be shared between threads, and several handles, in this process and others, may write to one ledger: each
/// append takes the ledger's lock, reads what others have written since, decides and writes. Reading takes no lock, and may
/// show entries that are not synced yet: [`durable_seq`](Self::durable_seq) tells, [`read_durable`](Self::read_durable) waits.
///
/// ```
/// use greenboard::ledger::store::{File, FileOptions, Store, Verdict};
/// use greenboard::ledger::{self, Actor, Draft, Expect};
///
/// # let folder = std::env::temp_dir().join(format!("greenboard-doc-file-{}", std::process::id()));
/// # let _ = std::fs::remove_dir_all(&folder);
/// let now = "2026-01-02T03:04:05Z".parse().unwrap();
/// let mut ledger = File::open(&folder, FileOptions::new())?;
/// ledger.append(&[ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), now)], &Expect::Empty, now)?;
/// let draft = Draft::new("plan-1", "release.planned", "api-1.4.0", Actor::human("alice"), now);
/// ledger.append(&[draft], &Expect::Seq(0), now)?;
/// assert_eq!(ledger.durable_seq(), Some(1));
/// ledger.close()?;
///
/// let ledger = File::open(&folder, FileOptions::new())?;
/// assert_eq!((ledger.recovery().verdict.clone(), ledger.len()?), (Verdict::Clean, 2));
/// assert_eq!(ledger.by_id("plan-1")?.unwrap().seq(), 1);
/// # std::fs::remove_dir_all(&folder).unwrap();
/// # Ok::<(), greenboard::Error>(())
/// ```
pub struct File {
    recovery: Recovery,
    state: Mutex<State>,
}

impl File {
    /// Opens a ledger, and makes it where it is not there. An end that a crash has torn is put aside into
    /// `seg/<segment>.torn-<offset>` and cut off; [`recovery`](Self::recovery) says so.
    ///
    /// A ledger that is corrupt, was rolled back or is another one than is known opens too, to be looked at: nothing is changed,
    /// the entries before the fault are read, and every append fails with what is wrong.
    ///
    /// # Errors
    /// `ledger.io`; `ledger.sync_failed` where what is there cannot be synced.
    pub fn open(folder: impl AsRef<Path>, options: FileOptions) -> Result<Self> {
        let (state, recovery) = State::open(folder.as_ref(), options)?;
        Ok(Self { recovery, state: Mutex::new(state) })
    }

    /// Opens a ledger for reading: takes no lock, stops quietly before what is not whole yet, and writes nothing.
    ///
    /// # Errors
    /// `ledger.io`, where there is none as well.
    pub fn open_reader(folder: impl AsRef<Path>, options: FileOptions) -> Result<Self> {
        let (state, recovery) = State::open_reader(folder.as_ref(), options)?;
        Ok(Self { recovery, state: Mutex::new(state) })
    }

    /// What was found when it was opened.
    pub fn recovery(&self) -> &Recovery {
        &self.recovery
    }

    /// Appends drafts as one, as [`Store::append`] does; a handle that is shared needs no other.
    ///
    /// # Errors
    /// Those of [`admit`](crate::ledger::admit()) and [`seal`](crate::ledger::seal). `ledger.full`, retryable: nothing was added.
    /// `ledger.sync_failed`: whether the entries survive is unknown, and the handle is of no use any more
    /// (`ledger.poisoned` from then on). `ledger.corrupt_file`, `ledger.rollback`, `ledger.diverged`: the ledger does not hold
    /// together; nothing was changed. `ledger.batch_too_long`, `ledger.read_only`, `ledger.io`.
    pub fn append(&self, drafts: &[Draft], expect: &Expect, now: Timestamp) -> Result<Appended> {
        self.state().append(drafts, expect, now)
    }

    /// The number of the last entry that is known to survive a failure of power, where the device honours flushes. Act on the
    /// world only upon these.
    pub fn durable_seq(&self) -> Option<u64> {
        self.state().durable_entries().checked_sub(1)
    }

    /// Syncs what waits.
    ///
    /// # Errors
    /// As [`append`](Self::append).
    pub fn flush(&self) -> Result<()> {
        self.state().flush()
    }

    /// Syncs what waits, and gives the handle up. Dropping it does so too, and tells nobody of a failure.
    ///
    /// # Errors
    /// As [`append`](Self::append).
    pub fn close(self) -> Result<()> {
        let mut state = self.state();
        if state.check_writable().is_ok() { state.flush() } else { Ok(()) }
    }

    /// Entries as [`Store::entries`] has them, but only such that survive a failure of power: no writer writes meanwhile, and
    /// what is not synced yet is.
    ///
    /// # Errors
    /// As [`append`](Self::append).
    pub fn read_durable(&self, after: Option<u64>, limit: usize) -> Result<Vec<Entry>> {
        let mut state = self.state();
        state.sync_shared()?;
        let from = after.map_or(0, |after| after.saturating_add(1));
        let durable = usize::try_from(state.durable_entries().saturating_sub(from)).unwrap_or(usize::MAX);
        state.range(from, limit.min(durable))
    }

    /// The root of the tree over the entries.
    ///
    /// # Errors
    /// As [`Store::head`].
    pub fn root(&self) -> Result<Hash> {
        Ok(self.fresh()?.walk.frontier.root())
    }

    /// Reads every entry there is, and verifies them against what somebody holds: snapshots and indexes are not looked at.
    ///
    /// # Errors
    /// As [`verify`](crate::ledger::verify()) and [`Store::head`].
    pub fn verify(&self, held: &Held) -> Result<Verified> {
        let mut verifier = Verifier::against(held.clone());
        self.fresh()?.visit(0, u64::MAX, &mut |_, bytes| verifier.push(bytes).map(|_| true))?;
        verifier.finish()
    }

    /// Keeps the state that a fold over the first `size` entries has come to, and the one that was kept before it.
    ///
    /// # Errors
    /// `ledger.conflict` where there are more entries by now: fold on, and try again. `ledger.io` and those of
    /// [`document::to_json`](crate::document::to_json).
    pub fn write_snapshot(&self, size: u64, state: Node, state_v: u32) -> Result<()> {
        let mut locked = self.state();
        locked.check_writable()?;
        locked.locked(|ledger| {
            ledger.catch_up()?;
            ledger.write_snapshot(size, state, state_v)
        })
    }

    /// The latest snapshot whose digest holds, and whose last entry is the ledger's.
    ///
    /// # Errors
    /// As [`Store::head`].
    pub fn snapshot(&self) -> Result<Option<Snapshot>> {
        self.fresh()?.snapshot()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// With what others have written since.
    fn fresh(&self) -> Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        if !state.is_unsound() {
            state.read_on(false)?;
        }
        Ok(state)
    }
}

impl State {
    fn sync_shared(&mut self) -> Result<()> {
        let disk = self.disk();
        let mut reader = None;
        let lock = match &mut self.lock {
            Some(lock) => lock,
            None => reader.insert(Lock::open(&*disk, &self.folder, disk::Open::Read)?),
        };
        lock.acquire_shared(&*disk)?;
        let suspect = lock.is_suspect();
        let done = if self.is_unsound() || self.is_poisoned() { Ok(()) } else { self.read_on(false) };
        let end = self.segments.last().map_or(0, |last| last.end);
        let synced = done.and_then(|()| match suspect? {
            false if self.durable.bytes < end && !self.is_poisoned() => self.sync_tail(),
            _ => Ok(()),
        });
        let lock = self.lock.as_mut().or(reader.as_mut());
        lock.map_or(Ok(()), Lock::release)?;
        synced
    }
}

impl Drop for State {
    fn drop(&mut self) {
        // A failed sync is never tried again.
        if self.durable.waiting > 0 && self.stopped.is_none() {
            let _ = self.sync_tail();
        }
    }
}

impl Store for File {
    fn append(&mut self, drafts: &[Draft], expect: &Expect, now: Timestamp) -> Result<Appended> {
        Self::append(self, drafts, expect, now)
    }

    fn head(&self) -> Result<Option<Head>> {
        Ok(self.fresh()?.walk.head)
    }

    fn entry(&self, seq: u64) -> Result<Option<Entry>> {
        Ok(self.fresh()?.range(seq, 1)?.pop())
    }

    fn by_id(&self, id: &str) -> Result<Option<Entry>> {
        self.fresh()?.find(id)
    }

    fn entries(&self, after: Option<u64>, limit: usize) -> Result<Vec<Entry>> {
        self.fresh()?.range(after.map_or(0, |after| after.saturating_add(1)), limit)
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("File")
            .field("folder", &state.folder)
            .field("head", &state.walk.head)
            .finish_non_exhaustive()
    }
}
