"""The handle of facts, and what contracts allow."""

from __future__ import annotations

import pickle
from typing import Any

import greenboard as gb
import pytest

AT = "2026-11-02T09:00:00Z"


def approval(by: str, **more: Any) -> dict[str, Any]:
    return {"kind": "approval", "id": "a1", "by": by, "subject": {"component": "payments"}, "observed_at": AT} | more


WORKSPACE = {"components": [], "identity": {"people": {"ada": {"github": "ada-l"}}}}


def test_adding_says_what_came_of_it() -> None:
    facts = gb.Facts()
    assert facts.add([approval("ada"), approval("ada")]).absorbed == 1
    assert facts.add(gb.canonical_json([approval("ada")])).absorbed == 1
    assert (len(facts), facts.absorbed, repr(facts)) == (1, 2, "<Facts: 1>")
    added = facts.add(approval("grace"))
    assert added.contradictory == facts.contradictions
    assert facts.contradictions[0].ids == ["a1"]
    kept, _ = facts.of_kind("approval")
    assert isinstance(kept, gb.documents.Approval)
    assert kept.by == "ada"


def test_documents_go_in_as_they_come_out() -> None:
    facts = gb.Facts()
    facts.add(approval("ada", ticket="PAY-1"))
    again = gb.Facts()
    again.add(facts.of_kind("approval"))
    again.add(facts.of_kind("approval")[0])
    assert again.digest() == facts.digest()
    assert again.to_json() == facts.to_json()


def test_strangers_are_told() -> None:
    facts = gb.Facts(WORKSPACE)
    added = facts.add(approval("adal", source={"tool": "github"}))
    assert added.unresolved == facts.unresolved
    [unknown] = facts.unresolved
    assert (unknown.what, unknown.name, unknown.nearest, unknown.facts) == ("person", "adal", ["ada"], 1)


def test_facts_can_be_pickled() -> None:
    facts = gb.Facts(WORKSPACE)
    facts.add(approval("adal", source={"tool": "github"}))
    copy = pickle.loads(pickle.dumps(facts))
    assert (copy.digest(), copy.unresolved) == (facts.digest(), facts.unresolved)


def test_a_report_is_read_into_them() -> None:
    facts = gb.Facts()
    report = "<testsuite><testcase name='adds'/></testsuite>"
    assert facts.read(report, tool="junit", subject={"component": "payments"}, at=AT).added == 1
    with pytest.raises(gb.ToolError):
        facts.read("", tool="junit", subject={"component": "payments"}, at=AT)


def test_what_is_wrong_is_placed() -> None:
    with pytest.raises(gb.GreenboardError) as error:
        gb.Facts().add('[{"kind": "aproval"}]')
    assert (error.value.path, error.value.line) == ("facts: [0].kind", 1)


def test_contracts() -> None:
    matrix = {"pacts": [{"consumer": "web", "version": "1", "provider": "orders"}], "deployed": {"orders": ["7"]}}
    answer = gb.contracts.can_i_deploy(matrix, "web", "1")
    assert (answer.deployable, answer.exists, len(answer.rows)) == ("unknown", True, 1)
    assert gb.contracts.can_i_deploy(matrix, "web", "2").deployable == "no"
    assert gb.contracts.together(matrix, "web", {"web": "1"}) is None
