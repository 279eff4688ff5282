//! Opening: what is there is read and judged, and where it is sound but torn or suspect, repaired.

use super::disk::Open;
use super::error::StoreError;
use super::frame::Frame;
use super::lock::Lock;
use super::options::FileOptions;
use super::snapshot::{self, Snapshot};
use super::state::{Segment, State, Stopped, read_range};
use super::verdict::{Known, Recovery, Verdict, check_name, conclude, first_seq, segment_name, step};
use super::walk::Walk;
use crate::Result;
use crate::ledger::{Hash, Head, scan, time, tree::Frontier};
use std::io;
use std::path::Path;

impl State {
    /// Opens a ledger for writing, and makes it where it is not there.
    pub(super) fn open(folder: &Path, options: FileOptions) -> Result<(Self, Recovery)> {
        make(folder, &options)?;
        let lock = Lock::open(&*options.disk, folder, Open::Append)?;
        let mut state = Self::new(folder, options, Some(lock));
        let recovery = state.locked(Self::load)?;
        Ok((state, recovery))
    }

    /// Opens a ledger for reading. Nothing is written, and no lock is taken.
    pub(super) fn open_reader(folder: &Path, options: FileOptions) -> Result<(Self, Recovery)> {
        let stat =
            options.disk.stat(folder).map_err(|error| StoreError::io(folder, "open the ledger", &error))?;
        if stat.is_none() {
            let missing = io::Error::new(io::ErrorKind::NotFound, "there is no such folder");
            return Err(StoreError::io(folder, "open the ledger", &missing).into());
        }
        let mut state = Self::new(folder, options, None);
        let recovery = state.load()?;
        Ok((state, recovery))
    }

    fn load(&mut self) -> Result<Recovery> {
        let recovery = self.judge()?;
        if let Some(error) = StoreError::of_recovery(&self.folder, &recovery) {
            self.stopped = Some(Stopped::Unsound(error));
        }
        let Some(last) = self.segments.last() else {
            if self.lock.is_some() && self.stopped.is_none() {
                sync_folders(&self.folder, &self.options)?;
            }
            return Ok(recovery);
        };
        let (path, end) = (self.path_of(last.first), last.end);
        let length = self.look(&path)?.length;
        if self.stopped.is_some() {
            return Ok(recovery);
        }
        if let Verdict::Torn { .. } = recovery.verdict {
            self.put_aside(&path, length)?;
        }
        if self.lock.as_ref().map_or(Ok(false), Lock::is_suspect)? {
            self.write_anew()?;
        } else if self.durable.bytes < end {
            // What is built upon is synced, whoever has written it; a segment's name as well.
            let named = self.durable.bytes > 0;
            self.sync_tail()?;
            if !named {
                self.sync_folder()?;
            }
        }
        Ok(recovery)
    }

    pub(super) fn sync_folder(&mut self) -> Result<()> {
        let seg = self.seg();
        self.disk().sync_folder(&seg).map_err(|error| self.sync_failed(&error))
    }

    /// Reads the segments, from the last snapshot on that can be used.
    fn judge(&mut self) -> Result<Recovery> {
        let seg = self.seg();
        let names =
            self.disk().list(&seg).map_err(|error| StoreError::io(&seg, "list the segments", &error))?;
        let mut firsts: Vec<u64> = names.iter().filter_map(|name| first_seq(name)).collect();
        firsts.sort_unstable();
        let snapshots = snapshot::stored(&*self.disk(), &self.folder)?;
        let mut known = Known { held: self.options.held.clone(), sizes: Vec::new() };
        snapshot::checkpoint(&*self.disk(), &self.folder, &mut known)?;
        known.sizes.extend(snapshots.iter().map(|snapshot| snapshot.size));
        let empty = Walk { watched: known.watched(), ..Walk::default() };
        for snapshot in &snapshots {
            self.walk = empty.clone();
            if let Some(from) = self.resume(&firsts, snapshot)?
                && let (verdict @ (Verdict::Clean | Verdict::Torn { .. }), entries) =
                    self.read_all(&firsts, from)?
            {
                return Ok(conclude(verdict, entries, &self.walk, &known));
            }
            self.segments.clear();
        }
        self.walk = empty;
        let (verdict, entries) = self.read_all(&firsts, 0)?;
        Ok(conclude(verdict, entries, &self.walk, &known))
    }

    /// Reads the segments from one on; what was found, and how many entries stand before the fault.
    fn read_all(&mut self, firsts: &[u64], from: usize) -> Result<(Verdict, Option<u64>)> {
        for (index, first) in firsts.iter().enumerate().skip(from) {
            let name = segment_name(*first);
            // The first one after a snapshot was begun with it.
            let begun = self.segments.last().filter(|last| last.first == *first).map_or(0, |last| last.end);
            if begun == 0 {
                if let Some((verdict, entries)) = check_name(&name, *first, &self.walk) {
                    return Ok((verdict, Some(entries)));
                }
                self.enter(Segment { first: *first, offsets: Some(Vec::new()), ..Segment::default() });
            }
            let bytes = self.read_from(*first, begun)?;
            let (found, verdict) = step(&mut self.walk, &name, &bytes, begun, index + 1 == firsts.len());
            if let Some(last) = self.segments.last_mut() {
                last.end = found.end;
                last.offsets.get_or_insert_default().extend(&found.offsets);
            }
            self.durable.bytes = self.durable.bytes.max(u64::from(found.safe));
            if let Some((verdict, entries)) = verdict {
                return Ok((verdict, Some(entries)));
            }
        }
        Ok((if firsts.is_empty() { Verdict::Empty } else { Verdict::Clean }, None))
    }

    /// Begins where a snapshot ends, if the entry that it ends with is there: says which segment that is in.
    fn resume(&mut self, firsts: &[u64], snapshot: &Snapshot) -> Result<Option<usize>> {
        let Some(seq) = snapshot.size.checked_sub(1) else { return Ok(None) };
        let Some(index) = firsts.partition_point(|first| *first <= seq).checked_sub(1) else {
            return Ok(None);
        };
        let Some(first) = firsts.get(index).copied().filter(|_| firsts.first() == Some(&0)) else {
            return Ok(None);
        };
        let bytes = self.read_from(first, 0)?;
        let Some((offsets, end, head)) = seek(&bytes, first, seq) else { return Ok(None) };
        let Some(frontier) = Frontier::from_parts(snapshot.size, snapshot.frontier.clone()) else {
            return Ok(None);
        };
        if head.hash != snapshot.head {
            return Ok(None);
        }
        for first in firsts.iter().take(index) {
            let path = self.path_of(*first);
            let stat = self
                .disk()
                .stat(&path)
                .map_err(|error| StoreError::io(&path, "look at the segment", &error))?;
            let end = stat.map_or(0, |stat| stat.length);
            self.enter(Segment { first: *first, end, ..Segment::default() });
        }
        self.enter(Segment { first, end, offsets: Some(offsets), ..Segment::default() });
        (self.walk.head, self.walk.frontier) = (Some(head), frontier);
        Ok(Some(index))
    }

    /// The bytes of a segment from an offset on.
    pub(super) fn read_from(&self, first: u64, from: u64) -> Result<Vec<u8>> {
        let path = self.path_of(first);
        let io = |error| StoreError::io(&path, "read the segment", &error);
        let handle = self.disk().open(&path, Open::Read).map_err(io)?;
        let length = handle.stat().map_err(io)?.length;
        read_range(&*handle, &path, from, length)
    }
}

/// The frames of a segment up to the entry of a number, where that ends, and that entry as a head; none where a frame before
/// it is not sound.
fn seek(bytes: &[u8], first: u64, seq: u64) -> Option<(Vec<u32>, u64, Head)> {
    let (mut offsets, mut at) = (Vec::new(), 0);
    loop {
        let frame = bytes.get(at..).and_then(Frame::read)?;
        offsets.push(u32::try_from(at).ok()?);
        at += frame.size();
        if first + offsets.len() as u64 > seq {
            let parts = scan::scan(frame.entry).ok().filter(|parts| parts.seq == seq && frame.more == 0)?;
            let head = Head::new(seq, Hash::of_entry(frame.entry), time::instant(parts.instants.1));
            return Some((offsets, at as u64, head));
        }
    }
}

/// Makes the folders of a ledger, and says to version control that its lines are to be left alone.
fn make(folder: &Path, options: &FileOptions) -> Result<()> {
    let disk = &*options.disk;
    let made = disk.create_folder(&folder.join("seg")).and_then(|()| {
        match disk.open(&folder.join(".gitattributes"), Open::New) {
            Ok(attributes) => attributes.append(b"*.jsonl -text\n"),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        }
    });
    made.map_err(|error| StoreError::io(folder, "make the ledger", &error).into())
}

/// Makes the folders themselves survive, before anything is written into them.
fn sync_folders(folder: &Path, options: &FileOptions) -> Result<()> {
    let disk = &*options.disk;
    let above = match folder.parent() {
        Some(above) if above.as_os_str().is_empty() => Path::new("."),
        Some(above) => above,
        None => folder,
    };
    let synced = disk.sync_folder(folder).and_then(|()| match disk.sync_folder(above) {
        // Whoever may not read the folder above did not make this one in it.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        synced => synced,
    });
    synced.map_err(|error| StoreError::io(folder, "sync the folder", &error).into())
}
