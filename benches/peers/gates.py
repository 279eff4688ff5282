"""A gate of ten conditions over many components through the Python binding, beside celpy and common-expression-language.

All three have the input at hand: greenboard the evidence in a handle, the peers ten numbers a component in a form of their own. CPU time.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import cel
import celpy
import greenboard as gb

METRICS = [f"metric{number}" for number in range(10)]
AT = "2026-11-02T09:00:00Z"
MOST = 0.99


def value(component: int, metric: int) -> float:
    """From 0 to 0.999, evenly; at most 0.99 passes, so that nine components in ten do."""
    return (component * 7919 + metric * 104729) % 1000 / 1000


def cpu(work: Callable[[], object], runs: int) -> float:
    """The median CPU time of `work` in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def evidence(from_: int, records: list[dict[str, float]]) -> list[dict[str, object]]:
    return [
        {
            "kind": "evidence",
            "id": f"{component}-{name}",
            "subject": {"component": f"component-{component}"},
            "value": {"kind": "metric", "name": name, "value": number},
            "observed_at": AT,
        }
        for component, record in enumerate(records, from_)
        for name, number in record.items()
    ]


def main(count: int) -> None:
    records = [{name: value(row, metric) for metric, name in enumerate(METRICS)} for row in range(count)]
    criteria = [{"name": name, "kind": "threshold", "metric": name, "maximum": MOST} for name in METRICS]
    gates = gb.GateSet({"gates": [{"name": "quality", "criteria": criteria}]})
    facts = gb.Facts()
    for row in range(0, count, 10_000):
        facts.add(evidence(row, records[row : row + 10_000]))

    passed = sum(all(number <= MOST for number in record.values()) for record in records)
    assert gb.board(gates, facts, at=AT).verdicts.go == passed
    ours = cpu(lambda: gb.board(gates, facts, at=AT), 5)
    text = " && ".join(f"{name} <= {MOST}" for name in METRICS)

    # Both take long: a part of the components, once.
    def report(peer: str, evaluate: Callable[[Any], object], some: Sequence[Any]) -> None:
        theirs = cpu(lambda: [evaluate(record) for record in some], 1) * count / len(some)
        name = f"{count} components × {len(METRICS)} conditions, Python"
        print(f"{name:<46} {ours * 1e3:>9.1f} ms  {peer:<28} {theirs * 1e3:>9.1f} ms  {theirs / ours:>7.1f}x")

    report("common-expression-language", cel.compile(text).execute, records[: count // 10])
    environment = celpy.Environment()
    program = environment.program(environment.compile(text))
    report("celpy", program.evaluate, [celpy.json_to_cel(record) for record in records[: count // 100]])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
