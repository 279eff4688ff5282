//! Proofs, and the iterative algorithms of RFC 9162 that check them.

use super::Hash;
use crate::Result;
use crate::document::reads;
use crate::ledger::LedgerError;
use schemars::JsonSchema;
use serde::Serialize;

/// That a leaf is in a tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct InclusionProof {
    /// The number of the leaf, from 0.
    pub index: u64,
    /// How many leaves the tree has.
    pub size: u64,
    /// The hashes beside the way from the leaf to the root, the leaf's sibling first.
    pub proof: Vec<Hash>,
}

reads!(InclusionProof { index, size, proof });

impl InclusionProof {
    /// The proof of these hashes.
    pub fn new(index: u64, size: u64, proof: Vec<Hash>) -> Self {
        Self { index, size, proof }
    }

    /// Checks that the leaf is in the tree of this root (RFC 9162, section 2.1.3.2).
    ///
    /// ```
    /// use greenboard::ledger::{Hash, tree::Tree};
    /// let leaves: Vec<Hash> = (0..5).map(|n: u8| Hash::of_entry(&[n])).collect();
    /// let tree: Tree = leaves.iter().copied().collect();
    /// let proof = tree.inclusion(3, 5)?;
    /// assert!(proof.verify(leaves[3], tree.root()).is_ok());
    /// assert_eq!(proof.verify(leaves[2], tree.root()).unwrap_err().code(), "ledger.not_included");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `ledger.not_included`.
    pub fn verify(&self, leaf: Hash, root: Hash) -> Result<()> {
        match self.root(leaf) {
            Some(found) if found == root => Ok(()),
            _ => Err(LedgerError::NotIncluded { index: self.index, size: self.size }.into()),
        }
    }

    /// The root that the proof leads to; none where it is too short, too long, or of no such leaf.
    fn root(&self, leaf: Hash) -> Option<Hash> {
        let mut node = self.index;
        let mut last = self.size.checked_sub(1).filter(|last| node <= *last)?;
        let mut hash = leaf;
        for sibling in &self.proof {
            if last == 0 {
                return None;
            }
            if node & 1 == 1 || node == last {
                hash = Hash::of_node(*sibling, hash);
                skip_lone(&mut node, &mut last);
            } else {
                hash = Hash::of_node(hash, *sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        (last == 0).then_some(hash)
    }
}

/// Goes up to where `node` is a right child: on the right edge of a tree, a node without sibling stands for its parent.
fn skip_lone(node: &mut u64, last: &mut u64) {
    if *node != 0 {
        let levels = node.trailing_zeros();
        *node >>= levels;
        *last >>= levels;
    }
}

/// That a tree begins with all leaves of a smaller one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ConsistencyProof {
    /// How many leaves the smaller tree has, at least one.
    pub size1: u64,
    /// How many leaves the larger tree has.
    pub size2: u64,
    /// The hashes from which both roots follow.
    pub proof: Vec<Hash>,
}

reads!(ConsistencyProof { size1, size2, proof });

impl ConsistencyProof {
    /// The proof of these hashes.
    pub fn new(size1: u64, size2: u64, proof: Vec<Hash>) -> Self {
        Self { size1, size2, proof }
    }

    /// Checks that the tree of `root2` begins with that of `root1` (RFC 9162, section 2.1.4.2). From an empty tree nothing is
    /// proved, so that is refused.
    ///
    /// ```
    /// use greenboard::ledger::{Hash, tree::Tree};
    /// let tree: Tree = (0..9).map(|n: u8| Hash::of_entry(&[n])).collect();
    /// let proof = tree.consistency(4, 9)?;
    /// assert!(proof.verify(tree.root_at(4)?, tree.root()).is_ok());
    /// assert_eq!(proof.verify(tree.root_at(5)?, tree.root()).unwrap_err().code(), "ledger.inconsistent");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `ledger.inconsistent`.
    pub fn verify(&self, root1: Hash, root2: Hash) -> Result<()> {
        let consistent = match (self.size1, self.size2) {
            (0, _) => false,
            (size1, size2) if size1 == size2 => self.proof.is_empty() && root1 == root2,
            (size1, size2) if size1 < size2 => self.roots(root1) == Some((root1, root2)),
            _ => false,
        };
        if consistent {
            return Ok(());
        }
        Err(LedgerError::Inconsistent { size1: self.size1, size2: self.size2 }.into())
    }

    /// Both roots that the proof leads to; the smaller tree, where it is a full one, is the first hash itself.
    fn roots(&self, root1: Hash) -> Option<(Hash, Hash)> {
        let (first, rest) = if self.size1.is_power_of_two() {
            (root1, self.proof.as_slice())
        } else {
            self.proof.split_first().map(|(first, rest)| (*first, rest))?
        };
        if self.proof.is_empty() {
            return None;
        }
        let mut node = self.size1 - 1;
        let mut last = self.size2 - 1;
        // Not all ones, since a larger tree has more leaves.
        let full = node.trailing_ones();
        node >>= full;
        last >>= full;
        let (mut smaller, mut larger) = (first, first);
        for sibling in rest {
            if last == 0 {
                return None;
            }
            if node & 1 == 1 || node == last {
                smaller = Hash::of_node(*sibling, smaller);
                larger = Hash::of_node(*sibling, larger);
                skip_lone(&mut node, &mut last);
            } else {
                larger = Hash::of_node(larger, *sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        (last == 0).then_some((smaller, larger))
    }
}
