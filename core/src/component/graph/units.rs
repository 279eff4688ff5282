//! What has to be published together, in an order in which providers come first.

use super::Graph;
use super::rows::{at, number, put};

/// A partition of the nodes, in order: a unit comes after all those it needs.
#[derive(Debug)]
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
        match waves(graph) {
            Some((order, _)) => Self::single(order),
            None => Self::connected(graph),
        }
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
        let count = graph.count();
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
                let provider = graph.providers.ordering(node).get(*next).copied();
                *next += 1;
                if let Some(to) = provider {
                    if at(&met, to) == UNSEEN {
                        path.push((to, 0));
                    } else if at(&units.of, to) == UNSEEN {
                        // Still open: an edge back into the path.
                        let reach = at(&low, node).min(at(&met, to));
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

/// How many providers of a node are still to come, and the wave that the last of them puts it in.
#[derive(Clone, Copy)]
struct Waiting {
    providers: u32,
    wave: u32,
}

/// The nodes in an order in which providers come first, and the wave of each (Kahn's algorithm); none where there are circles.
pub(super) fn waves(graph: &Graph) -> Option<(Vec<u32>, Vec<u32>)> {
    let count = graph.count();
    let providers = (0..number(count)).map(|node| number(graph.providers.ordering(node).len()));
    let mut waiting: Vec<Waiting> = providers.map(|providers| Waiting { providers, wave: 0 }).collect();
    // One place more than there are nodes: what is not ready is written too, and overwritten.
    let mut order = vec![0u32; count + 1];
    let mut ready = 0usize;
    for (node, waits) in (0..number(count)).zip(&waiting) {
        if let (0, Some(place)) = (waits.providers, order.get_mut(ready)) {
            *place = node;
            ready += 1;
        }
    }
    let mut next = 0;
    let mut touched = 0;
    let large = count >= LARGE;
    while next < ready {
        let Some(node) = order.get(next).copied() else { break };
        if large {
            touched ^= touch(graph, &waiting, order.get(next..ready).unwrap_or_default());
        }
        next += 1;
        let Some(after) = waiting.get(node as usize).map(|waits| waits.wave + 1) else { continue };
        for consumer in graph.dependents.ordering(node) {
            let (Some(waits), Some(place)) = (waiting.get_mut(*consumer as usize), order.get_mut(ready))
            else {
                continue;
            };
            // Nodes come wave by wave, so whatever the last provider writes is the latest. Nothing here depends on a
            // branch, for a wrong guess would wait for memory.
            waits.providers -= 1;
            waits.wave = after;
            *place = *consumer;
            ready += usize::from(waits.providers == 0);
        }
    }
    std::hint::black_box(touched);
    order.truncate(ready);
    (ready == count).then(|| (order, waiting.into_iter().map(|waits| waits.wave).collect()))
}

/// From so many nodes on, a graph does not fit into a processor's caches.
const LARGE: usize = 1 << 18;

/// Reads what the nodes that come soon will need, so that it is on its way from memory by then: in a large graph, every look is at
/// another place, and waiting for each in turn is most of the work.
fn touch(graph: &Graph, waiting: &[Waiting], coming: &[u32]) -> u32 {
    let row = coming.get(24).map_or(0, |node| graph.dependents.start(*node));
    let first = coming.get(16).and_then(|node| graph.dependents.ordering(*node).first().copied());
    let consumers = coming.get(8).map_or(&[][..], |node| graph.dependents.ordering(*node));
    let waves = consumers.iter().filter_map(|consumer| waiting.get(*consumer as usize));
    waves.fold(row ^ first.unwrap_or(0), |touched, waits| touched ^ waits.wave)
}
