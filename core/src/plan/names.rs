//! Which component has a name.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Names by number. They lie side by side in one text: every edge of a workspace asks, and fetching each name from a place of its
/// own would take longer than all else.
pub(super) struct Names {
    text: String,
    /// Where each name ends in the text.
    ends: Vec<usize>,
    /// The numbers, by the hashes of their names.
    numbers: HashTable<u32>,
    /// Seeded anew each time, so that nobody can choose names that collide; nothing depends on the seed.
    hashes: DefaultHashBuilder,
}

impl Names {
    /// Those of a list in which each is once, by their places.
    pub fn of<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Self {
        let count = names.len();
        let hashes = DefaultHashBuilder::default();
        let mut all = Self {
            text: String::with_capacity(count * 16),
            ends: Vec::with_capacity(count),
            numbers: HashTable::with_capacity(count),
            hashes,
        };
        for (name, number) in names.zip(0..) {
            all.text.push_str(name);
            all.ends.push(all.text.len());
            let Self { text, ends, numbers, hashes } = &mut all;
            let again = |number: &u32| hashes.hash_one(name_at(text, ends, *number));
            numbers.insert_unique(hashes.hash_one(name), number, again);
        }
        all
    }

    /// The number of this name.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.find_hashed(name, self.hash(name))
    }

    /// The hash that a name is found by: for those who look up many, and hash some of them ahead, so that several are on their
    /// way from memory at a time.
    #[inline]
    pub fn hash(&self, name: &str) -> u64 {
        self.hashes.hash_one(name)
    }

    /// The number of the name that has this hash.
    #[inline]
    pub fn find_hashed(&self, name: &str, hash: u64) -> Option<u32> {
        let is_it = |number: &u32| name_at(&self.text, &self.ends, *number) == name;
        self.numbers.find(hash, is_it).copied()
    }
}

#[inline]
fn name_at<'t>(text: &'t str, ends: &[usize], number: u32) -> &'t str {
    let number = number as usize;
    let start = number.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    let end = ends.get(number).copied().unwrap_or(start);
    text.get(start..end).unwrap_or_default()
}
