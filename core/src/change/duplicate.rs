//! Duplicates: one change that history tells twice, by a squash or a merge and by the commits of its branch.

use super::pull_request::without_numbers;
use super::revert::Index;
use super::types::Change;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// Makes one change of those that say the same for the same pull request: equal type, scope, description and break, the
/// numbers at the end of the description aside. `changes` are newest first, as history gives them; the newest of several
/// stays, and takes over what only the others tell. Where a revert lies between two of them, the newer one is there again, and
/// both stay: run this before [`cancel_reverts`](super::cancel_reverts).
///
/// ```
/// use greenboard::change::{Change, merge_duplicates};
/// use greenboard::version::Bump;
///
/// let squash = Change::new("a1", "lanes (#12)").with_type("feat").with_pull_request(12).with_bump("board", Bump::Minor);
/// let commit = Change::new("b2", "lanes").with_type("feat").with_pull_request(12).with_bump("cli", Bump::Minor);
/// let changes = [squash, commit];
/// let merged = merge_duplicates(&changes);
/// assert_eq!((merged.len(), merged[0].bumps.len()), (1, 2));
/// ```
pub fn merge_duplicates(changes: &[Change]) -> Vec<Cow<'_, Change>> {
    let mut kept: Vec<Cow<'_, Change>> = Vec::with_capacity(changes.len());
    let mut newest: HashMap<_, (usize, usize)> = HashMap::new();
    let mut grown = BTreeSet::new();
    let index = Index::of(changes);
    let mut reverted: Vec<Option<usize>> = vec![None; index.members.len()];
    for (at, change) in changes.iter().enumerate() {
        let undone = index.groups(at).filter_map(|group| reverted.get(group).copied().flatten()).max();
        let key = key(change);
        let told = key.and_then(|key| newest.get(&key)).copied();
        let told = told.filter(|(_, since)| undone.is_none_or(|undone| undone < *since));
        let mut names = index.named.get(&at).map(Vec::as_slice).unwrap_or_default();
        let since = if let Some((first, since)) = told {
            // One that knows what it undoes by its header goes on by that: hashes would take its place.
            let by_header = index.named.get(&since).is_some_and(|named| !named.is_empty());
            grown.insert(first);
            if let Some(first) = kept.get_mut(first) {
                let takes = !change.reverts.is_empty() && (!first.reverts.is_empty() || !by_header);
                absorb(first.to_mut(), change, takes);
                names = if takes { names } else { &[] };
            }
            since
        } else {
            newest.extend(key.map(|key| (key, (kept.len(), at))));
            kept.push(Cow::Borrowed(change));
            at
        };
        // A revert that is told twice undoes where it stays, which is before what lies between the two.
        for group in names {
            if let Some(last) = reverted.get_mut(*group) {
                *last = (*last).max(Some(since));
            }
        }
    }
    for at in grown {
        if let Some(change) = kept.get_mut(at) {
            let change = change.to_mut();
            for list in [&mut change.reverts, &mut change.labels] {
                list.sort_unstable();
                list.dedup();
            }
        }
    }
    kept
}

/// What two that say the same have in common; none for what belongs to no pull request, or is no conventional change.
fn key(change: &Change) -> Option<(u64, &str, Option<&str>, bool, &str)> {
    let description = without_numbers(&change.description);
    Some((
        change.pull_request?,
        change.kind.as_deref()?,
        change.scope.as_deref(),
        change.breaking.is_some(),
        description,
    ))
}

fn absorb(kept: &mut Change, other: &Change, reverts: bool) {
    for (component, bump) in &other.bumps {
        let own = kept.bumps.entry(component.clone()).or_default();
        *own = (*own).max(*bump);
    }
    let repeats = kept
        .breaking
        .as_ref()
        .is_some_and(|note| without_numbers(note) == without_numbers(&kept.description));
    if repeats && other.breaking.is_some() {
        kept.breaking.clone_from(&other.breaking);
    }
    if reverts {
        kept.reverts.extend_from_slice(&other.reverts);
    }
    kept.labels.extend_from_slice(&other.labels);
    let fill = |own: &mut Option<String>, other: &Option<String>| {
        if own.is_none() {
            own.clone_from(other);
        }
    };
    fill(&mut kept.release_as, &other.release_as);
    fill(&mut kept.body, &other.body);
    fill(&mut kept.author, &other.author);
    fill(&mut kept.login, &other.login);
}
