"""Edits: what a plan changes in the files it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from . import _mixins, _native
from ._document import JsonText, given
from ._documents import EditOptions, Edits, Plan

_EDITS = msgspec.json.Decoder(Edits)


def edits(
    plan: Plan | Mapping[str, Any] | JsonText,
    files: Mapping[str, str],
    options: EditOptions | Mapping[str, Any] | JsonText | None = None,
) -> Edits:
    """What a plan changes in these texts by path: versions, requirements and lockfiles, and what the options name besides.

    Only the bytes of what changes are replaced. What is written already is passed over; a text that is neither the old one
    nor the new raises `PlanError`, with its place.

    >>> files = {"Cargo.toml": "[package]\\nname = 'core'\\nversion = '1.2.0'  # ours\\n"}
    >>> core = gb.Component(name="core", ecosystem="cargo", version="1.2.0")
    >>> change = gb.Change(id="9fceb02", description="read arrays", bumps={"core": "minor"})
    >>> edits = gb.edits(gb.plan(gb.Workspace(components=[core]), [change]), files)
    >>> edits.applied(files)["Cargo.toml"].splitlines()[2]
    "version = '1.3.0'  # ours"
    """
    text = _native.edits(given(plan), dict(files), given({} if options is None else options))
    return _EDITS.decode(text)


def applied(edits: Edits | _mixins.Edits | Mapping[str, Any] | JsonText, files: Mapping[str, str]) -> dict[str, str]:
    """These texts by path, edited. Edits that are done already are passed over.

    >>> edit = gb.Edit(path="version.txt", kind="create", text="1.0.0\\n")
    >>> gb.applied(gb.Edits(edits=[edit]), {})
    {'version.txt': '1.0.0\\n'}
    """
    return _native.applied(given(edits), dict(files))


def diff(old: str, new: str) -> str:
    """The unified diff of two texts, without the names of files; empty where they are equal.

    >>> print(gb.diff("a\\n", "b\\n"), end="")
    @@ -1 +1 @@
    -a
    +b
    """
    return _native.diff(old, new)
