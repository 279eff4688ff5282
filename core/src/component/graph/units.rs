//! What has to be published together, in an order in which providers come first.

use super::Graph;
use super::rows::{at, number, put};

/// A partition of the nodes, in order: a unit comes after all those it needs.
pub(super) struct Units {
    members: Vec<u32>,
    /// Where each unit's members end.
    ends: Vec<u32>,
    /// The unit of each node.
    of: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl Units {
    /// The strongly connected units of the edges that order publication.
    pub fn new(graph: &Graph) -> Self {
        let (order, _) = waves(graph);
        if order.len() < graph.names.len() { Self::connected(graph) } else { Self::single(order) }
    }

    /// A unit for each node.
    fn single(order: Vec<u32>) -> Self {
        let mut of = vec![0; order.len()];
        for (unit, node) in order.iter().enumerate() {
            put(&mut of, *node, number(unit));
        }
        Self { ends: (1..=number(order.len())).collect(), members: order, of }
    }

    /// Tarjan's algorithm with a stack of our own: its units come out in just the order that layering needs, and a chain
    /// of a million components must not exhaust the thread's stack.
    fn connected(graph: &Graph) -> Self {
        let count = graph.names.len();
        let mut units =
            Self { members: Vec::with_capacity(count), ends: Vec::new(), of: vec![UNSEEN; count] };
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
                let arc = graph.providers.of(node).get(*next);
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
        self.ends.push(number(self.members.len()));
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The unit of a node.
    pub fn of(&self, node: u32) -> u32 {
        at(&self.of, node)
    }

    /// The nodes of a unit, sorted.
    pub fn members(&self, unit: u32) -> &[u32] {
        let start = unit.checked_sub(1).map_or(0, |before| at(&self.ends, before));
        self.members.get(start as usize..at(&self.ends, unit) as usize).unwrap_or_default()
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..number(self.len())).map(|unit| self.members(unit))
    }
}

/// The nodes that are in no circle and behind none, providers first, and the wave of each (Kahn's algorithm): all of them, in
/// a graph without circles.
pub(super) fn waves(graph: &Graph) -> (Vec<u32>, Vec<u32>) {
    let count = graph.names.len();
    // How many providers have to come first and did not yet.
    let waiting = (0..number(count)).map(|node| {
        let providers = graph.providers.of(node).iter();
        number(providers.filter(|arc| arc.orders).count())
    });
    let mut waiting: Vec<u32> = waiting.collect();
    let mut order = Vec::with_capacity(count);
    order.extend((0..number(count)).filter(|node| at(&waiting, *node) == 0));
    let mut wave = vec![0u32; count];
    let mut next = 0;
    while let Some(node) = order.get(next).copied() {
        next += 1;
        let after = at(&wave, node) + 1;
        for arc in graph.dependents.of(node).iter().filter(|arc| arc.orders) {
            let Some(left) = waiting.get_mut(arc.to as usize) else { continue };
            *left -= 1;
            if *left == 0 {
                // Nodes come wave by wave, so the last provider is in the latest wave of all.
                put(&mut wave, arc.to, after);
                order.push(arc.to);
            }
        }
    }
    (order, wave)
}
