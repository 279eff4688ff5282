//! Waves, and the chain that makes them so many.

use super::rows::{at, number, put};
use super::units::{Units, waves};
use super::{Graph, Unit};
use std::collections::BTreeSet;

/// The order of publication of a graph, or of some of its components: worked out once, for all that is asked of it.
///
/// ```
/// use greenboard::component::{DependencyKind::Normal, Graph};
///
/// let names = ["app", "core", "docs", "lib"].map(str::to_owned);
/// let graph = Graph::from_edges(names, &[(0, 3, Normal), (3, 1, Normal), (2, 1, Normal)])?;
/// let order = graph.order();
/// assert_eq!(order.wave_numbers(), [2, 0, 1, 1]);
/// assert_eq!(order.longest_chain().len(), 3);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug)]
pub struct Order<'g> {
    graph: &'g Graph,
    layers: Layers,
}

#[derive(Debug)]
enum Layers {
    /// The wave of each node, where all are selected and none is in a circle.
    Plain(Vec<u32>),
    Layered(Layered),
}

impl<'g> Order<'g> {
    pub(super) fn of_all(graph: &'g Graph) -> Self {
        let layers = match waves(graph) {
            Some((_, waves)) => Layers::Plain(waves),
            None => Layers::Layered(Layered::new(graph, vec![true; graph.count()])),
        };
        Self { graph, layers }
    }

    pub(super) fn of_some(graph: &'g Graph, selection: &BTreeSet<String>) -> Self {
        let selected = graph.names.iter().map(|name| selection.contains(name)).collect();
        Self { graph, layers: Layers::Layered(Layered::new(graph, selected)) }
    }

    /// The waves of some nodes of a graph, as numbers.
    pub(super) fn numbers_of_some(graph: &Graph, selected: Vec<bool>) -> Vec<Vec<Vec<u32>>> {
        let layered = Layered::new(graph, selected);
        layered.waves(graph.count(), |unit| layered.chosen(unit).collect())
    }

    /// Every provider is in an earlier wave than its consumers, and all of one wave may be published at once.
    pub fn waves(&self) -> Vec<Vec<Unit>> {
        match &self.layers {
            Layers::Plain(numbers) => {
                let mut waves: Vec<Vec<Unit>> = Vec::new();
                waves.resize_with(numbers.iter().max().map_or(0, |last| *last as usize + 1), Vec::new);
                for (name, number) in self.graph.names.iter().zip(numbers) {
                    if let Some(wave) = waves.get_mut(*number as usize) {
                        wave.push(Unit { components: vec![name.clone()] });
                    }
                }
                waves
            }
            Layers::Layered(layered) => {
                layered.waves(self.graph.count(), |unit| layered.unit(self.graph, unit))
            }
        }
    }

    /// The wave of each component of the graph, in the order of its names, the first being 0; of one that is not selected, the
    /// wave that it would not hold up.
    pub fn wave_numbers(&self) -> Vec<u32> {
        match &self.layers {
            Layers::Plain(numbers) => numbers.clone(),
            Layers::Layered(layered) => layered.numbers(self.graph),
        }
    }

    /// The longest chain of units of which each needs the one before: as many as there are waves. Of several, the one that is
    /// first by name, seen from its end.
    pub fn longest_chain(&self) -> Vec<Unit> {
        match &self.layers {
            Layers::Plain(numbers) => self.plain_chain(numbers),
            Layers::Layered(layered) => layered.chain(self.graph),
        }
    }

    fn plain_chain(&self, numbers: &[u32]) -> Vec<Unit> {
        let Some(mut wave) = numbers.iter().copied().max() else { return Vec::new() };
        let last = numbers.iter().position(|number| *number == wave).map(number);
        let mut chain: Vec<Unit> = Vec::with_capacity(wave as usize + 1);
        let mut next = last;
        while let Some(node) = next {
            chain.push(Unit { components: vec![self.graph.name(node).to_owned()] });
            let Some(before) = wave.checked_sub(1) else { break };
            wave = before;
            // Rows are sorted, so the first is the first by name.
            let providers = self.graph.providers.ordering(node).iter().copied();
            next = providers.into_iter().find(|provider| at(numbers, *provider) == wave);
        }
        chain.reverse();
        chain
    }
}

/// Units in waves, as far as a selection of components has them.
#[derive(Debug)]
struct Layered {
    units: Units,
    /// The first wave that consumers of each unit can be in.
    after: Vec<u32>,
    /// Which nodes are selected.
    selected: Vec<bool>,
}

impl Layered {
    fn new(graph: &Graph, selected: Vec<bool>) -> Self {
        let units = Units::new(graph);
        let mut layers = Self { after: vec![0; units.len()], units, selected };
        for unit in 0..number(layers.units.len()) {
            let wave =
                providers(graph, &layers.units, unit).map(|unit| at(&layers.after, unit)).max().unwrap_or(0);
            let next = wave + u32::from(layers.has(unit));
            put(&mut layers.after, unit, next);
        }
        layers
    }

    /// The waves of all `nodes`, each sorted by name, and what `told` makes of their units.
    fn waves<T>(&self, nodes: usize, told: impl Fn(u32) -> T) -> Vec<Vec<T>> {
        let count = self.after.iter().copied().max().unwrap_or(0);
        let mut waves: Vec<Vec<T>> = (0..count).map(|_| Vec::new()).collect();
        // By name: a unit comes where its first member does.
        for node in (0..number(nodes)).filter(|node| self.is_selected(*node)) {
            let unit = self.units.of(node);
            if self.first(unit) == Some(node)
                && let Some(wave) = at(&self.after, unit).checked_sub(1)
                && let Some(wave) = waves.get_mut(wave as usize)
            {
                wave.push(told(unit));
            }
        }
        waves
    }

    /// The wave of each node; of those that are not selected, the one they would be in.
    fn numbers(&self, graph: &Graph) -> Vec<u32> {
        let wave = |node| at(&self.after, self.units.of(node)).saturating_sub(1);
        (0..number(graph.count())).map(wave).collect()
    }

    /// A chain through all waves, of units each of which needs the one before; of several, the one that is first by name,
    /// from its end.
    fn chain(&self, graph: &Graph) -> Vec<Unit> {
        let last = self.after.iter().copied().max().unwrap_or(0);
        let ends =
            (0..number(self.units.len())).filter(|unit| at(&self.after, *unit) == last && self.has(*unit));
        let mut next = ends.min_by_key(|unit| self.first(*unit));
        let mut chain = Vec::new();
        let mut wave = last;
        while let Some(unit) = next {
            if self.has(unit) {
                chain.push(self.unit(graph, unit));
                wave = wave.saturating_sub(1);
            }
            // Those that are not selected pass on what made them wait.
            let before = providers(graph, &self.units, unit)
                .filter(|provider| wave > 0 && at(&self.after, *provider) == wave);
            next =
                before.min_by_key(|provider| (!self.has(*provider), self.units.members(*provider).first()));
        }
        chain.reverse();
        chain
    }

    fn is_selected(&self, node: u32) -> bool {
        self.selected.get(node as usize).copied().unwrap_or(false)
    }

    fn has(&self, unit: u32) -> bool {
        self.first(unit).is_some()
    }

    /// The first selected member.
    fn first(&self, unit: u32) -> Option<u32> {
        self.chosen(unit).next()
    }

    /// Its selected members.
    fn chosen(&self, unit: u32) -> impl Iterator<Item = u32> {
        self.units.members(unit).iter().copied().filter(|node| self.is_selected(*node))
    }

    fn unit(&self, graph: &Graph, unit: u32) -> Unit {
        Unit { components: self.chosen(unit).map(|node| graph.name(node).to_owned()).collect() }
    }
}

/// The other units that have to come before one; some of them more than once.
fn providers(graph: &Graph, units: &Units, unit: u32) -> impl Iterator<Item = u32> {
    let nodes = units.members(unit).iter().flat_map(|member| graph.providers.ordering(*member));
    nodes.map(|node| units.of(*node)).filter(move |other| *other != unit)
}
