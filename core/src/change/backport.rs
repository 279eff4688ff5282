//! Backports: the fixes of one line of development that another does not have.

use super::conventional::{Mode, parse};
use super::pull_request;
use super::types::Commit;
use super::{Change, cancel_reverts, from_commit};
use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Two lines of development since they parted, each newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Divergence {
    /// The hash of the last commit that both have; none where they have none in common.
    pub base: Option<String>,
    /// The commits that only the main line has.
    pub main: Vec<Commit>,
    /// The commits that only the maintenance line has.
    pub line: Vec<Commit>,
}

reads!(Divergence as "greenboard/divergence/1" { base = None, main = Vec::new(), line = Vec::new() });

impl Divergence {
    /// Of these commits.
    pub fn new(main: impl Into<Vec<Commit>>, line: impl Into<Vec<Commit>>) -> Self {
        Self { base: None, main: main.into(), line: line.into() }
    }
}

/// Which fixes a maintenance line should have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct BackportRules {
    /// The types of the changes that belong on both lines.
    pub types: Vec<String>,
    /// Commits of the main line that are on the maintenance line under another face: main's hash, and the line's.
    pub equivalent: BTreeMap<String, String>,
    /// Commits of the main line that the maintenance line does without.
    pub not_needed: Vec<String>,
}

reads!(BackportRules as "greenboard/backport_rules/1" { types, equivalent, not_needed, .. });

impl Default for BackportRules {
    fn default() -> Self {
        Self { types: vec!["fix".to_owned()], equivalent: BTreeMap::new(), not_needed: Vec::new() }
    }
}

impl BackportRules {
    /// Changes of type `fix` belong on both lines.
    pub fn new() -> Self {
        Self::default()
    }
    /// Changes of this type belong on both lines too.
    #[must_use]
    pub fn with_type(mut self, kind: impl Into<String>) -> Self {
        self.types.push(kind.into());
        self
    }
    /// With one more pair of commits that are the same.
    #[must_use]
    pub fn with_equivalent(mut self, main: impl Into<String>, line: impl Into<String>) -> Self {
        self.equivalent.insert(main.into(), line.into());
        self
    }
    /// With one more commit that the maintenance line does without.
    #[must_use]
    pub fn with_not_needed(mut self, main: impl Into<String>) -> Self {
        self.not_needed.push(main.into());
        self
    }
}

/// The fixes of the main line, as the maintenance line has them or not; each list is newest first.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Backports {
    /// The fixes that the maintenance line does not have.
    pub missing: Vec<Change>,
    /// The fixes that it has.
    pub present: Vec<Backported>,
    /// The hashes that the rules name and no commit of the main line begins with, or several do.
    #[schemars(default)]
    pub unknown: Vec<String>,
}

reads!(Backports as "greenboard/backports/1" { missing, present, unknown = Vec::new() });

/// A fix that both lines have.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Backported {
    /// The fix, as the main line has it.
    pub change: Change,
    /// The hash of the commit that brought it to the maintenance line.
    pub commit: String,
    /// What tells that they are the same.
    pub by: Sameness,
}

reads!(Backported { change, commit, by });

/// What tells that two commits are the same change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sameness {
    /// It was said outright.
    Given,
    /// One message says that it was picked from the other (`git cherry-pick -x`).
    CherryPick,
    /// Equal headers, of the same pull request.
    PullRequest,
    /// Equal headers of commits without a pull request, neither of which comes twice.
    Header,
}

impl Sameness {
    /// Every reason, the strongest first.
    pub const ALL: [Self; 4] = [Self::Given, Self::CherryPick, Self::PullRequest, Self::Header];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::CherryPick => "cherry_pick",
            Self::PullRequest => "pull_request",
            Self::Header => "header",
        }
    }
}

names!(Sameness: "sameness");

/// Which fixes of the main line are missing on a maintenance line. What was undone on the main line is no fix, and what was undone
/// on the maintenance line is not there. Two commits are the same where it was said outright, where one says that it was picked
/// from the other or both from a third, or by header and pull request; what a patch changes is not compared.
///
/// ```
/// use greenboard::change::{BackportRules, Commit, Divergence, Sameness, backports};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let main = [
///     Commit::new("c3c3c3c3", "fix: flags (#14)", at),
///     Commit::new("b2b2b2b2", "fix: arrays", at),
///     Commit::new("a1a1a1a1", "fix: lanes", at),
/// ];
/// let line = [
///     Commit::new("f6f6f6f6", "fix: flags (#14) (#20)", at),
///     Commit::new("e5e5e5e5", "fix: arrays on 1.x\n\n(cherry picked from commit b2b2b2b2)", at),
/// ];
/// let found = backports(&Divergence::new(main, line), &BackportRules::new());
/// assert_eq!(found.missing.iter().map(|fix| fix.id.as_str()).collect::<Vec<_>>(), ["a1a1a1a1"]);
/// let by: Vec<_> = found.present.iter().map(|fix| (fix.commit.as_str(), fix.by)).collect();
/// assert_eq!(by, [("f6f6f6f6", Sameness::PullRequest), ("e5e5e5e5", Sameness::CherryPick)]);
/// ```
pub fn backports(history: &Divergence, rules: &BackportRules) -> Backports {
    let mut unknown = Vec::new();
    let mut main_hashes: Vec<&str> = history.main.iter().map(|commit| commit.id.as_str()).collect();
    main_hashes.sort_unstable();
    let mut known = |name: &String| {
        let found = by_beginning(&main_hashes, name);
        if found.is_none() {
            unknown.push(name.clone());
        }
        found
    };
    let not_needed: BTreeSet<&str> = rules.not_needed.iter().filter_map(&mut known).collect();
    let given: HashMap<&str, &str> =
        rules.equivalent.iter().filter_map(|(main, line)| Some((known(main)?, line.as_str()))).collect();

    let line = Line::of(&standing(&history.line), history);
    let messages: HashMap<&str, &str> = texts(&history.main);
    let twice = headers(history.main.iter().map(|commit| commit.message.as_str()));
    let (mut missing, mut present) = (Vec::new(), Vec::new());
    for change in standing(&history.main) {
        let is_fix = change
            .kind
            .as_ref()
            .is_some_and(|kind| rules.types.iter().any(|wanted| wanted.eq_ignore_ascii_case(kind)));
        let hash = change.commit.as_deref().unwrap_or(&change.id);
        if !is_fix || not_needed.contains(hash) {
            continue;
        }
        let message = messages.get(hash).copied().unwrap_or_default();
        let unique = |key: &str| twice.get(key).is_none_or(|count| *count < 2);
        let given = given.get(hash).map(|commit| ((*commit).to_owned(), Sameness::Given));
        match given.or_else(|| line.same(hash, message, &change, unique)) {
            Some((commit, by)) => present.push(Backported { change, commit, by }),
            None => missing.push(change),
        }
    }
    unknown.sort_unstable();
    unknown.dedup();
    Backports { missing, present, unknown }
}

/// The changes of these commits that nothing of theirs undoes.
fn standing(commits: &[Commit]) -> Vec<Change> {
    // Reverts cancel by component; here all is of one.
    let all = BTreeSet::from([String::new()]);
    let changes: Vec<Change> =
        commits.iter().flat_map(|commit| from_commit(commit, &all, Mode::Lenient)).collect();
    let kept = cancel_reverts(&changes).into_iter();
    kept.map(|change| Change { bumps: BTreeMap::new(), ..change.into_owned() }).collect()
}

fn texts(commits: &[Commit]) -> HashMap<&str, &str> {
    commits.iter().map(|commit| (commit.id.as_str(), commit.message.as_str())).collect()
}

/// How often each header comes, without the numbers of pull requests.
fn headers<'a>(messages: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    let mut count = HashMap::new();
    for message in messages {
        *count.entry(plain(message)).or_insert(0) += 1;
    }
    count
}

fn plain(message: &str) -> &str {
    pull_request::without_numbers(message.trim_start().lines().next().unwrap_or_default())
}

/// The commits of the maintenance line, by what tells them.
struct Line {
    hashes: Vec<String>,
    /// By the hashes that they say they were picked from.
    picked: BTreeMap<String, String>,
    /// By the header and each number of a pull request.
    numbered: HashMap<(String, u64), String>,
    /// By a header without numbers that comes once.
    plain: HashMap<String, String>,
}

impl Line {
    fn of(standing: &[Change], history: &Divergence) -> Self {
        let standing: BTreeSet<&str> =
            standing.iter().filter_map(|change| change.commit.as_deref()).collect();
        let twice = headers(history.line.iter().map(|commit| commit.message.as_str()));
        let mut line = Self {
            hashes: Vec::new(),
            picked: BTreeMap::new(),
            numbered: HashMap::new(),
            plain: HashMap::new(),
        };
        for commit in history.line.iter().filter(|commit| standing.contains(commit.id.as_str())) {
            line.hashes.push(commit.id.clone());
            for hash in picked_from(&commit.message) {
                line.picked.entry(hash).or_insert_with(|| commit.id.clone());
            }
            let header = commit.message.trim_start().lines().next().unwrap_or_default();
            let (plain, numbers) = pull_request::numbers(header);
            for number in &numbers {
                line.numbered.entry((plain.to_owned(), *number)).or_insert_with(|| commit.id.clone());
            }
            if numbers.is_empty() && twice.get(plain) == Some(&1) && parse(header, Mode::Lenient).is_ok() {
                line.plain.insert(plain.to_owned(), commit.id.clone());
            }
        }
        line.hashes.sort_unstable();
        line
    }

    /// The commit that is the same as one of the main line.
    fn same(
        &self,
        hash: &str,
        message: &str,
        change: &Change,
        unique: impl Fn(&str) -> bool,
    ) -> Option<(String, Sameness)> {
        let origins = picked_from(message);
        let picked = |hash: &str| {
            // A message may name the beginning of a hash only.
            let beginnings = (SHORTEST..hash.len()).filter_map(|end| hash.get(..end));
            beginnings.chain([hash]).find_map(|name| self.picked.get(name)).map(String::as_str)
        };
        // Picked from it, both from a third, or brought to the main line from here.
        let from_here = || origins.iter().find_map(|origin| by_beginning(&self.hashes, origin));
        let pick =
            picked(hash).or_else(|| origins.iter().find_map(|origin| picked(origin))).or_else(from_here);
        if let Some(commit) = pick {
            return Some((commit.to_owned(), Sameness::CherryPick));
        }
        let header = message.trim_start().lines().next().unwrap_or_default();
        let (plain, mut numbers) = pull_request::numbers(header);
        numbers.extend(change.pull_request);
        let numbered = numbers.iter().find_map(|number| self.numbered.get(&(plain.to_owned(), *number)));
        if let Some(commit) = numbered {
            return Some((commit.clone(), Sameness::PullRequest));
        }
        let commit = self.plain.get(plain).filter(|_| numbers.is_empty() && unique(plain))?;
        Some((commit.clone(), Sameness::Header))
    }
}

/// The fewest characters that name a commit by the beginning of its hash.
const SHORTEST: usize = 7;

/// The hashes that a message says it was picked from.
fn picked_from(message: &str) -> Vec<String> {
    let named = message.lines().filter_map(|line| {
        let hash = line.trim().strip_prefix("(cherry picked from commit ")?.strip_suffix(')')?.trim();
        let is_hash = hash.len() >= SHORTEST && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| hash.to_ascii_lowercase())
    });
    named.collect()
}

/// The one of these sorted hashes that is `name` or begins so.
fn by_beginning<'h, H: AsRef<str>>(hashes: &'h [H], name: &str) -> Option<&'h str> {
    let from = hashes.partition_point(|hash| hash.as_ref() < name);
    let mut beginning = hashes.iter().skip(from).map(AsRef::as_ref).take_while(|hash| hash.starts_with(name));
    let first = beginning.next()?;
    (first == name || (name.len() >= SHORTEST && beginning.next().is_none_or(|next| next == first)))
        .then_some(first)
}
