"""Workspaces from texts and directories, their graph, and who is who."""

from __future__ import annotations

from pathlib import Path

import greenboard as gb
import pytest

FILES = {
    "package.json": '{"workspaces": ["*"]}',
    "core/package.json": '{"name": "core", "version": "1.0.0"}',
    "app/package.json": '{"name": "app", "version": "1.0.0", "dependencies": {"core": "^1.0.0"}}',
    "greenboard.yaml": "identity: {components: {app: {jira: [APP]}, core: {jira: [CORE, LIB]}}}",
}


def test_load_reads_what_texts_say(tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    workspace = gb.Workspace.load(tmp_path)
    assert workspace == gb.read_manifests(FILES)
    assert [unit.components for wave in workspace.graph().waves() for unit in wave] == [["core"], ["app"]]
    assert gb.Workspace.load(str(tmp_path)) == workspace


def test_checkouts_are_an_organisation(tmp_path: Path) -> None:
    for folder in ("ui", "shop"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "package.json").write_text('{"name": "docs", "version": "1.0.0"}')
    assert [component.name for component in gb.Workspace.load(tmp_path).components] == ["shop:docs", "ui:docs"]


def test_identity_is_asked_by_kind() -> None:
    identity = gb.read_manifests(FILES).identity
    assert identity.component("jira", "LIB") == "core"
    assert identity.component("jira", "core") is None
    assert identity.person("github", "ada") is None
    assert identity.environment("kubernetes", "prod") is None
    both = gb.Identity(components={"a": {"jira": ["X"]}, "b": {"jira": ["X"]}})
    with pytest.raises(gb.FactError) as ambiguous:
        both.component("jira", "X")
    assert ambiguous.value.details["names"] == ["a", "b"]


def test_a_graph_of_edges() -> None:
    graph = gb.Graph.from_edges(["app", "egg", "hen"], [(0, 1), (1, 2), (2, 1)])
    assert repr(graph) == "<Graph of 3 components>"
    assert graph.names == ["app", "egg", "hen"]
    assert graph.wave_numbers() == [1, 0, 0]
    assert [cycle.components for cycle in graph.cycles()] == [["egg", "hen"]]
    assert graph.dependents("hen") == ["app", "egg"]
    assert [unit.components for unit in graph.longest_chain(["app"])] == [["app"]]
    assert [[unit.components for unit in wave] for wave in graph.waves({"hen", "app"})] == [[["hen"]], [["app"]]]
    with pytest.raises(gb.ComponentError) as unknown:
        graph.impact("cock")
    assert unknown.value.code == "component.unknown"


def test_problems_come_all_at_once() -> None:
    with pytest.raises(gb.ComponentError) as broken:
        gb.read_manifests({"package.json": '{"name": 1}', "greenboard.yaml": "edge: []"})
    problems = broken.value.details["problems"]
    assert [(problem["path"], problem["line"]) for problem in problems] == [
        ("greenboard.yaml: edge", 1),
        ("package.json", 1),
    ]
