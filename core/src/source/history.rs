//! What happened to each component since its last tag.
//!
//! The history of the head is walked once. For every tag that ends some component's last release it is then known of each
//! commit whether the tag contains it, and only commits that some component has not released are looked into, once each.

use super::git::{Git, Link, instant};
use super::tags::{Candidate, TagReader};
use super::{Notice, Options, SourceError};
use crate::change::{Commit, conventional};
use crate::component::Owners;
use crate::component::{Component, Workspace};
use crate::version::Version;
use gix::ObjectId;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet};

/// What has not been released yet.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unreleased {
    /// The hash of the commit that is checked out; none before the first.
    pub head: Option<String>,
    /// The last tag of each component that has one: of all that the head contains, the highest by version.
    pub tags: BTreeMap<String, Tag>,
    /// The commits, newest first: none comes after a parent of it.
    pub commits: Vec<Touched>,
    /// What should be known about this history.
    pub notices: Vec<Notice>,
}

/// The tag of a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Tag {
    /// Its name, such as `core@1.2.3`.
    pub name: String,
    /// The version in the name.
    pub version: Version,
    /// The hash of the commit it is on.
    pub commit: String,
}

/// A commit, and the components for which it is unreleased and which it touches; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Touched {
    /// The commit.
    pub commit: Commit,
    /// The names of the components.
    pub components: BTreeSet<String>,
}

pub(super) fn unreleased(
    git: &mut Git,
    workspace: &Workspace,
    options: &Options,
) -> crate::Result<Unreleased> {
    let (tags, broken) = git.tags()?;
    let mut notices: Vec<Notice> = broken
        .into_iter()
        .map(|reason| Notice::new("source.broken_reference", format!("a tag cannot be followed: {reason}")))
        .collect();
    let Some(head) = git.head()? else {
        notices.push(Notice::new("source.no_commits", "the repository has no commits yet"));
        return Ok(Unreleased { head: None, tags: BTreeMap::new(), commits: Vec::new(), notices });
    };
    let history = History::walk(git, head)?;
    if history.is_cut() {
        let message = "the clone is shallow: tags and changes beyond its oldest commits are not seen; fetch them with \
                       `git fetch --unshallow --tags`";
        notices.push(Notice::new("source.shallow_clone", message));
    }

    let reader = TagReader::new(workspace);
    let here = |id: &ObjectId| history.numbers.get(id).copied();
    let contained = tags.iter().filter(|(_, id)| here(id).is_some()).map(|(name, _)| name.as_str());
    let last = reader.last(contained);
    let elsewhere =
        reader.last(tags.iter().filter(|(_, id)| here(id).is_none()).map(|(name, _)| name.as_str()));

    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for component in workspace.components() {
        let name = component.name.as_str();
        match last.get(name).and_then(|last| Some((last, tags.get(last.tag)?))) {
            Some((last, id)) => {
                ends.extend(here(id).map(|end| (name, end)));
                notices.extend(version_differs(component, last));
                let (version, commit) = (last.version.clone(), id.to_string());
                found.insert(name.to_owned(), Tag { name: last.tag.to_owned(), version, commit });
            }
            None => notices.push(no_tag(name, elsewhere.get(name).map(|candidate| candidate.tag))),
        }
    }
    let commits = Lookup { git, history: &history, workspace, options }.commits(&ends)?;
    Ok(Unreleased { head: Some(head.to_string()), tags: found, commits, notices })
}

fn no_tag(component: &str, elsewhere: Option<&str>) -> Notice {
    let but = elsewhere.map(|tag| format!("; {tag:?} is not part of it")).unwrap_or_default();
    let message =
        format!("{component} has no tag in the history of the head{but}: all of it counts as unreleased");
    Notice { component: Some(component.to_owned()), ..Notice::new("source.no_tag", message) }
}

/// A plan starts from the version in the manifest, and changes from the last tag: where the two differ, that is worth knowing.
fn version_differs(component: &Component, last: &Candidate<'_>) -> Option<Notice> {
    let (name, version, tag) = (&component.name, component.version.as_ref()?, last.tag);
    let so = match version.precedence(&last.version).ok()? {
        Ordering::Equal => return None,
        Ordering::Greater => format!(
            "where {version} is released, its tag is missing here, and what it brought counts as unreleased"
        ),
        Ordering::Less => {
            "its manifest lags behind, and the next version may be one that is released already".to_owned()
        }
    };
    let message = format!("{name} is at {version} and its last tag is {tag:?}: {so}");
    Some(Notice { component: Some(name.clone()), ..Notice::new("source.version_differs", message) })
}

/// All commits that a head contains, children before their parents.
struct History {
    commits: Vec<Node>,
    numbers: HashMap<ObjectId, usize>,
}

struct Node {
    id: ObjectId,
    tree: ObjectId,
    parents: Vec<usize>,
    seconds: i64,
    /// Whether the clone leaves its parents out.
    cut: bool,
}

impl History {
    fn walk(git: &Git, head: ObjectId) -> Result<Self, SourceError> {
        let cut = git.cut()?;
        let mut links: HashMap<ObjectId, Link> = HashMap::new();
        let mut children: HashMap<ObjectId, usize> = HashMap::from([(head, 0)]);
        let mut open = vec![head];
        while let Some(id) = open.pop() {
            let mut link = git.link(id)?;
            if cut.contains(&id) {
                link.parents.clear();
            }
            for parent in &link.parents {
                let seen = children.entry(*parent).or_insert_with(|| {
                    open.push(*parent);
                    0
                });
                *seen += 1;
            }
            links.insert(id, link);
        }
        // By time, but no commit before the last of its children; then by hash.
        let mut ready = BinaryHeap::new();
        let key =
            |id: ObjectId, links: &HashMap<ObjectId, Link>| (links.get(&id).map(|link| link.seconds), id);
        ready.push(key(head, &links));
        let mut order: Vec<(ObjectId, Link)> = Vec::with_capacity(links.len());
        while let Some((_, id)) = ready.pop() {
            for parent in links.get(&id).map(|link| link.parents.as_slice()).unwrap_or_default() {
                if let Some(waiting) = children.get_mut(parent) {
                    *waiting -= 1;
                    if *waiting == 0 {
                        ready.push(key(*parent, &links));
                    }
                }
            }
            if let Some(link) = links.remove(&id) {
                order.push((id, link));
            }
        }
        let numbers: HashMap<ObjectId, usize> =
            order.iter().enumerate().map(|(number, (id, _))| (*id, number)).collect();
        let commits = order.into_iter().map(|(id, link)| Node {
            id,
            tree: link.tree,
            parents: link.parents.iter().filter_map(|parent| numbers.get(parent).copied()).collect(),
            seconds: link.seconds,
            cut: cut.contains(&id),
        });
        Ok(Self { commits: commits.collect(), numbers })
    }

    fn is_cut(&self) -> bool {
        self.commits.iter().any(|commit| commit.cut)
    }

    /// Which commits each of `ends` contains, itself included.
    fn contained(&self, ends: &[usize]) -> Contained {
        let width = ends.len().div_ceil(64);
        let mut bits = vec![0u64; self.commits.len() * width];
        for (end, commit) in ends.iter().enumerate() {
            if let Some(word) = bits.get_mut(commit * width + end / 64) {
                *word |= 1 << (end % 64);
            }
        }
        for (number, commit) in self.commits.iter().enumerate() {
            for parent in &commit.parents {
                // Parents come later: nothing is passed on before it is complete.
                let Some((before, after)) = bits.split_at_mut_checked(parent * width) else { continue };
                let from = before.get(number * width..(number + 1) * width).unwrap_or_default();
                for (to, from) in after.iter_mut().zip(from) {
                    *to |= from;
                }
            }
        }
        Contained { width, bits, ends: ends.len() }
    }

    /// The commits on the line of first parents.
    fn main_line(&self) -> HashSet<usize> {
        let next = |number: &usize| self.commits.get(*number)?.parents.first().copied();
        std::iter::successors((!self.commits.is_empty()).then_some(0), next).collect()
    }
}

/// A bit for each commit and end.
struct Contained {
    width: usize,
    bits: Vec<u64>,
    ends: usize,
}

impl Contained {
    fn has(&self, end: usize, commit: usize) -> bool {
        self.bits.get(commit * self.width + end / 64).is_some_and(|word| word >> (end % 64) & 1 == 1)
    }

    fn in_all(&self, commit: usize) -> bool {
        let words = self.bits.get(commit * self.width..(commit + 1) * self.width).unwrap_or_default();
        words.iter().map(|word| word.count_ones() as usize).sum::<usize>() == self.ends
    }
}

struct Lookup<'a> {
    git: &'a mut Git,
    history: &'a History,
    workspace: &'a Workspace,
    options: &'a Options,
}

impl Lookup<'_> {
    /// The commits that some component has not released, given where the last release of each ends.
    fn commits(&mut self, ends: &BTreeMap<&str, usize>) -> crate::Result<Vec<Touched>> {
        let distinct: Vec<usize> = ends.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let end_of = |component: &str| distinct.binary_search(ends.get(component)?).ok();
        let contained = self.history.contained(&distinct);
        let all_tagged = ends.len() == self.workspace.len();
        let main_line = self.options.first_parent.then(|| self.history.main_line());
        let owners = Owners::new(self.workspace);
        let mut touched = Vec::new();
        for (number, node) in self.history.commits.iter().enumerate() {
            // What the oldest commits of a shallow clone changed is not known.
            let passed_by = node.cut || main_line.as_ref().is_some_and(|line| !line.contains(&number));
            if passed_by || (all_tagged && contained.in_all(number)) {
                continue;
            }
            let Some(commit) = self.commit(node)? else { continue };
            let of = owners.of(commit.paths.iter().map(String::as_str)).into_iter();
            let is_unreleased = |name: &&str| end_of(name).is_none_or(|end| !contained.has(end, number));
            let components: BTreeSet<String> = of.filter(is_unreleased).map(str::to_owned).collect();
            if !components.is_empty() {
                touched.push(Touched { commit, components });
            }
        }
        Ok(touched)
    }

    /// The commit with its files; none for a merge that only brings others in.
    fn commit(&mut self, node: &Node) -> Result<Option<Commit>, SourceError> {
        let text = self.git.text(node.id)?;
        let is_merge = node.parents.len() > 1;
        if is_merge
            && !self.options.first_parent
            && conventional::parse(&text.message, self.options.mode).is_err()
        {
            return Ok(None);
        }
        let parent = node.parents.first().and_then(|parent| self.history.commits.get(*parent));
        let paths = self.git.changed(parent.map(|parent| parent.tree), node.tree)?;
        let commit = Commit::new(node.id.to_string(), text.message, instant(node.seconds)).with_paths(paths);
        Ok(Some(if text.author.is_empty() { commit } else { commit.with_author(text.author) }))
    }
}
