//! The ids that were seen, in little room: a million of them in fewer than 64 MB.

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// A set of ids.
#[derive(Debug, Clone, Default)]
pub(super) struct Ids {
    /// Where each id ends in `text`, by its hash.
    table: HashTable<Slot>,
    /// All ids, one behind the other.
    text: Vec<u8>,
    hasher: DefaultHashBuilder,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u64,
    start: usize,
    length: usize,
}

impl Ids {
    /// Adds an id; whether it is new.
    pub(super) fn insert(&mut self, id: &str) -> bool {
        let hash = self.hasher.hash_one(id);
        let known = |slot: &Slot| {
            slot.hash == hash && self.text.get(slot.start..slot.start + slot.length) == Some(id.as_bytes())
        };
        match self.table.entry(hash, known, |slot| slot.hash) {
            Entry::Occupied(_) => false,
            Entry::Vacant(vacant) => {
                vacant.insert(Slot { hash, start: self.text.len(), length: id.len() });
                self.text.extend_from_slice(id.as_bytes());
                true
            }
        }
    }
}
