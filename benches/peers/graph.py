"""Waves and the longest chain of a million components through the Python binding, beside networkx. CPU time, the median of three;
networkx runs once."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import greenboard as gb
import networkx as nx

T = TypeVar("T")


def cpu(work: Callable[[], T], runs: int) -> tuple[float, T]:
    """The median CPU time of `work` in seconds, and what it gave."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return statistics.median(times), result


def report(name: str, ours: float, theirs: float) -> None:
    print(f"{name:<70} {ours * 1e3:>10.1f} ms  networkx {theirs * 1e3:>10.1f} ms  {theirs / ours:>7.1f}x")


def main(inputs: Path) -> None:
    lines = (line.split() for line in (inputs / "edges.txt").open())
    edges = [(int(consumer), int(provider)) for consumer, provider in lines]
    count = 1_000_000
    names = [f"component-{node:07}" for node in range(count)]

    ours_built, graph = cpu(lambda: gb.Graph.from_edges(names, edges), 3)
    ours, (numbers, chain) = cpu(lambda: (graph.wave_numbers(), graph.longest_chain()), 3)

    def build() -> nx.DiGraph:
        peer = nx.DiGraph()
        peer.add_nodes_from(range(count))
        peer.add_edges_from((provider, consumer) for consumer, provider in edges)
        return peer

    theirs_built, peer = cpu(build, 1)
    waves = [0] * count

    def layered() -> list[int]:
        for number, generation in enumerate(nx.topological_generations(peer)):
            for node in generation:
                waves[node] = number
        return nx.dag_longest_path(peer)

    theirs, path = cpu(layered, 1)
    assert waves == numbers and len(path) == len(chain), "the two do not agree"
    what = f"waves and longest chain, {count} nodes, {len(edges)} edges"
    report(what, ours, theirs)
    report("  the same, with the graph built from lists of Python's", ours + ours_built, theirs + theirs_built)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
