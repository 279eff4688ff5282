"""Changes of a real repository: changesets, branches, maintenance lines; and what is known better."""

from __future__ import annotations

import subprocess
from pathlib import Path

import greenboard as gb
import pytest


class Git:
    """A repository of two packages, and git in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("package.json", '{"private": true, "workspaces": ["p/*"]}')
        for name in ("core", "app"):
            self.write(f"p/{name}/package.json", f'{{"name": "{name}", "version": "1.0.0"}}')
        self("init", "-b", "main")
        self.commit("chore: begin")
        self("tag", "v1.0.0")

    def __call__(self, *arguments: str) -> str:
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *identity, *arguments], cwd=self.path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, path: str, text: str = "") -> None:
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def commit(self, message: str) -> str:
        self("add", "-A")
        self("commit", "--allow-empty", "-m", message)
        return self("rev-parse", "HEAD")

    def change(self, path: str, message: str) -> str:
        self.write(path, message)
        return self.commit(message)


@pytest.fixture
def git(tmp_path: Path) -> Git:
    return Git(tmp_path)


def test_changesets_are_read_where_they_are_used(git: Git) -> None:
    git.write(".changeset/config.json", "{}")
    git.write(".changeset/cool-cats.md", "---\ncore: minor\n---\n\nArrays\n")
    added = git.commit("feat: arrays (#12)")
    repository = gb.Repository.open(git.path)
    [change] = repository.changes().changes
    assert (change.id, change.origin, change.commit, change.pull_request) == ("cool-cats", "changeset", added, 12)
    commits = repository.changes(options=gb.HistoryOptions(read="commits")).changes
    assert [commit.origin for commit in commits] == ["commit"] * len(commits)


def test_options_of_history(git: Git) -> None:
    wrong = git.change("p/core/a.js", "oops")
    git.change("p/core/package-lock.json", "fix: lock")
    options = gb.HistoryOptions(
        ignored=["**/package-lock.json"],
        levels=gb.Levels(types={"deps": "patch"}),
        overrides=gb.CommitOverrides(commits={wrong: gb.CommitOverride(message="deps: newer")}),
    )
    [change] = gb.Repository.open(git.path).changes(options=options).changes
    assert (change.description, change.bumps) == ("newer", {"core": "patch"})
    with pytest.raises(gb.DocumentError) as unknown:
        gb.Repository.open(git.path).changes(options={"levles": {}})
    assert unknown.value.path == "options: levles"


def test_what_a_branch_brings_has_to_be_covered(git: Git) -> None:
    git("checkout", "-b", "topic")
    git.change("p/core/a.js", "feat: arrays")
    git.change("p/app/b.js", "docs: guide")
    repository = gb.Repository.open(git.path)
    since = repository.since("main")
    assert (since.base, since.files) == (git("rev-parse", "main"), ["p/app/b.js", "p/core/a.js"])
    [found] = repository.uncovered("main")
    assert (found.component, found.files) == ("app", ["p/app/b.js"])
    assert repository.uncovered("main", coverage={"ignore": ["app"]}) == []
    with pytest.raises(gb.SourceError) as unknown:
        repository.since("nowhere")
    assert unknown.value.code == "source.unknown_revision"


def test_fixes_that_a_maintenance_line_misses(git: Git) -> None:
    git("branch", "1.x")
    picked = git.change("p/core/a.js", "fix: picked")
    missing = git.change("p/core/b.js", "fix: missing")
    git("checkout", "1.x")
    git("cherry-pick", "-x", picked)
    divergence = gb.Repository.open(git.path).divergence("main", "1.x")
    found = gb.backports(divergence)
    assert [fix.id for fix in found.missing] == [missing]
    assert [(fix.change.id, fix.by) for fix in found.present] == [(picked, "cherry_pick")]
    assert gb.backports(divergence, gb.BackportRules(not_needed=[missing])).missing == []


def test_an_error_of_a_changeset_says_where() -> None:
    with pytest.raises(gb.ChangeError) as none:
        gb.read_changeset("a.md", "Arrays")
    assert (none.value.code, none.value.path, none.value.line) == ("change.no_front_matter", "a.md", 1)
    with pytest.raises(gb.ChangeError) as broken:
        gb.read_changesets({"a.md": "", "b.md": "---\ncore: x\n---\n"})
    assert [problem["path"] for problem in broken.value.details["problems"]] == ["a.md", "b.md: core"]
