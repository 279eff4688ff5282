//! Reverts: a change that undoes another, and what remains when both are unreleased.

mod index;
mod message;

pub(super) use index::Index;
pub(super) use message::{Quoted, quoted, undone_by};

use super::types::Change;
use index::Group;
use std::borrow::Cow;
use std::collections::{BTreeSet, BinaryHeap, HashMap};

/// Takes out what cancels: a revert and what it reverts, when both are among `changes`, for each component that both concern.
/// A revert names its target by hash, by the beginning of one or by pull request, or else by the header of a change that is
/// not newer. A revert that is itself reverted undoes nothing, so that the original change stands again. A revert of
/// something that is not among them stays: it is a change of its own.
///
/// ```
/// use greenboard::change::{Change, cancel_reverts};
/// use greenboard::version::Bump;
///
/// let feature = Change::new("56185b7356766d2b", "lanes").with_type("feat").with_bump("board", Bump::Minor);
/// let revert = Change::new("789d898b5f8422d7", "feat: lanes").with_type("revert").with_bump("board", Bump::Patch);
/// let revert = revert.with_reverts(["56185b7"]);
/// assert!(cancel_reverts(&[feature, revert]).is_empty());
/// ```
///
/// The result is in the order of `changes`, and the same set for every order of them.
pub fn cancel_reverts(changes: &[Change]) -> Vec<Cow<'_, Change>> {
    let mut kept: Vec<Cow<'_, Change>> = changes.iter().map(Cow::Borrowed).collect();
    if !changes.iter().any(is_revert) {
        return kept;
    }
    let index = Index::of(changes);
    let mut standing = Standing::default();
    for revert in settled_first(changes, &index) {
        let named = index.named.get(&revert).map(Vec::as_slice).unwrap_or_default();
        standing.cancel(&mut kept, &index, revert, named);
    }
    // What had no component from the start concerns nobody and stays as it is.
    kept.retain(|change| match change {
        Cow::Borrowed(_) => true,
        Cow::Owned(change) => !change.bumps.is_empty(),
    });
    kept
}

pub(super) fn is_revert(change: &Change) -> bool {
    !change.reverts.is_empty()
        || change.kind.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("revert"))
}

/// Every revert, and none before those that may undo it: their times do not tell, for commits that were rebased together share
/// one. What is left open goes by recency, also reverts that name each other in a circle.
fn settled_first(changes: &[Change], index: &Index<'_>) -> Vec<usize> {
    let mut waiting: HashMap<Group, usize> = HashMap::new();
    for group in index.named.values().flatten() {
        *waiting.entry(*group).or_default() += 1;
    }
    let ranked = |at: usize| (changes.get(at).map(Change::recency), at);
    let mut by_rank: Vec<_> = index.named.keys().map(|at| ranked(*at)).collect();
    by_rank.sort_unstable();
    let is_free = |at: usize, waiting: &HashMap<Group, usize>| {
        index.groups(at).all(|group| waiting.get(&group).is_none_or(|count| *count == 0))
    };
    let mut ready = BinaryHeap::new();
    for at in index.named.keys().filter(|at| is_free(**at, &waiting)) {
        ready.push(ranked(*at));
    }
    let mut done = BTreeSet::new();
    let mut settled = Vec::with_capacity(index.named.len());
    loop {
        let Some((_, at)) = ready.pop().or_else(|| by_rank.pop()) else { return settled };
        if !done.insert(at) {
            continue;
        }
        settled.push(at);
        for group in index.named.get(&at).into_iter().flatten() {
            let Some(count) = waiting.get_mut(group).filter(|count| **count > 0) else { continue };
            *count -= 1;
            if *count > 0 {
                continue;
            }
            for member in index.members.get(*group).into_iter().flatten() {
                if index.named.contains_key(member) && !done.contains(member) && is_free(*member, &waiting) {
                    ready.push(ranked(*member));
                }
            }
        }
    }
}

/// What of each group still concerns a component. Taken out for good by the first revert that undoes it.
#[derive(Default)]
struct Standing<'a> {
    by_component: HashMap<Group, HashMap<&'a str, Vec<usize>>>,
}

impl<'a> Standing<'a> {
    /// Takes the components that a revert and what it names both concern out of both.
    fn cancel(&mut self, kept: &mut [Cow<'a, Change>], index: &Index<'a>, revert: usize, named: &[Group]) {
        let Some(components) = kept.get(revert).map(|revert| revert.bumps.clone()) else { return };
        for group in named {
            let standing = self.by_component.entry(*group).or_insert_with(|| by_component(index, *group));
            for component in components.keys() {
                let Some(targets) = standing.get_mut(component.as_str()) else { continue };
                let mut undone = false;
                let is_itself = targets.contains(&revert);
                for target in std::mem::take(targets).into_iter().filter(|target| *target != revert) {
                    let target = kept.get_mut(target).filter(|target| target.bumps.contains_key(component));
                    if let Some(target) = target {
                        undone = true;
                        target.to_mut().bumps.remove(component);
                    }
                }
                if is_itself {
                    targets.push(revert);
                }
                if let Some(revert) = kept.get_mut(revert).filter(|_| undone) {
                    revert.to_mut().bumps.remove(component);
                }
            }
        }
    }
}

/// The members of a group by component, as they were given.
fn by_component<'a>(index: &Index<'a>, group: Group) -> HashMap<&'a str, Vec<usize>> {
    let mut all: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in index.members.get(group).into_iter().flatten() {
        for component in index.change(*at).into_iter().flat_map(|change| change.bumps.keys()) {
            all.entry(component).or_default().push(*at);
        }
    }
    all
}
