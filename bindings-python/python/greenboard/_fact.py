"""Facts: what other systems observed, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from . import _native, tool as _tool
from ._document import JsonText, given
from ._documents import Added, Contradiction, Fact, Subject, Unresolved, Workspace

_ADDED = msgspec.json.Decoder(Added)
_CONTRADICTIONS = msgspec.json.Decoder(list[Contradiction])
_FACTS: msgspec.json.Decoder[list[Fact]] = msgspec.json.Decoder(list[Fact])
_UNRESOLVED = msgspec.json.Decoder(list[Unresolved])


class Facts:
    """Many facts, ready to be asked: evidence, approvals, waivers, deployments. It is a set: the order in which they come is of
    no account, and a fact that is there already is absorbed.

    `workspace` says which components, people and environments there are, and what tools call them. Names that are nobody's are
    told by `unresolved`, and are never guessed.

    >>> facts = gb.Facts()
    >>> added = facts.add([{
    ...     "kind": "evidence",
    ...     "id": "e1",
    ...     "subject": {"component": "payments"},
    ...     "value": {"kind": "metric", "name": "error_rate", "value": 0.002},
    ...     "observed_at": "2026-11-02T09:00:00Z",
    ... }])
    >>> added.added, facts
    (1, <Facts: 1>)
    """

    __slots__ = ("_native", "_workspace")
    _native: _native.Facts
    _workspace: tuple[bytes, bool] | None

    def __init__(self, workspace: Workspace | Mapping[str, Any] | JsonText | None = None) -> None:
        self._workspace = None if workspace is None else given(workspace)
        self._native = _native.Facts.of(self._workspace)

    def add(self, facts: Iterable[Fact | Mapping[str, Any]] | Fact | Mapping[str, Any] | JsonText) -> Added:
        """Takes facts in: documents or dicts, one or many, or the JSON or YAML text of them; and says what came of it.

        The other threads of the interpreter go on meanwhile. To add many, add them at once.

        >>> facts = gb.Facts()
        >>> approval = {
        ...     "kind": "approval", "id": "a1", "by": "ada",
        ...     "subject": {"component": "payments"}, "observed_at": "2026-11-02T09:00:00Z",
        ... }
        >>> facts.add(approval).added, facts.add(approval).absorbed
        (1, 1)
        >>> facts.add(approval | {"by": "grace"}).contradictory[0].ids
        ['a1']
        """
        one_or_text = isinstance(facts, (str, bytes, Mapping, msgspec.Struct))
        return _ADDED.decode(self._native.add(given(facts if one_or_text else list(facts))))

    def read(
        self,
        payload: str | bytes,
        *,
        tool: str,
        subject: Subject | Mapping[str, Any] | JsonText,
        at: datetime | str | None = None,
        suite: str | None = None,
        uri: str | None = None,
        expires_at: datetime | str | None = None,
        key: str | None = None,
    ) -> Added:
        """Takes in what a tool's report says of a subject: `greenboard.tool.read`, and what it gives added.

        >>> facts = gb.Facts()
        >>> facts.read("SF:a.py\\nDA:1,4\\nend_of_record\\n", tool="lcov", subject={"component": "payments"}).added
        1
        """
        read = _tool.read(payload, tool, subject, at=at, suite=suite, uri=uri, expires_at=expires_at, key=key)
        return self.add(read)

    @property
    def unresolved(self) -> list[Unresolved]:
        """The names that are nobody's and nothing's here, or more than one's, each once, with what is called much like it."""
        return _UNRESOLVED.decode(self._native.unresolved())

    @property
    def contradictions(self) -> list[Contradiction]:
        """The facts that cannot all be true."""
        return _CONTRADICTIONS.decode(self._native.contradictions())

    @property
    def absorbed(self) -> int:
        """How many came that were there already."""
        return self._native.absorbed()

    def of_kind(self, kind: str) -> list[Fact]:
        """The facts of a kind as they were given, by id and time."""
        return _FACTS.decode(self._native.of_kind(kind))

    def to_json(self) -> str:
        """All facts as they were given, as the canonical JSON of a list."""
        return self._native.to_json()

    def digest(self) -> str:
        """The digest of `to_json()`, whatever the order in which they came."""
        return self._native.digest()

    def __len__(self) -> int:
        return len(self._native)

    def __repr__(self) -> str:
        return f"<Facts: {len(self)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._workspace, self.to_json())


def _restored(workspace: tuple[bytes, bool] | None, facts: str) -> Facts:
    restored = Facts(None if workspace is None else workspace[0])
    restored.add(facts)
    return restored
