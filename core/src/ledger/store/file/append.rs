//! Appending: what is admitted is sealed, framed, written at once, and synced as the policy says.

use super::disk::Open;
use super::error::{StoreError, shown};
use super::frame::{Frame, MAX_BATCH};
use super::index;
use super::options::Sync;
use super::state::{Segment, State, Stopped};
use crate::Result;
use crate::ledger::store::Appended;
use crate::ledger::{Admitted, Draft, Entry, Expect, Head, Known, admit, seal};
use jiff::Timestamp;

impl State {
    /// Appends drafts as one, with the lock held meanwhile.
    pub(super) fn append(&mut self, drafts: &[Draft], expect: &Expect, now: Timestamp) -> Result<Appended> {
        self.check_writable()?;
        if drafts.len() > MAX_BATCH {
            return Err(StoreError::BatchTooLong { entries: drafts.len(), limit: MAX_BATCH }.into());
        }
        self.locked(|state| state.append_locked(drafts, expect, now))
    }

    /// What comes first whenever the lock was taken: what others wrote is read, and what is torn or suspect repaired.
    pub(super) fn catch_up(&mut self) -> Result<()> {
        self.read_on(true)?;
        if self.lock.as_ref().map_or(Ok(false), super::lock::Lock::is_suspect)? {
            self.write_anew()?;
        }
        Ok(())
    }

    fn append_locked(&mut self, drafts: &[Draft], expect: &Expect, now: Timestamp) -> Result<Appended> {
        self.catch_up()?;
        let head = self.walk.head;
        let known = Known {
            head,
            entries: drafts.iter().map(|draft| self.find(&draft.id)).collect::<Result<_>>()?,
            last_about: self.about_since(expect)?,
        };
        if let Admitted::Repeated(entries) = admit(drafts, expect, &known)? {
            // An answer that a writer hears late promises what it would have promised in time.
            let last = entries.iter().map(|entry| entry.seq() + 1).max().unwrap_or(0);
            if self.options.sync == Sync::Every && last > self.durable_entries() {
                self.sync_tail()?;
            }
            return Ok(Appended::new(entries, head, true));
        }
        let sealed = seal(drafts, head.as_ref(), now)?;
        if !sealed.entries.is_empty() {
            self.write(&sealed.entries)?;
            self.sync_by_policy(sealed.entries.len(), now)?;
        }
        Ok(Appended::new(sealed.entries, sealed.head, false))
    }

    /// Writes entries at the end, all of them or none.
    fn write(&mut self, entries: &[Entry]) -> Result<()> {
        self.rotate(entries.len())?;
        let Some(last) = self.segments.last() else { return Ok(()) };
        let (path, end) = (self.path_of(last.first), last.end);
        let size = entries.iter().map(|entry| super::frame::size(entry.bytes().len())).sum();
        let mut buffer = Vec::with_capacity(size);
        let mut offsets = Vec::with_capacity(entries.len());
        let safe = u32::try_from(self.durable.bytes).unwrap_or(0);
        for (entry, more) in entries.iter().zip((0..entries.len()).rev()) {
            offsets.push(u32::try_from(end + buffer.len() as u64).unwrap_or(u32::MAX));
            Frame::write(&mut buffer, entry.bytes(), u16::try_from(more).unwrap_or(u16::MAX), safe);
        }
        let Some((handle, _)) = &self.tail else { return Ok(()) };
        if let Err(error) = handle.append(&buffer) {
            let undone = handle.set_len(end);
            if let Err(undoing) = undone {
                self.stopped = Some(Stopped::Poisoned(format!(
                    "a write failed ({error}) and could not be undone ({undoing})"
                )));
            }
            return Err(StoreError::unwritten(&path, entries.len(), &error).into());
        }
        let Some(last) = self.segments.last_mut() else { return Ok(()) };
        last.end += buffer.len() as u64;
        let known = last.offsets.as_ref().map_or(0, Vec::len);
        if let Some(ids) = &mut last.ids {
            for (entry, nth) in entries.iter().zip(known..) {
                ids.push(index::bits(entry.id()), u32::try_from(nth).unwrap_or(u32::MAX));
            }
        }
        last.offsets.get_or_insert_default().extend(offsets);
        for entry in entries {
            self.walk.push(Head::of(entry));
        }
        Ok(())
    }

    /// Sees to it that there is a segment to write into. One that is long enough is sealed: synced before the next is made, so
    /// that no sealed segment is ever torn.
    fn rotate(&mut self, writing: usize) -> Result<()> {
        let limit = self.options.sealed_from();
        if self.segments.last().is_some_and(|last| last.end < limit) {
            return Ok(());
        }
        if self.segments.last().is_some_and(|last| self.durable.bytes < last.end) {
            self.sync_tail()?;
        }
        let first = self.walk.entries();
        let path = self.path_of(first);
        let made = self.disk().open(&path, Open::New);
        let handle = made.map_err(|error| StoreError::unwritten(&path, writing, &error))?;
        let stat = handle.stat().map_err(|error| StoreError::io(&path, "make the next segment", &error))?;
        self.keep_index();
        self.enter(Segment { first, offsets: Some(Vec::new()), ..Segment::default() });
        // Whoever writes on has asked for ids already, and these are all there are.
        if let Some(last) = self.segments.last_mut() {
            last.ids = Some(index::Ids::default());
        }
        self.tail = Some((handle, stat.identity));
        Ok(())
    }

    /// Syncs where the policy says so, and after a segment's first write in any case.
    fn sync_by_policy(&mut self, written: usize, now: Timestamp) -> Result<()> {
        self.durable.waiting += written as u64;
        let since = *self.durable.since.get_or_insert(now);
        let first_write = self.durable.bytes == 0;
        let due = match self.options.sync {
            Sync::Every => true,
            Sync::Group { n, delay } => {
                self.durable.waiting >= u64::from(n) || now.duration_since(since) >= delay
            }
            Sync::None => false,
        };
        if due || first_write {
            self.sync_tail()?;
        }
        if first_write {
            self.sync_folder()?;
        }
        Ok(())
    }

    /// Syncs what waits.
    pub(super) fn flush(&mut self) -> Result<()> {
        self.check_writable()?;
        self.locked(|state| {
            state.catch_up()?;
            let end = state.segments.last().map_or(0, |last| last.end);
            if state.durable.bytes < end { state.sync_tail() } else { Ok(()) }
        })
    }

    /// How errors name the ledger.
    pub(super) fn shown(&self) -> String {
        shown(&self.folder)
    }
}
