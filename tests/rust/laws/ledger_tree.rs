//! Trees and proofs against the definitions of RFC 9162.

use crate::oracle::ledger as model;
use greenboard::ledger::Hash;
use greenboard::ledger::tree::{self, ConsistencyProof, Frontier, InclusionProof, Tree};
use proptest::prelude::*;

fn leaves(size: usize) -> Vec<Hash> {
    (0..size).map(|leaf| Hash::of_entry(leaf.to_string().as_bytes())).collect()
}

/// Every tree of up to so many leaves is tried.
const SIZES: usize = 40;

#[test]
fn roots_and_frontiers_are_those_of_the_definition() {
    let all = leaves(300);
    let mut frontier = Frontier::new();
    let mut grown = Tree::new();
    for size in 0..=all.len() {
        let expected = model::root(&all[..size]);
        assert_eq!(frontier.root(), expected, "size {size}");
        assert_eq!(grown.root(), expected, "size {size}");
        assert_eq!(tree::root(&all[..size]), expected, "size {size}");
        assert_eq!(frontier.hashes().len(), size.count_ones() as usize);
        let again = Frontier::from_parts(size as u64, frontier.hashes().to_vec());
        assert_eq!(again.as_ref(), Some(&frontier));
        if let Some(leaf) = all.get(size) {
            frontier.push(*leaf);
            grown.push(*leaf);
        }
    }
}

#[test]
fn inclusion_proofs_are_those_of_the_definition() {
    let all = leaves(SIZES);
    let tree: Tree = all.iter().copied().collect();
    for size in 1..=SIZES {
        let root = tree.root_at(size as u64).unwrap();
        for (index, leaf) in all[..size].iter().enumerate() {
            let proof = tree.inclusion(index as u64, size as u64).unwrap();
            assert_eq!(proof.proof, model::path(index, &all[..size]), "{index} of {size}");
            proof.verify(*leaf, root).unwrap();
        }
        assert_eq!(tree.inclusion(size as u64, size as u64).unwrap_err().code(), "ledger.no_such_size");
    }
}

#[test]
fn consistency_proofs_are_those_of_the_definition() {
    let all = leaves(SIZES);
    let tree: Tree = all.iter().copied().collect();
    for size2 in 1..=SIZES {
        let root2 = tree.root_at(size2 as u64).unwrap();
        for size1 in 1..=size2 {
            let proof = tree.consistency(size1 as u64, size2 as u64).unwrap();
            assert_eq!(proof.proof, model::proof(size1, &all[..size2]), "{size1} to {size2}");
            proof.verify(tree.root_at(size1 as u64).unwrap(), root2).unwrap();
        }
        assert_eq!(tree.consistency(0, size2 as u64).unwrap_err().code(), "ledger.no_such_size");
        let from_nothing = ConsistencyProof::new(0, size2 as u64, Vec::new());
        assert_eq!(from_nothing.verify(tree::root(&[]), root2).unwrap_err().code(), "ledger.inconsistent");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A proof holds of what it was made for, and of nothing else: other leaves, sizes, roots and hashes are refused.
    #[test]
    fn no_other_inclusion_proof_holds(
        (size, index) in (1_usize..200).prop_flat_map(|size| (Just(size), 0..size)),
        other_index in 0_u64..210,
        other_size in 0_u64..210,
        at in any::<prop::sample::Index>(),
        edit in 0..4,
    ) {
        let all = leaves(size);
        let tree: Tree = all.iter().copied().collect();
        let good = tree.inclusion(index as u64, size as u64).unwrap();
        let (leaf, root) = (all[index], tree.root());
        prop_assert!(good.verify(leaf, root).is_ok());
        prop_assert!(good.verify(Hash::of(b"other"), root).is_err());
        prop_assert!(good.verify(leaf, Hash::of(b"other")).is_err());
        if other_index != good.index {
            prop_assert!(InclusionProof::new(other_index, good.size, good.proof.clone()).verify(leaf, root).is_err());
        }
        // Of another size the same hashes may be a proof of the same leaf: then that tree has the same root by definition.
        let resized = InclusionProof::new(good.index, other_size, good.proof.clone());
        if resized.verify(leaf, root).is_ok() {
            prop_assert!(other_size > good.index);
        }
        let mut hashes = good.proof.clone();
        match edit {
            0 if !hashes.is_empty() => { hashes.remove(at.index(good.proof.len())); }
            1 if !hashes.is_empty() => hashes[at.index(good.proof.len())] = Hash::ZERO,
            2 => hashes.push(Hash::ZERO),
            _ => hashes.insert(0, root),
        }
        prop_assert!(InclusionProof::new(good.index, good.size, hashes).verify(leaf, root).is_err());
    }

    /// No tree whose past was changed is consistent with the one before, whatever hashes are offered.
    #[test]
    fn no_rewritten_tree_is_consistent(
        (size2, size1) in (2_usize..120).prop_flat_map(|size| (Just(size), 1..size)),
        changed in any::<prop::sample::Index>(),
    ) {
        let all = leaves(size2);
        let before: Tree = all[..size1].iter().copied().collect();
        let mut rewritten = all.clone();
        rewritten[changed.index(size1)] = Hash::ZERO;
        let after: Tree = rewritten.iter().copied().collect();
        let honest: Tree = all.iter().copied().collect();
        for tree in [&after, &honest] {
            let proof = tree.consistency(size1 as u64, size2 as u64).unwrap();
            prop_assert!(proof.verify(before.root(), after.root()).is_err());
        }
        let proof = honest.consistency(size1 as u64, size2 as u64).unwrap();
        prop_assert!(proof.verify(before.root(), honest.root()).is_ok());
    }
}
