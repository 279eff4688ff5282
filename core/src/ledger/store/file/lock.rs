//! The lock between processes: one file of its own, which is never deleted.
//!
//! The system gives the lock back when a process dies, so there are no stale ones, and nobody decides by the id of a process.
//! While a failed sync has not been repaired, the file holds a word about it, so that whoever comes next knows, in this process
//! or another; that needs not survive a failure of power, after which what can be read is what is on the disk.

use super::disk::{Disk, Handle, Open};
use super::error::StoreError;
use crate::Result;
use std::path::{Path, PathBuf};

/// The lock of one handle.
pub(crate) struct Lock {
    path: PathBuf,
    handle: Box<dyn Handle>,
    how: Open,
    /// The process that opened it. A forked child would share the lock of its parent instead of waiting for it.
    process: u32,
}

impl Lock {
    /// For writers ([`Open::Append`]) or for readers ([`Open::Read`]).
    pub(crate) fn open(disk: &dyn Disk, folder: &Path, how: Open) -> Result<Self> {
        let path = folder.join("LOCK");
        let handle =
            disk.open(&path, how).map_err(|error| StoreError::io(&path, "open the lock file", &error))?;
        Ok(Self { path, handle, how, process: std::process::id() })
    }

    /// Opens the file anew in a forked child.
    fn own(&mut self, disk: &dyn Disk) -> Result<()> {
        if self.process != std::process::id() {
            let folder = self.path.parent().unwrap_or(Path::new("")).to_owned();
            *self = Self::open(disk, &folder, self.how)?;
        }
        Ok(())
    }

    /// Waits until no other handle, of this process or another, has the lock.
    pub(crate) fn acquire(&mut self, disk: &dyn Disk) -> Result<()> {
        self.own(disk)?;
        self.handle.lock().map_err(|error| StoreError::io(&self.path, "lock", &error).into())
    }

    /// Waits until no other handle is writing.
    pub(crate) fn acquire_shared(&mut self, disk: &dyn Disk) -> Result<()> {
        self.own(disk)?;
        self.handle.lock_shared().map_err(|error| StoreError::io(&self.path, "lock", &error).into())
    }

    /// Gives the lock back.
    pub(crate) fn release(&mut self) -> Result<()> {
        self.handle.unlock().map_err(|error| StoreError::io(&self.path, "unlock", &error).into())
    }

    /// Whether a sync of the last segment has failed and was not repaired.
    pub(crate) fn is_suspect(&self) -> Result<bool> {
        let stat = self
            .handle
            .stat()
            .map_err(|error| StoreError::io(&self.path, "look at the lock file", &error))?;
        Ok(stat.length > 0)
    }

    /// Notes that a sync has failed. Where that cannot be written either, this handle alone knows.
    pub(crate) fn suspect(&self) {
        let _ = self.handle.append(b"a sync failed: the last segment is to be written anew\n");
    }

    /// Notes that this was repaired.
    pub(crate) fn clear(&self) -> Result<()> {
        self.handle
            .set_len(0)
            .map_err(|error| StoreError::io(&self.path, "clear the lock file", &error).into())
    }
}
