"""Facts: what other systems observed, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import _native
from ._document import JsonText, given
from ._documents import Fact, Workspace


class Facts:
    """Many facts, ready to be asked: evidence, approvals, waivers, deployments. The order in which they come is of no account.

    `workspace` says which components, people and environments there are, and what tools call them.

    >>> facts = gb.Facts()
    >>> facts.add([{
    ...     "kind": "evidence",
    ...     "id": "e1",
    ...     "subject": {"component": "payments"},
    ...     "value": {"kind": "metric", "name": "error_rate", "value": 0.002},
    ...     "observed_at": "2026-11-02T09:00:00Z",
    ... }])
    >>> facts
    <Facts: 1>
    """

    __slots__ = ("_native",)
    _native: _native.Facts

    def __init__(self, workspace: Workspace | Mapping[str, Any] | JsonText | None = None) -> None:
        self._native = _native.Facts.of(None if workspace is None else given(workspace))

    def add(self, facts: Iterable[Fact | Mapping[str, Any]] | JsonText) -> None:
        """Takes these in: documents, or the JSON or YAML text of a list of them."""
        self._native.add(given(facts if isinstance(facts, (str, bytes)) else list(facts)))

    def __len__(self) -> int:
        return len(self._native)

    def __repr__(self) -> str:
        return f"<Facts: {len(self)}>"
