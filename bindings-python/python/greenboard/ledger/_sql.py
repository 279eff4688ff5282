"""What both SQL stores have in common: rows in, statements out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from .. import _native
from .._documents import Head
from ._entry import Anchors, Appended, Entry
from ._store import PAGE, Checkpoints, Store, Verified, finished, verifier

ATTEMPTS = 32
"""How often an append is tried while others are faster."""


class Statements(msgspec.Struct):
    """The texts for one database, as the core has them."""

    schema: str
    state: str
    append: str
    entries: str
    entry: str
    by_id: str
    head: str
    queue: str


@cache
def statements(database: str) -> Statements:
    """The texts for a database."""
    return msgspec.json.decode(_native.ledger_sql(), type=dict[str, Statements])[database]


class State(NamedTuple):
    """What an append depends on."""

    head: bytes | None
    known: list[bytes]
    last_about: int | None

    @classmethod
    def of(cls, rows: Iterable[tuple[str, int, bytes]]) -> State:
        head, known, last_about = None, [], None
        for part, seq, body in rows:
            if part == "head":
                head = bytes(body)
            elif part == "known":
                known.append(bytes(body))
            else:
                last_about = seq
        return cls(head, known, last_about)


class Sealed(NamedTuple):
    """Entries to be added, and the head that they are sealed on."""

    entries: list[Entry]
    on: Entry | None

    def columns(self) -> list[tuple[int, bytes | None, bytes, str, str, str, bytes]]:
        """A row for each entry."""
        return [
            (
                entry.seq,
                bytes.fromhex(entry.prev) if entry.seq else None,
                bytes.fromhex(entry.hash),
                entry.id,
                entry.kind,
                entry.subject,
                entry.body,
            )
            for entry in self.entries
        ]

    @property
    def expect(self) -> bytes | None:
        """The hash of the head."""
        return None if self.on is None else bytes.fromhex(self.on.hash)


def prepare(
    drafts: _native.Drafts, expect: tuple[str, int | None, str | None], state: State, now: str
) -> Appended | Sealed:
    """What is to be done with drafts: nothing more, or these entries to be added."""
    bodies, repeated = drafts.prepare(expect, state.head, state.known, state.last_about, now)
    entries = [Entry._of(body) for body in bodies]
    on = None if state.head is None else Entry._of(state.head)
    if repeated or not entries:
        return Appended(entries, None if on is None else on.head, repeated)
    return Sealed(entries, on)


class SqlStore(Store):
    """A ledger in a table."""

    __slots__ = ()

    def _rows(self, after: int, limit: int) -> Sequence[Any]:
        """The columns of entries after a number."""
        raise NotImplementedError

    def _one(self, statement: str, key: Any = None) -> Sequence[Any] | None:
        """The row that a statement finds in this ledger."""
        raise NotImplementedError

    @property
    def _sql(self) -> Statements:
        raise NotImplementedError

    @property
    def head(self) -> Head | None:
        row = self._one(self._sql.head)
        return None if row is None else Entry._of(bytes(row[2])).head

    def entry(self, seq: int) -> Entry | None:
        row = self._one(self._sql.entry, seq)
        return None if row is None else Entry._of(bytes(row[0]))

    def by_id(self, id: str) -> Entry | None:
        row = self._one(self._sql.by_id, id)
        return None if row is None else Entry._of(bytes(row[0]))

    def entries(self, after: int | None = None, limit: int = 1000) -> list[Entry]:
        return [Entry._of(bytes(row[6])) for row in self._rows(-1 if after is None else after, limit)]

    def verify(self, *, anchor: Anchors | None = None, checkpoint: Checkpoints | None = None) -> Verified:
        """As `Store.verify`; and whether the columns beside the entries say what the entries say."""
        held = verifier(anchor, checkpoint)
        after = -1
        while rows := self._rows(after, PAGE):
            held.push_rows([tuple(row) for row in rows])
            after += len(rows)
        return finished(held)
