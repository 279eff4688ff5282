//! Snapshots: what a fold over the entries came to, so that opening and replaying need not begin at the first one.
//!
//! A cache and never evidence: one is used only if its digest holds and its head is the hash of the entry that is there, and a
//! full verification does not look at it.

use super::disk::{Disk, Open};
use super::error::StoreError;
use super::state::{State, read_range};
use super::verdict::Known;
use crate::Result;
use crate::document::canonical::{self, Policy};
use crate::document::{self, Format, Key, Node, Position, Read, Value, reads};
use crate::ledger::{Hash, LedgerError};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// The state that somebody's fold over a ledger had, at one of its entries.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Snapshot {
    /// How many entries it was folded from.
    pub size: u64,
    /// The hash of the last of them.
    pub head: Hash,
    /// The roots of the full subtrees of the tree over them, the largest first.
    pub frontier: Vec<Hash>,
    /// The state.
    pub state: Node,
    /// The version of what the state looks like: one that was written by another version of the fold is to be left alone.
    pub state_v: u32,
}

reads!(Snapshot { size, head, frontier, state, state_v });

/// How many are kept.
const KEPT: usize = 2;

/// The largest that is read.
const LARGEST: u64 = 1 << 30;

impl State {
    /// Keeps a snapshot, and the one before it. With the lock held.
    pub(super) fn write_snapshot(&mut self, size: u64, state: Node, state_v: u32) -> Result<()> {
        let Some(head) = self.walk.head.filter(|head| head.seq + 1 == size) else {
            let expected = format!("a ledger of {size} entries, from which the state was folded,");
            return Err(LedgerError::Conflict { expected, actual: self.walk.head }.into());
        };
        let frontier = self.walk.frontier.hashes().to_vec();
        let snapshot = Snapshot { size, head: head.hash, frontier, state, state_v };
        let mut node = document::to_node(&snapshot)?;
        let digest = Hash::of(canonical::write(&node, Policy::Exact)?);
        if let Value::Map(entries) = &mut node.value {
            let key = Key { text: "sha256".to_owned(), at: Position::default() };
            entries.push((key, Node::new(Value::Text(digest.to_string()))));
        }
        let path = self.folder.join(format!("snapshot-{}.json", head.seq));
        let disk = self.disk();
        replace(&*disk, &path, canonical::write(&node, Policy::Exact)?.as_bytes())?;
        for (_, old) in names(&*disk, &self.folder)?.into_iter().skip(KEPT) {
            disk.remove(&old).map_err(|error| StoreError::io(&old, "remove an old snapshot", &error))?;
        }
        Ok(())
    }

    /// The latest snapshot that can be used.
    pub(super) fn snapshot(&mut self) -> Result<Option<Snapshot>> {
        for snapshot in stored(&*self.disk(), &self.folder)? {
            let last = self.range(snapshot.size.saturating_sub(1), 1)?;
            if last.first().is_some_and(|entry| entry.hash() == snapshot.head) {
                return Ok(Some(snapshot));
            }
        }
        Ok(None)
    }
}

/// Writes a file whole: under another name, synced, renamed, the folder synced.
pub(super) fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<()> {
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let new = PathBuf::from(new);
    let folder = path.parent().unwrap_or(Path::new(""));
    let io = |error| StoreError::io(path, "write the file", &error);
    if disk.stat(&new).map_err(io)?.is_some() {
        disk.remove(&new).map_err(io)?;
    }
    let written = disk.open(&new, Open::New).and_then(|handle| {
        handle.append(bytes)?;
        handle.sync()?;
        disk.rename(&new, path)?;
        disk.sync_folder(folder)
    });
    written.map_err(|error| io(error).into())
}

/// The files of snapshots, the latest first.
fn names(disk: &dyn Disk, folder: &Path) -> Result<Vec<(u64, PathBuf)>> {
    let names = disk.list(folder).map_err(|error| StoreError::io(folder, "list the snapshots", &error))?;
    let mut found: Vec<(u64, PathBuf)> = names
        .iter()
        .filter_map(|name| {
            let seq = name.strip_prefix("snapshot-")?.strip_suffix(".json")?;
            Some((seq.parse().ok()?, folder.join(name)))
        })
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    Ok(found)
}

/// The snapshots whose digest holds, the latest first.
pub(super) fn stored(disk: &dyn Disk, folder: &Path) -> Result<Vec<Snapshot>> {
    let named = names(disk, folder)?.into_iter().take(KEPT);
    Ok(named.filter_map(|(seq, path)| read(&read_file(disk, &path).ok()??, seq)).collect())
}

/// The snapshot that these bytes are; none where its digest does not hold.
fn read(bytes: &[u8], seq: u64) -> Option<Snapshot> {
    let mut node = document::read(bytes, Format::Json).ok()?;
    let Value::Map(entries) = &mut node.value else { return None };
    let at = entries.iter().position(|(key, _)| key.text == "sha256")?;
    let Value::Text(digest) = entries.remove(at).1.value else { return None };
    let covered = canonical::write(&node, Policy::Exact).ok()?;
    let snapshot = Snapshot::read(&node).ok()?;
    let sound = Hash::of(covered).to_string() == digest && snapshot.size == seq.checked_add(1)?;
    sound.then_some(snapshot)
}

/// A whole file; none where it is not there.
pub(super) fn read_file(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>> {
    let io = |error| StoreError::io(path, "read the file", &error);
    if disk.stat(path).map_err(io)?.is_none() {
        return Ok(None);
    }
    let handle = disk.open(path, Open::Read).map_err(io)?;
    let length = handle.stat().map_err(io)?.length;
    read_range(&*handle, path, 0, length.min(LARGEST)).map(Some)
}

/// What the checkpoint beside the ledger says. Its signature is not looked at: whoever can write here can replace it, and
/// whoever wants to know opens the ledger with a checkpoint of their own.
pub(super) fn checkpoint(disk: &dyn Disk, folder: &Path, known: &mut Known) -> Result<()> {
    let bytes = read_file(disk, &folder.join("checkpoint"))?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines().skip(1);
    let Some(size) = lines.next().and_then(|size| size.parse().ok()) else { return Ok(()) };
    known.sizes.push(size);
    #[cfg(feature = "sign")]
    if let Some(root) = lines.next().and_then(|root| crate::ledger::note::decode(root)?.try_into().ok()) {
        known.held = std::mem::take(&mut known.held).with_checkpoint(size, Hash::new(root));
    }
    Ok(())
}
