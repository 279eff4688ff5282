//! What is done about an end that is torn and a sync that has failed.

use super::disk::{Disk, Open};
use super::error::{StoreError, shown};
use super::snapshot::replace;
use super::state::{State, Stopped};
use crate::Result;
use std::io;
use std::path::{Path, PathBuf};

impl State {
    /// Puts what lies behind the last whole batch into a file of its own, and cuts it off. With the lock held.
    pub(super) fn put_aside(&mut self, path: &Path, length: u64) -> Result<()> {
        let end = self.segments.last().map_or(0, |last| last.end);
        let torn = self.read_range(end, length)?;
        let disk = self.disk();
        let copy = free_name(&*disk, path, end)?;
        let kept = disk.open(&copy, Open::New).and_then(|handle| {
            handle.append(&torn)?;
            handle.sync()
        });
        kept.map_err(|error| StoreError::io(&copy, "put the torn end aside; nothing was cut", &error))?;
        let Some((handle, _)) = &self.tail else { return Ok(()) };
        handle.set_len(end).map_err(|error| StoreError::io(path, "cut the torn end off", &error))?;
        self.sync_tail()?;
        let seg = self.seg();
        disk.sync_folder(&seg).map_err(|error| StoreError::io(&seg, "sync the folder", &error).into())
    }

    /// Syncs the last segment. Where that fails, nobody knows what the device has, and asking again would say that all is well:
    /// the handle is of no use any more, and the lock file says so to others.
    pub(super) fn sync_tail(&mut self) -> Result<()> {
        let Some((handle, _)) = &self.tail else { return Ok(()) };
        match handle.sync() {
            Ok(()) => {
                self.durable.bytes = self.segments.last().map_or(0, |last| last.end);
                (self.durable.waiting, self.durable.since) = (0, None);
                Ok(())
            }
            Err(error) => Err(self.sync_failed(&error)),
        }
    }

    /// What follows from a failed sync.
    pub(super) fn sync_failed(&mut self, error: &io::Error) -> crate::Error {
        if let Some(lock) = &self.lock {
            lock.suspect();
        }
        let path = self.path_of(self.segments.last().map_or(0, |last| last.first));
        let (from, to) = (self.durable_entries(), self.walk.entries().saturating_sub(1));
        self.stopped = Some(Stopped::Poisoned(format!("a sync failed ({error})")));
        StoreError::SyncFailed { path: shown(&path), from: from.min(to), to, reason: error.to_string() }
            .into()
    }

    /// Writes what can be read of the last segment into a new file that takes its place, after a failed sync: the pages of the
    /// old one count as clean, whether the device has them or not.
    pub(super) fn write_anew(&mut self) -> Result<()> {
        let Some((first, end)) = self.segments.last().map(|last| (last.first, last.end)) else {
            return Ok(());
        };
        let path = self.path_of(first);
        self.look(&path)?;
        let bytes = self.read_range(0, end)?;
        let disk = self.disk();
        replace(&*disk, &path, &bytes)?;
        self.tail = None;
        self.look(&path)?;
        self.durable.bytes = end;
        self.lock.as_ref().map_or(Ok(()), super::lock::Lock::clear)
    }
}

/// A name for a torn end that nothing has.
fn free_name(disk: &dyn Disk, path: &Path, end: u64) -> Result<PathBuf> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".torn-{end}"));
    let plain = PathBuf::from(name);
    let mut free = plain.clone();
    let mut count = 1;
    while disk.stat(&free).map_err(|error| StoreError::io(&free, "look for a name", &error))?.is_some() {
        count += 1;
        let mut name = plain.as_os_str().to_owned();
        name.push(format!("-{count}"));
        free = PathBuf::from(name);
    }
    Ok(free)
}
