//! A walk over the frames of a segment: what holds together, and where it stops doing so, what that is.

use super::frame::{Frame, HEADER, START};
use super::link::link;
use super::verdict::{Damage, DamageKind};
use crate::ledger::tree::Frontier;
use crate::ledger::{Corruption, Hash, Head};

/// What the entries up to here amount to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Walk {
    /// The last entry of a whole batch.
    pub head: Option<Head>,
    /// The tree over the entries up to it.
    pub frontier: Frontier,
    /// The sizes at which somebody knows the root of the tree or the hash of the last entry, and what both were here.
    pub watched: Vec<Watched>,
}

/// A size of the ledger about which somebody else knows something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Watched {
    pub size: u64,
    /// The hash of the last entry and the root of the tree at that size, once the walk has come there.
    pub seen: Option<(Hash, Hash)>,
}

/// What a walk over a segment found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Where the last whole batch ends.
    pub end: u64,
    /// Where the frames of the whole batches begin.
    pub offsets: Vec<u32>,
    /// The highest `safe` of a valid frame.
    pub safe: u32,
    /// Why the walk ended before the segment did.
    pub fault: Option<Fault>,
}

/// Why a walk ended before its segment did.
#[derive(Debug)]
pub(crate) enum Fault {
    /// Nothing that was known to be synced is touched: the writer did not get to the end.
    Torn { dropped_valid_frames: u64 },
    /// Something else. So many entries stand before it, those of an open batch included.
    Corrupt { damage: Damage, entries: u64 },
}

impl Walk {
    /// How many entries there are.
    pub(crate) fn entries(&self) -> u64 {
        self.head.map_or(0, |head| head.seq + 1)
    }

    /// Walks over the bytes of a segment from an offset on, where the last batch that is known ends.
    pub(crate) fn segment(&mut self, name: &str, bytes: &[u8], base: u64, last: bool) -> Found {
        let mut found = Found { end: base, ..Found::default() };
        let (mut at, mut tip) = (0, self.head);
        let mut batch: Vec<(u32, Head)> = Vec::new();
        while let Some(frame) = bytes.get(at..).and_then(Frame::read) {
            found.safe = found.safe.max(frame.safe);
            match link(tip.as_ref(), frame.entry) {
                Ok(next) => {
                    tip = Some(next);
                    batch.push((u32::try_from(base + at as u64).unwrap_or(u32::MAX), next));
                }
                Err(kind) => {
                    let entries = tip.map_or(0, |head| head.seq + 1);
                    found.fault = Some(broken(name, base + at as u64, kind, entries));
                    return found;
                }
            }
            at += frame.size();
            if frame.more == 0 {
                found.end = base + at as u64;
                found.offsets.extend(batch.iter().map(|(offset, _)| *offset));
                batch.drain(..).for_each(|(_, head)| self.push(head));
            }
        }
        if at < bytes.len() || !batch.is_empty() {
            let entries = tip.map_or(0, |head| head.seq + 1);
            let rest = bytes.get(at..).unwrap_or_default();
            let (at, open) = (base + at as u64, batch.len() as u64);
            let tail = Tail { name, rest, at, cut: found.end, open, safe: found.safe, entries };
            found.fault = Some(tail.judge(last));
        }
        found
    }

    /// One more entry of a whole batch.
    pub(crate) fn push(&mut self, head: Head) {
        self.head = Some(head);
        self.frontier.push(head.hash);
        for watched in self.watched.iter_mut().filter(|watched| watched.size == head.seq + 1) {
            watched.seen = Some((head.hash, self.frontier.root()));
        }
    }
}

fn broken(name: &str, at: u64, kind: Corruption, entries: u64) -> Fault {
    let damage = Damage {
        kind: DamageKind::Entry(kind),
        segment: name.to_owned(),
        offset: Some(at),
        at_seq: Some(entries),
        safe: None,
    };
    Fault::Corrupt { damage, entries }
}

/// What is left of a segment behind the first bad frame, or behind a batch that is not whole.
struct Tail<'a> {
    name: &'a str,
    /// What follows the last good frame.
    rest: &'a [u8],
    /// Where that begins.
    at: u64,
    /// Where the last whole batch ends.
    cut: u64,
    /// How many valid frames stand between the two.
    open: u64,
    safe: u32,
    entries: u64,
}

impl Tail<'_> {
    fn judge(&self, last: bool) -> Fault {
        if !last {
            return self.corrupt(DamageKind::SealedSegment, None);
        }
        let marked = self.at == 0 && self.rest.starts_with(b"\xEF\xBB\xBF");
        if marked || self.rest.windows(3).any(|window| window == b"}\r\n") {
            return self.corrupt(DamageKind::TextConversion, None);
        }
        let past = Past::look(self.rest);
        if self.at == 0 && past.frames == 0 && past.headers > 1 && past.claimed > 0 {
            return self.corrupt(DamageKind::Unreadable, None);
        }
        let safe = self.safe.max(past.safe);
        // The batch is cut where it begins, and what is known to be synced is never cut.
        if self.cut < u64::from(safe) {
            return self.corrupt(DamageKind::Frame, Some(u64::from(safe)));
        }
        Fault::Torn { dropped_valid_frames: self.open + past.frames }
    }

    fn corrupt(&self, kind: DamageKind, safe: Option<u64>) -> Fault {
        let (segment, offset) = (self.name.to_owned(), Some(self.at));
        Fault::Corrupt { damage: Damage { kind, segment, offset, at_seq: None, safe }, entries: self.entries }
    }
}

/// What stands behind a bad frame.
#[derive(Debug, Default)]
struct Past {
    /// Frames that are whole and sound.
    frames: u64,
    /// What begins as a frame does, sound or not.
    headers: u64,
    /// The highest `safe` of the sound frames.
    safe: u32,
    /// The highest `safe` that any header states. In a segment's first write, which is synced before the next, all state
    /// none: where it did not get to the disk whole, that is torn, however many of its frames are damaged.
    claimed: u32,
}

impl Past {
    /// Looks at each line. A frame has no line break inside, and no entry has the beginning of a frame in it: their keys
    /// come in another order. So where the end of the line before a frame is lost, it is the last that begins in its line,
    /// and no more than two places of a line are tried.
    fn look(bytes: &[u8]) -> Self {
        let mut past = Self::default();
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let mut last = None;
            for at in
                line.windows(START.len()).enumerate().filter(|(_, window)| *window == START).map(|(at, _)| at)
            {
                past.headers += 1;
                last = Some(at);
                let header = line.get(at..(at + HEADER).min(line.len())).unwrap_or_default();
                past.claimed = past.claimed.max(Frame::claimed_safe(header).unwrap_or(0));
            }
            let places = [Some(0), last.filter(|at| *at > 0)];
            let frames = places.into_iter().flatten().filter_map(|at| Frame::read(line.get(at..)?));
            for frame in frames {
                past.frames += 1;
                past.safe = past.safe.max(frame.safe);
            }
        }
        past
    }
}
