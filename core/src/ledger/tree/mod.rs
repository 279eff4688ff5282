//! The Merkle tree of RFC 9162, section 2.1, over the hashes of the entries: what makes a ledger provable in parts.
//!
//! An inclusion proof shows that an entry is in a ledger of which only the size and the root are known; a consistency proof
//! that a larger ledger begins with all of a smaller one. [`Tree`] makes both, and whoever checks them needs no tree.

mod frontier;
mod grown;
mod proof;

pub use frontier::Frontier;
pub use grown::Tree;
pub use proof::{ConsistencyProof, InclusionProof};

use super::Hash;

/// The root of the tree over these leaf hashes; that of none is the SHA-256 of nothing.
///
/// ```
/// use greenboard::ledger::{Hash, tree};
/// let leaf = Hash::of_entry(b"{}");
/// assert_eq!(tree::root(&[]), Hash::of(b""));
/// assert_eq!(tree::root(&[leaf]), leaf);
/// assert_eq!(tree::root(&[leaf, leaf]), Hash::of_node(leaf, leaf));
/// ```
pub fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::new();
    leaves.iter().for_each(|leaf| frontier.push(*leaf));
    frontier.root()
}
