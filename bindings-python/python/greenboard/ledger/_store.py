"""What every store can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from .. import _native
from .._documents import ConsistencyProof, Head, InclusionProof
from ._entry import Anchors, Appended, DraftsLike, Entry, Expect, anchors

if TYPE_CHECKING:
    from ._proof import Signer

_INCLUSION = msgspec.json.Decoder(InclusionProof)
_CONSISTENCY = msgspec.json.Decoder(ConsistencyProof)

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


def held_checkpoints(checkpoint: Checkpoints | None) -> list[tuple[int, str]]:
    """Checkpoints as the core takes them."""
    held = [] if checkpoint is None else [checkpoint] if isinstance(checkpoint, Checkpoint) else checkpoint
    return [(one.size, one.root) for one in held]


def verifier(anchor: Anchors | None, checkpoint: Checkpoints | None) -> _native.LedgerVerifier:
    """What holds entries against what somebody holds of a ledger."""
    return _native.LedgerVerifier.of(anchors(anchor), held_checkpoints(checkpoint))


def finished(verifier: _native.LedgerVerifier) -> Verified:
    """What a verifier has found."""
    return read_verified(verifier.finish())


def read_verified(text: str) -> Verified:
    """What the core has found."""
    found = _FINISHED.decode(text)
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

    def _tree(self) -> _native.LedgerTree:
        tree = _native.LedgerTree.empty()
        after: int | None = None
        while page := self.entries(after, PAGE):
            tree.push([entry.body for entry in page])
            after = page[-1].seq
        return tree

    def inclusion(self, seq: int, size: int | None = None) -> InclusionProof:
        """That an entry is in the ledger, as it was at a size (as it is, where that is left out): for `verify_inclusion`, `log_proof`.
        Reads the ledger once.
        """
        tree = self._tree()
        return _INCLUSION.decode(tree.inclusion(seq, tree.size() if size is None else size))

    def consistency(self, size1: int, size2: int | None = None) -> ConsistencyProof:
        """That the ledger at a size (as it is, where that is left out) begins with the whole of what it was at a smaller one: for
        `verify_consistency`. Reads the ledger once.
        """
        tree = self._tree()
        return _CONSISTENCY.decode(tree.consistency(size1, tree.size() if size2 is None else size2))

    def checkpoint(self, signer: Signer, *, previous: Checkpoint | None = None) -> str:
        """The ledger as it is, signed: a note for whoever is to notice a change, of the origin that the signer's key is named. Give the
        last checkpoint that was signed: it is checked that the ledger still begins with it.

        >>> ledger = gb.ledger.Ledger.memory()
        >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}))
        >>> signer = gb.ledger.Ed25519("example.com/releases", bytes(32))
        >>> note = ledger.checkpoint(signer)
        >>> checkpoint = gb.ledger.open_checkpoint(note, origin="example.com/releases", key=signer.key).checkpoint
        >>> ledger.verify(checkpoint=checkpoint).entries
        1
        """
        from ._proof import sign_checkpoint

        tree = self._tree()
        size = tree.size()
        made = Checkpoint(signer.key.split("+")[0], size, tree.root_at(size))
        proof = None
        if previous is not None and 0 < previous.size <= size:
            proof = _CONSISTENCY.decode(tree.consistency(previous.size, size))
        return sign_checkpoint(made, signer, previous=previous, proof=proof)

    def export(self) -> Iterator[bytes]:
        """The bytes of every entry, each with a line break: with a signed checkpoint beside, all that an auditor needs."""
        for entry in self:
            yield entry.body + b"\n"
