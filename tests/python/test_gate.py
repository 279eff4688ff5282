"""Gates from Python: handles, boards that are kept up, columns, and what is raised."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import greenboard as gb
import pyarrow as pa
import pytest

AT = "2026-11-02T09:00:00Z"
GATES = """
gates:
  - name: quality
    owner: ada
    criteria:
      - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
      - {name: latency, kind: threshold, metric: p95, maximum: 300, severity: warn}
"""


def metric(component: str, name: str, value: float, at: str = AT) -> dict[str, Any]:
    return {
        "kind": "evidence",
        "id": f"{component}-{name}-{at}",
        "subject": {"component": component},
        "value": {"kind": "metric", "name": name, "value": value},
        "observed_at": at,
    }


def some() -> gb.Facts:
    facts = gb.Facts()
    facts.add([{"kind": "candidate", "component": name, "version": "1.4.0"} for name in ("api", "web")])
    facts.add([metric("api", "error_rate", 0.2), metric("api", "p95", 420), metric("web", "error_rate", 0.001)])
    return facts


def test_gates_are_values() -> None:
    gates = gb.GateSet(GATES)
    again = pickle.loads(pickle.dumps(gates))
    assert again == gates and hash(again) == hash(gates) and again.digest.startswith("sha256:")
    assert repr(gates) == "<GateSet: quality>"
    assert gb.GateSet(json.loads(gates.to_json())) == gates
    assert gb.GateSet("gates: []") != gates


def test_gates_on_disk_include_others(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(GATES)
    (tmp_path / "gates.yaml").write_text("include: [{file: base.yaml}]")
    assert gb.GateSet.load(tmp_path / "gates.yaml").names == ["quality"]
    with pytest.raises(gb.SourceError) as caught:
        gb.GateSet.load(tmp_path)
    assert caught.value.code == "source.no_gates"
    (tmp_path / "greenboard.yaml").write_text("gates: base.yaml")
    assert gb.GateSet.load(tmp_path).names == ["quality"]


def test_what_is_wrong_with_a_gate_file_has_its_place() -> None:
    with pytest.raises(gb.DocumentError) as caught:
        gb.GateSet("gates:\n  - {name: quality, severty: warn, criteria: []}")
    assert (caught.value.line, caught.value.details["nearest"]) == (2, "severity")
    with pytest.raises(gb.GateError) as empty:
        gb.GateSet("gates: [{name: quality, criteria: []}]")
    assert empty.value.code.startswith("gate.")


def test_a_verdict_tells_itself() -> None:
    verdict = gb.evaluate(GATES, some(), "api", environment="production", at=AT)
    assert (verdict.verdict, verdict.at) == ("no_go", AT)
    assert str(verdict).startswith("api 1.4.0 into production: no-go\n")
    assert verdict.explain().startswith("api 1.4.0 into production: no-go\n\nquality / errors: fail\n")
    assert verdict.render("markdown").startswith("## api 1.4.0 into production: no-go\n")
    assert verdict._repr_html_().startswith('<div class="greenboard-review">')
    with pytest.raises(gb.ReportError):
        verdict.render("pdf")  # type: ignore[arg-type]


def test_the_instant_is_the_clock_s_where_it_is_left_out() -> None:
    before = datetime.now(timezone.utc)
    at = datetime.fromisoformat(gb.evaluate(GATES, gb.Facts(), "api").at.replace("Z", "+00:00"))
    assert before <= at <= datetime.now(timezone.utc)
    assert gb.board(GATES, some(), at=datetime(2026, 11, 2, 9, tzinfo=timezone.utc)).at == AT


def test_a_board_is_kept_up() -> None:
    facts = some()
    board = gb.board(GATES, facts, at=AT)
    assert (board.verdict, len(board), board.verdicts.no_go, board.verdicts.conditional) == ("no_go", 2, 1, 1)
    before = board.document()
    later = "2026-11-02T10:00:00Z"
    changes = board.update([metric("api", "error_rate", 0.001, later)], at=later)
    assert [(change.component, change.from_, change.to) for change in changes] == [("api", "no_go", "conditional")]
    assert board.to_json() == gb.board(GATES, facts, at=later).to_json()
    diff = board.diff(before)
    assert [change.component for change in diff.changes] == ["api"]
    assert str(diff).splitlines()[1].split()[:4] == ["api", "1.4.0", "no-go", "conditional"]
    assert gb.diff_boards(before, board.document()) == diff
    assert board.update(at=later) == []
    row = board.row("api")
    assert row is not None and row.verdict == "conditional" and board.row("nobody") is None


def test_a_board_says_who_has_to_act_and_what_would_turn_it_green() -> None:
    board = gb.board(GATES, some(), at=AT)
    assert [owner.owner for owner in board.by_owner()] == ["ada"]
    assert board.document().by_owner() == board.by_owner()
    ways = board.what_would_turn_it_green("api")
    assert len(ways.ways) == 1 and len(ways.ways[0].steps) == 2
    assert board.what_would_turn_it_green("api", target="conditional").ways[0].cost < ways.ways[0].cost
    explanation = board.explain("api")
    assert [name.criterion for name in explanation.because] == ["errors"]
    assert str(explanation).startswith("api 1.4.0: no-go\n") and "The way to go" in str(explanation)


def test_a_board_is_a_table_for_arrow() -> None:
    board = gb.board(GATES, some(), at=AT)
    table = pa.table(board)
    assert table.num_rows == 3
    assert table.column("criterion").to_pylist() == ["errors", "latency", "latency"]
    assert table.column("signal").to_pylist() == ["no_go", "conditional", "conditional"]


def test_a_board_of_named_components() -> None:
    assert len(gb.board(GATES, some(), components=["web"], at=AT)) == 1
    with pytest.raises(TypeError):
        gb.board(GATES, some(), components="web", at=AT)
    assert repr(gb.board(GATES, some(), components=["web"], at=AT)) == f"<LiveBoard: conditional, 1 component at {AT}>"
    with pytest.raises(TypeError):
        gb.LiveBoard()
