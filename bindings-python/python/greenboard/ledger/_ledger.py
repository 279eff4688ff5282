"""The ledgers that the core keeps itself."""

from __future__ import annotations

from datetime import datetime

from .. import _native
from .._documents import Head
from .._plan import instant
from ._entry import Appended, DraftsLike, Entry, Expect, expected, read_drafts, read_head
from ._store import Store

_Handle = _native.Ledger


class Ledger(Store):
    """A ledger in memory, or in files.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> ci = {"id": "ci", "kind": "service"}
    >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", ci, at="2026-01-02T03:04:05Z"))
    >>> draft = {"id": "plan-1", "kind": "release.planned", "subject": "api-1.4.0", "actor": ci, "at": "2026-01-02T03:05:00Z"}
    >>> ledger.append(draft, expect=0).head.seq
    1
    >>> [entry.id for entry in ledger.entries(after=0)]
    ['plan-1']
    """

    __slots__ = ("_native",)
    _native: _native.Ledger

    def __init__(self) -> None:
        raise TypeError("a Ledger is made by Ledger.open or Ledger.memory")

    @classmethod
    def _made(cls, native: _Handle) -> Ledger:
        ledger = object.__new__(cls)
        ledger._native = native
        return ledger

    @classmethod
    def memory(cls) -> Ledger:
        """An empty ledger in memory: for tests, and for what is exported elsewhere."""
        return cls._made(_native.Ledger.memory())

    def append(self, drafts: DraftsLike, *, expect: Expect = "any", now: datetime | str | None = None) -> Appended:
        bodies, head, repeated = self._native.append(read_drafts(drafts), expected(expect), instant(now))
        return Appended([Entry._of(body) for body in bodies], read_head(head), repeated)

    @property
    def head(self) -> Head | None:
        return read_head(self._native.head())

    def entry(self, seq: int) -> Entry | None:
        body = self._native.entry(seq)
        return None if body is None else Entry._of(body)

    def by_id(self, id: str) -> Entry | None:
        body = self._native.by_id(id)
        return None if body is None else Entry._of(body)

    def entries(self, after: int | None = None, limit: int = 1000) -> list[Entry]:
        return [Entry._of(body) for body in self._native.entries(after, limit)]

    def __repr__(self) -> str:
        return f"<Ledger: {len(self)} entries>"
