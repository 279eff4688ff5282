"""The cases of `tests/cases`, which Rust and Node run too: the results are equal to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import greenboard as gb
import pytest

CASES = Path(__file__).parents[1] / "cases"
Args = dict[str, Any]


def given(args: Args, *names: str) -> dict[str, Any]:
    """The keywords that the case gives; the rest keep Python's own defaults."""
    return {name: args[name] for name in names if name in args}


def scheme(args: Args, name: str) -> dict[str, Any]:
    own = args.get(f"{name}_scheme", args.get("scheme"))
    return {} if own is None else {"scheme": own}


def version(args: Args, name: str = "version") -> gb.Version:
    return gb.Version(args[name], **scheme(args, name))


def requirement(args: Args, name: str = "requirement") -> gb.Requirement:
    return gb.Requirement(args[name], **scheme(args, name))


def matrix(args: Args) -> list[list[bool]]:
    found = gb.match_matrix(args["requirements"], args["versions"], **given(args, "scheme", "invalid"))
    rows, columns = found.shape
    return [[found[row, column] for column in range(columns)] for row in range(rows)]


def parsed_version(args: Args) -> Any:
    value = version(args, "text")
    return {"text": value.text, "scheme": value.scheme, "prerelease": value.is_prerelease}


def parsed_requirement(args: Args) -> Any:
    value = requirement(args, "text")
    return {"text": value.text, "scheme": value.scheme, "empty": value.is_empty}


def plan(args: Args) -> gb.Plan:
    return gb.plan(args["workspace"], args["changes"], **given(args, "policy", "at"))


def document(value: gb.Plan | gb.Why | gb.Edits) -> Any:
    """What its text holds; the text is canonical already."""
    text = value.to_json()
    assert text == gb.canonical_json(text)
    return json.loads(text)


CALLS: dict[str, Callable[[Args], Any]] = {
    "version.parse": parsed_version,
    "version.compare": lambda a: version(a, "a").precedence(version(a, "b")),
    "version.equal": lambda a: version(a, "a") == version(a, "b"),
    "version.bump": lambda a: version(a).bump(a["step"], **given(a, "identifier", "base")).text,
    "version.diff": lambda a: version(a, "a").diff(version(a, "b")),
    "requirement.parse": parsed_requirement,
    "requirement.matches": lambda a: requirement(a).matches(version(a)),
    "requirement.intersects": lambda a: requirement(a, "a").intersects(requirement(a, "b")),
    "requirement.is_subset": lambda a: requirement(a, "a").is_subset(requirement(a, "b")),
    "requirement.moved_to": lambda a: requirement(a).moved_to(version(a)).text,
    "versions.sort": lambda a: gb.sort_versions(a["versions"], **given(a, "scheme", "invalid")),
    "versions.filter": lambda a: gb.filter_versions(a["versions"], requirement(a), **given(a, "invalid")),
    "versions.max_satisfying": lambda a: gb.max_satisfying(a["versions"], requirement(a), **given(a, "invalid")),
    "versions.matrix": matrix,
    "document.canonical_json": lambda a: gb.canonical_json(a["text"]),
    "document.digest": lambda a: gb.digest(a["text"]),
    "document.digest_text": lambda a: gb.digest_text(a["text"]),
    "plan.plan": lambda a: document(plan(a)),
    "plan.why": lambda a: document(gb.why(plan(a), a["component"])),
    "plan.why_text": lambda a: str(gb.why(plan(a), a["component"])),
    "plan.table": lambda a: str(plan(a)),
    "plan.render": lambda a: gb.render(plan(a), a["format"], limit=a.get("limit")),
    "plan.changelog": lambda a: gb.changelog(
        plan(a), a.get("component"), style=a.get("style", "standard"), template=a.get("template")
    ),
    "edit.edits": lambda a: document(gb.edits(plan(a), a["files"], **given(a, "options"))),
    "edit.applied": lambda a: gb.applied(a["edits"], a["files"]),
    "edit.diff": lambda a: gb.diff(a["old"], a["new"]),
}


def cases() -> Iterator[Any]:
    for file in sorted(CASES.glob("*/*.json")):
        for case in json.loads(file.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{file.parent.name}/{file.stem}: {case['name']}")


def outcome(call: Callable[[Args], Any], args: Args) -> dict[str, Any]:
    try:
        return {"expected": call(args)}
    except gb.GreenboardError as error:
        place = {"path": error.path, "line": error.line, "column": error.column}
        present = {name: value for name, value in place.items() if value is not None}
        return {"error": {"code": error.code, "message": error.message, **present}}


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    wanted = {key: case[key] for key in ("expected", "error") if key in case}
    assert gb.canonical_json(outcome(CALLS[case["call"]], case["args"])) == gb.canonical_json(wanted)
