//! Waves and the longest chain, beside petgraph: with the graph at hand, and from its edges on. CPU time, median of five.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::component::{DependencyKind::Normal, Graph};
use greenboard_benches::{cpu, edges, names, report};
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};

fn main() {
    for count in [10_000, 100_000, 1_000_000] {
        let edges = edges(count, 5);
        let names = names(count);
        let kinds: Vec<_> = edges.iter().map(|(consumer, provider)| (*consumer, *provider, Normal)).collect();
        let ours = || Graph::from_edges(names.clone(), &kinds).unwrap();
        let theirs = || peer(count, &edges);

        let (graph, peers) = (ours(), theirs());
        let (waves, chain) = planned(&graph);
        assert_eq!((waves, chain), layered(&peers), "the two do not agree");

        let what = format!("waves and longest chain, {count} nodes, {} edges", edges.len());
        report(&what, cpu(|| planned(&graph)), "petgraph", cpu(|| layered(&peers)));
        let whole = cpu(|| planned(&ours()));
        report(
            "  the same, with the graph built from its edges",
            whole,
            "petgraph",
            cpu(|| layered(&theirs())),
        );
        let whole = cpu(|| graph.waves().len());
        println!("  waves as units with names {:>43.2} ms", whole.as_secs_f64() * 1e3);
    }
}

/// The wave of each node, and how long the longest chain is.
fn planned(graph: &Graph) -> (Vec<u32>, usize) {
    let order = graph.order();
    (order.wave_numbers(), order.longest_chain().len())
}

/// From provider to consumer, as petgraph's order goes.
fn peer(count: u32, edges: &[(u32, u32)]) -> DiGraph<(), ()> {
    let mut graph = DiGraph::with_capacity(count as usize, edges.len());
    (0..count).for_each(|_| _ = graph.add_node(()));
    graph.extend_with_edges(edges.iter().map(|(consumer, provider)| (*provider, *consumer)));
    graph
}

/// What a user of petgraph writes: a topological order, and the longest path up to each node along it.
fn layered(graph: &DiGraph<(), ()>) -> (Vec<u32>, usize) {
    let order = petgraph::algo::toposort(graph, None).unwrap();
    let mut waves = vec![0_u32; graph.node_count()];
    let mut before: Vec<Option<NodeIndex>> = vec![None; graph.node_count()];
    for node in order {
        for provider in graph.neighbors_directed(node, Direction::Incoming) {
            let after = waves[provider.index()] + 1;
            if after > waves[node.index()] {
                waves[node.index()] = after;
                before[node.index()] = Some(provider);
            }
        }
    }
    let last = graph.node_indices().max_by_key(|node| waves[node.index()]);
    let chain = std::iter::successors(last, |node| before[node.index()]);
    let length = chain.count();
    (waves, length)
}
