//! What is known better than the messages: overrides and enrichment, by the hash of the commit.

mod enrichment;
mod overrides;

pub use enrichment::{CommitDetails, Enrichment, commit_override_in, enrich};
pub use overrides::{CommitOverride, CommitOverrides, override_commits};

use super::Levels;
use super::commit::from_commit_with;
use super::conventional::Mode;
use super::types::{Change, Commit, Origin};
use crate::document::reads;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The fewest characters that name a commit by the beginning of its hash.
const SHORTEST: usize = 7;

/// Changes that were put right, and what named none of them.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Amended {
    /// The changes, in their order.
    pub changes: Vec<Change>,
    /// The hashes that name no commit of theirs, or the beginning of several.
    #[schemars(default)]
    pub unknown: Vec<String>,
}

reads!(Amended { changes, unknown = Vec::new() });

/// The changes by the commit that brought them, and by their own names.
struct Commits<'a> {
    by_hash: BTreeMap<&'a str, Vec<usize>>,
    by_id: HashMap<&'a str, usize>,
}

impl<'a> Commits<'a> {
    fn of(changes: &'a [Change]) -> Self {
        let mut by_hash: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_id = HashMap::new();
        for (at, change) in changes.iter().enumerate() {
            by_id.insert(change.id.as_str(), at);
            if let Some(commit) = &change.commit {
                by_hash.entry(commit).or_default().push(at);
            }
        }
        Self { by_hash, by_id }
    }

    /// The changes that a hash, the beginning of one, or a change's own name stands for; none where it is not known whose.
    fn named(&self, name: &str) -> Vec<usize> {
        if let Some(all) = self.by_hash.get(name) {
            return all.clone();
        }
        if let Some(at) = self.by_id.get(name) {
            return vec![*at];
        }
        let mut beginning = self.by_hash.range(name..).take_while(|(hash, _)| hash.starts_with(name));
        match (beginning.next(), beginning.next()) {
            (Some((_, all)), None) if name.len() >= SHORTEST => all.clone(),
            _ => Vec::new(),
        }
    }
}

/// Gives some changes of one commit another message, as if it had been the commit's own. The first takes what the message says,
/// the others go.
fn retell(changes: &mut [Vec<Change>], of: &[usize], message: &str, mode: Mode, levels: &Levels) {
    let all: Vec<Change> = of.iter().flat_map(|at| changes.get(*at).cloned().unwrap_or_default()).collect();
    let Some((first, at)) = all.first().zip(of.first()) else { return };
    let told = if first.origin == Origin::Commit {
        let components: BTreeSet<String> =
            all.iter().flat_map(|change| change.bumps.keys().cloned()).collect();
        let hash = first.commit.clone().unwrap_or_else(|| first.id.clone());
        let commit = Commit {
            author: first.author.clone(),
            order: first.order,
            pull_request: first.pull_request,
            ..Commit::new(hash, message, first.at.unwrap_or(Timestamp::UNIX_EPOCH))
        };
        let mut told = from_commit_with(&commit, &components, mode, levels);
        for change in &mut told {
            change.at = first.at;
            change.pull_request = first.pull_request.or(change.pull_request);
            change.labels.clone_from(&first.labels);
            change.login.clone_from(&first.login);
        }
        told
    } else {
        let (line, rest) = message.trim().split_once('\n').unwrap_or((message.trim(), ""));
        let body = Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty());
        vec![Change { description: line.trim_end().to_owned(), body, ..first.clone() }]
    };
    for place in of {
        if let Some(place) = changes.get_mut(*place) {
            place.clear();
        }
    }
    if let Some(place) = changes.get_mut(*at) {
        *place = told;
    }
}
