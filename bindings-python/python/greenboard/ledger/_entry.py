"""Entries, and what is given to a ledger and taken out of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from .. import _native
from .._document import JsonText, _hook
from .._documents import Actor, Anchor, Draft, Head, LedgerEntry, PayloadRef

_FIELDS = msgspec.json.Decoder(LedgerEntry)
_HEAD: msgspec.json.Decoder[Head | None] = msgspec.json.Decoder(Head | None)


class Entry:
    """What was recorded: a draft with its number, the hash of the entry before it, and when it was recorded.

    The bytes are the truth: canonical JSON of one object. ``Entry(body)`` refuses bytes that are no entry. Equal bytes are equal
    entries.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> actor = gb.documents.Actor(id="ci", kind="service")
    >>> entry = ledger.append(gb.ledger.genesis("example.com/releases", actor)).entries[0]
    >>> entry.seq, entry.kind, entry.prev == "0" * 64
    (0, 'ledger.genesis', True)
    >>> gb.ledger.Entry(entry.body) == entry
    True
    """

    __slots__ = ("_fields", "_hash", "body")
    body: bytes
    """The bytes of the entry: what is stored, hashed and proven."""
    _hash: str | None
    _fields: LedgerEntry | None

    def __init__(self, body: bytes) -> None:
        self._hash = _native.ledger_entry_hash(body)
        self.body = body
        self._fields = None

    @classmethod
    def _of(cls, body: bytes) -> Entry:
        entry = object.__new__(cls)
        entry.body = body
        entry._hash = entry._fields = None
        return entry

    @property
    def _read(self) -> LedgerEntry:
        if self._fields is None:
            self._fields = _FIELDS.decode(self.body)
        return self._fields

    @property
    def hash(self) -> str:
        """SHA-256 of a zero byte and the bytes: the link of the chain, and the leaf of the tree."""
        if self._hash is None:
            self._hash = hashlib.sha256(b"\0" + self.body).hexdigest()
        return self._hash

    @property
    def seq(self) -> int:
        """Its number, from 0."""
        return self._read.seq

    @property
    def prev(self) -> str:
        """The hash of the entry before it; zeros for the first."""
        return self._read.prev

    @property
    def recorded_at(self) -> str:
        """When the store recorded it."""
        return self._read.recorded_at

    @property
    def at(self) -> str:
        """When it happened, as its author says."""
        return self._read.at

    @property
    def id(self) -> str:
        """The idempotency key, unique in the ledger."""
        return self._read.id

    @property
    def kind(self) -> str:
        """What kind of thing happened."""
        return self._read.kind

    @property
    def kind_v(self) -> int:
        """The version of what ``data`` looks like for this kind."""
        return self._read.kind_v

    @property
    def subject(self) -> str:
        """What it is about."""
        return self._read.subject

    @property
    def actor(self) -> Actor:
        """Who did it."""
        return self._read.actor

    @property
    def data(self) -> dict[str, Any]:
        """What happened, in the words of its kind."""
        return self._read.data

    @property
    def payload(self) -> PayloadRef | None:
        """The digest of content that can be erased."""
        return self._read.payload

    @property
    def head(self) -> Head:
        """The ledger's head when this was its last entry; to be held elsewhere, see `verify`."""
        return Head(seq=self.seq, hash=self.hash, recorded_at=self.recorded_at)

    def to_dict(self) -> dict[str, Any]:
        """The object that the bytes are."""
        fields: dict[str, Any] = json.loads(self.body)
        return fields

    def to_json(self) -> str:
        """The bytes, as text."""
        return self.body.decode()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and self.body == other.body

    def __hash__(self) -> int:
        return hash(self.body)

    def __reduce__(self) -> tuple[Any, tuple[bytes]]:
        return Entry._of, (self.body,)

    def __repr__(self) -> str:
        return f"<Entry {self.seq}: {self.kind} {self.id!r} of {self.subject!r}>"


class Appended(NamedTuple):
    """What an append did.

    >>> actor = gb.documents.Actor(id="ci", kind="service")
    >>> genesis = gb.ledger.genesis("example.com/releases", actor)
    >>> ledger = gb.ledger.Ledger.memory()
    >>> ledger.append(genesis).repeated, ledger.append(genesis).repeated
    (False, True)
    """

    entries: list[Entry]
    """The entries of the drafts, in their order."""
    head: Head | None
    """The head of the ledger with them."""
    repeated: bool
    """Whether they were there before, and nothing was added."""


class SubjectUnchangedSince(NamedTuple):
    """The expectation that nothing was said about a subject after an entry: who decides about one release is not disturbed by what
    happens to another.

    >>> gb.ledger.SubjectUnchangedSince("api-1.4.0", 41).seq
    41
    """

    subject: str
    seq: int


Expect: TypeAlias = "Literal['any', 'empty'] | int | Head | Anchor | Entry | SubjectUnchangedSince"
"""What a writer expects: nothing, an empty ledger, the number of its last entry, its head, or that a subject is as it was."""

DraftsLike: TypeAlias = "Draft | Mapping[str, Any] | Sequence[Draft | Mapping[str, Any]] | JsonText"
"""A draft, many of them, or the JSON text of a list."""

Anchors: TypeAlias = "Anchor | Head | Entry | Mapping[str, Any] | Iterable[Anchor | Head | Entry | Mapping[str, Any]]"
"""What somebody holds of a ledger: numbers and hashes of entries."""


def read_drafts(drafts: DraftsLike) -> _native.Drafts:
    """Drafts, read."""
    if isinstance(drafts, (str, bytes)):
        return _native.Drafts.of((drafts.encode() if isinstance(drafts, str) else drafts, True))
    many = [drafts] if isinstance(drafts, (Draft, Mapping)) else list(drafts)
    # Not msgspec's own text: that has null for a number that is not finite, which the core refuses.
    text = json.dumps(msgspec.to_builtins(many, enc_hook=_hook))
    return _native.Drafts.of((text.encode(), False))


def expected(expect: Expect) -> tuple[str, int | None, str | None]:
    """An expectation as the core takes it."""
    if isinstance(expect, bool):
        raise TypeError("expect must not be a bool")
    if isinstance(expect, SubjectUnchangedSince):
        return "subject", expect.seq, expect.subject
    if isinstance(expect, int):
        return "seq", expect, None
    if isinstance(expect, (Head, Anchor, Entry)):
        return "head", None, expect.hash
    if expect in ("any", "empty"):
        return expect, None, None
    raise TypeError(f"expect must be 'any', 'empty', a number, a head or SubjectUnchangedSince, not {expect!r}")


def read_head(text: str) -> Head | None:
    """A head from the core."""
    return _HEAD.decode(text)


def anchors(held: Anchors | None) -> tuple[bytes, bool]:
    """Anchors as the core takes them."""
    if held is None:
        many: list[Any] = []
    elif isinstance(held, (Anchor, Head, Entry, Mapping)):
        many = [held]
    else:
        many = list(held)
    pairs = [
        {"seq": one["seq"], "hash": one["hash"]} if isinstance(one, Mapping) else {"seq": one.seq, "hash": one.hash}
        for one in many
    ]
    return json.dumps(pairs).encode(), False
