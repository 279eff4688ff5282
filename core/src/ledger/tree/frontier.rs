//! The right edge of a tree: all that appending needs.

use super::Hash;

/// The roots of the full subtrees that a tree is made of, the largest first: at most 64 hashes, from which follow the root and
/// the frontier of every larger tree.
///
/// ```
/// use greenboard::ledger::{Hash, tree::{self, Frontier}};
/// let leaves: Vec<Hash> = (0..7).map(|n: u8| Hash::of_entry(&[n])).collect();
/// let mut frontier = Frontier::new();
/// leaves.iter().for_each(|leaf| frontier.push(*leaf));
/// assert_eq!((frontier.size(), frontier.hashes().len()), (7, 3));
/// assert_eq!(frontier.root(), tree::root(&leaves));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    hashes: Vec<Hash>,
}

impl Frontier {
    /// That of the empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// The frontier of a tree of this size, from its hashes; none where there are not as many as the size has binary ones.
    pub fn from_parts(size: u64, hashes: Vec<Hash>) -> Option<Self> {
        (hashes.len() == size.count_ones() as usize).then_some(Self { size, hashes })
    }

    /// One more leaf.
    pub fn push(&mut self, leaf: Hash) {
        self.push_full(leaf, 0);
    }

    /// One more full subtree, of two to the power of `level` leaves, of which the tree has a multiple.
    fn push_full(&mut self, root: Hash, level: u32) {
        let mut hash = root;
        // Every binary one that the carry turns to zero is a pair that is complete now.
        for _ in 0..(self.size >> level).trailing_ones() {
            let Some(left) = self.hashes.pop() else { break };
            hash = Hash::of_node(left, hash);
        }
        self.hashes.push(hash);
        self.size = self.size.saturating_add(1 << level);
    }

    /// The tree goes on with all leaves of another, which is no larger than the smallest full subtree of this one.
    pub(crate) fn extend(&mut self, other: &Self) {
        let mut rest = other.size;
        for hash in &other.hashes {
            let level = 63 - rest.leading_zeros();
            self.push_full(*hash, level);
            rest -= 1 << level;
        }
    }

    /// The root where the tree goes on with all leaves of another, likewise.
    pub(crate) fn root_with(&self, other: &Self) -> Hash {
        let mut whole = self.clone();
        whole.extend(other);
        whole.root()
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The roots of its full subtrees, the largest first.
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        let mut from_the_right = self.hashes.iter().rev().copied();
        match from_the_right.next() {
            None => Hash::of(b""),
            Some(last) => from_the_right.fold(last, |right, left| Hash::of_node(left, right)),
        }
    }
}
