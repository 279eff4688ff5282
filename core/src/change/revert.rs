//! Reverts: a change that undoes another, and what remains when both are unreleased.

use super::conventional::{Header, Mode};
use super::types::Change;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

/// The fewest characters that name a commit by the beginning of its hash.
const SHORTEST: usize = 7;

/// Takes out what cancels: a revert and what it reverts, when both are among `changes`, for each component that both concern.
/// A revert names its target by hash or the beginning of one, or else by the header of a change that is not newer. A revert
/// that is itself reverted undoes nothing, so that the original change stands again. A revert of something that is not among
/// them stays: it is a change of its own.
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
    for (revert, targets) in settled_first(changes) {
        for target in targets {
            cancel(&mut kept, revert, target);
        }
    }
    // What had no component from the start concerns nobody and stays as it is.
    kept.retain(|change| match change {
        Cow::Borrowed(_) => true,
        Cow::Owned(change) => !change.bumps.is_empty(),
    });
    kept
}

/// Every revert with what it undoes, and none before those that may undo it: their times do not tell, for commits that were
/// rebased together share one. What is left open goes by rank, also reverts that name each other in a circle.
fn settled_first(changes: &[Change]) -> Vec<(usize, Vec<usize>)> {
    let index = Index::of(changes);
    let mut targets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, revert) in changes.iter().enumerate().filter(|(_, change)| is_revert(change)) {
        targets.insert(at, index.targets(revert).into_iter().filter(|target| *target != at).collect());
    }
    let mut waiting: HashMap<usize, usize> = HashMap::new();
    for target in targets.values().flatten() {
        *waiting.entry(*target).or_default() += 1;
    }
    let ranked = |at: usize| (rank(changes.get(at)), at);
    let mut by_rank: Vec<_> = targets.keys().map(|at| ranked(*at)).collect();
    by_rank.sort_unstable();
    let free = by_rank.iter().filter(|(_, at)| !waiting.contains_key(at));
    let mut ready: BinaryHeap<_> = free.cloned().collect();
    let mut settled = Vec::with_capacity(targets.len());
    loop {
        let Some((_, at)) = ready.pop().or_else(|| by_rank.pop()) else { return settled };
        let Some(undone) = targets.remove(&at) else { continue };
        for target in &undone {
            if let Some(count) = waiting.get_mut(target).filter(|count| **count > 0) {
                *count -= 1;
                if *count == 0 && targets.contains_key(target) {
                    ready.push(ranked(*target));
                }
            }
        }
        settled.push((at, undone));
    }
}

fn is_revert(change: &Change) -> bool {
    !change.reverts.is_empty()
        || change.kind.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("revert"))
}

/// Newer is greater; what is equally old is told apart by id.
fn rank(change: Option<&Change>) -> Option<(Option<jiff::Timestamp>, String)> {
    change.map(|change| (change.at, change.id.clone()))
}

/// Takes the components that both concern out of both.
fn cancel(kept: &mut [Cow<'_, Change>], revert: usize, target: usize) {
    let Ok([revert, target]) = kept.get_disjoint_mut([revert, target]) else { return };
    let common: BTreeSet<String> =
        revert.bumps.keys().filter(|name| target.bumps.contains_key(*name)).cloned().collect();
    if common.is_empty() {
        return;
    }
    for change in [revert, target] {
        change.to_mut().bumps.retain(|name, _| !common.contains(name));
    }
}

/// The changes by hash, in order, and by header.
struct Index<'a> {
    changes: &'a [Change],
    ids: BTreeMap<&'a str, Vec<usize>>,
    headers: HashMap<(&'a str, Option<&'a str>, &'a str), Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(changes: &'a [Change]) -> Self {
        let mut ids: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut headers: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, change) in changes.iter().enumerate() {
            ids.entry(&change.id).or_default().push(at);
            if let Some(kind) = &change.kind {
                let key = (kind.as_str(), change.scope.as_deref(), change.description.as_str());
                headers.entry(key).or_default().push(at);
            }
        }
        Self { changes, ids, headers }
    }

    /// What a revert undoes: all that it names by hash, else the one change with its header.
    fn targets(&self, revert: &Change) -> Vec<usize> {
        if !revert.reverts.is_empty() {
            let named = revert.reverts.iter().filter(|hash| hash.len() >= SHORTEST);
            return named.flat_map(|hash| self.with_hash(hash)).collect();
        }
        let Ok(header) = Header::parse(&revert.description, Mode::Lenient) else { return Vec::new() };
        let key = (header.kind.as_str(), header.scope.as_deref(), header.description.as_str());
        // What was made later, or made anew, is not what it undoes.
        let is_newer = |at: &usize| match self.changes.get(*at).map(|change| change.at) {
            Some(Some(target)) => revert.at.is_some_and(|revert| target > revert),
            _ => false,
        };
        let mut older = self.headers.get(&key).into_iter().flatten().copied().filter(|at| !is_newer(at));
        match (older.next(), older.next()) {
            (Some(only), None) => vec![only],
            // Which of several is meant is not known: none is undone.
            _ => Vec::new(),
        }
    }

    /// The changes of the commit that a hash or the beginning of one names; none where several commits begin so.
    fn with_hash(&self, hash: &str) -> Vec<usize> {
        let mut commit = None;
        let mut named = Vec::new();
        for (id, at) in self.ids.range(hash..).take_while(|(id, _)| id.starts_with(hash)) {
            let this = id.split('#').next().unwrap_or_default();
            match commit {
                Some(commit) if commit == this => {}
                // A commit is named by its whole hash, whatever else begins so.
                Some(commit) if commit == hash => break,
                Some(_) => return Vec::new(),
                None => commit = Some(this),
            }
            named.extend(at);
        }
        named
    }
}

/// What git itself says of a revert, in the first line of its message.
pub(super) struct Quoted<'a> {
    /// The header of the change that all is about.
    pub header: &'a str,
    /// Whether that change is there again: what is reverted is itself a revert.
    pub restores: bool,
}

/// Reads git's `Revert "…"`, and `Reapply "…"`, which is what it calls the revert of a revert. They are nested as often as
/// people change their minds.
pub(super) fn quoted(message: &str) -> Option<Quoted<'_>> {
    let mut header = message.trim_start().lines().next()?.trim_end();
    let mut restores = true;
    let mut is_quoted = false;
    loop {
        let (text, reverts) = match (header.strip_prefix("Revert \""), header.strip_prefix("Reapply \"")) {
            (Some(text), _) => (text, true),
            (None, Some(text)) => (text, false),
            (None, None) => break,
        };
        // Hosts put the number of the pull request behind the quote.
        let Some((inner, after)) = text.rsplit_once('"') else { break };
        if inner.trim().is_empty() || !(after.is_empty() || after.starts_with(" (#")) {
            break;
        }
        (header, restores, is_quoted) = (inner, restores != reverts, true);
    }
    is_quoted.then_some(Quoted { header, restores })
}

/// The hashes that a revert's message names: git's `This reverts commit <hash>` and footers `Refs: <hash>, …` of a `revert:`.
pub(super) fn undone_by(message: &str) -> Vec<String> {
    const SENTENCE: &str = "This reverts commit";
    let text = message.trim_start();
    let is_revert = text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("revert"));
    if !is_revert && !text.starts_with("Reapply \"") {
        return Vec::new();
    }
    let mut hashes = Vec::new();
    for line in message.lines().skip(1).map(str::trim) {
        let named = match (line.strip_prefix(SENTENCE), line.split_once(':')) {
            (Some(rest), _) => rest.strip_prefix('s').unwrap_or(rest),
            (None, Some((token, rest))) if token.eq_ignore_ascii_case("refs") => rest,
            _ => continue,
        };
        let words = named.split(|c: char| !c.is_ascii_alphanumeric());
        let is_hash = |word: &&str| word.len() >= SHORTEST && word.bytes().all(|b| b.is_ascii_hexdigit());
        hashes.extend(words.filter(is_hash).map(str::to_ascii_lowercase));
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}
