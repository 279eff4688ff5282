"""Edits and what becomes of them on disk."""

from __future__ import annotations

import pickle
from pathlib import Path

import greenboard as gb
import pytest

MANIFEST = "[package]\nname = 'core'\nversion = '1.2.0'  # ours\n"


@pytest.fixture
def repository(tmp_path: Path) -> gb.Repository:
    (tmp_path / "Cargo.toml").write_text(MANIFEST)
    return gb.Repository.open(tmp_path)


@pytest.fixture
def plan(repository: gb.Repository) -> gb.Plan:
    change = gb.Change(id="1", description="lanes", bumps={"core": "minor"})
    return gb.plan(repository.workspace(), [change])


def test_edits_are_documents(plan: gb.Plan) -> None:
    files = {"Cargo.toml": MANIFEST}
    edits = gb.edits(plan, files, gb.EditOptions(changelogs={"CHANGELOG.md": "## 1.3.0"}))
    assert [edit.path for edit in edits.edits] == ["CHANGELOG.md", "Cargo.toml"]
    after = edits.applied(files)
    assert after["Cargo.toml"] == MANIFEST.replace("1.2.0", "1.3.0")
    assert pickle.loads(pickle.dumps(edits)) == edits
    assert gb.edits(plan.to_json(), after).edits == []
    assert gb.applied(edits.to_json(), files) == gb.applied(edits.to_dict(), files) == after


def test_a_plan_is_applied_once(repository: gb.Repository, plan: gb.Plan) -> None:
    manifest = repository.root / "Cargo.toml"
    tried = repository.apply(plan, dry_run=True)
    assert not tried.written and manifest.read_text() == MANIFEST
    assert "+version = '1.3.0'  # ours" in str(tried)
    applied = repository.apply(plan)
    assert applied.written and applied.changed == ["CHANGELOG.md", "Cargo.toml"] and applied.diff == tried.diff
    assert manifest.read_text() == MANIFEST.replace("1.2.0", "1.3.0")
    again = repository.apply(plan)
    assert not again.written and again.changed == []
    assert repository.recover() == []


def test_edits_are_applied_as_they_are(repository: gb.Repository, plan: gb.Plan) -> None:
    edits = repository.edits(plan, {"changelogs": {"CHANGELOG.md": "## 1.3.0"}})
    assert repository.apply(edits).changed == ["CHANGELOG.md", "Cargo.toml"]
    assert (repository.root / "CHANGELOG.md").read_text() == "# Changelog\n\n## 1.3.0\n"


def test_what_was_changed_meanwhile(repository: gb.Repository, plan: gb.Plan) -> None:
    edits = repository.edits(plan)
    (repository.root / "Cargo.toml").write_text(MANIFEST + "\n")
    with pytest.raises(gb.SourceError) as caught:
        repository.apply(edits)
    assert caught.value.code == "source.changed" and caught.value.details["paths"] == ["Cargo.toml"]
    with pytest.raises(gb.SourceError) as caught:
        repository.apply(gb.Edits(edits=[gb.Edit(path="../x", kind="create", text="")]))
    assert caught.value.code == "source.outside"
