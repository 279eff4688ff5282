"""What every store can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple, TypeAlias

import msgspec

from .. import _native
from .._documents import Head
from ._entry import Anchors, Appended, DraftsLike, Entry, Expect, anchors

PAGE = 4096
"""How many entries are read at once."""


class Verified(NamedTuple):
    """What a ledger that holds together is.

    >>> gb.ledger.verify([]).root[:12]
    'e3b0c44298fc'
    """

    entries: int
    """How many entries it has."""
    head: Head | None
    """Its last entry: to be held elsewhere as an anchor."""
    root: str
    """The root of the tree over its entries."""


class Checkpoint(NamedTuple):
    """How large a ledger is and what its root is: what a signed checkpoint says.

    >>> gb.ledger.Checkpoint("example.com/releases", 0, gb.ledger.verify([]).root).size
    0
    """

    origin: str
    """Which ledger it is."""
    size: int
    """How many entries it has."""
    root: str
    """The root of the tree over them."""


class _Finished(msgspec.Struct):
    entries: int
    head: Head | None
    root: str


_FINISHED = msgspec.json.Decoder(_Finished)


Checkpoints: TypeAlias = "Checkpoint | Iterable[Checkpoint]"
"""Checkpoints whose signatures were checked, as `open_checkpoint` gives them."""


def verifier(anchor: Anchors | None, checkpoint: Checkpoints | None) -> _native.LedgerVerifier:
    """What holds entries against what somebody holds of a ledger."""
    held = [] if checkpoint is None else [checkpoint] if isinstance(checkpoint, Checkpoint) else checkpoint
    return _native.LedgerVerifier.of(anchors(anchor), [(one.size, one.root) for one in held])


def finished(verifier: _native.LedgerVerifier) -> Verified:
    """What a verifier has found."""
    found = _FINISHED.decode(verifier.finish())
    return Verified(found.entries, found.head, found.root)


class Store(ABC):
    """A ledger, wherever it is kept: the same entries, decisions and errors.

    >>> isinstance(gb.ledger.Ledger.memory(), gb.ledger.Store)
    True
    """

    __slots__ = ()

    @abstractmethod
    def append(self, drafts: DraftsLike, *, expect: Expect = "any", now: datetime | str | None = None) -> Appended:
        """Appends drafts as one: all of them, or none. `now` is what the store's clock says; the clock's, where it is left out.

        Drafts that are in the ledger already, with the same ids and content, add nothing: so whoever did not hear the answer may ask
        again. Otherwise `expect` must hold, else `LedgerError` ``ledger.conflict``: read what is new, and decide again.
        """

    @property
    @abstractmethod
    def head(self) -> Head | None:
        """The last entry's number, hash and time; None where the ledger is empty."""

    @abstractmethod
    def entry(self, seq: int) -> Entry | None:
        """The entry of a number."""

    @abstractmethod
    def by_id(self, id: str) -> Entry | None:
        """The entry of an idempotency key."""

    @abstractmethod
    def entries(self, after: int | None = None, limit: int = 1000) -> list[Entry]:
        """The entries after a number, or from the first one, at most `limit`: the cursor by which others follow."""

    def __len__(self) -> int:
        head = self.head
        return 0 if head is None else head.seq + 1

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Entry]:
        after: int | None = None
        while page := self.entries(after, PAGE):
            yield from page
            after = page[-1].seq

    def verify(self, *, anchor: Anchors | None = None, checkpoint: Checkpoints | None = None) -> Verified:
        """Whether every entry is one and follows the one before it, and whether the ledger is the one that somebody has seen.

        Raises `LedgerError`: ``ledger.corrupt`` names the first bad entry; ``ledger.diverged`` or ``ledger.rollback`` where an
        `anchor` (a head that was kept elsewhere, or many) or a `checkpoint` says otherwise. Without an anchor, a ledger that was cut or rewritten as a
        whole looks like one that was always so.
        """
        held = verifier(anchor, checkpoint)
        after: int | None = None
        while page := self.entries(after, PAGE):
            held.push([entry.body for entry in page])
            after = page[-1].seq if after is None else after + len(page)
        return finished(held)
