"""Reports and the command line: what people read."""

from __future__ import annotations

import subprocess
import sys

import greenboard as gb
import pytest

CORE = gb.Component(name="core", ecosystem="cargo", path="core", version="1.2.0")
FEATURE = gb.Change(id="9fceb02", type="feat", description="read <arrays>", bumps={"core": "minor"})
PLAN = gb.plan(gb.Workspace(components=[CORE]), [FEATURE], at="2026-11-02T09:00:00Z")


def test_every_format_has_its_own_words() -> None:
    assert gb.render(PLAN, "diff") == "  core (core)\n- version 1.2.0\n+ version 1.3.0\n"
    assert gb.render(PLAN, "mermaid").startswith("flowchart LR\n")
    assert "<details><summary>core 1.3.0</summary>" in gb.render(PLAN, "pull_request")
    assert len(gb.render(PLAN, "pull_request", limit=100)) <= 100
    assert PLAN._repr_html_() == gb.render(PLAN, "html")
    assert "read &lt;arrays&gt;" in PLAN._repr_html_()


def test_a_changelog_in_a_style_a_template_or_a_function() -> None:
    assert gb.changelog(PLAN, "core", style="keep_a_changelog").startswith("## [1.3.0] - 2026-11-02\n\n### Added\n")
    assert gb.changelog(PLAN).startswith("## 2026-11-02\n\n- core 1.2.0 → 1.3.0\n")
    assert gb.changelog(PLAN, template="{{ plan.entries | length }} on {{ date }}") == "1 on 2026-11-02"

    def sections(plan: gb.Plan, entry: object) -> str:
        return ", ".join(section.kind for section in plan.entries[0].changelog.sections)

    assert gb.changelog(PLAN, "core", write=sections) == "features"
    assert gb.changelog(PLAN.to_json(), write=sections) == "features"


def test_what_cannot_be_written_is_said() -> None:
    with pytest.raises(gb.ReportError) as broken:
        gb.changelog(PLAN, "core", template="\n{{ nothing }}")
    assert (broken.value.code, broken.value.line) == ("report.template", 2)
    with pytest.raises(gb.ReportError) as style:
        gb.changelog(PLAN, "core", style="fancy")  # type: ignore[arg-type]
    assert style.value.code == "report.unknown_style"
    with pytest.raises(gb.PlanError):
        gb.changelog(PLAN, "nobody", write=lambda plan, entry: "")
    with pytest.raises(TypeError):
        gb.changelog(PLAN, template="", write=lambda plan, entry: "")


def test_the_command_line_is_the_same_program() -> None:
    def greenboard(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "greenboard", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    version = greenboard("--version")
    assert (version.returncode, version.stderr) == (0, "") and version.stdout.startswith("greenboard ")
    wrong = greenboard("pln")
    assert (wrong.returncode, wrong.stdout) == (2, "") and "'plan'" in wrong.stderr
