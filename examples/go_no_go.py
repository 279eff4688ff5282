"""Are we go or no-go? The same story as `examples/go_no_go.rs`: the reports of this project's own tools, what people said, and a
gate file give the readiness review, why it is as it is, what would turn it green, and what a word changes.
"""

from __future__ import annotations

from pathlib import Path

import greenboard as gb

DATA = Path(__file__).parent / "data" / "go_no_go"
AT = "2026-11-24T15:00:00Z"

REPORTS = [
    ("junit-python.xml", "junit", "greenboard-python"),
    ("junit-node.xml", "junit", "greenboard-node"),
    ("lcov.info", "lcov", "greenboard-node"),
    ("npm-audit.json", "npm_audit", "greenboard-node"),
]
"""Which report is of which tool, and about which component."""


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def main() -> None:
    gates = gb.GateSet(read("gates.yaml"))
    facts = gb.Facts()
    facts.add(read("facts.json"))
    for file, tool, component in REPORTS:
        facts.add(gb.tool.read(read(file), tool, {"component": component, "version": "0.1.0"}, at=AT))

    board = gb.board(gates, facts, environment="registry", at=AT)
    print(board.render(), end="")

    explanation = board.explain("greenboard-node")
    print(f"\n{explanation}", end="")
    print(f"\nThe verdict is {gb.digest(explanation.verdict)}")

    later = "2026-11-24T15:10:00Z"
    approval = {
        "kind": "approval",
        "id": "approval-5",
        "subject": {"component": "greenboard-node", "version": "0.1.0"},
        "by": "grace",
        "observed_at": later,
    }
    before = board.document()
    board.update([approval], at=later)
    print("\nGrace approves")
    print(board.diff(before).render(), end="")


if __name__ == "__main__":
    main()
