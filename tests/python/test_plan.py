"""Plans: what Python hands to the core, and what comes back."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timedelta, timezone

import greenboard as gb
import pytest

AT = "2026-11-02T09:00:00Z"
CORE = gb.Component(name="core", ecosystem="cargo", path="core", version="1.2.0")
CLI = gb.Component(
    name="cli",
    ecosystem="cargo",
    path="cli",
    version="3.0.1",
    dependencies=[gb.Dependency(name="core", requirement="^1.2")],
)
WORKSPACE = gb.Workspace(components=[CORE, CLI])
BREAK = gb.Change(id="9fceb02", description="drop the old format", breaking="Convert first.", bumps={"core": "major"})


def planned() -> gb.Plan:
    return gb.plan(WORKSPACE, [BREAK], at=AT)


def test_a_plan_is_a_typed_document() -> None:
    plan = planned()
    assert [(entry.component, entry.old, entry.new, entry.wave) for entry in plan.entries] == [
        ("core", "1.2.0", "2.0.0", 1),
        ("cli", "3.0.1", "3.0.2", 2),
    ]
    assert [[unit.components for unit in wave] for wave in plan.waves] == [[["core"]], [["cli"]]]
    assert plan.at == AT
    assert plan.schema == "greenboard/plan/1"
    match plan.entries[1].causes:
        case [gb.documents.DependencyCause(component="core", out_of_range=True)]:
            pass
        case other:
            pytest.fail(f"unexpected causes: {other}")


def test_a_plan_travels() -> None:
    plan = planned()
    assert pickle.loads(pickle.dumps(plan)) == plan
    assert plan.to_dict() == json.loads(plan.to_json())
    assert plan.to_json() == gb.canonical_json(plan)
    assert gb.why(plan.to_json(), "cli") == gb.why(plan.to_dict(), "cli") == plan.why("cli")


def test_a_plan_tells_of_itself() -> None:
    plan = planned()
    assert str(plan).splitlines()[0].split() == ["component", "old", "new", "bump", "wave", "why"]
    assert "core 1.2.0 → 2.0.0" in str(plan.why("cli"))
    assert plan.render() == gb.render(plan) == gb.render(plan, "text")
    assert plan._repr_markdown_() == gb.render(plan, "markdown")
    assert gb.changelog(plan, "core").startswith("## core 2.0.0 (2026-11-02)")
    with pytest.raises(gb.PlanError) as caught:
        plan.why("web")
    assert caught.value.code == "plan.not_planned"
    with pytest.raises(gb.ReportError) as unknown:
        gb.render(plan, "pdf")  # type: ignore[arg-type]
    assert unknown.value.code == "report.unknown_format"


def test_inputs_are_objects_dicts_or_text() -> None:
    plan = planned()
    assert gb.plan(WORKSPACE.to_dict(), [BREAK.to_dict()], at=AT) == plan
    assert gb.plan(WORKSPACE.to_json(), f"[{BREAK.to_json()}]", at=AT) == plan
    assert gb.plan(WORKSPACE, gb.Changes(changes=[BREAK], notices=[]), at=AT) == plan
    yaml = "components:\n  - {name: core, ecosystem: cargo, path: core, version: 1.2.0}\n"
    assert gb.plan(yaml, [BREAK], at=AT).entries[0].new == "2.0.0"
    typed = {"name": "core", "ecosystem": "cargo", "version": gb.Version("1.2.0")}
    assert gb.plan({"components": [typed]}, [BREAK], at=AT).entries[0].new == "2.0.0"


def test_a_policy_is_a_preset_a_document_or_its_text() -> None:
    always = gb.Policy(rules=[gb.Rule(preset="cargo", options=gb.Options(propagation="always"))])
    plan = gb.plan(WORKSPACE, [BREAK], always, at=AT)
    options = plan.policy.rules[0].options
    assert options is not None and options.propagation == "always"
    assert plan.policy.origins == {"rules[0].options.propagation": "given"}
    assert gb.plan(WORKSPACE, [BREAK], "preset: cargo\npropagation: always", at=AT) == plan
    assert gb.plan(WORKSPACE, [BREAK], {"preset": "cargo", "propagation": "always"}, at=AT) == plan
    assert gb.plan(WORKSPACE, [BREAK], [{"preset": "cargo", "propagation": "always"}], at=AT) == plan
    assert gb.plan(WORKSPACE, [BREAK], plan.policy, at=AT) == plan
    assert gb.plan(WORKSPACE, [BREAK], "cargo", at=AT).policy.rules[0].preset == "cargo"
    calendar = gb.Policy(rules=[gb.Rule(options=gb.Options(versioning=gb.Calendar(pattern="YYYY.0M.MICRO")))])
    options = gb.plan(WORKSPACE, [], calendar, at=AT).policy.rules[0].options
    assert options is not None and isinstance(options.versioning, gb.Calendar)
    with pytest.raises(gb.PlanError) as caught:
        gb.plan(WORKSPACE, [BREAK], "frogs")
    assert caught.value.code == "plan.unknown_preset"


def test_what_remains_and_what_is_independent() -> None:
    plan = planned()
    first = plan.entries[0]
    assert first.registry_key is not None
    rest = plan.remaining([first.registry_key])
    assert first.component not in [entry.component for entry in rest.entries]
    assert gb.remaining(plan, []) == plan
    assert sum(len(part.components) for part in plan.split().parts) == len(plan.entries)


def test_the_configuration_of_changesets_is_a_policy() -> None:
    config = '{"linked": [["@acme/*"]], "ignore": ["@acme/docs"], "commit": true, "unheard": 1}'
    read = gb.config.changesets(config, '{"mode": "pre", "tag": "next", "changesets": ["a"]}')
    assert [left.key for left in read.left] == ["commit", "unheard"]
    assert read.policy.trains[0].tag == "next"
    assert read.policy.origins["groups"] == ".changeset/config.json"
    with pytest.raises(gb.PlanError) as caught:
        gb.config.check(WORKSPACE, read.policy)
    assert caught.value.code == "plan.invalid_configuration"


def test_errors_name_the_argument_and_the_place() -> None:
    with pytest.raises(gb.DocumentError) as caught:
        gb.plan(WORKSPACE, [BREAK], "preset: cargo\npropagate: always")
    assert (caught.value.code, caught.value.path, caught.value.line) == (
        "document.unknown_key",
        "policy: propagate",
        2,
    )
    assert caught.value.details["nearest"] == "propagation"
    with pytest.raises(gb.GreenboardError) as version:
        gb.plan({"components": [{"name": "core", "ecosystem": "cargo", "version": "1.x"}]}, [])
    assert version.value.path == "workspace: components[0].version"
    # Nobody wrote the text that a dict crosses as.
    assert (version.value.line, version.value.column) == (None, None)


def test_the_instant() -> None:
    east = datetime(2026, 11, 2, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    assert gb.plan(WORKSPACE, [BREAK], at=east) == planned()
    before = datetime.now(timezone.utc)
    recorded = datetime.fromisoformat(gb.plan(WORKSPACE, [BREAK]).at.replace("Z", "+00:00"))
    assert before <= recorded <= datetime.now(timezone.utc)
    refusals: list[datetime | str] = [datetime(2026, 11, 2, 9, 0), "2026-11-02", "noon"]
    for refused in refusals:
        with pytest.raises(gb.DocumentError) as caught:
            gb.plan(WORKSPACE, [BREAK], at=refused)
        assert (caught.value.code, caught.value.path) == ("document.invalid_value", "at")
