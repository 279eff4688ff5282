//! The release that a manifest states and no tag marks: which commit brought its version.
//!
//! Between writing a release and tagging it, and where tags are missing, the manifest is ahead of the last tag. What came before
//! the commit that wrote its version is part of that release; counted once more, each run would bump the version again.

use super::SourceError;
use super::git::Git;
use super::walk::History;
use crate::component::{Component, Ecosystem};
use crate::document::{self, Format, Value};
use gix::ObjectId;
use std::collections::HashMap;

/// Where manifests state a version, key by key.
const KEYS: [&[&str]; 5] = [
    &["version"],
    &["package", "version"],
    &["workspace", "package", "version"],
    &["project", "version"],
    &["tool", "poetry", "version"],
];
/// Where the version of a component without a manifest of its own may stand.
const SHARED: [&str; 5] = [
    ".release-please-manifest.json",
    "greenboard.yaml",
    "greenboard.yml",
    "greenboard.json",
    "greenboard.toml",
];

/// The newest commit that is part of the release whose version the component states: the one that changed the version to it, or
/// the head, where only the work tree does. None where history shows no change to it, down to the commit `last`.
pub(super) fn brought(
    git: &Git,
    history: &History,
    component: &Component,
    last: usize,
) -> Result<Option<usize>, SourceError> {
    let Some(version) = &component.version else { return Ok(None) };
    let mut reader = Reader::new(git, component);
    let mut number = 0;
    let Some(head) = history.commits.get(number) else { return Ok(None) };
    match reader.version(head.tree)? {
        Some(stated) if stated == version.as_str() => {}
        stated => return Ok(stated.map(|_| number)),
    }
    while let Some(node) = history.commits.get(number).filter(|_| number < last) {
        let mut next = None;
        let mut changed = false;
        for parent in &node.parents {
            let Some(tree) = history.commits.get(*parent).map(|parent| parent.tree) else { continue };
            match reader.version(tree)? {
                Some(stated) if stated == version.as_str() => next = next.or(Some(*parent)),
                stated => changed |= stated.is_some(),
            }
        }
        match next {
            // Parents come later: this ends.
            Some(parent) => number = parent,
            None => return Ok(changed.then_some(number)),
        }
    }
    Ok(None)
}

/// [`brought`] without a tag to end at: only the commits that touched what states the version are looked into.
pub(super) fn brought_by(
    git: &Git,
    history: &History,
    component: &Component,
    touched: &[usize],
) -> Result<Option<usize>, SourceError> {
    let Some(version) = &component.version else { return Ok(None) };
    let mut reader = Reader::new(git, component);
    let Some(head) = history.commits.first() else { return Ok(None) };
    match reader.version(head.tree)? {
        Some(stated) if stated == version.as_str() => {}
        stated => return Ok(stated.map(|_| 0)),
    }
    for number in touched {
        let Some(node) = history.commits.get(*number) else { continue };
        if reader.version(node.tree)?.as_deref() != Some(version.as_str()) {
            continue;
        }
        let before = node.parents.first().and_then(|parent| history.commits.get(*parent));
        match before.map(|before| reader.version(before.tree)).transpose()?.flatten() {
            Some(stated) if stated == version.as_str() => {}
            stated => return Ok(stated.map(|_| *number)),
        }
    }
    Ok(None)
}

/// The files that may state the version of a component.
pub(super) fn files(component: &Component) -> impl Iterator<Item = &str> {
    let own = component.version_from.as_deref().or(component.manifest.as_deref());
    own.into_iter().chain(SHARED.into_iter().filter(|_| is_declared(component)))
}

/// Whether the component has no manifest of its ecosystem's: a shared file says what it is, and maybe another its version.
fn is_declared(component: &Component) -> bool {
    component.version_from.is_none() && component.ecosystem == Ecosystem::Generic
}

/// Reads the version that a component states in a tree, each text once.
struct Reader<'a> {
    git: &'a Git,
    component: &'a Component,
    known: HashMap<ObjectId, Option<String>>,
}

impl<'a> Reader<'a> {
    fn new(git: &'a Git, component: &'a Component) -> Self {
        Self { git, component, known: HashMap::new() }
    }

    fn version(&mut self, tree: ObjectId) -> Result<Option<String>, SourceError> {
        for file in files(self.component) {
            let Some(blob) = self.git.file(tree, file)? else { continue };
            if !self.known.contains_key(&blob) {
                let stated = stated(file, &self.git.blob(blob)?, self.component);
                self.known.insert(blob, stated);
            }
            if let Some(Some(version)) = self.known.get(&blob) {
                return Ok(Some(version.clone()));
            }
        }
        Ok(None)
    }
}

/// The version of the component in this file; none where it cannot be read, as it could be at any time in history.
fn stated(file: &str, bytes: &[u8], component: &Component) -> Option<String> {
    let node = document::read(bytes, Format::of_path(file)?).ok()?;
    let path = if component.path.is_empty() { "." } else { component.path.as_str() };
    let shared: [&[&str]; 2] = [&[path], &["components", &component.name, "version"]];
    let keys = if is_declared(component) { &shared[..] } else { &KEYS[..] };
    keys.iter().find_map(|keys| {
        let found = keys.iter().try_fold(&node, |node, key| node.get(key))?;
        match &found.value {
            Value::Text(text) => Some(text.to_string()),
            _ => None,
        }
    })
}
