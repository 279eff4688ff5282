//! Who depends on whom: publish order in waves, circles, and what a change reaches.
//!
//! Everything is linear in components plus edges, free of recursion, and settled by name where the edges leave a choice.

use super::error::ComponentError;
use super::types::DependencyKind;
use super::workspace::Workspace;
use crate::document::reads;
use crate::error::Place;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// The dependencies between the components of one workspace.
///
/// An edge is a dependency that the workspace itself meets ([`Workspace::provider`]); what comes from elsewhere is left out.
///
/// ```
/// use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Graph, Workspace};
/// use greenboard::{Requirement, Version};
///
/// let core = Component::new("core", Ecosystem::Cargo, "core").with_version(Version::parse("1.0.0")?);
/// let app = Component::new("app", Ecosystem::Cargo, "app").with_dependency(Dependency::new(
///     "core",
///     DependencyKind::Normal,
///     Requirement::parse("^1.0")?,
/// ));
/// let graph = Graph::new(&Workspace::new([app, core])?);
///
/// let waves = graph.waves();
/// assert_eq!(waves[0][0].components, ["core"]);
/// assert_eq!(waves[1][0].components, ["app"]);
/// assert_eq!(graph.dependents("core")?, ["app"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Graph {
    /// Sorted; an index into it stands for the component everywhere below.
    names: Vec<String>,
    /// Edges from each consumer to its providers, those that order publication first in no special place.
    providers: Rows,
    /// The same edges, from each provider to its consumers.
    dependents: Rows,
}

/// What is published together: one component, or several that need each other in a circle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Unit {
    /// Their names, sorted.
    pub components: Vec<String>,
}

reads!(Unit { components });

impl Unit {
    /// A unit of these components.
    pub fn new(components: impl IntoIterator<Item = String>) -> Self {
        let mut components: Vec<String> = components.into_iter().collect();
        components.sort_unstable();
        Self { components }
    }
}

/// Components that cannot be put in an order, because each needs another to be published first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Cycle {
    /// Their names, sorted.
    pub components: Vec<String>,
    /// The dependencies among them, by consumer, provider and kind.
    pub edges: Vec<Edge>,
}

/// A dependency inside a workspace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Edge {
    /// Who depends.
    pub consumer: String,
    /// On whom.
    pub provider: String,
    /// How.
    pub kind: DependencyKind,
}

impl Graph {
    /// The graph of `workspace`.
    pub fn new(workspace: &Workspace) -> Self {
        let names: Vec<String> = workspace.components().map(|component| component.name.clone()).collect();
        let index = |name: &str| names.binary_search_by(|known| known.as_str().cmp(name)).ok();
        let mut edges = Vec::new();
        for (consumer, component) in workspace.components().enumerate() {
            for dependency in &component.dependencies {
                let provider = workspace.provider(component, dependency).and_then(|found| index(&found.name));
                // A crate may name itself among its dev-dependencies; that orders nothing.
                if let Some(provider) = provider.filter(|provider| *provider != consumer) {
                    let orders = component.ecosystem.orders_publication(dependency);
                    edges.push((
                        number(consumer),
                        Arc { to: number(provider), kind: dependency.kind, orders },
                    ));
                }
            }
        }
        edges.sort_unstable();
        edges.dedup();
        let providers = Rows::new(names.len(), &edges);
        let mut reversed: Vec<_> =
            edges.iter().map(|(from, arc)| (arc.to, Arc { to: *from, ..*arc })).collect();
        reversed.sort_unstable();
        let dependents = Rows::new(names.len(), &reversed);
        Self { names, providers, dependents }
    }

    /// The order of publication: every provider is in an earlier wave than its consumers, and all of one wave may be
    /// published at once. What forms a circle is one [`Unit`].
    ///
    /// Whether a dev-dependency counts is the ecosystem's rule: in npm never, in Cargo when it has a version (without one
    /// it is stripped from what is published).
    pub fn waves(&self) -> Vec<Vec<Unit>> {
        self.layered(|_| true)
    }

    /// The waves of only those components that are in `selection`; the order that the others enforce between them stays.
    ///
    /// ```
    /// # use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Graph, Workspace};
    /// let uses = |name: &str| Dependency::unversioned(name, DependencyKind::Normal, "").with_local(true);
    /// let of = |name: &str| Component::new(name, Ecosystem::Cargo, name);
    /// let chain = [of("core"), of("lib").with_dependency(uses("core")), of("app").with_dependency(uses("lib"))];
    /// let graph = Graph::new(&Workspace::new(chain)?);
    ///
    /// let waves = graph.waves_of(&["app".to_owned(), "core".to_owned()].into());
    /// assert_eq!((&waves[0][0].components[0], &waves[1][0].components[0]), (&"core".to_owned(), &"app".to_owned()));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn waves_of(&self, selection: &BTreeSet<String>) -> Vec<Vec<Unit>> {
        self.layered(|name| selection.contains(name))
    }

    fn layered(&self, selected: impl Fn(&str) -> bool) -> Vec<Vec<Unit>> {
        let units = self.units();
        let mut waves: Vec<Vec<Unit>> = Vec::new();
        // For each unit: in which wave the first consumer of it can be.
        let mut after = vec![0usize; units.len()];
        for (number, members) in units.iter().enumerate() {
            let wave = members
                .iter()
                .flat_map(|member| self.providers.of(*member))
                .filter(|arc| arc.orders)
                .map(|arc| units.of(arc.to))
                .filter(|unit| *unit != number)
                .filter_map(|unit| after.get(unit).copied())
                .max()
                .unwrap_or(0);
            let components: Vec<String> = members
                .iter()
                .map(|member| self.name(*member))
                .filter(|name| selected(name))
                .map(str::to_owned)
                .collect();
            let next = if components.is_empty() { wave } else { wave + 1 };
            if let Some(slot) = after.get_mut(number) {
                *slot = next;
            }
            if !components.is_empty() {
                if waves.len() <= wave {
                    waves.resize_with(wave + 1, Vec::new);
                }
                if let Some(units) = waves.get_mut(wave) {
                    units.push(Unit { components });
                }
            }
        }
        for wave in &mut waves {
            wave.sort_unstable_by(|a, b| a.components.cmp(&b.components));
        }
        waves
    }

    /// The circles among the edges that order publication, by name. A workspace that has none can be published one by one.
    ///
    /// ```
    /// # use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Graph, Workspace};
    /// let uses = |name: &str| Dependency::unversioned(name, DependencyKind::Normal, "").with_local(true);
    /// let of = |name: &str| Component::new(name, Ecosystem::Npm, name);
    /// let circle = [of("hen").with_dependency(uses("egg")), of("egg").with_dependency(uses("hen"))];
    /// let cycles = Graph::new(&Workspace::new(circle)?).cycles();
    /// assert_eq!(cycles[0].components, ["egg", "hen"]);
    /// assert_eq!(cycles[0].edges[0].consumer, "egg");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn cycles(&self) -> Vec<Cycle> {
        let units = self.units();
        let mut cycles: Vec<Cycle> = units
            .iter()
            .enumerate()
            .filter(|(_, members)| members.len() > 1)
            .map(|(number, members)| Cycle {
                components: members.iter().map(|member| self.name(*member).to_owned()).collect(),
                edges: members
                    .iter()
                    .flat_map(|from| self.providers.of(*from).iter().map(move |arc| (*from, arc)))
                    .filter(|(_, arc)| arc.orders && units.of(arc.to) == number)
                    .map(|(from, arc)| self.edge(from, arc))
                    .collect(),
            })
            .collect();
        cycles.sort_unstable_by(|a, b| a.components.cmp(&b.components));
        cycles
    }

    /// Every component that ships something of `name`, directly or through others, by name: what a change to it may reach.
    /// Dev-dependencies are not followed, for they are never shipped. Fails with `component.unknown` for a name not in the
    /// workspace.
    pub fn dependents(&self, name: &str) -> crate::Result<Vec<&str>> {
        let start = self.index(name)?;
        let mut seen = vec![false; self.names.len()];
        let mut queue = vec![start];
        while let Some(node) = queue.pop() {
            for arc in self.dependents.of(node) {
                if arc.kind != DependencyKind::Dev
                    && let Some(seen) = seen.get_mut(arc.to as usize).filter(|seen| !**seen)
                {
                    *seen = true;
                    queue.push(arc.to);
                }
            }
        }
        let reached = self.names.iter().zip(&seen).enumerate();
        let reached = reached.filter(|(at, (_, seen))| **seen && number(*at) != start);
        Ok(reached.map(|(_, (name, _))| name.as_str()).collect())
    }

    /// All edges, by consumer, provider and kind.
    pub fn edges(&self) -> impl Iterator<Item = Edge> {
        let consumers = 0..number(self.names.len());
        consumers.flat_map(move |from| self.providers.of(from).iter().map(move |arc| self.edge(from, arc)))
    }

    fn edge(&self, consumer: u32, arc: &Arc) -> Edge {
        Edge {
            consumer: self.name(consumer).to_owned(),
            provider: self.name(arc.to).to_owned(),
            kind: arc.kind,
        }
    }

    fn name(&self, index: u32) -> &str {
        self.names.get(index as usize).map_or("", String::as_str)
    }

    fn index(&self, name: &str) -> crate::Result<u32> {
        match self.names.binary_search_by(|known| known.as_str().cmp(name)) {
            Ok(index) => Ok(number(index)),
            Err(_) => {
                Err(ComponentError::Unknown { name: name.to_owned(), nearest: None, place: Place::default() }
                    .into())
            }
        }
    }

    /// The strongly connected units under the edges that order publication, providers before their consumers.
    ///
    /// Tarjan's algorithm with a stack of our own: its units come out in just the order that layering needs, and a chain
    /// of a million components must not exhaust the thread's stack.
    fn units(&self) -> Units {
        const UNSEEN: u32 = u32::MAX;
        let count = self.names.len();
        let mut units =
            Units { members: Vec::with_capacity(count), ends: Vec::new(), of: vec![UNSEEN; count] };
        // The order in which a node was met, and the earliest node still open that it leads back to.
        let mut met = vec![UNSEEN; count];
        let mut low = vec![UNSEEN; count];
        let mut open: Vec<u32> = Vec::new();
        let mut path: Vec<(u32, usize)> = Vec::new();
        let mut clock = 0u32;
        for root in 0..number(count) {
            if at(&met, root) != UNSEEN {
                continue;
            }
            path.push((root, 0));
            while let Some((node, next)) = path.last_mut() {
                let node = *node;
                if *next == 0 {
                    put(&mut met, node, clock);
                    put(&mut low, node, clock);
                    clock += 1;
                    open.push(node);
                }
                let arcs = self.providers.of(node);
                let arc = arcs.get(*next);
                *next += 1;
                if let Some(arc) = arc {
                    if !arc.orders {
                        continue;
                    }
                    if at(&met, arc.to) == UNSEEN {
                        path.push((arc.to, 0));
                    } else if at(&units.of, arc.to) == UNSEEN {
                        // Still open: an edge back into the path.
                        let reach = at(&low, node).min(at(&met, arc.to));
                        put(&mut low, node, reach);
                    }
                    continue;
                }
                path.pop();
                if let Some((parent, _)) = path.last() {
                    let reach = at(&low, *parent).min(at(&low, node));
                    put(&mut low, *parent, reach);
                }
                if at(&low, node) == at(&met, node) {
                    units.close(&mut open, node);
                }
            }
        }
        units
    }
}

/// One edge, seen from one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Arc {
    to: u32,
    kind: DependencyKind,
    /// Whether the provider has to be published first.
    orders: bool,
}

/// Edges by the node they start from, in one array (compressed sparse rows).
#[derive(Debug, Clone)]
struct Rows {
    starts: Vec<u32>,
    arcs: Vec<Arc>,
}

impl Rows {
    /// `edges` are sorted by the node they start from, which is below `count`.
    fn new(count: usize, edges: &[(u32, Arc)]) -> Self {
        let mut starts = vec![0u32; count + 1];
        for (from, _) in edges {
            if let Some(slot) = starts.get_mut(*from as usize + 1) {
                *slot += 1;
            }
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        Self { starts, arcs: edges.iter().map(|(_, arc)| *arc).collect() }
    }

    fn of(&self, node: u32) -> &[Arc] {
        let node = node as usize;
        match (self.starts.get(node), self.starts.get(node + 1)) {
            (Some(start), Some(end)) => self.arcs.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// A partition of the nodes, in order.
struct Units {
    members: Vec<u32>,
    /// Where each unit's members end.
    ends: Vec<usize>,
    /// The unit of each node.
    of: Vec<u32>,
}

impl Units {
    /// Makes a unit of everything on the stack down to `root`.
    fn close(&mut self, open: &mut Vec<u32>, root: u32) {
        let unit = number(self.ends.len());
        let start = self.members.len();
        while let Some(member) = open.pop() {
            put(&mut self.of, member, unit);
            self.members.push(member);
            if member == root {
                break;
            }
        }
        if let Some(members) = self.members.get_mut(start..) {
            members.sort_unstable();
        }
        self.ends.push(self.members.len());
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn of(&self, node: u32) -> usize {
        at(&self.of, node) as usize
    }

    fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.members.get(start..*end).unwrap_or_default())
    }
}

/// Positions fit: a workspace of four thousand million components does not fit into memory.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn at(values: &[u32], index: u32) -> u32 {
    values.get(index as usize).copied().unwrap_or(u32::MAX)
}

fn put(values: &mut [u32], index: u32, value: u32) {
    if let Some(slot) = values.get_mut(index as usize) {
        *slot = value;
    }
}
