//! Merkle trees: hashes, roots and proofs of RFC 9162.

use crate::adapters::hex;
use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::ledger::Hash;
use greenboard::ledger::tree::{self, ConsistencyProof, Frontier, InclusionProof, Tree};
use serde_json::Value;

/// The hash of nothing, of a leaf, or of two children; and the roots that the file lists.
pub fn hash(case: &Case) -> Judged {
    let hash = match (case.optional_text("leaf_data")?, case.optional_text("left")?) {
        (Some(leaf), _) => Hash::of_entry(&hex::bytes(leaf)?),
        (None, Some(left)) => {
            Hash::of([&[1][..], &hex::bytes(left)?, &hex::bytes(case.text("right")?)?].concat())
        }
        (None, None) => tree::root(&[]),
    };
    Ok(Outcome::all([Outcome::equal(case.text("hash")?, hash.to_string()), roots(case.file)?]))
}

fn roots(file: &Value) -> Judged {
    let reference = file.field("roots_reference_leaves");
    let data = reference.texts("leaves_hex")?;
    let leaves: Vec<Hash> = data
        .into_iter()
        .map(|leaf| hex::bytes(leaf).map(|bytes| Hash::of_entry(&bytes)))
        .collect::<Result<_, Trouble>>()?;
    let whole: Tree = leaves.iter().copied().collect();
    let mut outcomes = Vec::new();
    for row in reference.list("roots")? {
        let size = number(row, "size")?;
        let first = leaves.get(..usize::try_from(size).unwrap_or(usize::MAX));
        let first = first.ok_or_else(|| row.lacks("size", "no more than there are leaves"))?;
        let mut frontier = Frontier::new();
        first.iter().for_each(|leaf| frontier.push(*leaf));
        let root = row.text("root")?;
        outcomes.push(Outcome::equal(root, tree::root(first).to_string()));
        outcomes.push(Outcome::equal(root, frontier.root().to_string()));
        outcomes.push(Outcome::of(root, whole.root_at(size).map(|root| root.to_string())));
    }
    Ok(Outcome::all(outcomes))
}

/// A leaf, a root and a proof that may be one. Where leaf or root is no hash, the type refuses it.
pub fn inclusion(case: &Case) -> Judged {
    let proof = InclusionProof::new(number(case, "index")?, number(case, "size")?, hashes(case)?);
    let (leaf, root) = (case.text("leaf_hash")?.parse(), case.text("root")?.parse());
    let verified = leaf.and_then(|leaf| proof.verify(leaf, root?));
    Ok(Outcome::accepted(case.flag("valid")?, &verified))
}

/// Two roots and a proof that may be one.
pub fn consistency(case: &Case) -> Judged {
    let proof = ConsistencyProof::new(number(case, "size1")?, number(case, "size2")?, hashes(case)?);
    let verified = proof.verify(stand_in(case.text("root1")?), stand_in(case.text("root2")?));
    Ok(Outcome::accepted(case.flag("valid")?, &verified))
}

/// The hash that a text is. Where it is none, which no type of ours can be, another one stands for it: one for each text.
fn stand_in(text: &str) -> Hash {
    text.parse().unwrap_or_else(|_| Hash::of(text))
}

fn hashes(case: &Case) -> Result<Vec<Hash>, Trouble> {
    Ok(case.texts("proof")?.into_iter().map(stand_in).collect())
}

fn number(row: &impl Fields, key: &str) -> Result<u64, Trouble> {
    row.field(key).as_u64().ok_or_else(|| row.lacks(key, "an integer from 0"))
}
