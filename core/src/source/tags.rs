//! Which tag names which release of which component.
//!
//! Read are `name@1.2.3`, `name-v1.2.3`, `name/v1.2.3`, `name-1.2.3`, `name@v1.2.3`, `name/1.2.3`, Go's `path/v1.2.3` and, bare
//! of a name, `v1.2.3` and `1.2.3`; or what a pattern says, of a component or of all. A scoped npm package is also known without
//! its scope, unless that is another's name.

use super::notice::Notices;
use super::options::Options;
use crate::component::{Component, Workspace};
use crate::version::{Scheme, Version};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What stands between a component's name and its version.
const JOINTS: [&str; 6] = ["@", "-v", "/v", "-", "@v", "/"];
/// What stands before a version without a name.
const BARE: [&str; 2] = ["v", ""];
/// What a pattern has in the version's place.
const VERSION: &str = "{version}";

/// A tag, read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate<'t> {
    pub tag: &'t str,
    pub version: Version,
    /// The place in history of the commit it is on: the smaller, the nearer. None where the head does not contain it.
    pub number: Option<usize>,
}

/// One way to write tags, and the components that do.
struct Way<'w> {
    suffix: String,
    scheme: Scheme,
    components: Vec<&'w Component>,
}

/// Reads tags for the components of one workspace.
pub(super) struct TagReader<'w> {
    workspace: &'w Workspace,
    /// The ways by what tags begin with.
    by_prefix: BTreeMap<String, Vec<usize>>,
    ways: Vec<Way<'w>>,
    longest: usize,
    /// Whose tags may go without a name, and whether also beside tags with one.
    bare: Vec<(&'w Component, bool)>,
    prereleases: Option<bool>,
}

/// The tags that were found, by component.
pub(super) struct Found<'w, 't> {
    prereleases: Option<bool>,
    ways: Vec<Kept<'t>>,
    of: BTreeMap<&'w str, Vec<usize>>,
    bare: BTreeMap<Scheme, Kept<'t>>,
    bare_of: BTreeMap<&'w str, (Scheme, bool)>,
}

/// The tags of one way, lowest version first.
#[derive(Default)]
struct Kept<'t> {
    here: Vec<Candidate<'t>>,
    elsewhere: Option<&'t str>,
}

impl<'w> TagReader<'w> {
    pub(super) fn new(workspace: &'w Workspace, options: &Options, notices: &mut Notices) -> Self {
        let mut reader = Self {
            workspace,
            by_prefix: BTreeMap::new(),
            ways: Vec::new(),
            longest: 0,
            bare: Vec::new(),
            prereleases: options.prereleases,
        };
        let mut known: BTreeMap<(String, String, Scheme), usize> = BTreeMap::new();
        let mut open = Vec::new();
        for component in workspace.components().filter(|component| !component.external) {
            let Some(pattern) = component.tag.as_ref().or(options.tag.as_ref()) else {
                open.push(component);
                continue;
            };
            match filled(pattern, component) {
                Some((prefix, suffix)) => reader.add(&mut known, prefix, suffix, component),
                None => {
                    let text = "the pattern of tags has not one {version} in it: no tag is found by it";
                    notices.say("source.tag_pattern", &component.name, text, format!("{pattern:?}"));
                }
            }
        }
        let full: BTreeSet<&str> =
            workspace.components().map(|component| component.package.as_str()).collect();
        let mut short: BTreeMap<&str, Vec<&Component>> = BTreeMap::new();
        for component in &open {
            let name = component.package.rsplit_once('/').filter(|(scope, _)| scope.starts_with('@'));
            if let Some((_, name)) = name.filter(|(_, name)| !full.contains(name)) {
                short.entry(name).or_default().push(component);
            }
            for joint in JOINTS {
                reader.add(&mut known, format!("{}{joint}", component.package), String::new(), component);
            }
            if !component.path.is_empty() {
                reader.add(&mut known, format!("{}/v", component.path), String::new(), component);
            }
        }
        for (name, components) in short {
            if let [component] = components.as_slice() {
                for joint in JOINTS {
                    reader.add(&mut known, format!("{name}{joint}"), String::new(), component);
                }
            }
        }
        reader.longest = reader.by_prefix.keys().map(String::len).max().unwrap_or(0);
        let is_open = |component: &Component| component.tag.is_none() && options.tag.is_none();
        reader.bare = bare(workspace).into_iter().filter(|(component, _)| is_open(component)).collect();
        reader
    }

    fn add(
        &mut self,
        known: &mut BTreeMap<(String, String, Scheme), usize>,
        prefix: String,
        suffix: String,
        component: &'w Component,
    ) {
        let scheme = component.scheme;
        let way = *known.entry((prefix.clone(), suffix.clone(), scheme)).or_insert(self.ways.len());
        match self.ways.get_mut(way) {
            // Named after its folder: one way twice.
            Some(way) => {
                if way.components.last().is_none_or(|last| last.name != component.name) {
                    way.components.push(component);
                }
            }
            None => {
                self.ways.push(Way { suffix, scheme, components: vec![component] });
                self.by_prefix.entry(prefix).or_default().push(way);
            }
        }
    }

    /// Reads tags, each with the place of its commit in history.
    pub(super) fn read<'t>(&self, tags: impl Iterator<Item = (&'t str, Option<usize>)>) -> Found<'w, 't> {
        let mut ways: Vec<Kept<'t>> = self.ways.iter().map(|_| Kept::default()).collect();
        // All components of one scheme read a bare tag alike.
        let mut bare: BTreeMap<Scheme, Kept<'t>> =
            self.bare.iter().map(|(component, _)| (component.scheme, Kept::default())).collect();
        for (tag, number) in tags {
            for (way, version) in self.named(tag) {
                if let Some(kept) = ways.get_mut(way) {
                    kept.keep(Candidate { tag, version, number });
                }
            }
            for (scheme, kept) in &mut bare {
                let texts = BARE.iter().filter_map(|bare| tag.strip_prefix(bare));
                if let Some(version) = read(*scheme, texts) {
                    kept.keep(Candidate { tag, version, number });
                }
            }
        }
        ways.iter_mut().chain(bare.values_mut()).for_each(Kept::sort);
        let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, way) in self.ways.iter().enumerate() {
            for component in &way.components {
                of.entry(&component.name).or_default().push(at);
            }
        }
        let bare_of = self
            .bare
            .iter()
            .map(|(component, beside)| (component.name.as_str(), (component.scheme, *beside)));
        Found { prereleases: self.prereleases, ways, of, bare, bare_of: bare_of.collect() }
    }

    /// The ways that a tag is written. The longest name that leaves a version is meant: `app-2-1.0.0` is of `app-2`.
    fn named(&self, tag: &str) -> Vec<(usize, Version)> {
        let starts = tag.char_indices().map(|(at, _)| at).filter(|at| *at <= self.longest);
        for start in starts.collect::<Vec<_>>().into_iter().rev() {
            let (Some(prefix), Some(rest)) = (tag.get(..start), tag.get(start..)) else { continue };
            let ways = self.by_prefix.get(prefix).into_iter().flatten();
            let found = ways.filter_map(|at| {
                let way = self.ways.get(*at)?;
                Some((*at, read(way.scheme, rest.strip_suffix(way.suffix.as_str()).into_iter())?))
            });
            let found: Vec<_> = found.collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// All components that are tagged here at all.
    pub(super) fn components(&self) -> impl Iterator<Item = &'w Component> {
        self.workspace.components().filter(|component| !component.external)
    }
}

impl<'t> Kept<'t> {
    fn keep(&mut self, candidate: Candidate<'t>) {
        match candidate.number {
            Some(_) => self.here.push(candidate),
            None => self.elsewhere = Some(candidate.tag),
        }
    }

    /// Ties of precedence go by the tag, so that the order in which tags come does not matter.
    fn sort(&mut self) {
        self.here.sort_by(higher);
    }
}

fn higher(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    a.version.precedence(&b.version).unwrap_or(Ordering::Equal).then_with(|| a.tag.cmp(b.tag))
}

/// The last release of a component.
pub(super) struct Last<'f, 't> {
    pub tag: &'f Candidate<'t>,
    /// A tag nearer to the head whose version is lower, or an older one whose version is higher.
    pub other: Option<&'f Candidate<'t>>,
}

impl<'t> Found<'_, 't> {
    /// The last release of a component among what the head contains: the highest version, as release-please and
    /// semantic-release have it; but the version in its manifest, where that has a tag and the higher one is older. A
    /// prerelease is one where the present version is a prerelease too, or where that is wanted.
    pub(super) fn last(&self, component: &Component) -> Option<Last<'_, 't>> {
        let all = self.all(component);
        let highest = all.iter().copied().max_by(|a, b| higher(a, b))?;
        let own = component.version.as_ref().and_then(|version| {
            let same = |tag: &&&Candidate<'_>| tag.version.precedence(version) == Ok(Ordering::Equal);
            all.iter().filter(same).max_by(|a, b| higher(a, b)).copied()
        });
        if let Some(own) = own.filter(|own| own.number < highest.number && own.version != highest.version) {
            return Some(Last { tag: own, other: Some(highest) });
        }
        let nearest = all.into_iter().min_by(|a, b| a.number.cmp(&b.number).then_with(|| higher(b, a)));
        Some(Last { tag: highest, other: nearest.filter(|nearest| nearest.number < highest.number) })
    }

    /// A tag of the component that the head does not contain.
    pub(super) fn elsewhere(&self, component: &Component) -> Option<&'t str> {
        self.of_component(component).filter_map(|kept| kept.elsewhere).max()
    }

    fn of_component(&self, component: &Component) -> impl Iterator<Item = &Kept<'t>> {
        let name = component.name.as_str();
        let named = self.of.get(name).into_iter().flatten().filter_map(|way| self.ways.get(*way));
        let (scheme, beside) = self.bare_of.get(name).copied().unzip();
        let is_named = || {
            self.of
                .get(name)
                .into_iter()
                .flatten()
                .any(|way| self.ways.get(*way).is_some_and(|kept| !kept.here.is_empty()))
        };
        let bare = scheme.filter(|_| beside == Some(true) || !is_named());
        named.chain(bare.and_then(|scheme| self.bare.get(&scheme)))
    }

    fn all(&self, component: &Component) -> Vec<&Candidate<'t>> {
        let present = component.version.as_ref().is_some_and(Version::is_prerelease);
        let prereleases = self.prereleases.unwrap_or(present);
        let counts = |tag: &&Candidate<'_>| prereleases || !tag.version.is_prerelease();
        self.of_component(component).flat_map(|kept| &kept.here).filter(counts).collect()
    }
}

/// What a component's tags begin and end with; none where the pattern has not one version in it.
fn filled(pattern: &str, component: &Component) -> Option<(String, String)> {
    let (prefix, suffix) = pattern.split_once(VERSION)?;
    if suffix.contains(VERSION) {
        return None;
    }
    let fill = |text: &str| {
        let text = text.replace("{name}", &component.name).replace("{package}", &component.package);
        match component.path.as_str() {
            // A module at the root has no folder before its version.
            "" => text.replace("{path}/", "").replace("{path}", ""),
            path => text.replace("{path}", path),
        }
    };
    Some((fill(prefix), fill(suffix)))
}

/// The components whose releases may be tagged without a name: a single one, one at the root of the repository, or all where
/// they move together, all public ones at one version. Among the latter a tag with the name counts more.
fn bare(workspace: &Workspace) -> Vec<(&Component, bool)> {
    let own = || workspace.components().filter(|component| !component.external);
    let public = || own().filter(|component| !component.private);
    let alone = own().count() == 1;
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
    own().filter_map(|component| Some((component, of(component)?))).collect()
}

/// The first of `texts` that is a version.
fn read<'t>(scheme: Scheme, mut texts: impl Iterator<Item = &'t str>) -> Option<Version> {
    texts.find_map(|text| {
        // Go's versions have the `v`; with others it stands before them, and must not be taken twice.
        let text = if scheme == Scheme::Go { text.strip_prefix('v').unwrap_or(text) } else { text };
        if !text.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        match scheme {
            Scheme::Go => Version::parse_as(scheme, &format!("v{text}")).ok(),
            _ => Version::parse_as(scheme, text).ok(),
        }
    })
}
