//! What happened to each component since its last tag.
//!
//! The history of the head is walked once. For every tag that ends some component's last release it is then known of each
//! commit whether the tag contains it, and only commits that some component has not released are looked into, once each.

use super::git::{Git, Text, instant};
use super::notice::Notices;
use super::stated;
use super::tags::{Candidate, Last, TagReader};
use super::walk::{Contained, History, Node};
use super::whose::Whose;
use super::{Notice, Options, SourceError};
use crate::change::{Commit, is_conventional, pull_request_of};
use crate::component::{Component, VersionSource, Workspace, globs};
use crate::plan::config::ReleasePleaseConfig;
use crate::version::Version;
use gix::ObjectId;
use globset::GlobSet;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What has not been released yet.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unreleased {
    /// The hash of the commit that is checked out; none before the first.
    pub head: Option<String>,
    /// The last tag of each component that has one: of all that the head contains, the highest by version. Where a higher one
    /// is older than that of the version in the manifest, it is the latter. Prereleases count where the present version is one
    /// too, or [`Options::prereleases`] says so.
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

/// The components whose version no file states, at the versions of their last tags. History is walked where there are any.
pub(super) fn at_tags(git: &Git, workspace: Workspace, options: &Options) -> crate::Result<Workspace> {
    let is_told_by_tags = |component: &Component| {
        component.version.is_none()
            && component.version_source != VersionSource::Manifest
            && !component.external
    };
    if !workspace.components().any(is_told_by_tags) {
        return Ok(workspace);
    }
    let Some(head) = git.head()? else { return Ok(workspace) };
    let (tags, _) = git.tags()?;
    let history = History::walk(git, &[head])?;
    // What should be known about the tags is said where the changes are read.
    let reader = TagReader::new(&workspace, options, &mut Notices::default());
    let found = reader.read(tags.iter().map(|(tag, id)| (tag.as_str(), history.numbers.get(id).copied())));
    let versions: BTreeMap<String, Version> = workspace
        .components()
        .filter(|component| is_told_by_tags(component))
        .filter_map(|component| Some((component.name.clone(), found.last(component)?.tag.version.clone())))
        .collect();
    Ok(workspace.with_versions(versions))
}

pub(super) fn unreleased(
    git: &mut Git,
    workspace: &Workspace,
    options: &Options,
    config: Option<&ReleasePleaseConfig>,
) -> crate::Result<Unreleased> {
    let (tags, broken) = git.tags()?;
    let mut all: Vec<Notice> = broken
        .into_iter()
        .map(|reason| Notice::new("source.broken_reference", format!("a tag cannot be followed: {reason}")))
        .collect();
    let Some(head) = git.head()? else {
        all.push(Notice::new("source.no_commits", "the repository has no commits yet"));
        return Ok(Unreleased { head: None, tags: BTreeMap::new(), commits: Vec::new(), notices: all });
    };
    let history = History::walk(git, &[head])?;
    if history.is_cut() {
        all.push(shallow());
    }
    let mut notices = Notices::default();
    let reader = TagReader::new(workspace, options, &mut notices);
    let found = reader.read(tags.iter().map(|(tag, id)| (tag.as_str(), history.numbers.get(id).copied())));
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    let mut last_tags = BTreeMap::new();
    let mut untagged = Vec::new();
    for component in reader.components() {
        let name = component.name.as_str();
        let Some(last) = found.last(component) else {
            untagged.push((component, found.elsewhere(component)));
            continue;
        };
        let Candidate { tag, version, number } = last.tag;
        let brought = match number {
            Some(number) if is_ahead(component, &last) => stated::brought(git, &history, component, *number)?,
            _ => None,
        };
        say(&mut notices, component, &last, brought.and_then(|number| history.commits.get(number)));
        if let Some(node) = number.and_then(|number| history.commits.get(number)) {
            ends.extend(brought.or(*number).map(|end| (name, end)));
            let tag = Tag { name: (*tag).to_owned(), version: version.clone(), commit: node.id.to_string() };
            last_tags.insert(name.to_owned(), tag);
        }
    }
    let ignored = globs(&options.ignored)?;
    let mut commits =
        Lookup { git, history: &history, workspace, options, ignored, config }.commits(&ends)?;
    let brought = untagged_releases(git, &history, &untagged, &mut commits)?;
    for ((component, elsewhere), brought) in untagged.into_iter().zip(brought) {
        no_tag(&mut notices, component, elsewhere, brought.and_then(|number| history.commits.get(number)));
    }
    all.extend(notices.into_all());
    Ok(Unreleased { head: Some(head.to_string()), tags: last_tags, commits, notices: all })
}

/// The commit that ends the last release of each component without a tag, where history shows one; what it contains is taken
/// out of `commits`.
fn untagged_releases(
    git: &Git,
    history: &History,
    untagged: &[(&Component, Option<&str>)],
    commits: &mut Vec<Touched>,
) -> Result<Vec<Option<usize>>, SourceError> {
    let mut touched: HashMap<&str, Vec<usize>> = HashMap::new();
    for (component, _) in untagged {
        touched.extend(stated::files(component).map(|file| (file, Vec::new())));
    }
    let number = |commit: &Commit| {
        let id: ObjectId = commit.id.parse().ok()?;
        history.numbers.get(&id).copied()
    };
    for Touched { commit, .. } in commits.iter() {
        for path in &commit.paths {
            if let Some(touched) = touched.get_mut(path.as_str()) {
                touched.extend(number(commit));
            }
        }
    }
    let mut brought = Vec::with_capacity(untagged.len());
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for (component, _) in untagged {
        let mut of: Vec<usize> =
            stated::files(component).filter_map(|file| touched.get(file)).flatten().copied().collect();
        of.sort_unstable();
        let found = stated::brought_by(git, history, component, &of)?;
        ends.extend(found.map(|end| (component.name.as_str(), end)));
        brought.push(found);
    }
    let distinct: Vec<usize> = ends.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    if distinct.is_empty() {
        return Ok(brought);
    }
    let contained = history.contained(&distinct);
    for Touched { commit, components } in commits.iter_mut() {
        let Some(number) = number(commit) else { continue };
        components.retain(|name| {
            let end = ends.get(name.as_str()).and_then(|end| distinct.binary_search(end).ok());
            end.is_none_or(|end| !contained.has(end, number))
        });
    }
    commits.retain(|touched| !touched.components.is_empty());
    Ok(brought)
}

pub(super) fn shallow() -> Notice {
    let message = "the clone is shallow: tags and changes beyond its oldest commits are not seen; fetch them with \
                   `git fetch --unshallow --tags`";
    Notice::new("source.shallow_clone", message)
}

fn no_tag(notices: &mut Notices, component: &Component, elsewhere: Option<&str>, brought: Option<&Node>) {
    if let (Some(version), Some(node)) = (&component.version, brought) {
        let text = "no tag of a release in the history of the head: what came up to the commit that wrote the version in the \
                    manifest counts as released";
        return notices.say("source.no_tag", &component.name, text, format!("{version}, by {}", short(node)));
    }
    let text = match elsewhere {
        Some(_) => {
            "no tag of a release in the history of the head, only beside it: all of it counts as unreleased"
        }
        None => "no tag of a release in the history of the head: all of it counts as unreleased",
    };
    let example = elsewhere.map(|tag| format!("{tag:?}")).unwrap_or_default();
    notices.say("source.no_tag", &component.name, text, example);
}

/// A plan starts from the version in the manifest, and changes from the last tag: where the two differ, or another tag could be
/// taken for the last, that is worth knowing.
fn say(notices: &mut Notices, component: &Component, last: &Last<'_, '_>, brought: Option<&Node>) {
    let tag = last.tag.tag;
    if let Some(other) = last.other {
        let text = match other.number < last.tag.number {
            true => "a tag nearer to the head has a lower version; the last release is the highest version",
            false => {
                "an older tag has a higher version; the last release is the newer one, of the version in the manifest"
            }
        };
        let example = format!("{:?}, and the last release {tag:?}", other.tag);
        notices.say("source.older_tag", &component.name, text, example);
    }
    let Some(version) = &component.version else { return };
    if let Some(node) = brought {
        let text = "the version in the manifest has no tag yet; what came up to the commit that wrote it counts as part of it";
        let example = format!("{version}, by {}, after {tag:?}", short(node));
        return notices.say("source.version_differs", &component.name, text, example);
    }
    let text = match version.precedence(&last.tag.version) {
        Ok(Ordering::Equal) | Err(_) => return,
        Ok(Ordering::Greater) => {
            "the version in the manifest comes after the last tag; where it is released, its tag is missing here, and what \
             it brought counts as unreleased"
        }
        Ok(Ordering::Less) => {
            "the version in the manifest lags behind the last tag, and the next version may be one that is released already"
        }
    };
    notices.say("source.version_differs", &component.name, text, format!("{version}, and {tag:?}"));
}

/// Whether the version in the manifest comes after that of the last tag.
fn is_ahead(component: &Component, last: &Last<'_, '_>) -> bool {
    let version = component.version.as_ref();
    version.is_some_and(|version| version.precedence(&last.tag.version) == Ok(Ordering::Greater))
}

fn short(node: &Node) -> String {
    node.id.to_string().chars().take(7).collect()
}

struct Lookup<'a> {
    git: &'a mut Git,
    history: &'a History,
    workspace: &'a Workspace,
    options: &'a Options,
    ignored: GlobSet,
    /// Whose commits are, where release-please's files say it.
    config: Option<&'a ReleasePleaseConfig>,
}

impl Lookup<'_> {
    /// The commits that some component has not released, given where the last release of each ends.
    fn commits(&mut self, ends: &BTreeMap<&str, usize>) -> crate::Result<Vec<Touched>> {
        let distinct: Vec<usize> = ends.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let end_of = |component: &str| distinct.binary_search(ends.get(component)?).ok();
        let contained = self.history.contained(&distinct);
        let all_tagged = self
            .workspace
            .components()
            .all(|component| component.external || ends.contains_key(component.name.as_str()));
        let whose = Whose::new(self.workspace, self.config);
        let mut touched: Vec<(usize, Touched)> = Vec::new();
        let (single, merges) = self.unreleased(&contained, all_tagged);
        let mut branches = Branches::of(self.history, self.options);
        for number in single {
            let text = self.text(number)?;
            if is_conventional(&text.message, self.options.mode) {
                branches.speak(number);
            }
            let number_of_pull_request = branches.pull_request(number, |merge| self.text(merge))?;
            self.touch(&mut touched, &whose, number, text, number_of_pull_request)?;
        }
        // A merge speaks where none of what it merges does.
        for number in merges {
            let text = self.text(number)?;
            if !branches.has_spoken(number) && is_conventional(&text.message, self.options.mode) {
                let number_of_pull_request = branches.pull_request(number, |merge| self.text(merge))?;
                self.touch(&mut touched, &whose, number, text, number_of_pull_request)?;
            }
        }
        touched.sort_unstable_by_key(|(number, _)| *number);
        let is_unreleased =
            |name: &str, number: usize| end_of(name).is_none_or(|end| !contained.has(end, number));
        let with_components = touched.into_iter().filter_map(|(number, mut touched)| {
            touched.components.retain(|name| is_unreleased(name, number));
            (!touched.components.is_empty()).then_some(touched)
        });
        Ok(with_components.collect())
    }

    /// The places of all commits that have to be looked into: those that speak for themselves, and merges of branches.
    fn unreleased(&self, contained: &Contained, all_tagged: bool) -> (Vec<usize>, Vec<usize>) {
        let main_line = self.options.first_parent.then(|| self.history.main_line());
        let nodes = self.history.commits.iter().enumerate();
        let looked_into = nodes.filter(|(number, node)| {
            // What the oldest commits of a shallow clone changed is not known.
            let passed_by = node.cut || main_line.as_ref().is_some_and(|line| !line.contains(number));
            !(passed_by || (all_tagged && contained.in_all(*number)))
        });
        let first_parent = self.options.first_parent;
        let is_merge = |(_, node): &(usize, &Node)| node.parents.len() > 1 && !first_parent;
        let (merges, single): (Vec<_>, Vec<_>) = looked_into.partition(is_merge);
        let places = |nodes: Vec<(usize, &Node)>| nodes.into_iter().map(|(number, _)| number).collect();
        (places(single), places(merges))
    }

    fn text(&self, number: usize) -> Result<Text, SourceError> {
        match self.history.commits.get(number) {
            Some(node) => self.git.text(node.id),
            None => Ok(Text::default()),
        }
    }

    /// The commit with its files and the components they belong to.
    fn touch(
        &mut self,
        touched: &mut Vec<(usize, Touched)>,
        whose: &Whose<'_>,
        number: usize,
        text: Text,
        pull_request: Option<u64>,
    ) -> Result<(), SourceError> {
        let Some(node) = self.history.commits.get(number) else { return Ok(()) };
        let parent = node.parents.first().and_then(|parent| self.history.commits.get(*parent));
        let paths = self.git.changed(parent.map(|parent| parent.tree), node.tree)?;
        let counted: Vec<&str> =
            paths.iter().map(String::as_str).filter(|path| !self.ignored.is_match(path)).collect();
        if counted.is_empty() && !paths.is_empty() {
            return Ok(());
        }
        let components = whose.commit(&counted);
        if components.is_empty() {
            return Ok(());
        }
        let commit = commit(self.history, number, node, text, paths, pull_request);
        touched.push((number, Touched { commit, components }));
        Ok(())
    }
}

pub(super) fn commit(
    history: &History,
    number: usize,
    node: &Node,
    text: Text,
    paths: Vec<String>,
    pull_request: Option<u64>,
) -> Commit {
    Commit {
        author: Some(text.author).filter(|author| !author.is_empty()),
        order: Some(history.order(number)),
        pull_request,
        paths,
        ..Commit::new(node.id.to_string(), text.message, instant(node.seconds))
    }
}

/// Which branch a commit is of, what is known of its merge, and whether any commit of it speaks.
struct Branches {
    merge_of: Vec<Option<usize>>,
    spoken: Vec<bool>,
    pull_requests: HashMap<usize, Option<u64>>,
}

impl Branches {
    fn of(history: &History, options: &Options) -> Self {
        // With first parents only, a branch is its merge.
        let merge_of = if options.first_parent { Vec::new() } else { history.brought() };
        Self { merge_of, spoken: vec![false; history.commits.len()], pull_requests: HashMap::new() }
    }

    fn merge(&self, number: usize) -> Option<usize> {
        self.merge_of.get(number).copied().flatten()
    }

    /// A commit says something: so do all branches that it is of.
    fn speak(&mut self, number: usize) {
        let mut next = self.merge(number);
        while let Some(merge) = next {
            match self.spoken.get_mut(merge) {
                Some(spoken) if !*spoken => *spoken = true,
                _ => return,
            }
            next = self.merge(merge);
        }
    }

    fn has_spoken(&self, merge: usize) -> bool {
        self.spoken.get(merge).copied().unwrap_or(false)
    }

    /// The pull request whose merge brought a commit, the innermost where there are several.
    fn pull_request(
        &mut self,
        number: usize,
        text: impl Fn(usize) -> Result<Text, SourceError>,
    ) -> Result<Option<u64>, SourceError> {
        let mut asked = Vec::new();
        let mut found = None;
        let mut next = self.merge(number);
        while let Some(merge) = next {
            if let Some(known) = self.pull_requests.get(&merge) {
                found = *known;
                break;
            }
            asked.push(merge);
            found = pull_request_of(&text(merge)?.message);
            if found.is_some() {
                break;
            }
            next = self.merge(merge);
        }
        self.pull_requests.extend(asked.into_iter().map(|merge| (merge, found)));
        Ok(found)
    }
}
