//! Reverts, told without an index: a slow, obvious model of what cancels.
//!
//! Every revert here names its targets by the whole hash of their commit. One by one, each waits for all reverts that may undo
//! it; then every component that it still concerns, and that a change it names still concerns, is taken out of both.

use greenboard::change::Change;
use std::collections::BTreeSet;

pub fn standing(changes: &[Change]) -> Vec<Change> {
    let mut kept = changes.to_vec();
    let names = |revert: usize, target: usize| {
        revert != target
            && changes[revert].reverts.iter().any(|hash| Some(hash) == changes[target].commit.as_ref())
    };
    let mut open: BTreeSet<usize> =
        (0..changes.len()).filter(|at| !changes[*at].reverts.is_empty()).collect();
    while !open.is_empty() {
        let free = |at: &usize| !open.iter().any(|other| names(*other, *at));
        let newest = |set: &mut dyn Iterator<Item = usize>| {
            set.max_by_key(|at| (changes[*at].order, changes[*at].id.clone()))
        };
        let next = newest(&mut open.iter().copied().filter(free))
            .or_else(|| newest(&mut open.iter().copied()))
            .unwrap();
        open.remove(&next);
        for component in kept[next].bumps.clone().into_keys() {
            let mut undone = false;
            for target in (0..kept.len()).filter(|target| names(next, *target)) {
                undone |= kept[target].bumps.remove(&component).is_some();
            }
            if undone {
                kept[next].bumps.remove(&component);
            }
        }
    }
    kept.retain(|change| !change.bumps.is_empty());
    kept
}
