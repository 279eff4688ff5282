"""Repositories on disk: their components, and what happened to each since its last tag."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Applied, Changes, EditOptions, Edits, Plan, Workspace

_WORKSPACE = msgspec.json.Decoder(Workspace)
_CHANGES = msgspec.json.Decoder(Changes)
_EDITS = msgspec.json.Decoder(Edits)
_APPLIED = msgspec.json.Decoder(Applied)


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
        mode: Literal["lenient", "strict"] = "lenient",
    ) -> Changes:
        """The changes since each component's last tag, as the commits' messages tell them, newest first.

        `workspace` is the repository's own unless given. `first_parent` counts a merged branch as the one commit that
        merged it; `mode` says how commit messages are read.
        """
        text = None if workspace is None else given(workspace)
        return _CHANGES.decode(self._native.changes(text, first_parent, mode))

    def edits(
        self,
        plan: Plan | Mapping[str, Any] | JsonText,
        options: EditOptions | Mapping[str, Any] | JsonText | None = None,
    ) -> Edits:
        """What a plan changes in the files of the work tree, as `greenboard.edits`. Nothing is written."""
        text = self._native.edits(given(plan), given({} if options is None else options))
        return _EDITS.decode(text)

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
        repository, and `PlanError` where the plan is of other files; no file has changed then.

        >>> print(repository.apply(plan, dry_run=True).diff)  # doctest: +SKIP
        """
        options = {} if options is None else options
        return _APPLIED.decode(self._native.apply(given(plan), given(options), dry_run))

    def recover(self) -> list[str]:
        """Brings a run of `apply` that was stopped half-way to its end, and gives the files it still had to write."""
        return self._native.recover()

    def __repr__(self) -> str:
        return f"<Repository {str(self.root)!r}>"
