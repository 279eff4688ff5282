//! How a ledger in files is opened: when it syncs, how long its segments are, what the caller holds of it.

use super::disk::{Disk, RealDisk};
use crate::ledger::Held;
use jiff::SignedDuration;
use std::fmt;
use std::sync::Arc;

/// When appends are synced, and so what an append that has returned has survived.
///
/// Whatever the policy, a rotation, the first write into a segment and [`close`](super::File::close) sync, and
/// [`durable_seq`](super::File::durable_seq) tells what is safe. Act on the world, by a deployment, say, only after it covers
/// the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Sync {
    /// Each append: it survives the death of the process, of the system and of the power, where the device honours flushes.
    #[default]
    Every,
    /// Once `n` entries wait, once `delay` has passed since the oldest of them when the next append comes, or on
    /// [`flush`](super::File::flush). An append survives the death of the process; that of the system or the power may take a
    /// suffix of what waits, and nothing from its middle.
    Group {
        /// So many entries wait at most.
        n: u32,
        /// So long they wait at most, by the clock's readings that appends are given.
        delay: SignedDuration,
    },
    /// Never of its own: an append survives the death of the process only.
    None,
}

/// How a ledger in files is opened.
///
/// ```
/// use greenboard::ledger::store::{FileOptions, Sync};
/// let options = FileOptions::new().with_sync(Sync::None).with_segment_bytes(1 << 20);
/// assert_eq!(options.segment_bytes, 1 << 20);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct FileOptions {
    /// When appends are synced.
    pub sync: Sync,
    /// The length in bytes from which on a segment is sealed and the next one begun; 64 MiB. At most 1 GiB is used.
    pub segment_bytes: u64,
    /// What the caller holds of the ledger: one that has less, or something else there, was rolled back or replaced.
    pub held: Held,
    pub(crate) disk: Arc<dyn Disk>,
}

impl FileOptions {
    /// Synced at each append, segments of 64 MiB, nothing held.
    pub fn new() -> Self {
        Self { sync: Sync::Every, segment_bytes: 64 << 20, held: Held::new(), disk: Arc::new(RealDisk) }
    }

    /// Synced by this policy.
    #[must_use]
    pub fn with_sync(mut self, sync: Sync) -> Self {
        self.sync = sync;
        self
    }

    /// With segments of about this length.
    #[must_use]
    pub fn with_segment_bytes(mut self, bytes: u64) -> Self {
        self.segment_bytes = bytes;
        self
    }

    /// With what the caller holds.
    #[must_use]
    pub fn with_held(mut self, held: Held) -> Self {
        self.held = held;
        self
    }

    /// On another file layer: for tests of faults.
    #[doc(hidden)]
    #[must_use]
    pub fn with_disk(mut self, disk: Arc<dyn Disk>) -> Self {
        self.disk = disk;
        self
    }

    /// The length from which on a segment is sealed. `safe` counts the bytes of one in eight digits.
    pub(super) fn sealed_from(&self) -> u64 {
        self.segment_bytes.clamp(1, 1 << 30)
    }
}

impl Default for FileOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for FileOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sync, segment_bytes, held, disk: _ } = self;
        f.debug_struct("FileOptions")
            .field("sync", sync)
            .field("segment_bytes", segment_bytes)
            .field("held", held)
            .finish_non_exhaustive()
    }
}
