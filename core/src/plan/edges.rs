//! The dependencies inside the workspace, from both ends, and what each admits.

use super::policy::{Options, Peers, Propagation};
use super::prerelease::Prerelease;
use super::scope::Scope;
use crate::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use crate::version::{Bump, Requirement, Version};

/// The dependencies on components of the workspace, in compressed rows. An edge is an index into them.
pub(super) struct Edges<'a> {
    all: Vec<Edge<'a>>,
    /// Where the edges of each consumer begin in `all`.
    of_consumer: Vec<u32>,
    /// The edges over which a release may ask for another, by provider.
    by_provider: Vec<u32>,
    /// Where those of each provider begin.
    of_provider: Vec<u32>,
}

#[derive(Clone, Copy)]
pub(super) struct Edge<'a> {
    pub consumer: u32,
    pub provider: u32,
    pub dependency: &'a Dependency,
    admits: Admits<'a>,
    kind: DependencyKind,
    local: bool,
    /// Whether a release of the provider may ask for one of the consumer.
    pub counts: bool,
    /// Whether the provider has to be published first. A component that names itself orders nothing.
    pub orders: bool,
}

/// What a requirement admits.
#[derive(Clone, Copy)]
enum Admits<'a> {
    /// It names no versions.
    All,
    These(&'a Requirement),
    /// Only the version that the provider moves from.
    Present,
    /// What is around the version that the provider moves from, under this operator.
    Around(Operator),
    /// None, for it is no range.
    Nothing,
    /// It says nothing at all, and so asks for nothing.
    Unsaid,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    Caret,
    Tilde,
}

/// A provider's release, as its dependents see it. What many of them ask about it is found out once.
pub(super) struct Offer<'v> {
    pub bump: Bump,
    pub version: &'v Version,
    /// The version it moves from.
    pub base: Option<&'v Version>,
    /// The release that a prerelease leads to.
    release: Option<Version>,
    caret: Option<bool>,
    tilde: Option<bool>,
}

impl<'v> Offer<'v> {
    pub fn new(bump: Bump, version: &'v Version, base: Option<&'v Version>) -> Self {
        let release = Prerelease::of(version);
        let release = release.and_then(|parts| Version::parse_as(version.scheme(), parts.release).ok());
        Self { bump, version, base, release, caret: None, tilde: None }
    }

    fn is_around(&self, operator: &str) -> bool {
        let Some(base) = self.base else { return false };
        let range = Requirement::parse_as(base.scheme(), &format!("{operator}{base}"));
        range.and_then(|range| range.matches(self.version)).unwrap_or(true)
    }
}

impl<'a> Edge<'a> {
    fn new(ends: (u32, u32), component: &Component, dependency: &'a Dependency, admits: Admits<'a>) -> Self {
        let (consumer, provider) = ends;
        let orders = consumer != provider && component.ecosystem.orders_publication(dependency);
        let (kind, local) = (dependency.kind, dependency.local);
        Self { consumer, provider, dependency, admits, kind, local, counts: false, orders }
    }

    /// Whether it is a dev-dependency on a folder, which changesets passes over.
    fn is_linked(&self) -> bool {
        let text = &self.dependency.text;
        self.kind == DependencyKind::Dev && (text.starts_with("link:") || text.starts_with("file:"))
    }

    /// Whether the requirement excludes the version that is offered. One that names no versions excludes none.
    pub fn excludes(&self, offer: &mut Offer<'_>) -> bool {
        match self.admits {
            Admits::All | Admits::Unsaid => false,
            Admits::Nothing => true,
            Admits::These(requirement) => !admits(requirement, offer.version),
            Admits::Present => offer.base.is_none_or(|base| base != offer.version),
            Admits::Around(Operator::Caret) => {
                let known = offer.caret.unwrap_or_else(|| offer.is_around("^"));
                offer.caret = Some(known);
                !known
            }
            Admits::Around(Operator::Tilde) => {
                let known = offer.tilde.unwrap_or_else(|| offer.is_around("~"));
                offer.tilde = Some(known);
                !known
            }
        }
    }

    /// Whether consumers are left behind by what is offered, as their rule sees it.
    fn is_left(&self, offer: &mut Offer<'_>, options: &Options) -> bool {
        if !self.excludes(offer) {
            return false;
        }
        match (&offer.release, self.admits) {
            (Some(release), Admits::These(requirement)) if options.prereleases_admitted => {
                !admits(requirement, release)
            }
            _ => true,
        }
    }

    /// What the release that is offered asks of the consumer, which lives by `options` and is released at `has` so far; none
    /// where it asks nothing, `Bump::None` where only the requirement has to move.
    pub fn asks(&self, offer: &mut Offer<'_>, options: &Options, has: Bump) -> Option<Bump> {
        if offer.bump == Bump::None || matches!(self.admits, Admits::Unsaid) {
            return None;
        }
        let breaks =
            self.dependency.kind == DependencyKind::Peer && offer.bump > Bump::Patch && has < Bump::Major;
        let is_break = breaks
            && match options.peers {
                Peers::Follow => false,
                Peers::Major => true,
                Peers::MajorOutOfRange => self.is_left(offer, options),
            };
        if is_break {
            return Some(Bump::Major);
        }
        let level = options.dependents.of(self.dependency.kind);
        // What is released already follows anyway, and what names itself too.
        if has > Bump::None && has >= level || self.consumer == self.provider {
            return None;
        }
        let follows = options.propagation == Propagation::Always || self.is_left(offer, options);
        follows.then_some(level)
    }
}

impl<'a> Edges<'a> {
    pub fn of(workspace: &'a Workspace, scope: &Scope<'a>) -> Self {
        let count = scope.len();
        let most = scope.components.iter().map(|component| component.dependencies.len()).sum();
        let mut all: Vec<Edge<'a>> = Vec::with_capacity(most);
        let mut of_consumer = Vec::with_capacity(count + 1);
        of_consumer.push(0);
        let mut hashes: Vec<u64> = Vec::new();
        let mut numbers = 0u32..;
        for components in scope.components.chunks(AHEAD) {
            let dependencies = components.iter().flat_map(|component| &component.dependencies);
            hashes.clear();
            hashes.extend(dependencies.map(|dependency| scope.names.hash(&dependency.name)));
            let mut rest = hashes.as_slice();
            for (component, consumer) in components.iter().zip(&mut numbers) {
                let (own, others) = rest.split_at(component.dependencies.len().min(rest.len()));
                rest = others;
                let dependencies = component.dependencies.iter().zip(own.iter().copied());
                match is_textual(scope, component, consumer) {
                    true => of_text(workspace, scope, component, consumer, dependencies, &mut all),
                    false => of_workspace(workspace, scope, component, consumer, dependencies, &mut all),
                }
                of_consumer.push(all.len() as u32);
            }
        }
        // All at once, so that the versions of many providers are on their way from memory at a time.
        for edge in all.iter_mut().filter(|edge| !edge.counts) {
            edge.counts = is_met(edge, scope);
        }
        let mut pairs = Pairs::default();
        for (component, consumer) in scope.components.iter().zip(0..) {
            let Some(edges) = all.get_mut(range(&of_consumer, consumer)) else { continue };
            if is_textual(scope, component, consumer) {
                pairs.count(edges);
            }
            for edge in &mut *edges {
                edge.orders &= edge.counts || edge.local;
            }
            // In an order of their own, so that nothing depends on that of a manifest.
            let text = |edge: &Edge<'a>| edge.dependency.text.as_str();
            edges.sort_by(|a, b| {
                (a.provider, a.kind).cmp(&(b.provider, b.kind)).then_with(|| text(a).cmp(text(b)))
            });
        }
        let mut of_provider = vec![0u32; count + 1];
        for edge in all.iter().filter(|edge| edge.counts) {
            if let Some(count) = of_provider.get_mut(edge.provider as usize + 1) {
                *count += 1;
            }
        }
        let mut total = 0;
        for start in &mut of_provider {
            total += *start;
            *start = total;
        }
        let mut next = of_provider.clone();
        let mut by_provider = vec![0u32; total as usize];
        for (edge, number) in all.iter().zip(0u32..).filter(|(edge, _)| edge.counts) {
            if let Some(place) = next.get_mut(edge.provider as usize)
                && let Some(slot) = by_provider.get_mut(*place as usize)
            {
                *slot = number;
                *place += 1;
            }
        }
        Self { all, of_consumer, by_provider, of_provider }
    }

    pub fn get(&self, edge: u32) -> Option<&Edge<'a>> {
        self.all.get(edge as usize)
    }

    /// The dependencies of a component, by provider, kind and text.
    pub fn consumer(&self, consumer: u32) -> &[Edge<'a>] {
        self.all.get(range(&self.of_consumer, consumer)).unwrap_or_default()
    }

    /// The pairs of consumer and provider of which the provider has to be published first.
    pub fn ordering(&self) -> Vec<(u32, u32)> {
        let mut pairs = Vec::with_capacity(self.all.len());
        pairs.extend(self.all.iter().filter(|edge| edge.orders).map(|edge| (edge.consumer, edge.provider)));
        pairs
    }

    /// The dependencies on a component over which its release may ask for others, with their numbers.
    pub fn provider(&self, provider: u32) -> impl Iterator<Item = (u32, &Edge<'a>)> {
        let edges = self.by_provider.get(range(&self.of_provider, provider)).unwrap_or_default();
        edges.iter().filter_map(|edge| Some((*edge, self.get(*edge)?)))
    }
}

fn range(starts: &[u32], index: u32) -> std::ops::Range<usize> {
    let index = index as usize;
    let start = starts.get(index).copied().unwrap_or_default();
    let end = starts.get(index + 1).copied().unwrap_or(start);
    start as usize..end as usize
}

/// Whether the dependencies of a component are what their texts say, as changesets reads them.
fn is_textual(scope: &Scope<'_>, component: &Component, consumer: u32) -> bool {
    let is_asked = |options: &Options| options.ranges.are_changesets();
    component.ecosystem == Ecosystem::Npm && scope.options(consumer).is_some_and(is_asked)
}

/// Of how many components the names of dependencies are hashed ahead: as many as fit into a processor's cache.
const AHEAD: usize = 64;

/// The dependencies that the workspace itself meets.
fn of_workspace<'a>(
    workspace: &'a Workspace,
    scope: &Scope<'a>,
    component: &'a Component,
    consumer: u32,
    dependencies: impl Iterator<Item = (&'a Dependency, u64)>,
    all: &mut Vec<Edge<'a>>,
) {
    for (dependency, hash) in dependencies {
        let provider = match scope.own_package(consumer, dependency, hash) {
            Some(own) => {
                scope.component(own).filter(|provider| Workspace::is_met(dependency, provider)).map(|_| own)
            }
            None => workspace.provider(component, dependency).and_then(|provider| scope.find(&provider.name)),
        };
        let Some(provider) = provider else { continue };
        let admits = dependency.requirement.as_ref().map_or(Admits::All, Admits::These);
        let edge = Edge::new((consumer, provider), component, dependency, admits);
        all.push(Edge { counts: true, ..edge });
    }
}

/// The dependencies on packages of the workspace by name, whatever they require.
fn of_text<'a>(
    workspace: &'a Workspace,
    scope: &Scope<'a>,
    component: &'a Component,
    consumer: u32,
    dependencies: impl Iterator<Item = (&'a Dependency, u64)>,
    all: &mut Vec<Edge<'a>>,
) {
    for (dependency, hash) in dependencies {
        let provider = match (&dependency.component, scope.own_package(consumer, dependency, hash)) {
            (_, Some(own)) => Some(own),
            (Some(name), None) => scope.find(name),
            (None, None) => {
                let provider = workspace.package(component.ecosystem, &dependency.name);
                provider.and_then(|provider| scope.find(&provider.name))
            }
        };
        let Some(provider) = provider else { continue };
        let admits = match dependency.text.strip_prefix(WORKSPACE) {
            Some("*") => Admits::Present,
            Some("^") => Admits::Around(Operator::Caret),
            Some("~") => Admits::Around(Operator::Tilde),
            None if dependency.text.is_empty() => Admits::Unsaid,
            // Whatever is no range, such as a tag or an address, is satisfied by no version.
            None if dependency.text.contains(':') => Admits::Nothing,
            Some(_) | None => dependency.requirement.as_ref().map_or(Admits::Nothing, Admits::These),
        };
        all.push(Edge::new((consumer, provider), component, dependency, admits));
    }
}

/// Whether a requirement admits a version. One of another ecosystem is read in the requirement's own notation, and what cannot be
/// read there is admitted.
fn admits(requirement: &Requirement, version: &Version) -> bool {
    if requirement.scheme() == version.scheme() {
        return requirement.matches(version).unwrap_or(true);
    }
    let version = Version::parse_as(requirement.scheme(), version.as_str());
    version.and_then(|version| requirement.matches(&version)).unwrap_or(true)
}

/// What begins a range on the copy in the workspace.
pub(super) const WORKSPACE: &str = "workspace:";

/// Which of several dependencies on one package count, as changesets sees it. Kept from component to component for its memory.
#[derive(Default)]
struct Pairs {
    /// The provider of each dependency, in which of the tables it stands, and at which place.
    decide: Vec<(u32, u8, usize)>,
    /// The providers that are met.
    met: Vec<u32>,
}

impl Pairs {
    /// Says of one component's edges which count, given which are met: of all dependencies on one package the last one decides.
    fn count(&mut self, edges: &mut [Edge<'_>]) {
        if is_distinct(edges) {
            for edge in edges {
                edge.counts = edge.counts && !edge.is_linked();
            }
            return;
        }
        let Self { decide, met } = self;
        decide.clear();
        let deciding = edges.iter().enumerate().filter(|(_, edge)| !edge.is_linked());
        decide.extend(deciding.map(|(at, edge)| (edge.provider, table(edge.kind), at)));
        decide.sort_unstable();
        met.clear();
        for (index, (provider, _, at)) in decide.iter().enumerate() {
            let is_last = decide.get(index + 1).is_none_or(|(next, _, _)| next != provider);
            if is_last && edges.get(*at).is_some_and(|edge| edge.counts) {
                met.push(*provider);
            }
        }
        for edge in edges {
            edge.counts = met.binary_search(&edge.provider).is_ok();
        }
    }
}

/// Whether a few edges lead to as many packages; not told of many.
fn is_distinct(edges: &[Edge<'_>]) -> bool {
    let is_new =
        |(at, edge): (usize, &Edge<'_>)| edges.iter().take(at).all(|other| other.provider != edge.provider);
    edges.len() <= 8 && edges.iter().enumerate().all(is_new)
}

/// The order in which the tables of a manifest are looked at.
fn table(kind: DependencyKind) -> u8 {
    match kind {
        DependencyKind::Normal | DependencyKind::Build | DependencyKind::Api => 0,
        DependencyKind::Dev => 1,
        DependencyKind::Peer => 2,
        DependencyKind::Optional => 3,
    }
}

/// Whether the package in the workspace is what the range asks for.
fn is_met(edge: &Edge<'_>, scope: &Scope<'_>) -> bool {
    let Some(provider) = scope.component(edge.provider) else { return false };
    if let Some(rest) = edge.dependency.text.strip_prefix(WORKSPACE) {
        let path = rest.strip_prefix("./").unwrap_or(rest);
        if matches!(rest, "*" | "^" | "~") || path == provider.path {
            return true;
        }
    } else if scope.options(edge.consumer).is_some_and(|options| options.workspace_protocol_only) {
        return false;
    }
    match (edge.admits, &provider.version) {
        // Nothing means any release.
        (Admits::Unsaid, Some(version)) => !version.is_prerelease(),
        (Admits::These(requirement), Some(version)) => requirement.matches(version).unwrap_or(false),
        _ => false,
    }
}
