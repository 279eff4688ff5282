"""Repositories on disk: their components, and what happened to each since its last tag."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import (
    Applied,
    Changes,
    Configuration,
    Coverage,
    Divergence,
    EditOptions,
    Edits,
    HistoryOptions,
    Mode,
    Plan,
    Planned,
    Policy,
    Since,
    Uncovered,
    Workspace,
)
from ._plan import instant

_WORKSPACE = msgspec.json.Decoder(Workspace)
_CHANGES = msgspec.json.Decoder(Changes)
_CONFIGURATION = msgspec.json.Decoder(Configuration)
_PLANNED = msgspec.json.Decoder(Planned)
_EDITS = msgspec.json.Decoder(Edits)
_APPLIED = msgspec.json.Decoder(Applied)
_DIVERGENCE = msgspec.json.Decoder(Divergence)
_SINCE = msgspec.json.Decoder(Since)
_UNCOVERED = msgspec.json.Decoder(list[Uncovered])

Options: TypeAlias = "HistoryOptions | Mapping[str, Any] | JsonText"
"""How history is read."""


def _maybe(document: Any) -> tuple[bytes, bool] | None:
    return None if document is None else given(document)


def _options(first_parent: bool, mode: Mode, options: Options | None) -> tuple[bytes, bool]:
    return given({"first_parent": first_parent, "mode": mode} if options is None else options)


class Repository:
    """A directory with manifests in it, usually a git repository's work tree. `open` one; making one does no I/O.

    >>> repository = gb.Repository.open(".")  # doctest: +SKIP
    >>> print(gb.plan(repository.workspace(), repository.changes()))  # doctest: +SKIP
    """

    __slots__ = ("_native",)
    _native: _native.Repository

    def __init__(self) -> None:
        raise TypeError("open a repository with Repository.open(dir)")

    @classmethod
    def open(cls, dir: str | os.PathLike[str] = ".") -> Repository:
        """The repository that `dir` lies in: of the work tree around it, or just the directory where there is none.

        Raises `SourceError` where there is no such directory, or a git repository that cannot be opened.
        """
        repository = object.__new__(cls)
        repository._native = _native.Repository.open(os.fspath(dir))
        return repository

    @property
    def root(self) -> Path:
        """The top of the work tree: what the paths of components are relative to."""
        return Path(self._native.root)

    def workspace(self) -> Workspace:
        """The components, as the manifests in the work tree declare them."""
        return _WORKSPACE.decode(self._native.workspace())

    def changes(
        self,
        workspace: Workspace | Mapping[str, Any] | JsonText | None = None,
        *,
        first_parent: bool = False,
        mode: Mode = "lenient",
        options: Options | None = None,
    ) -> Changes:
        """The changes since each component's last tag, as the commits' messages tell them, newest first; or the changesets of
        a repository that has a `.changeset/config.json`.

        `workspace` is the repository's own unless given. `first_parent` counts a merged branch as the one commit that
        merged it; `mode` says how commit messages are read; `options` say all else (`HistoryOptions`), and count before
        both.
        """
        return _CHANGES.decode(self._native.changes(_maybe(workspace), _options(first_parent, mode, options)))

    def since(
        self,
        base: str,
        workspace: Workspace | Mapping[str, Any] | JsonText | None = None,
        *,
        mode: Mode = "lenient",
        options: Options | None = None,
    ) -> Since:
        """What the head has brought since it left `base`, a branch, a tag or a hash: files, and changes."""
        return _SINCE.decode(self._native.since(base, _maybe(workspace), _options(False, mode, options)))

    def uncovered(
        self,
        base: str,
        workspace: Workspace | Mapping[str, Any] | JsonText | None = None,
        coverage: Coverage | Mapping[str, Any] | JsonText | None = None,
        *,
        mode: Mode = "lenient",
        options: Options | None = None,
    ) -> list[Uncovered]:
        """The components that the head has touched since it left `base`, and whose release nothing that it brings asks for."""
        text = self._native.uncovered(
            base,
            _maybe(workspace),
            _options(False, mode, options),
            given({} if coverage is None else coverage),
        )
        return _UNCOVERED.decode(text)

    def divergence(self, main: str, line: str) -> Divergence:
        """What each of two lines of development has and the other has not, for `greenboard.backports`."""
        return _DIVERGENCE.decode(self._native.divergence(main, line))

    def configuration(self) -> Configuration:
        """How the repository is released: by the section `policy` of its `greenboard.yaml`, else by changesets' configuration,
        else by release-please's, else by the preset `greenboard`. What of the files is not followed is in `left`.
        """
        return _CONFIGURATION.decode(self._native.configuration())

    def plan(
        self,
        policy: Policy | Mapping[str, Any] | Sequence[Any] | str | None = None,
        *,
        at: datetime | str | None = None,
        first_parent: bool = False,
        mode: Mode = "lenient",
        options: Options | None = None,
    ) -> Planned:
        """What goes out next, all as the repository's files and history say: its `plan`, the `configuration` that decided, and
        `notices` about the history. A policy that is given takes the place of the repository's own.

        >>> print(gb.Repository.open(".").plan().plan)  # doctest: +SKIP
        """
        history = _options(first_parent, mode, options)
        return _PLANNED.decode(self._native.plan(_maybe(policy), history, instant(at)))

    def edits(
        self,
        plan: Plan | Mapping[str, Any] | JsonText,
        options: EditOptions | Mapping[str, Any] | JsonText | None = None,
    ) -> Edits:
        """What a plan changes in the files of the work tree, as `greenboard.edits`. Nothing is written. Without options the
        changelogs and extra files are those of the repository's configuration.
        """
        return _EDITS.decode(self._native.edits(given(plan), _maybe(options)))

    def apply(
        self,
        plan: Plan | Edits | Mapping[str, Any] | JsonText,
        options: EditOptions | Mapping[str, Any] | JsonText | None = None,
        *,
        dry_run: bool = False,
    ) -> Applied:
        """Writes a plan, or edits that were made of one, into the files of the work tree: all of it, or nothing.

        What is written already is passed over, so that a second run changes nothing. `dry_run` writes nothing and gives the
        same answer, with the unified diff. Raises `SourceError` where a file was changed meanwhile or a path leads out of the
        repository, and `PlanError` where the plan is of other files; no file has changed then. Without options the changelogs
        and extra files are those of the repository's configuration.

        >>> print(repository.apply(plan, dry_run=True).diff)  # doctest: +SKIP
        """
        return _APPLIED.decode(self._native.apply(given(plan), _maybe(options), dry_run))

    def recover(self) -> list[str]:
        """Brings a run of `apply` that was stopped half-way to its end, and gives the files it still had to write."""
        return self._native.recover()

    def __repr__(self) -> str:
        return f"<Repository {str(self.root)!r}>"
