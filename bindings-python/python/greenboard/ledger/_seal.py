"""Sealing and verifying, without any store."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from .. import _native
from .._document import given
from .._documents import Actor, Draft, Head
from .._plan import instant
from ._entry import Anchors, DraftsLike, Entry, anchors, read_drafts
from ._store import Checkpoints, Verified, finished, held_checkpoints, verifier

_DRAFT = msgspec.json.Decoder(Draft)


class Sealed(NamedTuple):
    """What `seal` makes.

    >>> gb.ledger.seal([], None, recorded_at="2026-01-02T03:04:05Z")
    Sealed(entries=[], head=None)
    """

    entries: list[Entry]
    """The entries, in the order of the drafts."""
    head: Head | None
    """The head with them."""


def genesis(
    origin: str,
    actor: Actor | Mapping[str, Any],
    *,
    at: datetime | str | None = None,
    nonce: bytes | None = None,
) -> Draft:
    """The first draft of a ledger: where it comes from, and 16 random bytes (drawn here, where `nonce` is left out), so that no two
    ledgers begin alike.

    >>> gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}).kind
    'ledger.genesis'
    """
    nonce = secrets.token_bytes(16) if nonce is None else nonce
    return _DRAFT.decode(_native.ledger_genesis(origin, nonce, given(actor), instant(at)))


def seal(drafts: DraftsLike, head: Head | None, *, recorded_at: datetime | str | None = None) -> Sealed:
    """Makes entries of drafts, on top of a head, as of a clock. Pure: whoever keeps entries in a place of their own seals them in
    their own transaction. `greenboard.ledger.sqlite` and `greenboard.ledger.postgres` are made of this.

    >>> ci = {"id": "ci", "kind": "service"}
    >>> at = "2026-01-02T03:04:05Z"
    >>> sealed = gb.ledger.seal(gb.ledger.genesis("example.com/releases", ci, at=at, nonce=bytes(16)), None, recorded_at=at)
    >>> sealed.head.hash == sealed.entries[0].hash
    True
    """
    on = None if head is None else given(head)
    entries = [Entry._of(body) for body in read_drafts(drafts).seal(on, instant(recorded_at))]
    return Sealed(entries, entries[-1].head if entries else head)


def verify(
    entries: Iterable[Entry | bytes], *, anchor: Anchors | None = None, checkpoint: Checkpoints | None = None
) -> Verified:
    """Whether these entries are a ledger, and the one that somebody has seen: `Store.verify` of entries from anywhere.

    >>> try:
    ...     gb.ledger.verify([b"{}"])
    ... except gb.LedgerError as error:
    ...     error.code, error.details["seq"]
    ('ledger.corrupt', 0)
    """
    held = verifier(anchor, checkpoint)
    page: list[bytes] = []
    for entry in entries:
        page.append(entry.body if isinstance(entry, Entry) else entry)
        if len(page) == 1024:
            held.push(page)
            page = []
    held.push(page)
    return finished(held)


def import_(
    export: bytes, *, anchor: Anchors | None = None, checkpoint: Checkpoints | None = None
) -> list[Entry]:
    """The entries of an export, verified against what somebody holds; their bytes are what they were.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> held = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"})).head
    >>> gb.ledger.import_(b"".join(ledger.export()), anchor=held) == list(ledger)
    True
    """
    return [Entry._of(body) for body in _native.ledger_import(export, anchors(anchor), held_checkpoints(checkpoint))]
