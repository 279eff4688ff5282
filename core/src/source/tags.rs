//! Which tag names which release of which component.
//!
//! Read are `name@1.2.3`, `name-v1.2.3`, `name/v1.2.3`, `name-1.2.3`, `name@v1.2.3`, `name/1.2.3` and, bare of a name,
//! `v1.2.3` and `1.2.3`. A scoped npm package is also known without its scope, unless that is another's name.

use crate::component::{Component, Workspace};
use crate::version::{Scheme, Version};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What stands between a component's name and its version.
const JOINTS: [&str; 6] = ["@", "-v", "/v", "-", "@v", "/"];
/// What stands before a version without a name.
const BARE: [&str; 2] = ["v", ""];

/// A tag, read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate<'t> {
    pub tag: &'t str,
    pub version: Version,
}

/// Reads tags for the components of one workspace.
pub(super) struct TagReader<'w> {
    /// Components by what their tags begin with.
    by_prefix: BTreeMap<String, Vec<&'w Component>>,
    longest: usize,
    /// Whose tags may go without a name, and whether also beside tags with one.
    bare: Vec<(&'w Component, bool)>,
}

impl<'w> TagReader<'w> {
    pub(super) fn new(workspace: &'w Workspace) -> Self {
        let full: BTreeSet<&str> =
            workspace.components().map(|component| component.package.as_str()).collect();
        let mut short: BTreeMap<&str, Vec<&Component>> = BTreeMap::new();
        for component in workspace.components() {
            let name = component.package.rsplit_once('/').filter(|(scope, _)| scope.starts_with('@'));
            if let Some((_, name)) = name.filter(|(_, name)| !full.contains(name)) {
                short.entry(name).or_default().push(component);
            }
        }
        let mut by_prefix: BTreeMap<String, Vec<&Component>> = BTreeMap::new();
        let mut add = |name: &str, component: &'w Component| {
            for joint in JOINTS {
                by_prefix.entry(format!("{name}{joint}")).or_default().push(component);
            }
        };
        for component in workspace.components() {
            add(&component.package, component);
        }
        for (name, components) in short {
            if let [component] = components.as_slice() {
                add(name, component);
            }
        }
        let longest = by_prefix.keys().map(String::len).max().unwrap_or(0);
        Self { by_prefix, longest, bare: bare(workspace) }
    }

    /// The highest version of each component among `tags`, by component.
    pub(super) fn last<'t>(&self, tags: impl Iterator<Item = &'t str>) -> BTreeMap<&'w str, Candidate<'t>> {
        let mut last: BTreeMap<&str, Candidate<'t>> = BTreeMap::new();
        // All components of one scheme read a bare tag alike.
        let mut bare: BTreeMap<Scheme, Candidate<'t>> = BTreeMap::new();
        let schemes: BTreeSet<Scheme> = self.bare.iter().map(|(component, _)| component.scheme).collect();
        for tag in tags {
            for (component, candidate) in self.named(tag) {
                keep_higher(&mut last, component, candidate);
            }
            for scheme in &schemes {
                let texts = BARE.iter().filter_map(|bare| tag.strip_prefix(bare));
                if let Some(candidate) = read(*scheme, tag, texts) {
                    keep_higher(&mut bare, *scheme, candidate);
                }
            }
        }
        for (component, beside_named) in &self.bare {
            let name = component.name.as_str();
            if let Some(candidate) = bare.get(&component.scheme)
                && (*beside_named || !last.contains_key(name))
            {
                keep_higher(&mut last, name, candidate.clone());
            }
        }
        last
    }

    /// The components that a tag names. The longest name that leaves a version is meant: `app-2-1.0.0` is of `app-2`.
    fn named<'t>(&self, tag: &'t str) -> Vec<(&'w str, Candidate<'t>)> {
        let starts = tag.char_indices().map(|(at, _)| at).filter(|at| *at <= self.longest);
        for start in starts.collect::<Vec<_>>().into_iter().rev() {
            let (Some(prefix), Some(rest)) = (tag.get(..start), tag.get(start..)) else { continue };
            let components = self.by_prefix.get(prefix).into_iter().flatten();
            let found = components.filter_map(|component| {
                Some((component.name.as_str(), read(component.scheme, tag, std::iter::once(rest))?))
            });
            let found: Vec<_> = found.collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}

/// The components whose releases may be tagged without a name: a single one, one at the root of the repository, or all where
/// they move together, all public ones at one version. Among the latter a tag with the name counts more.
fn bare(workspace: &Workspace) -> Vec<(&Component, bool)> {
    let public = || workspace.components().filter(|component| !component.private);
    let alone = workspace.len() == 1;
    let single = public().count() == 1;
    let versions: BTreeSet<Option<&str>> =
        public().map(|component| component.version.as_ref().map(Version::as_str)).collect();
    let lockstep = match versions.iter().collect::<Vec<_>>().as_slice() {
        [version] => version.is_some() || single,
        _ => false,
    };
    let of = |component: &Component| match component {
        _ if alone => Some(true),
        component if component.path.is_empty() => Some(true),
        component if single && !component.private => Some(true),
        _ if lockstep => Some(false),
        _ => None,
    };
    workspace.components().filter_map(|component| Some((component, of(component)?))).collect()
}

/// The first of `texts` that is a version.
fn read<'t>(scheme: Scheme, tag: &'t str, texts: impl Iterator<Item = &'t str>) -> Option<Candidate<'t>> {
    // Some schemes allow a `v` in a version, and it must not be taken twice.
    let mut digits = texts.filter(|text| text.starts_with(|first: char| first.is_ascii_digit()));
    let version = digits.find_map(|text| Version::parse_as(scheme, text).ok())?;
    Some(Candidate { tag, version })
}

/// Ties of precedence go to the tag that sorts last, so that the order in which tags come does not matter.
fn keep_higher<'t, K: Ord>(last: &mut BTreeMap<K, Candidate<'t>>, key: K, candidate: Candidate<'t>) {
    let higher = match last.get(&key) {
        None => true,
        Some(known) => {
            let order = candidate.version.precedence(&known.version).unwrap_or(Ordering::Equal);
            order.then_with(|| candidate.tag.cmp(known.tag)) == Ordering::Greater
        }
    };
    if higher {
        last.insert(key, candidate);
    }
}
