"""Changes: commit messages, changesets, what is known better, and what another line of development misses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import (
    Amended,
    BackportRules,
    Backports,
    Change,
    Changes,
    Commit,
    CommitOverrides,
    Coverage,
    Divergence,
    Enrichment,
    Levels,
    Message,
    Mode,
    Uncovered,
    Workspace,
)

Given: TypeAlias = "Changes | Amended | Sequence[Change | Mapping[str, Any]] | JsonText"
"""Changes, as calls take them."""

_AMENDED = msgspec.json.Decoder(Amended)
_BACKPORTS = msgspec.json.Decoder(Backports)
_CHANGE = msgspec.json.Decoder(Change)
_CHANGES = msgspec.json.Decoder(list[Change])
_MESSAGES = msgspec.json.Decoder(list[Message])
_UNCOVERED = msgspec.json.Decoder(list[Uncovered])


def listed(changes: Given) -> tuple[bytes, bool]:
    """The changes alone, on their way to the core."""
    return given(changes.changes if isinstance(changes, (Changes, Amended)) else changes)


def _or_empty(document: Any) -> tuple[bytes, bool]:
    return given({} if document is None else document)


def parse_commit(text: str, mode: Mode = "lenient") -> list[Message]:
    """The Conventional Commits in a commit's message: one, and several where the lenient mode finds several headers.

    Raises `ChangeError` with line and column where there is none.

    >>> [message.description for message in gb.parse_commit("feat: arrays\\n\\n* fix(cli)!: flags")]
    ['arrays', 'flags']
    >>> gb.parse_commit("feat:x")[0].tolerated
    ['no_space']
    """
    return _MESSAGES.decode(_native.parse_commit(text, mode))


def commit_changes(
    commit: Commit | Mapping[str, Any] | JsonText,
    components: Iterable[str],
    *,
    mode: Mode = "lenient",
    levels: Levels | Mapping[str, Any] | JsonText | None = None,
) -> list[Change]:
    """The changes of a commit that touches these components.

    >>> commit = gb.Commit(id="9fceb02", message="feat: arrays (#12)", at="2026-11-02T09:00:00Z")
    >>> [change] = gb.commit_changes(commit, ["core"])
    >>> change.bumps, change.pull_request
    ({'core': 'minor'}, 12)
    """
    text = _native.commit_changes(given(commit), list(components), mode, _or_empty(levels))
    return _CHANGES.decode(text)


def read_changeset(name: str, text: str) -> Change:
    """A changeset, read from its file's name and text.

    >>> change = gb.read_changeset("cool-cats.md", "---\\n'core': minor\\n---\\n\\nRead arrays\\n")
    >>> change.id, change.bumps, change.description
    ('cool-cats', {'core': 'minor'}, 'Read arrays')
    """
    return _CHANGE.decode(_native.read_changeset(name, text))


def read_changesets(files: Mapping[str, str]) -> list[Change]:
    """All changesets among the files of a folder, given by name and text, sorted by name; all that is wrong is raised at once.

    >>> [change.id for change in gb.read_changesets({"README.md": "", "a.md": "---\\n---\\n"})]
    ['a']
    """
    return _CHANGES.decode(_native.read_changesets(dict(files)))


def changeset_text(change: Change | Mapping[str, Any] | JsonText) -> str:
    """The text of a changeset that reads back to a change's bumps, description and body.

    >>> print(gb.changeset_text(gb.Change(id="x", description="Read arrays", bumps={"core": "minor"})), end="")
    ---
    "core": minor
    ---
    <BLANKLINE>
    Read arrays
    """
    return _native.changeset_text(given(change))


def override_commits(
    changes: Given,
    overrides: CommitOverrides | Mapping[str, Any] | JsonText,
    *,
    mode: Mode = "lenient",
    levels: Levels | Mapping[str, Any] | JsonText | None = None,
) -> Amended:
    """The changes under overrides by hash: another message, other bumps, or nothing at all.

    >>> change = gb.Change(id="9fceb02aa", commit="9fceb02aa", origin="commit", description="oops", bumps={"core": "none"})
    >>> overrides = {"commits": {"9fceb02": {"message": "fix: arrays"}, "badc0de": {"skip": True}}}
    >>> amended = gb.override_commits([change], overrides)
    >>> amended.changes[0].bumps, amended.unknown
    ({'core': 'patch'}, ['badc0de'])
    """
    text = _native.override_commits(listed(changes), given(overrides), mode, _or_empty(levels))
    return _AMENDED.decode(text)


def enrich(
    changes: Given,
    enrichment: Enrichment | Mapping[str, Any] | JsonText,
    *,
    mode: Mode = "lenient",
    levels: Levels | Mapping[str, Any] | JsonText | None = None,
) -> Amended:
    """The changes with what the host knows of their commits: pull request, labels, login, title.

    >>> change = gb.Change(id="9fceb02aa", commit="9fceb02aa", origin="commit", description="wip", bumps={"core": "none"})
    >>> details = {"commits": {"9fceb02": {"pull_request": 12, "title": "feat: arrays", "login": "ada"}}}
    >>> [change] = gb.enrich([change], details).changes
    >>> change.description, change.pull_request, change.login
    ('arrays', 12, 'ada')
    """
    text = _native.enrich(listed(changes), given(enrichment), mode, _or_empty(levels))
    return _AMENDED.decode(text)


def merge_duplicates(changes: Given) -> list[Change]:
    """Each change once: those that say the same for the same pull request become one. Changes are newest first.

    >>> squash = gb.Change(id="a", type="feat", description="arrays (#12)", pull_request=12)
    >>> commit = gb.Change(id="b", type="feat", description="arrays", pull_request=12)
    >>> [change.id for change in gb.merge_duplicates([squash, commit])]
    ['a']
    """
    return _CHANGES.decode(_native.merge_duplicates(listed(changes)))


def cancel_reverts(changes: Given) -> list[Change]:
    """The changes without reverts of what is among them, and without what these revert.

    >>> feature = gb.Change(id="56185b7356", type="feat", description="lanes", bumps={"board": "minor"})
    >>> revert = gb.Change(id="789d898b5f", type="revert", description="feat: lanes", bumps={"board": "patch"})
    >>> gb.cancel_reverts([feature, revert])
    []
    """
    return _CHANGES.decode(_native.cancel_reverts(listed(changes)))


def backports(
    history: Divergence | Mapping[str, Any] | JsonText,
    rules: BackportRules | Mapping[str, Any] | JsonText | None = None,
) -> Backports:
    """Which fixes of the main line are missing on a maintenance line.

    >>> commit = lambda id, message: {"id": id, "message": message, "at": "2026-11-02T09:00:00Z"}
    >>> main = [commit("b2b2b2b2", "fix: arrays"), commit("a1a1a1a1", "fix: lanes")]
    >>> line = [commit("c3c3c3c3", "fix: arrays on 1.x\\n\\n(cherry picked from commit b2b2b2b2)")]
    >>> found = gb.backports({"main": main, "line": line})
    >>> [fix.description for fix in found.missing], [fix.by for fix in found.present]
    (['lanes'], ['cherry_pick'])
    """
    return _BACKPORTS.decode(_native.backports(given(history), _or_empty(rules)))


def uncovered(
    workspace: Workspace | Mapping[str, Any] | JsonText,
    changes: Given,
    touched: Iterable[str],
    coverage: Coverage | Mapping[str, Any] | JsonText | None = None,
) -> list[Uncovered]:
    """The components that own a touched file, and whose release no change asks for.

    >>> core = gb.Component(name="core", ecosystem="cargo", path="core", version="1.2.0")
    >>> [found] = gb.uncovered(gb.Workspace(components=[core]), [], ["core/lib.rs", "README.md"])
    >>> found.component, found.files
    ('core', ['core/lib.rs'])
    """
    text = _native.uncovered(given(workspace), listed(changes), list(touched), _or_empty(coverage))
    return _UNCOVERED.decode(text)
