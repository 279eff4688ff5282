"""Versions in bulk through the Python binding, beside `packaging`. CPU time, median of the runs."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import greenboard as gb
import pyarrow as pa
from packaging.specifiers import SpecifierSet
from packaging.version import Version


def cpu(work: Callable[[], object], runs: int) -> float:
    """The median CPU time of `work` in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def report(name: str, ours: float, peer: str, theirs: float) -> None:
    print(f"{name:<58} {ours * 1e3:>10.2f} ms  {peer:<16} {theirs * 1e3:>10.2f} ms  {theirs / ours:>7.1f}x")


def main(inputs: Path) -> None:
    texts = (inputs / "pep440.txt").read_text().split("\n")
    for count in (10_000, 100_000, 1_000_000):
        some = texts[:count]
        ours = cpu(lambda: gb.sort_versions(some, scheme="pep440"), 5)
        theirs = cpu(lambda: sorted(some, key=Version), 1 if count > 100_000 else 3)
        report(f"sort {count} PEP 440 texts, list to list", ours, "packaging", theirs)
        column = pa.array(some)
        ours = cpu(lambda: gb.sort_versions(column, scheme="pep440"), 5)
        report(f"sort {count} PEP 440 texts, Arrow to rows", ours, "packaging", theirs)
    some = texts[:100_000]
    ours = cpu(lambda: gb.filter_versions(some, ">=20.1,<60", scheme="pep440"), 5)
    specifiers = SpecifierSet(">=20.1,<60")
    theirs = cpu(lambda: [text for text in some if specifiers.contains(text, prereleases=False)], 1)
    report("filter 100000 PEP 440 texts by one requirement", ours, "packaging", theirs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
