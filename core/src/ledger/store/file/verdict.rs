//! What the files of a ledger amount to: clean, torn, corrupt, rolled back, or another ledger.

use super::walk::{Fault, Found, Walk, Watched};
use crate::ledger::{Corruption, Hash, Head, Held};
use std::fmt;

/// What is known of a ledger apart from its segments, so that a rollback is seen.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// What somebody holds of it.
    pub held: Held,
    /// Sizes that it had, by files beside it.
    pub sizes: Vec<u64>,
}

impl Known {
    pub(crate) fn watched(&self) -> Vec<Watched> {
        let sizes = self.held.checkpoints().iter().map(|(size, _)| *size);
        let anchors = self.held.anchors().iter().map(|anchor| anchor.seq.saturating_add(1));
        sizes.chain(anchors).map(|size| Watched { size, seen: None }).collect()
    }

    /// The most entries that it is known to have had.
    fn at_least(&self) -> u64 {
        self.sizes.iter().copied().fold(self.held.entries(), u64::max)
    }

    /// The smallest known size at which what a walk saw was something else.
    fn diverged(&self, walk: &Walk) -> Option<u64> {
        let seen = |size: u64| {
            walk.watched.iter().find(|watched| watched.size == size).and_then(|watched| watched.seen)
        };
        let checkpoints = self.held.checkpoints().iter();
        let by_root = checkpoints.filter(|(size, held)| seen(*size).is_some_and(|(_, root)| root != *held));
        let by_hash = self.held.anchors().iter().filter_map(|anchor| {
            let size = anchor.seq.saturating_add(1);
            seen(size).is_some_and(|(hash, _)| hash != anchor.hash).then_some(size)
        });
        by_root.map(|(size, _)| *size).chain(by_hash).min()
    }
}

/// What the segments of a ledger amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// There are no segments.
    Empty,
    /// They hold together.
    Clean,
    /// The last writer did not get to the end. Nothing that was known to be synced is touched: what is behind
    /// `truncate_to` is put aside.
    Torn {
        /// The segment, the last one.
        segment: String,
        /// Where its last whole batch ends.
        truncate_to: u64,
        /// How many bytes are behind that.
        dropped_bytes: u64,
        /// How many whole frames are among them.
        dropped_valid_frames: u64,
    },
    /// They do not hold together, and that is no writer's accident: nothing is changed.
    Corrupt(Damage),
    /// They have fewer entries than they are known to have had.
    Rollback {
        /// So many it had.
        expected_at_least: u64,
    },
    /// They hold together, but are another ledger than the one that is known.
    Diverged {
        /// The size at which they differ.
        size: u64,
    },
}

impl Verdict {
    /// Its name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Clean => "clean",
            Self::Torn { .. } => "torn",
            Self::Corrupt(_) => "corrupt",
            Self::Rollback { .. } => "rollback",
            Self::Diverged { .. } => "diverged",
        }
    }

    /// Whether the ledger can be written on, a torn end having been put aside.
    pub(crate) const fn is_sound(&self) -> bool {
        matches!(self, Self::Empty | Self::Clean | Self::Torn { .. })
    }
}

/// The place where a ledger does not hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Damage {
    /// What is wrong there.
    pub kind: DamageKind,
    /// The name of the segment.
    pub segment: String,
    /// The byte at which the bad frame begins.
    pub offset: Option<u64>,
    /// The number of the entry that does not hold together with those before it.
    pub at_seq: Option<u64>,
    /// How many bytes of the segment were known to be synced.
    pub safe: Option<u64>,
}

/// What is wrong with a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DamageKind {
    /// A frame is damaged that was known to be synced.
    Frame,
    /// A segment that is not the last one, and so was synced whole, has a bad end.
    SealedSegment,
    /// The segment's name is not the number of the entry that comes next: one is missing, or was renamed.
    SegmentName,
    /// Line ends were converted, or a byte order mark was put in front.
    TextConversion,
    /// Nothing can be read that several writes have left.
    Unreadable,
    /// The frame is sound, but its entry does not hold together with those before it.
    Entry(Corruption),
}

impl DamageKind {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::SealedSegment => "sealed_segment",
            Self::SegmentName => "segment_name",
            Self::TextConversion => "text_conversion",
            Self::Unreadable => "unreadable",
            Self::Entry(kind) => kind.name(),
        }
    }
}

impl fmt::Display for DamageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Frame => "a frame is damaged that was synced",
            Self::SealedSegment => "a segment with others behind it has a bad end",
            Self::SegmentName => {
                "the segment does not begin with the entry that comes next: one is missing, or was renamed"
            }
            Self::TextConversion => "line ends were converted, or a byte order mark was put in front",
            Self::Unreadable => "nothing can be read that several writes have left",
            Self::Entry(kind) => return kind.fmt(f),
        })
    }
}

/// What opening a ledger finds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recovery {
    /// What its files amount to.
    pub verdict: Verdict,
    /// How many entries stand before the first fault, or in all.
    pub entries: u64,
    /// The last of them that belongs to a whole batch.
    pub head: Option<Head>,
    /// The root of the tree up to it.
    pub root: Hash,
}

/// What opening a ledger of these segments would find, by name and bytes, where somebody holds so much of it. Pure: nothing
/// is changed.
///
/// ```
/// use greenboard::ledger::{Held, store::{Verdict, recover}};
/// let recovery = recover(&[("00000000000000000000.jsonl", b"garbage\n")], &Held::new());
/// let Verdict::Torn { truncate_to, dropped_bytes, .. } = recovery.verdict else { panic!() };
/// assert_eq!((truncate_to, dropped_bytes, recovery.entries), (0, 8, 0));
/// ```
pub fn recover(segments: &[(&str, &[u8])], held: &Held) -> Recovery {
    let mut named: Vec<(u64, &str, &[u8])> =
        segments.iter().filter_map(|(name, bytes)| Some((first_seq(name)?, *name, *bytes))).collect();
    named.sort_unstable();
    let known = Known { held: held.clone(), sizes: Vec::new() };
    let mut walk = Walk { watched: known.watched(), ..Walk::default() };
    let mut outcome = if named.is_empty() { Verdict::Empty } else { Verdict::Clean };
    let mut entries = None;
    for (index, (first, name, bytes)) in named.iter().enumerate() {
        let last = index + 1 == named.len();
        let step =
            check_name(name, *first, &walk).map_or_else(|| step(&mut walk, name, bytes, 0, last).1, Some);
        if let Some((verdict, before)) = step {
            (outcome, entries) = (verdict, Some(before));
            break;
        }
    }
    conclude(outcome, entries, &walk, &known)
}

/// Walks over the bytes of a segment from an offset on; the verdict and the number of entries before the fault, where there is one.
pub(crate) fn step(
    walk: &mut Walk,
    name: &str,
    bytes: &[u8],
    base: u64,
    last: bool,
) -> (Found, Option<(Verdict, u64)>) {
    let mut found = walk.segment(name, bytes, base, last);
    let verdict = found.fault.take().map(|fault| match fault {
        Fault::Corrupt { damage, entries } => (Verdict::Corrupt(damage), entries),
        Fault::Torn { dropped_valid_frames } => {
            let truncate_to = found.end;
            let dropped_bytes = (base + bytes.len() as u64).saturating_sub(truncate_to);
            let segment = name.to_owned();
            (Verdict::Torn { segment, truncate_to, dropped_bytes, dropped_valid_frames }, walk.entries())
        }
    });
    (found, verdict)
}

/// What is wrong with the name of the segment that comes next.
pub(crate) fn check_name(name: &str, first: u64, walk: &Walk) -> Option<(Verdict, u64)> {
    let damage = Damage {
        kind: DamageKind::SegmentName,
        segment: name.to_owned(),
        offset: None,
        at_seq: None,
        safe: None,
    };
    (first != walk.entries()).then(|| (Verdict::Corrupt(damage), walk.entries()))
}

/// The verdict once what is known has been held against what was found.
pub(crate) fn conclude(verdict: Verdict, entries: Option<u64>, walk: &Walk, known: &Known) -> Recovery {
    let entries = entries.unwrap_or_else(|| walk.entries());
    let verdict = if !verdict.is_sound() {
        verdict
    } else if entries < known.at_least() {
        Verdict::Rollback { expected_at_least: known.at_least() }
    } else {
        known.diverged(walk).map_or(verdict, |size| Verdict::Diverged { size })
    };
    Recovery { verdict, entries, head: walk.head, root: walk.frontier.root() }
}

/// The number of the first entry of the segment that has this name; none where it is no segment's.
pub(crate) fn first_seq(name: &str) -> Option<u64> {
    let digits = name.strip_suffix(".jsonl")?;
    let plain = digits.len() == 20 && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}

/// The name of the segment whose first entry has this number.
pub(crate) fn segment_name(first: u64) -> String {
    format!("{first:020}.jsonl")
}
