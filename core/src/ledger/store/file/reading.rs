//! Finding entries: by number, by id, by subject.

use super::disk::Open;
use super::error::StoreError;
use super::frame::Frame;
use super::index::{self, Ids};
use super::snapshot::{read_file, replace};
use super::state::{State, read_range};
use super::verdict::{Damage, DamageKind, segment_name};
use crate::Result;
use crate::ledger::{Entry, Expect, Hash, scan};
use std::path::PathBuf;

impl State {
    /// The entry of an id.
    pub(super) fn find(&mut self, id: &str) -> Result<Option<Entry>> {
        let bits = index::bits(id);
        // What is asked for again came lately.
        for at in (0..self.segments.len()).rev() {
            self.index(at)?;
            let Some(segment) = self.segments.get(at) else { continue };
            let first = segment.first;
            let candidates: Vec<u32> = segment.ids.iter().flat_map(|ids| ids.find(bits)).collect();
            for nth in candidates {
                let seq = first + u64::from(nth);
                if let Some(entry) = self.range(seq, 1)?.pop().filter(|entry| entry.id() == id) {
                    return Ok(Some(entry));
                }
            }
        }
        Ok(None)
    }

    /// For an expectation about a subject, the number of an entry about it after the one that was seen.
    pub(super) fn about_since(&mut self, expect: &Expect) -> Result<Option<u64>> {
        let Expect::SubjectUnchangedSince { subject, seq } = expect else { return Ok(None) };
        let mut found = None;
        let after = seq.saturating_add(1);
        self.visit(after, u64::MAX, &mut |seq, bytes| {
            let about = scan::scan(bytes).is_ok_and(|parts| parts.subject.unescaped() == subject.as_str());
            found = about.then_some(seq);
            Ok(!about)
        })?;
        Ok(found)
    }

    /// At most so many entries from a number on.
    pub(super) fn range(&mut self, from: u64, limit: usize) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        self.visit(from, from.saturating_add(limit as u64), &mut |_, bytes| {
            entries.push(Entry::parse(bytes)?);
            Ok(true)
        })?;
        Ok(entries)
    }

    /// Shows the bytes of the entries from a number up to another, until there is enough.
    pub(super) fn visit(
        &mut self,
        from: u64,
        to: u64,
        show: &mut dyn FnMut(u64, &[u8]) -> Result<bool>,
    ) -> Result<()> {
        let to = to.min(self.walk.entries());
        let mut seq = from;
        while seq < to {
            let Some(at) = self.segments.partition_point(|segment| segment.first <= seq).checked_sub(1)
            else {
                return Ok(());
            };
            self.locate(at)?;
            let Some(segment) = self.segments.get(at) else { return Ok(()) };
            let (first, end) = (segment.first, segment.end);
            let offsets = segment.offsets.as_deref().unwrap_or_default();
            let nth = |seq: u64| usize::try_from(seq.saturating_sub(first)).unwrap_or(usize::MAX);
            let offset = |nth: usize| offsets.get(nth).map(|offset| u64::from(*offset));
            let Some(begin) = offset(nth(seq)) else { return Ok(()) };
            // So much at a time, or one entry.
            let reach = begin + (1 << 20);
            let upper = offsets.partition_point(|offset| u64::from(*offset) < reach).max(nth(seq) + 1);
            let upper = upper.min(nth(to));
            let until = offset(upper).unwrap_or(end);
            let bytes = self.read_segment(at, begin, until)?;
            let mut rest = bytes.as_slice();
            for number in seq..first + upper as u64 {
                let Some(frame) = Frame::read(rest) else {
                    return Err(self.rotten(first, until - rest.len() as u64, number));
                };
                if !show(number, frame.entry)? {
                    return Ok(());
                }
                rest = rest.get(frame.size()..).unwrap_or_default();
            }
            seq = first + upper as u64;
        }
        Ok(())
    }

    /// What was sound when it was read is not any more.
    fn rotten(&self, first: u64, offset: u64, entries: u64) -> crate::Error {
        let damage = Damage {
            kind: DamageKind::Frame,
            segment: segment_name(first),
            offset: Some(offset),
            at_seq: None,
            safe: None,
        };
        StoreError::Corrupt { folder: self.shown(), damage, entries }.into()
    }

    fn read_segment(&self, at: usize, from: u64, to: u64) -> Result<Vec<u8>> {
        if at + 1 == self.segments.len() && self.tail.is_some() {
            return self.read_range(from, to);
        }
        let path = self.path_of(self.segments.get(at).map_or(0, |segment| segment.first));
        let handle = self.disk().open(&path, Open::Read);
        let handle = handle.map_err(|error| StoreError::io(&path, "open the segment", &error))?;
        read_range(&*handle, &path, from, to)
    }

    /// How many entries a segment has.
    fn count(&self, at: usize) -> u64 {
        let next = self.segments.get(at + 1).map_or_else(|| self.walk.entries(), |next| next.first);
        next.saturating_sub(self.segments.get(at).map_or(next, |segment| segment.first))
    }

    /// Sees to it that it is known where the entries of a segment are.
    fn locate(&mut self, at: usize) -> Result<()> {
        match self.segments.get(at) {
            Some(segment) if segment.offsets.is_none() => self.build(at),
            _ => Ok(()),
        }
    }

    /// Sees to it that it is known which ids are in a segment.
    fn index(&mut self, at: usize) -> Result<()> {
        match self.segments.get(at) {
            Some(segment) if segment.ids.is_none() => self.build(at),
            _ => Ok(()),
        }
    }

    fn build(&mut self, at: usize) -> Result<()> {
        let Some((first, end)) = self.segments.get(at).map(|segment| (segment.first, segment.end)) else {
            return Ok(());
        };
        let sealed = at + 1 < self.segments.len();
        let kept = if sealed { self.kept_index(at)? } else { None };
        let to_keep = sealed && kept.is_none();
        let (offsets, ids) = match kept {
            Some(kept) => kept,
            None => {
                let bytes = self.read_segment(at, 0, end)?;
                let (mut offsets, mut bits, mut from) = (Vec::new(), Vec::new(), 0);
                while let Some(frame) = bytes.get(from..).and_then(Frame::read) {
                    offsets.push(u32::try_from(from).unwrap_or(u32::MAX));
                    bits.push(index::bits_of(&frame).unwrap_or(0));
                    from += frame.size();
                }
                if offsets.len() as u64 != self.count(at) {
                    return Err(self.rotten(first, from as u64, first + offsets.len() as u64));
                }
                (offsets, Ids::of(bits.into_iter()))
            }
        };
        if let Some(segment) = self.segments.get_mut(at) {
            (segment.offsets, segment.ids) = (Some(offsets), Some(ids));
        }
        if to_keep {
            self.write_index(at);
        }
        Ok(())
    }

    fn index_path(&self, first: u64) -> PathBuf {
        self.folder.join("index").join(format!("{first:020}.idx"))
    }

    /// The index that is kept of a sealed segment, where it is of these bytes.
    fn kept_index(&self, at: usize) -> Result<Option<(Vec<u32>, Ids)>> {
        let Some(segment) = self.segments.get(at) else { return Ok(None) };
        let Some(bytes) = read_file(&*self.disk(), &self.index_path(segment.first))? else { return Ok(None) };
        let count = usize::try_from(self.count(at)).unwrap_or(usize::MAX);
        let Some((last, offsets, ids)) = index::from_bytes(&bytes, segment.end, count) else {
            return Ok(None);
        };
        Ok((self.last_hash(at, &offsets)? == Some(last)).then_some((offsets, ids)))
    }

    /// The hash of the last entry of a segment whose entries begin there.
    fn last_hash(&self, at: usize, offsets: &[u32]) -> Result<Option<Hash>> {
        let (Some(offset), Some(segment)) = (offsets.last(), self.segments.get(at)) else { return Ok(None) };
        let bytes = self.read_segment(at, u64::from(*offset), segment.end)?;
        Ok(Frame::read(&bytes)
            .filter(|frame| frame.size() == bytes.len())
            .map(|frame| Hash::of_entry(frame.entry)))
    }

    /// Keeps the index of the segment that is being sealed.
    pub(super) fn keep_index(&self) {
        if let Some(at) = self.segments.len().checked_sub(1) {
            self.write_index(at);
        }
    }

    /// Where it cannot be kept it is made anew another time.
    fn write_index(&self, at: usize) {
        let Some(segment) = self.segments.get(at).filter(|_| self.lock.is_some()) else { return };
        let (Some(offsets), Some(ids)) = (&segment.offsets, &segment.ids) else { return };
        let Ok(Some(last)) = self.last_hash(at, offsets) else { return };
        let path = self.index_path(segment.first);
        let disk = self.disk();
        if disk.create_folder(&self.folder.join("index")).is_ok() {
            let _ = replace(&*disk, &path, &index::to_bytes(segment.end, last, offsets, ids));
        }
    }
}
