//! Verification on several cores: aligned ranges by themselves, then the links between them.

use super::{Held, Verified, stands_alone, verified};
use crate::Result;
use crate::ledger::Hash;
use crate::ledger::corruption::Corruption;
use crate::ledger::error::LedgerError;
use crate::ledger::scan;
use crate::ledger::tree::Frontier;
use hashbrown::{DefaultHashBuilder, HashMap};
use rayon::prelude::*;
use std::hash::BuildHasher;

/// How many entries are a range, a power of two: then a range is a full subtree of the tree.
const RANGE: usize = 1 << LEVEL;
const LEVEL: u32 = 12;

/// Verifies entries that are all at hand, on as many cores as there are; the answer is that of [`verify`](super::verify), the
/// first bad entry included.
///
/// ```
/// use greenboard::ledger::{self, Actor, Held};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let draft = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
/// let sealed = ledger::seal(&[draft], None, at)?;
/// let bytes: Vec<&[u8]> = sealed.entries.iter().map(|entry| entry.bytes()).collect();
/// assert_eq!(ledger::verify_parallel(&bytes, &Held::new())?, ledger::verify(bytes, &Held::new())?);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`verify`](super::verify).
pub fn verify_parallel(entries: &[&[u8]], held: &Held) -> Result<Verified> {
    let hasher = DefaultHashBuilder::default();
    let ranges = entries.par_chunks(RANGE).enumerate();
    let ranges: Vec<Range<'_>> = ranges.map(|(index, range)| examine(index, range, held, &hasher)).collect();
    let repeated = first_repeated(&ranges);
    let mut before: Option<(Hash, i64)> = None;
    let mut frontier = Frontier::new();
    for range in &ranges {
        let start = frontier.size();
        let bad = [range.linked(before), range.bad, repeated].into_iter().flatten().min();
        let good = bad.map_or(u64::MAX, |(seq, _)| seq);
        for (seq, hash, local) in &range.held {
            if *seq < good {
                held.check_entry(*seq, *hash)?;
                held.check_root(seq + 1, || frontier.root_with(local))?;
            }
        }
        if let Some((seq, kind)) = bad.filter(|(seq, _)| *seq < start + RANGE as u64) {
            return Err(LedgerError::Corrupt { seq, kind }.into());
        }
        before = range.last;
        frontier.extend(&range.frontier);
    }
    held.check_length(frontier.size())?;
    let recorded = before.map_or(0, |(_, recorded)| recorded);
    Ok(verified(before.map(|(hash, _)| hash), recorded, frontier))
}

/// The first bad entry: its number, and what is wrong with it.
type Bad = (u64, Corruption);

/// What a range of entries is by itself.
#[derive(Default)]
struct Range<'e> {
    start: u64,
    /// What the first entry holds of the one before, and when it was recorded.
    first: Option<(Hash, i64)>,
    /// The last entry's hash, and when it was recorded.
    last: Option<(Hash, i64)>,
    frontier: Frontier,
    /// The ids and their hashes.
    ids: Vec<(u64, &'e str)>,
    bad: Option<Bad>,
    /// The entries of which somebody holds something, each with the frontier of the range up to it.
    held: Vec<(u64, Hash, Frontier)>,
}

impl Range<'_> {
    /// What is wrong with the first entry, seen from the one before.
    fn linked(&self, before: Option<(Hash, i64)>) -> Option<Bad> {
        let (prev, recorded) = self.first?;
        let (hash, recorded_before) = before.unwrap_or((Hash::ZERO, i64::MIN));
        if prev != hash {
            return Some((self.start, Corruption::Chain));
        }
        (recorded < recorded_before).then_some((self.start, Corruption::TimeOrder))
    }
}

fn examine<'e>(index: usize, entries: &[&'e [u8]], held: &Held, hasher: &DefaultHashBuilder) -> Range<'e> {
    let start = (index * RANGE) as u64;
    let mut range = Range { start, ..Range::default() };
    range.ids.reserve(entries.len());
    for (seq, bytes) in (start..).zip(entries) {
        if let Err(kind) = range.push(seq, bytes, held, hasher) {
            range.bad = Some((seq, kind));
            break;
        }
    }
    range
}

impl<'e> Range<'e> {
    fn push(
        &mut self,
        seq: u64,
        bytes: &'e [u8],
        held: &Held,
        hasher: &DefaultHashBuilder,
    ) -> Result<(), Corruption> {
        let parts = scan::scan(bytes).map_err(|fault| fault.kind)?;
        if parts.seq != seq {
            return Err(Corruption::Seq);
        }
        let recorded = parts.instants.1;
        let mut recorded_before = i64::MIN;
        match self.last {
            Some((prev, _)) if parts.prev != prev => return Err(Corruption::Chain),
            Some((_, recorded)) => recorded_before = recorded,
            None => self.first = Some((parts.prev, recorded)),
        }
        stands_alone(&parts, recorded_before, seq == 0)?;
        let hash = Hash::of_entry(bytes);
        self.ids.push((hasher.hash_one(parts.id.raw()), parts.id.raw()));
        self.last = Some((hash, recorded));
        self.frontier.push(hash);
        if held.names(seq) {
            self.held.push((seq, hash, self.frontier.clone()));
        }
        Ok(())
    }
}

/// The first entry whose id an earlier one has.
fn first_repeated(ranges: &[Range<'_>]) -> Option<Bad> {
    let mut hashes: Vec<u64> =
        ranges.par_iter().flat_map_iter(|range| range.ids.iter().map(|(hash, _)| *hash)).collect();
    hashes.par_sort_unstable();
    // Two ids of one hash are looked at; other than by repetition there are hardly any.
    let pairs = hashes.windows(2).filter_map(|pair| match pair {
        [left, right] if left == right => Some((*left, Vec::new())),
        _ => None,
    });
    let mut shared: HashMap<u64, Vec<&str>> = pairs.collect();
    if shared.is_empty() {
        return None;
    }
    for range in ranges {
        for (seq, (hash, id)) in (range.start..).zip(&range.ids) {
            if let Some(seen) = shared.get_mut(hash) {
                if seen.contains(id) {
                    return Some((seq, Corruption::DuplicateId));
                }
                seen.push(id);
            }
        }
    }
    None
}
