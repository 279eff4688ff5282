"""Repositories: read from disk and git, given as typed documents."""

from __future__ import annotations

import subprocess
from pathlib import Path

import greenboard as gb
import pytest


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A crate, released as v1.2.0, with one feature since."""

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "Cargo.toml").write_text('[package]\nname = "core"\nversion = "1.2.0"\n')
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "chore: begin")
    git("tag", "v1.2.0")
    (tmp_path / "lib.rs").write_text("")
    git("add", ".")
    git("commit", "-m", "feat: read arrays")
    return tmp_path


def test_from_directory_to_plan(repository: Path) -> None:
    opened = gb.Repository.open(repository)
    assert opened.root == repository.resolve()
    assert repr(opened) == f"<Repository {str(repository.resolve())!r}>"
    workspace = opened.workspace()
    assert [(component.name, component.version) for component in workspace.components] == [("core", "1.2.0")]
    changes = opened.changes()
    assert [(change.description, change.bumps) for change in changes.changes] == [("read arrays", {"core": "minor"})]
    assert opened.changes(workspace, first_parent=True, mode="strict") == changes
    assert gb.plan(workspace, changes).entries[0].new == "1.3.0"


def test_what_cannot_be_read_is_a_typed_error(tmp_path: Path) -> None:
    with pytest.raises(gb.SourceError) as missing:
        gb.Repository.open(tmp_path / "missing")
    assert missing.value.code == "source.no_directory"
    assert isinstance(missing.value, OSError)
    (tmp_path / "Cargo.toml").write_text("[package]\nname = 3\n")
    with pytest.raises(gb.ComponentError) as broken:
        gb.Repository.open(tmp_path).workspace()
    assert broken.value.code == "component.broken_manifests"
    with pytest.raises(TypeError, match="Repository.open"):
        gb.Repository()


def test_from_a_repository_to_its_plan_and_into_its_files(repository: Path) -> None:
    opened = gb.Repository.open(repository)
    assert opened.configuration().files == []
    planned = opened.plan(at="2026-11-02T09:00:00Z")
    assert (planned.plan.entries[0].new, planned.notices) == ("1.3.0", [])
    assert opened.plan("cargo", at="2026-11-02T09:00:00Z").configuration.policy.rules[0].preset == "cargo"
    applied = opened.apply(planned.plan)
    assert applied.changed == ["CHANGELOG.md", "Cargo.toml"]
    assert (repository / "CHANGELOG.md").read_text().startswith("# core\n\n## 1.3.0 (2026-11-02)\n")
    assert opened.apply(planned.plan).changed == []


def test_a_repository_says_how_it_is_released(repository: Path) -> None:
    (repository / "greenboard.yaml").write_text("policy:\n  versioning: {kind: calendar, pattern: YYYY.MM.MICRO}\n")
    planned = gb.Repository.open(repository).plan(at="2026-11-02T09:00:00Z")
    assert planned.configuration.files == ["greenboard.yaml"]
    assert planned.plan.entries[0].new == "2026.11.0"
