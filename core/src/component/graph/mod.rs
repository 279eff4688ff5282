//! Who depends on whom: publish order in waves, circles, and what a change reaches.
//!
//! Everything is linear in components plus edges, free of recursion, and settled by name where the edges leave a choice.

mod order;
mod reach;
mod rows;
mod units;

pub use order::Order;
pub use reach::Impact;

use super::error::ComponentError;
use super::types::DependencyKind;
use super::workspace::Workspace;
use crate::document::reads;
use crate::error::Place;
use rows::{Arc, Rows, number, put};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use units::Units;

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
                    let arc = Arc { loose: !orders, to: number(provider), kind: dependency.kind };
                    edges.push((number(consumer), arc));
                }
            }
        }
        Self::of(names, || edges.iter().copied())
    }

    /// The graph of these components and edges, where there are no more than these: consumer and provider as positions in
    /// `names`, and how the one uses the other. Every edge but a dev one orders publication; one from a component to itself is
    /// left out.
    ///
    /// ```
    /// use greenboard::component::{DependencyKind::Normal, Graph};
    ///
    /// let names = ["app", "lib", "core"].map(str::to_owned);
    /// let graph = Graph::from_edges(names, &[(0, 1, Normal), (1, 2, Normal)])?;
    /// assert_eq!(graph.names(), ["app", "core", "lib"]);
    /// assert_eq!(graph.wave_numbers(), [2, 0, 1]);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `component.duplicate` for two of one name, `component.unknown` for a position that is none.
    pub fn from_edges(
        names: impl IntoIterator<Item = String>,
        edges: &[(u32, u32, DependencyKind)],
    ) -> crate::Result<Self> {
        let mut names: Vec<String> = names.into_iter().collect();
        // Where each name went; nothing where they came sorted.
        let mut moved: Option<Vec<u32>> = None;
        if !names.is_sorted() {
            let mut order: Vec<(String, u32)> = names.into_iter().zip(0..).collect();
            order.sort_unstable();
            let mut places = vec![0; order.len()];
            for (place, (_, from)) in order.iter().enumerate() {
                put(&mut places, *from, number(place));
            }
            names = order.into_iter().map(|(name, _)| name).collect();
            moved = Some(places);
        }
        if let Some([first, _]) = names.array_windows().find(|[first, second]| first == second) {
            return Err(ComponentError::Duplicate {
                name: first.clone(),
                first: String::new(),
                second: String::new(),
                place: Place::default(),
            }
            .into());
        }
        let place = |node: u32| match &moved {
            Some(places) => places.get(node as usize).copied(),
            None => Some(node).filter(|node| (*node as usize) < names.len()),
        };
        if let Some(nowhere) =
            edges.iter().flat_map(|edge| [edge.0, edge.1]).find(|node| place(*node).is_none())
        {
            let (name, place) = (nowhere.to_string(), Place::default());
            return Err(ComponentError::Unknown { name, nearest: None, place }.into());
        }
        let placed = |(consumer, provider, kind): &(u32, u32, DependencyKind)| {
            let (from, to) = (place(*consumer)?, place(*provider)?);
            (from != to).then_some((from, Arc { loose: *kind == DependencyKind::Dev, to, kind: *kind }))
        };
        let (providers, dependents) = both(names.len(), || edges.iter().filter_map(placed));
        Ok(Self { names, providers, dependents })
    }

    /// The waves of those nodes that are `selected`, all of them by number: for those who have names of their own. The edges are
    /// pairs of consumer and provider that order publication, none from a node to itself.
    pub(crate) fn waves_of_numbers(selected: Vec<bool>, edges: &[(u32, u32)]) -> Vec<Vec<Vec<u32>>> {
        let arc = |to| Arc { loose: false, to, kind: DependencyKind::Normal };
        let (providers, dependents) =
            both(selected.len(), || edges.iter().map(|(consumer, provider)| (*consumer, arc(*provider))));
        Order::numbers_of_some(&Self { names: Vec::new(), providers, dependents }, selected)
    }

    /// How many nodes there are.
    fn count(&self) -> usize {
        self.providers.count()
    }

    fn of<I: Iterator<Item = (u32, Arc)>>(names: Vec<String>, edges: impl Fn() -> I) -> Self {
        let (providers, dependents) = both(names.len(), edges);
        Self { names, providers, dependents }
    }

    /// The names of all components, sorted.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The order of publication: every provider is in an earlier wave than its consumers, and all of one wave may be
    /// published at once. What forms a circle is one [`Unit`].
    ///
    /// Whether a dev-dependency counts is the ecosystem's rule: in npm never, in Cargo when it has a version (without one
    /// it is stripped from what is published).
    pub fn waves(&self) -> Vec<Vec<Unit>> {
        self.order().waves()
    }

    /// The wave of each component, in the order of [`names`](Self::names), the first being 0: what [`waves`](Self::waves) says, as
    /// numbers.
    pub fn wave_numbers(&self) -> Vec<u32> {
        self.order().wave_numbers()
    }

    /// The order of publication, worked out once for several questions about it.
    pub fn order(&self) -> Order<'_> {
        Order::of_all(self)
    }

    /// The order of publication of only those components that are in `selection`; the order that the others enforce between them
    /// stays.
    pub fn order_of(&self, selection: &BTreeSet<String>) -> Order<'_> {
        Order::of_some(self, selection)
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
        self.order_of(selection).waves()
    }

    /// The longest chain of units of which each needs the one before: as many as there are waves. Nobody can publish faster than
    /// its members one after the other. Of several, the one that is first by name, seen from its end.
    ///
    /// ```
    /// # use greenboard::component::{DependencyKind::Normal, Graph};
    /// let names = ["app", "core", "docs", "lib"].map(str::to_owned);
    /// let graph = Graph::from_edges(names, &[(0, 1, Normal), (0, 3, Normal), (3, 1, Normal), (2, 1, Normal)])?;
    /// let chain: Vec<String> = graph.longest_chain().into_iter().flat_map(|unit| unit.components).collect();
    /// assert_eq!(chain, ["core", "lib", "app"]);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn longest_chain(&self) -> Vec<Unit> {
        self.order().longest_chain()
    }

    /// The longest chain of only those components that are in `selection`: as many as [`waves_of`](Self::waves_of) has waves.
    pub fn longest_chain_of(&self, selection: &BTreeSet<String>) -> Vec<Unit> {
        self.order_of(selection).longest_chain()
    }

    /// What is published together: the strongly connected units under the edges that order publication, each after those it
    /// needs. One without a circle is alone in its unit.
    ///
    /// ```
    /// # use greenboard::component::{DependencyKind::Normal, Graph};
    /// let names = ["app", "egg", "hen"].map(str::to_owned);
    /// let graph = Graph::from_edges(names, &[(0, 1, Normal), (1, 2, Normal), (2, 1, Normal)])?;
    /// let units: Vec<_> = graph.units().into_iter().map(|unit| unit.components.join("+")).collect();
    /// assert_eq!(units, ["egg+hen", "app"]);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn units(&self) -> Vec<Unit> {
        let named = |members: &[u32]| members.iter().map(|node| self.name(*node).to_owned()).collect();
        Units::new(self).iter().map(|members| Unit { components: named(members) }).collect()
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
        let units = Units::new(self);
        let mut cycles: Vec<Cycle> = units
            .iter()
            .enumerate()
            .filter(|(_, members)| members.len() > 1)
            .map(|(unit, members)| Cycle {
                components: members.iter().map(|member| self.name(*member).to_owned()).collect(),
                edges: members
                    .iter()
                    .flat_map(|from| self.row(*from).into_iter().map(move |arc| (*from, arc)))
                    .filter(|(_, arc)| !arc.loose && units.of(arc.to) == number(unit))
                    .map(|(from, arc)| self.edge(from, arc))
                    .collect(),
            })
            .collect();
        cycles.sort_unstable_by(|a, b| a.components.cmp(&b.components));
        cycles
    }

    /// All edges, by consumer, provider and kind.
    pub fn edges(&self) -> impl Iterator<Item = Edge> {
        let consumers = 0..number(self.count());
        consumers.flat_map(move |from| self.row(from).into_iter().map(move |arc| self.edge(from, arc)))
    }

    /// The edges of a consumer, by provider and kind.
    fn row(&self, consumer: u32) -> Vec<Arc> {
        let mut row: Vec<Arc> = self.providers.of(consumer).collect();
        row.sort_unstable_by_key(|arc| (arc.to, arc.kind));
        row
    }

    fn edge(&self, consumer: u32, arc: Arc) -> Edge {
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
}

/// Edges by consumer, and by provider.
fn both<I: Iterator<Item = (u32, Arc)>>(count: usize, edges: impl Fn() -> I) -> (Rows, Rows) {
    let providers = Rows::new(count, edges);
    let dependents = providers.reversed();
    (providers, dependents)
}
