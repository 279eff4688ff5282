"""The generated document types read and write what the core does."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import msgspec
import pytest

from greenboard import _documents
from greenboard._documents import Calendar, Change, Component, Dependency, Semantic, Versioning

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "documents" / "versioning.json").read_text(encoding="utf-8")
)


def written(document: object) -> str:
    """The document's JSON with sorted keys: canonical as long as the keys are ASCII and there are no numbers."""
    return msgspec.json.encode(document, order="sorted").decode()


@pytest.mark.parametrize("case", CASES["accept"], ids=lambda case: case["name"])
def test_a_kind_is_read_and_written_as_in_rust(case: dict[str, Any]) -> None:
    versioning = msgspec.json.decode(case["input"], type=Versioning)
    assert written(versioning) == case["output"]
    assert msgspec.json.decode(case["output"], type=Versioning) == versioning
    assert versioning.kind == json.loads(case["output"])["kind"]


@pytest.mark.parametrize("case", CASES["reject"], ids=lambda case: case["name"])
def test_what_rust_refuses_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(case["input"], type=Versioning)


def test_kinds_are_told_apart_by_type() -> None:
    versioning: Versioning = Calendar(pattern="YYYY.0M.MICRO")
    match versioning:
        case Calendar(pattern=pattern):
            assert pattern == "YYYY.0M.MICRO"
        case Semantic():
            pytest.fail("a calendar is not semantic")


def test_documents_are_values() -> None:
    component = Component(name="core", ecosystem="cargo", dependencies=[Dependency(name="serde", requirement="^1")])
    assert pickle.loads(pickle.dumps(component)) == component
    assert copy.deepcopy(component) == component
    assert component != Component(name="core", ecosystem="npm")
    assert "name='core'" in repr(component)


def test_defaults_are_not_shared() -> None:
    one, other = (Change(id=id, description="add x") for id in ("1", "2"))
    one.bumps["core"] = "minor"
    assert other.bumps == {}


def test_a_document_says_what_it_is() -> None:
    component = Component(name="core", ecosystem="cargo")
    assert json.loads(written(component))["schema"] == "greenboard/component/1"
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode('{"schema":"greenboard/plan/1","name":"core","ecosystem":"cargo"}', type=Component)


def test_every_type_is_documented() -> None:
    for name in _documents.__all__:
        value = getattr(_documents, name)
        if isinstance(value, type):
            assert value.__doc__, name
