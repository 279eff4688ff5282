//! Edges as compressed rows: those of each node side by side, in one array.

use super::DependencyKind;

/// One edge, seen from one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Arc {
    pub to: u32,
    pub kind: DependencyKind,
    /// Whether the provider has to be published first.
    pub orders: bool,
}

/// Edges by the node they start from (compressed sparse rows), sorted in each row.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    starts: Vec<u32>,
    arcs: Vec<Arc>,
}

impl Rows {
    /// The rows of `count` nodes, each edge once. Counted into place: sorting millions of edges would cost more than all that is
    /// asked of them.
    pub fn new(count: usize, edges: &[(u32, Arc)]) -> Self {
        let (starts, mut arcs) = placed(count, edges.len(), || edges.iter().copied());
        let mut rows = Vec::with_capacity(count + 1);
        rows.push(0);
        let mut kept = 0usize;
        for window in starts.windows(2) {
            let [start, end] = [0, 1].map(|at| window.get(at).map_or(0, |at| *at as usize));
            if let Some(row) = arcs.get_mut(start..end) {
                row.sort_unstable();
            }
            let first = kept;
            for at in start..end {
                let Some(arc) = arcs.get(at).copied() else { continue };
                let again = kept > first && arcs.get(kept - 1) == Some(&arc);
                if let (false, Some(slot)) = (again, arcs.get_mut(kept)) {
                    *slot = arc;
                    kept += 1;
                }
            }
            rows.push(number(kept));
        }
        arcs.truncate(kept);
        Self { starts: rows, arcs }
    }

    /// The same edges from their other ends.
    pub fn reversed(&self) -> Self {
        let count = self.starts.len().saturating_sub(1);
        let turned = || {
            let nodes = 0..number(count);
            nodes.flat_map(|from| self.of(from).iter().map(move |arc| (arc.to, Arc { to: from, ..*arc })))
        };
        // Nodes come in order, and so do the edges of each row; only kinds of one pair may have to be.
        let (starts, arcs) = placed(count, self.arcs.len(), turned);
        Self { starts, arcs }
    }

    pub fn of(&self, node: u32) -> &[Arc] {
        let node = node as usize;
        match (self.starts.get(node), self.starts.get(node + 1)) {
            (Some(start), Some(end)) => self.arcs.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// Where each row starts, and the edges in the order of their rows.
fn placed<I: Iterator<Item = (u32, Arc)>>(
    count: usize,
    edges: usize,
    each: impl Fn() -> I,
) -> (Vec<u32>, Vec<Arc>) {
    let mut starts = vec![0u32; count + 1];
    for (from, _) in each() {
        if let Some(slot) = starts.get_mut(from as usize + 1) {
            *slot += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    let mut next = starts.clone();
    let nothing = Arc { to: 0, kind: DependencyKind::Normal, orders: false };
    let mut arcs = vec![nothing; edges];
    for (from, arc) in each() {
        let Some(slot) = next.get_mut(from as usize) else { continue };
        if let Some(place) = arcs.get_mut(*slot as usize) {
            *place = arc;
        }
        *slot += 1;
    }
    (starts, arcs)
}

/// Positions fit: a workspace of four thousand million components does not fit into memory.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

pub(super) fn at(values: &[u32], index: u32) -> u32 {
    values.get(index as usize).copied().unwrap_or(u32::MAX)
}

pub(super) fn put(values: &mut [u32], index: u32, value: u32) {
    if let Some(slot) = values.get_mut(index as usize) {
        *slot = value;
    }
}
