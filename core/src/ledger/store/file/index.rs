//! Where the entries of a segment are, and which has an id: what finds one without reading the segment.
//!
//! Ids are kept as 64 bits of their SHA-256, and what is found is read and compared: 16 bytes an entry, whatever its id. For a
//! sealed segment the index is kept in a file beside it, `index/<first seq>.idx`: a cache, bound to the segment's length and
//! last entry and never evidence, that can be deleted at any time.

use super::frame::Frame;
use crate::ledger::{Hash, scan};
use std::collections::HashMap;

const MAGIC: &[u8] = b"greenboard-index/1\n";

/// The ids of a segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ids {
    /// Sorted: of a segment that was read whole.
    sorted: Vec<(u64, u32)>,
    /// What came since.
    recent: HashMap<u64, u32>,
    /// What came since, under bits that another has already.
    clashing: Vec<(u64, u32)>,
}

/// The bits that stand for an id.
pub(crate) fn bits(id: &str) -> u64 {
    let hash = Hash::of(id);
    let (first, _) = hash.as_bytes().split_first_chunk().unwrap_or((&[0; 8], &[]));
    u64::from_le_bytes(*first)
}

impl Ids {
    /// Of these entries, in their order.
    pub(crate) fn of(all: impl Iterator<Item = u64>) -> Self {
        let mut sorted: Vec<(u64, u32)> = all.zip(0..).collect();
        sorted.sort_unstable();
        Self { sorted, ..Self::default() }
    }

    /// One more entry, the `nth` of the segment.
    pub(crate) fn push(&mut self, bits: u64, nth: u32) {
        if *self.recent.entry(bits).or_insert(nth) != nth {
            self.clashing.push((bits, nth));
        }
    }

    /// Which entries of the segment may have this id.
    pub(crate) fn find(&self, bits: u64) -> impl Iterator<Item = u32> {
        let from = self.sorted.partition_point(|(other, _)| *other < bits);
        let sorted = self.sorted.iter().skip(from).take_while(move |(other, _)| *other == bits);
        let clashing = self.clashing.iter().filter(move |(other, _)| *other == bits);
        sorted.chain(clashing).map(|(_, nth)| *nth).chain(self.recent.get(&bits).copied())
    }

    /// All of them, sorted.
    fn all(&self) -> Vec<(u64, u32)> {
        let recent = self.recent.iter().map(|(bits, nth)| (*bits, *nth));
        let mut all: Vec<(u64, u32)> =
            self.sorted.iter().copied().chain(recent).chain(self.clashing.iter().copied()).collect();
        all.sort_unstable();
        all
    }

    /// With all in one list: for a segment that nothing is added to any more.
    pub(crate) fn sealed(&self) -> Self {
        Self { sorted: self.all(), ..Self::default() }
    }
}

/// The bits of the id of a frame's entry.
pub(crate) fn bits_of(frame: &Frame<'_>) -> Option<u64> {
    scan::scan(frame.entry).ok().map(|parts| bits(&parts.id.unescaped()))
}

/// The file of a sealed segment's index. `last` is the hash of the segment's last entry.
pub(crate) fn to_bytes(length: u64, last: Hash, offsets: &[u32], ids: &Ids) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(last.as_bytes());
    offsets.iter().for_each(|offset| out.extend_from_slice(&offset.to_le_bytes()));
    for (bits, nth) in ids.all() {
        out.extend_from_slice(&bits.to_le_bytes());
        out.extend_from_slice(&nth.to_le_bytes());
    }
    let crc = crc32c::crc32c(&out);
    out.extend_from_slice(&crc.to_le_bytes());
    out
}

/// What such a file holds, where it is whole and of a segment of this length and so many entries: the hash of its last
/// entry, where its entries begin, and its ids.
pub(crate) fn from_bytes(bytes: &[u8], length: u64, entries: usize) -> Option<(Hash, Vec<u32>, Ids)> {
    let (covered, crc) = bytes.split_last_chunk()?;
    if crc32c::crc32c(covered) != u32::from_le_bytes(*crc) {
        return None;
    }
    let (of_length, rest) = covered.strip_prefix(MAGIC)?.split_first_chunk()?;
    let (last, rest) = rest.split_first_chunk()?;
    if u64::from_le_bytes(*of_length) != length || rest.len() != entries.checked_mul(16)? {
        return None;
    }
    let (offsets, ids) = rest.split_at_checked(entries * 4)?;
    let offsets: Vec<u32> = offsets.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
    let one = |twelve: &[u8; 12]| {
        let (bits, nth) = twelve.split_first_chunk()?;
        Some((u64::from_le_bytes(*bits), u32::from_le_bytes(*nth.first_chunk()?)))
    };
    let sorted: Vec<(u64, u32)> = ids.as_chunks().0.iter().map(one).collect::<Option<_>>()?;
    Some((Hash::new(*last), offsets, Ids { sorted, ..Ids::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read_as_it_was_written_and_only_for_its_segment() {
        let mut ids = Ids::of([7, 3, 7].into_iter());
        ids.push(5, 3);
        ids.push(5, 4);
        assert_eq!(ids.find(7).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(ids.find(5).collect::<Vec<_>>(), [4, 3]);
        let last = Hash::of(b"last");
        let bytes = to_bytes(900, last, &[0, 100, 200, 300, 400], &ids);
        assert_eq!(from_bytes(&bytes, 900, 5), Some((last, vec![0, 100, 200, 300, 400], ids.sealed())));
        assert_eq!(from_bytes(&bytes, 901, 5), None);
        assert_eq!(from_bytes(&bytes, 900, 4), None);
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 4;
            assert_eq!(from_bytes(&flipped, 900, 5), None, "byte {at}");
        }
    }
}
