"""Repositories on disk: their components, and what happened to each since its last tag."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Changes, Workspace

_WORKSPACE = msgspec.json.Decoder(Workspace)
_CHANGES = msgspec.json.Decoder(Changes)


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

    def __repr__(self) -> str:
        return f"<Repository {str(self.root)!r}>"
