//! What a handle knows of its ledger, and how it reads on what others have written.

use super::disk::{Disk, Handle, Open, Stat};
use super::error::{StoreError, shown};
use super::frame::Frame;
use super::index::{self, Ids};
use super::lock::Lock;
use super::options::FileOptions;
use super::verdict::{Verdict, segment_name, step};
use super::walk::Walk;
use crate::Result;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A segment, as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Segment {
    /// The number of its first entry.
    pub first: u64,
    /// Where its last whole batch ends.
    pub end: u64,
    /// Where its entries begin; none where it was not looked into yet.
    pub offsets: Option<Vec<u32>>,
    /// Its ids; none where nobody has asked for one yet.
    pub ids: Option<Ids>,
}

/// What is known to be synced of the last segment, and what waits for it.
#[derive(Debug, Default)]
pub(super) struct Durable {
    /// So many bytes.
    pub bytes: u64,
    /// So many entries this handle has written since.
    pub waiting: u64,
    /// What the clock said when the first of them was.
    pub since: Option<Timestamp>,
}

/// Why a handle does not write.
#[derive(Debug, Clone)]
pub(super) enum Stopped {
    /// What was found when the ledger was opened or read.
    Unsound(StoreError),
    /// A sync or an undoing failed.
    Poisoned(String),
    /// It was opened for reading.
    Reader,
}

/// The handle behind its mutex.
pub(super) struct State {
    pub folder: PathBuf,
    pub options: FileOptions,
    /// None for a reader.
    pub lock: Option<Lock>,
    pub walk: Walk,
    pub segments: Vec<Segment>,
    /// The last segment, open, and what tells it from another of its name.
    pub tail: Option<(Box<dyn Handle>, Option<u64>)>,
    pub durable: Durable,
    pub stopped: Option<Stopped>,
}

impl State {
    pub(super) fn new(folder: &Path, options: FileOptions, lock: Option<Lock>) -> Self {
        Self {
            folder: folder.to_owned(),
            stopped: lock.is_none().then_some(Stopped::Reader),
            options,
            lock,
            walk: Walk::default(),
            segments: Vec::new(),
            tail: None,
            durable: Durable::default(),
        }
    }

    pub(super) fn disk(&self) -> Arc<dyn Disk> {
        Arc::clone(&self.options.disk)
    }

    pub(super) fn seg(&self) -> PathBuf {
        self.folder.join("seg")
    }

    pub(super) fn path_of(&self, first: u64) -> PathBuf {
        self.seg().join(segment_name(first))
    }

    /// Why this handle cannot write, where it cannot.
    pub(super) fn check_writable(&self) -> Result<()> {
        let path = shown(&self.folder);
        match &self.stopped {
            None => Ok(()),
            Some(Stopped::Unsound(error)) => Err(error.clone().into()),
            Some(Stopped::Poisoned(since)) => Err(StoreError::Poisoned { path, since: since.clone() }.into()),
            Some(Stopped::Reader) => Err(StoreError::ReadOnly { folder: path }.into()),
        }
    }

    /// Whether something is wrong with what is there.
    pub(super) fn is_unsound(&self) -> bool {
        matches!(self.stopped, Some(Stopped::Unsound(_)))
    }

    /// Whether a sync or an undoing has failed.
    pub(super) fn is_poisoned(&self) -> bool {
        matches!(self.stopped, Some(Stopped::Poisoned(_)))
    }

    /// Works while no other handle writes.
    pub(super) fn locked<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let disk = self.disk();
        match &mut self.lock {
            Some(lock) => lock.acquire(&*disk)?,
            None => self.check_writable()?,
        }
        let result = work(self);
        let released = self.lock.as_mut().map_or(Ok(()), Lock::release);
        if released.is_err() {
            // Closing the file gives the lock back as well.
            self.lock = Lock::open(&*disk, &self.folder, Open::Append).ok();
        }
        result
    }

    /// How many entries are known to survive a failure of power.
    pub(super) fn durable_entries(&self) -> u64 {
        let Some(last) = self.segments.last() else { return 0 };
        let offsets = last.offsets.as_deref().unwrap_or_default();
        let synced = offsets.partition_point(|offset| u64::from(*offset) < self.durable.bytes);
        last.first + synced as u64
    }

    /// Reads what others have written since. A reader, and a writer that does not hold the lock, stops before what is not whole
    /// yet; with the lock nobody is writing, and a torn end is put aside.
    pub(super) fn read_on(&mut self, locked: bool) -> Result<()> {
        loop {
            let Some((first, end)) = self.segments.last().map(|last| (last.first, last.end)) else {
                if !self.begin(0)? {
                    return Ok(());
                }
                continue;
            };
            let path = self.path_of(first);
            let stat = self.look(&path)?;
            if stat.length < end {
                let entries = self.walk.entries();
                let found = first + self.segments.last().map_or(0, |last| entries_before(last, stat.length));
                let folder = shown(&self.folder);
                return Err(self.unsound(StoreError::Rollback { folder, entries: found, expected: entries }));
            }
            if stat.length > end && !self.read_tail(first, end, stat.length, locked)? {
                return Ok(());
            }
            // Only a segment with entries is followed by another.
            let next = self.walk.entries();
            if next == first || !self.begin(next)? {
                return Ok(());
            }
        }
    }

    /// Remembers what is wrong: nothing is written from now on.
    pub(super) fn unsound(&mut self, error: StoreError) -> crate::Error {
        self.stopped = Some(Stopped::Unsound(error.clone()));
        error.into()
    }

    /// Goes on with the segment of this first entry, where there is one: the one before it is sealed.
    fn begin(&mut self, first: u64) -> Result<bool> {
        let path = self.path_of(first);
        let stat =
            self.disk().stat(&path).map_err(|error| StoreError::io(&path, "look for the segment", &error))?;
        if stat.is_some() {
            self.enter(Segment { first, offsets: Some(Vec::new()), ..Segment::default() });
        }
        Ok(stat.is_some())
    }

    /// Another segment is the last one now.
    pub(super) fn enter(&mut self, segment: Segment) {
        if let Some(before) = self.segments.last_mut() {
            before.ids = before.ids.take().map(|ids| ids.sealed());
        }
        self.segments.push(segment);
        self.tail = None;
        self.durable = Durable::default();
    }

    /// Opens the last segment, anew where another file has its name.
    pub(super) fn look(&mut self, path: &Path) -> Result<Stat> {
        let io = |error| StoreError::io(path, "open the segment", &error);
        let missing = || io(std::io::Error::from(std::io::ErrorKind::NotFound));
        let disk = self.disk();
        let stat = disk.stat(path).map_err(io)?.ok_or_else(missing)?;
        let same = matches!(&self.tail, Some((_, Some(identity))) if Some(*identity) == stat.identity);
        if !same {
            let how = if self.lock.is_some() { Open::Append } else { Open::Read };
            let handle = disk.open(path, how).map_err(io)?;
            let stat = handle.stat().map_err(io)?;
            self.tail = Some((handle, stat.identity));
            return Ok(stat);
        }
        Ok(stat)
    }

    /// Reads the last segment from `end` on; whether all of it is whole now.
    fn read_tail(&mut self, first: u64, end: u64, length: u64, locked: bool) -> Result<bool> {
        let name = segment_name(first);
        let path = self.path_of(first);
        let bytes = self.read_range(end, length)?;
        let (found, verdict) = step(&mut self.walk, &name, &bytes, end, true);
        let Some(last) = self.segments.last_mut() else { return Ok(false) };
        last.end = found.end;
        if let Some(ids) = &mut last.ids {
            let frames = found.offsets.iter().filter_map(|offset| {
                let from = usize::try_from(u64::from(*offset).checked_sub(end)?).ok()?;
                index::bits_of(&Frame::read(bytes.get(from..)?)?)
            });
            let known = last.offsets.as_ref().map_or(0, Vec::len);
            frames
                .zip(known..)
                .for_each(|(bits, nth)| ids.push(bits, u32::try_from(nth).unwrap_or(u32::MAX)));
        }
        last.offsets.get_or_insert_default().extend(&found.offsets);
        self.durable.bytes = self.durable.bytes.max(u64::from(found.safe));
        match verdict {
            None => Ok(true),
            Some((Verdict::Torn { .. }, _)) if locked => {
                self.put_aside(&path, length)?;
                Ok(true)
            }
            Some((Verdict::Corrupt(damage), entries)) => {
                let folder = shown(&self.folder);
                Err(self.unsound(StoreError::Corrupt { folder, damage, entries }))
            }
            Some(_) => Ok(false),
        }
    }

    /// Some of the last segment's bytes.
    pub(super) fn read_range(&self, from: u64, to: u64) -> Result<Vec<u8>> {
        let path = self.path_of(self.segments.last().map_or(0, |last| last.first));
        let Some((handle, _)) = &self.tail else { return Ok(Vec::new()) };
        read_range(&**handle, &path, from, to)
    }
}

/// How many entries of a segment end before this many bytes.
fn entries_before(segment: &Segment, length: u64) -> u64 {
    let offsets = segment.offsets.as_deref().unwrap_or_default();
    offsets.partition_point(|offset| u64::from(*offset) < length).saturating_sub(1) as u64
}

/// Some of a file's bytes, fewer where it ends before.
pub(super) fn read_range(handle: &dyn Handle, path: &Path, from: u64, to: u64) -> Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX)];
    let read = handle.read_at(from, &mut bytes).map_err(|error| StoreError::io(path, "read", &error))?;
    bytes.truncate(read);
    Ok(bytes)
}
