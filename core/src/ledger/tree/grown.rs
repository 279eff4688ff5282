//! A tree with all its nodes: what makes proofs.

use super::{ConsistencyProof, Hash, InclusionProof};
use crate::Result;
use crate::ledger::LedgerError;

/// A tree that keeps every node of every full subtree, twice as many hashes as leaves, and so makes any proof from a few
/// look-ups: at any size that it ever had.
///
/// ```
/// use greenboard::ledger::{Hash, tree::{self, Tree}};
/// let leaves: Vec<Hash> = (0..7).map(|n: u8| Hash::of_entry(&[n])).collect();
/// let tree: Tree = leaves.iter().copied().collect();
/// assert_eq!(tree.root_at(5)?, tree::root(&leaves[..5]));
/// assert_eq!(tree.root_at(8).unwrap_err().code(), "ledger.no_such_size");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The full subtrees of 1, 2, 4, … leaves, from the left.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// The empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in 0.. {
            if self.levels.len() <= level {
                self.levels.push(Vec::new());
            }
            let Some(nodes) = self.levels.get_mut(level) else { return };
            nodes.push(hash);
            match nodes.as_chunks::<2>() {
                (pairs, []) => match pairs.last() {
                    Some([left, right]) => hash = Hash::of_node(*left, *right),
                    None => return,
                },
                _ => return,
            }
        }
    }

    /// How many leaves it has.
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// Its root.
    pub fn root(&self) -> Hash {
        self.range(0, self.size())
    }

    /// The root that it had at a size.
    ///
    /// # Errors
    /// `ledger.no_such_size` where it never was that large.
    pub fn root_at(&self, size: u64) -> Result<Hash> {
        self.check(size)?;
        Ok(self.range(0, size))
    }

    /// The hash of a leaf.
    pub fn leaf(&self, index: u64) -> Option<Hash> {
        self.levels.first()?.get(usize::try_from(index).ok()?).copied()
    }

    /// That a leaf is in the tree of a size.
    ///
    /// # Errors
    /// `ledger.no_such_size` where the tree never was that large, or has no such leaf at that size.
    pub fn inclusion(&self, index: u64, size: u64) -> Result<InclusionProof> {
        self.check(size)?;
        if index >= size {
            return Err(LedgerError::NoSuchSize { asked: index.saturating_add(1), size }.into());
        }
        let (mut start, mut end) = (0, size);
        let mut proof = Vec::new();
        while end - start > 1 {
            let middle = start + left_of(end - start);
            if index < middle {
                proof.push(self.range(middle, end));
                end = middle;
            } else {
                proof.push(self.range(start, middle));
                start = middle;
            }
        }
        proof.reverse();
        Ok(InclusionProof { index, size, proof })
    }

    /// That the tree of `size2` begins with that of `size1`.
    ///
    /// # Errors
    /// `ledger.no_such_size` where the tree never was that large, where `size1` is the larger one, or 0: of an empty tree
    /// nothing can be proved.
    pub fn consistency(&self, size1: u64, size2: u64) -> Result<ConsistencyProof> {
        self.check(size2)?;
        if size1 == 0 || size1 > size2 {
            return Err(LedgerError::NoSuchSize { asked: size1, size: size2 }.into());
        }
        let (mut start, mut end) = (0, size2);
        let mut proof = Vec::new();
        while size1 != end {
            let middle = start + left_of(end - start);
            if size1 <= middle {
                proof.push(self.range(middle, end));
                end = middle;
            } else {
                proof.push(self.range(start, middle));
                start = middle;
            }
        }
        // Where the smaller tree is a full subtree of its own, its root is known to whoever checks.
        if start > 0 {
            proof.push(self.range(start, end));
        }
        proof.reverse();
        Ok(ConsistencyProof { size1, size2, proof })
    }

    fn check(&self, size: u64) -> Result<()> {
        if size > self.size() {
            return Err(LedgerError::NoSuchSize { asked: size, size: self.size() }.into());
        }
        Ok(())
    }

    /// The root over the leaves from `start` to `end`, where `start` is a multiple of the largest power of two in between, as
    /// in every subtree. Recursion is bounded by the depth of the tree.
    fn range(&self, start: u64, end: u64) -> Hash {
        let size = end - start;
        if size == 0 {
            return Hash::of(b"");
        }
        if size.is_power_of_two() {
            let level = size.trailing_zeros();
            let index = usize::try_from(start >> level).unwrap_or(usize::MAX);
            let node = self.levels.get(level as usize).and_then(|nodes| nodes.get(index));
            return node.copied().unwrap_or(Hash::ZERO);
        }
        let middle = start + left_of(size);
        Hash::of_node(self.range(start, middle), self.range(middle, end))
    }
}

/// How many of so many leaves, at least two, are in the left subtree: the largest power of two below.
fn left_of(size: u64) -> u64 {
    1 << (63 - (size - 1).leading_zeros())
}

impl Extend<Hash> for Tree {
    fn extend<I: IntoIterator<Item = Hash>>(&mut self, leaves: I) {
        leaves.into_iter().for_each(|leaf| self.push(leaf));
    }
}

impl FromIterator<Hash> for Tree {
    fn from_iter<I: IntoIterator<Item = Hash>>(leaves: I) -> Self {
        let mut tree = Self::new();
        tree.extend(leaves);
        tree
    }
}
