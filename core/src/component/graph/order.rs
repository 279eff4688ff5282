//! Waves, and the chain that makes them so many.

use super::rows::{at, number, put};
use super::units::Units;
use super::{Graph, Unit};

/// Units in waves, as far as a selection of components has them.
pub(super) struct Layers {
    units: Units,
    /// The first wave that consumers of each unit can be in.
    after: Vec<u32>,
    /// Which nodes are selected.
    selected: Vec<bool>,
}

impl Layers {
    pub fn new(graph: &Graph, selected: Vec<bool>) -> Self {
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

    /// The waves, each sorted by name.
    pub fn waves(&self, graph: &Graph) -> Vec<Vec<Unit>> {
        let count = self.after.iter().copied().max().unwrap_or(0);
        let mut waves: Vec<Vec<Unit>> = (0..count).map(|_| Vec::new()).collect();
        // By name: a unit comes where its first member does.
        for node in 0..number(graph.names.len()) {
            let unit = self.units.of(node);
            if self.first(unit) == Some(node)
                && let Some(wave) = at(&self.after, unit).checked_sub(1)
                && let Some(wave) = waves.get_mut(wave as usize)
            {
                wave.push(self.unit(graph, unit));
            }
        }
        waves
    }

    /// The wave of each node; of those that are not selected, the one they would be in.
    pub fn numbers(&self, graph: &Graph) -> Vec<u32> {
        let wave = |node| at(&self.after, self.units.of(node)).saturating_sub(1);
        (0..number(graph.names.len())).map(wave).collect()
    }

    /// A chain through all waves, of units each of which needs the one before; of several, the one that is first by name,
    /// from its end.
    pub fn chain(&self, graph: &Graph) -> Vec<Unit> {
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
        self.units.members(unit).iter().copied().find(|node| self.is_selected(*node))
    }

    fn unit(&self, graph: &Graph, unit: u32) -> Unit {
        let members = self.units.members(unit).iter().filter(|node| self.is_selected(**node));
        Unit { components: members.map(|node| graph.name(*node).to_owned()).collect() }
    }
}

/// The other units that have to come before one; some of them more than once.
fn providers(graph: &Graph, units: &Units, unit: u32) -> impl Iterator<Item = u32> {
    let arcs = units.members(unit).iter().flat_map(|member| graph.providers.of(*member));
    arcs.filter(|arc| arc.orders).map(|arc| units.of(arc.to)).filter(move |other| *other != unit)
}
