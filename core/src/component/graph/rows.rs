//! Edges as compressed rows: those of each node side by side, in one array.

use super::DependencyKind;

/// One edge, seen from one of its ends. Those that order publication come before the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Arc {
    /// Whether the provider need not be published first.
    pub loose: bool,
    pub to: u32,
    pub kind: DependencyKind,
}

/// Edges by the node they start from (compressed sparse rows), sorted in each row. What is asked for most, the nodes that the
/// edges of a row lead to, lies apart from their kinds: on millions of edges, fetching memory is all that takes time.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    /// Where each row starts, and where its edges that order publication end; one more for the end of the last.
    bounds: Vec<Bounds>,
    to: Vec<u32>,
    kinds: Vec<DependencyKind>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Bounds {
    start: u32,
    split: u32,
}

impl Rows {
    /// The rows of `count` nodes, each edge once. Counted into place: sorting millions of edges would cost more than all that is
    /// asked of them.
    pub fn new<I: Iterator<Item = (u32, Arc)>>(count: usize, edges: impl Fn() -> I) -> Self {
        let mut starts = vec![0u32; count + 1];
        for (from, _) in edges() {
            if let Some(slot) = starts.get_mut(from as usize + 1) {
                *slot += 1;
            }
        }
        sum(&mut starts);
        let nothing = Arc { loose: true, to: 0, kind: DependencyKind::Normal };
        let mut arcs = vec![nothing; starts.last().map_or(0, |total| *total as usize)];
        let mut next = starts.clone();
        for (from, arc) in edges() {
            let Some(slot) = next.get_mut(from as usize) else { continue };
            if let Some(place) = arcs.get_mut(*slot as usize) {
                *place = arc;
            }
            *slot += 1;
        }
        let mut rows = Self {
            bounds: Vec::with_capacity(count + 1),
            to: Vec::with_capacity(arcs.len()),
            kinds: Vec::with_capacity(arcs.len()),
        };
        let ends = starts.iter().skip(1);
        for (start, end) in starts.iter().zip(ends) {
            let row = arcs.get_mut(*start as usize..*end as usize).unwrap_or_default();
            row.sort_unstable();
            rows.push(row);
        }
        let end = number(rows.to.len());
        rows.bounds.push(Bounds { start: end, split: end });
        rows
    }

    /// One more row, of sorted edges.
    fn push(&mut self, row: &[Arc]) {
        let start = number(self.to.len());
        let mut bounds = Bounds { start, split: start };
        let mut before = None;
        for arc in row {
            if before == Some(arc) {
                continue;
            }
            before = Some(arc);
            self.to.push(arc.to);
            self.kinds.push(arc.kind);
            if !arc.loose {
                bounds.split = number(self.to.len());
            }
        }
        self.bounds.push(bounds);
    }

    /// The same edges from their other ends.
    pub fn reversed(&self) -> Self {
        let count = self.bounds.len().saturating_sub(1);
        // How many there are in each row, and how many of them order publication; then where the next of each goes.
        let mut next = vec![Bounds::default(); count + 1];
        for node in 0..number(count) {
            let ordering = self.ordering(node).len();
            for (at, to) in self.all(node).0.iter().enumerate() {
                if let Some(row) = next.get_mut(*to as usize) {
                    row.start += 1;
                    row.split += u32::from(at < ordering);
                }
            }
        }
        let mut total = 0;
        for row in &mut next {
            let (all, ordering) = (row.start, row.split);
            *row = Bounds { start: total, split: total + ordering };
            total += all;
        }
        let bounds = next.clone();
        let mut rows =
            Self { bounds, to: vec![0; self.to.len()], kinds: vec![DependencyKind::Normal; self.to.len()] };
        // Nodes come in order, and so do the edges of each row.
        for node in 0..number(count) {
            let ordering = self.ordering(node).len();
            let (to, kinds) = self.all(node);
            for (at, (to, kind)) in to.iter().zip(kinds).enumerate() {
                let Some(row) = next.get_mut(*to as usize) else { continue };
                let slot = if at < ordering { &mut row.start } else { &mut row.split };
                let place = *slot as usize;
                *slot += 1;
                if let (Some(to), Some(of)) = (rows.to.get_mut(place), rows.kinds.get_mut(place)) {
                    *to = node;
                    *of = *kind;
                }
            }
        }
        rows
    }

    /// The nodes that the edges of one lead to, as far as they order publication.
    pub fn ordering(&self, node: u32) -> &[u32] {
        let Some(bounds) = self.bounds.get(node as usize) else { return &[] };
        self.to.get(bounds.start as usize..bounds.split as usize).unwrap_or_default()
    }

    /// How many nodes there are.
    pub fn count(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    /// Where the row of a node starts.
    pub fn start(&self, node: u32) -> u32 {
        self.bounds.get(node as usize).map_or(0, |bounds| bounds.start)
    }

    /// All edges of a node: where they lead, and their kinds.
    fn all(&self, node: u32) -> (&[u32], &[DependencyKind]) {
        let node = node as usize;
        let (Some(row), Some(next)) = (self.bounds.get(node), self.bounds.get(node + 1)) else {
            return (&[], &[]);
        };
        let row = row.start as usize..next.start as usize;
        (self.to.get(row.clone()).unwrap_or_default(), self.kinds.get(row).unwrap_or_default())
    }

    /// All edges of a node, those that order publication first.
    pub fn of(&self, node: u32) -> impl Iterator<Item = Arc> {
        let ordering = self.ordering(node).len();
        let (to, kinds) = self.all(node);
        let each = to.iter().zip(kinds).enumerate();
        each.map(move |(at, (to, kind))| Arc { loose: at >= ordering, to: *to, kind: *kind })
    }
}

/// Replaces counts by the sum of all before and including each.
fn sum(counts: &mut [u32]) {
    let mut total = 0;
    for count in counts {
        total += *count;
        *count = total;
    }
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
