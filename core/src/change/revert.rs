//! Reverts: a change that undoes another, and what remains when both are unreleased.

use super::conventional::{Header, Mode};
use super::types::Change;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The fewest characters that name a commit by the beginning of its hash.
const SHORTEST: usize = 7;

/// Takes out what cancels: a revert and what it reverts, when both are among `changes`, for each component that both concern.
/// A revert names its target by hash, or else by header; the newest revert counts first, so that a reverted revert leaves the
/// original change standing. A revert of something that is not among them stays: it is a change of its own.
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
    let mut newest_first: Vec<usize> = (0..changes.len()).collect();
    newest_first.sort_by_cached_key(|&at| std::cmp::Reverse(rank(changes.get(at))));
    for at in newest_first {
        let Some(revert) = changes.get(at).filter(|change| is_revert(change)) else { continue };
        for target in index.targets(revert) {
            if target != at {
                cancel(&mut kept, at, target);
            }
        }
    }
    // What had no component from the start concerns nobody and stays as it is.
    kept.retain(|change| match change {
        Cow::Borrowed(_) => true,
        Cow::Owned(change) => !change.bumps.is_empty(),
    });
    kept
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
        Self { ids, headers }
    }

    /// What a revert undoes: all that it names by hash, else the one change with its header.
    fn targets(&self, revert: &Change) -> Vec<usize> {
        if !revert.reverts.is_empty() {
            let named = revert.reverts.iter().filter(|hash| hash.len() >= SHORTEST);
            return named.flat_map(|hash| self.with_hash(hash)).collect();
        }
        let Ok(header) = Header::parse(&revert.description, Mode::Lenient) else { return Vec::new() };
        let key = (header.kind.as_str(), header.scope.as_deref(), header.description.as_str());
        match self.headers.get(&key).map(Vec::as_slice) {
            Some(&[only]) => vec![only],
            // Which of several is meant is not known: none is undone.
            _ => Vec::new(),
        }
    }

    fn with_hash<'s>(&'s self, hash: &'s str) -> impl Iterator<Item = usize> + 's {
        let from = self.ids.range(hash..).take_while(move |(id, _)| id.starts_with(hash));
        from.flat_map(|(_, at)| at.iter().copied())
    }
}

/// The header inside git's own `Revert "…"`.
pub(super) fn quoted_header(message: &str) -> Option<&str> {
    let line = message.trim_start().lines().next()?.trim_end();
    let text = line.strip_prefix("Revert \"")?;
    // Hosts put the number of the pull request behind the quote.
    let (header, after) = text.rsplit_once('"')?;
    (!header.trim().is_empty() && (after.is_empty() || after.starts_with(" (#"))).then_some(header)
}

/// The hashes that a revert's message names: git's `This reverts commit <hash>` and footers `Refs: <hash>, …` of a `revert:`.
pub(super) fn undone_by(message: &str) -> Vec<String> {
    const SENTENCE: &str = "This reverts commit";
    let is_revert = message.trim_start().get(..6).is_some_and(|start| start.eq_ignore_ascii_case("revert"));
    if !is_revert {
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
