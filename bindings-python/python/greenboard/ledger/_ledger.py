"""The ledgers that the core keeps itself."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from .. import _native
from .._document import given
from .._documents import Actor, Head, PayloadRef
from .._plan import instant
from ._entry import Anchors, Appended, DraftsLike, Entry, Expect, anchors, expected, read_drafts, read_head
from ._store import Checkpoints, Store, Verified, held_checkpoints, read_verified

_Handle: TypeAlias = "_native.Ledger"
_PAYLOAD = msgspec.json.Decoder(PayloadRef)

Sync: TypeAlias = "Literal['every', 'group', 'none']"
"""When appends are synced; see `Ledger.open`."""

PayloadState: TypeAlias = "Literal['present', 'mismatch', 'erased', 'missing']"
"""How it is about erasable content: there; there and something else; erased with a tombstone; or not there, which is an alarm."""


class Recovery(NamedTuple):
    """What opening a ledger found.

    >>> gb.ledger.Recovery("torn", 41, 17, 0).verdict
    'torn'
    """

    verdict: Literal["empty", "clean", "torn", "corrupt", "rollback", "diverged"]
    """What the files amounted to. A torn end was put aside; a ledger that is corrupt, rolled back or another one is only to be read."""
    entries: int
    """How many entries stand before the first fault, or in all."""
    dropped_bytes: int
    """How many bytes of a torn end were put aside."""
    dropped_frames: int
    """How many whole entries were among them, of a batch that was not whole."""


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
    _native: _native.Ledger | None

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

    @classmethod
    def open(
        cls,
        folder: str | os.PathLike[str],
        *,
        sync: Sync = "every",
        group_entries: int = 16,
        group_delay_ms: int = 20,
        segment_bytes: int | None = None,
        anchor: Anchors | None = None,
        checkpoint: Checkpoints | None = None,
        read_only: bool = False,
    ) -> Ledger:
        """A ledger in a folder, made where it is not there; several threads and processes may have it open and write. Not for network
        file systems.

        `sync` says what an append has survived once it has returned: ``every``, a failure of power; ``group``, the end of the process (a
        failure of power may take a suffix: at most `group_entries`, or what came within `group_delay_ms` before the last append); ``none``,
        the end of the process. `durable_seq` tells what is safe: act on the world only after it covers the entry.

        What somebody holds (`anchor`, `checkpoint`) is compared at once; see `recovery` for what was found.

        >>> import tempfile
        >>> folder = tempfile.mkdtemp()
        >>> with gb.ledger.Ledger.open(folder) as ledger:
        ...     held = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"})).head
        >>> gb.ledger.Ledger.open(folder, anchor=held).recovery.verdict
        'clean'
        """
        if sync not in ("every", "group", "none"):
            raise ValueError(f"sync must be 'every', 'group' or 'none', not {sync!r}")
        how = (sync, group_entries, group_delay_ms, segment_bytes, read_only)
        return cls._made(_native.Ledger.open(folder, how, anchors(anchor), held_checkpoints(checkpoint)))

    @property
    def _open(self) -> _Handle:
        if self._native is None:
            raise ValueError("the ledger is closed")
        return self._native

    def append(self, drafts: DraftsLike, *, expect: Expect = "any", now: datetime | str | None = None) -> Appended:
        bodies, head, repeated = self._open.append(read_drafts(drafts), expected(expect), instant(now))
        return Appended([Entry._of(body) for body in bodies], read_head(head), repeated)

    @property
    def head(self) -> Head | None:
        return read_head(self._open.head())

    def entry(self, seq: int) -> Entry | None:
        body = self._open.entry(seq)
        return None if body is None else Entry._of(body)

    def by_id(self, id: str) -> Entry | None:
        body = self._open.by_id(id)
        return None if body is None else Entry._of(body)

    def entries(self, after: int | None = None, limit: int = 1000, *, durable: bool = False) -> list[Entry]:
        """As `Store.entries`; where `durable`, only such that survive a failure of power: what is not synced yet is."""
        return [Entry._of(body) for body in self._open.entries(after, limit, durable)]

    def verify(self, *, anchor: Anchors | None = None, checkpoint: Checkpoints | None = None) -> Verified:
        return read_verified(self._open.verify(anchors(anchor), held_checkpoints(checkpoint)))

    @property
    def durable_seq(self) -> int | None:
        """The number of the last entry that is known to survive a failure of power; None where there is none, and in memory."""
        return self._open.durable_seq()

    @property
    def recovery(self) -> Recovery | None:
        """What was found when the ledger was opened; None in memory."""
        found = self._open.recovery()
        return None if found is None else Recovery(*found)  # type: ignore[arg-type]

    def flush(self) -> None:
        """Syncs what waits."""
        self._open.flush()

    def close(self) -> None:
        """Syncs what waits, and gives the ledger up. Once is enough."""
        if self._native is not None:
            native, self._native = self._native, None
            if (recovery := native.recovery()) is None or recovery[0] in ("empty", "clean", "torn"):
                native.flush()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def put(self, body: str | bytes, media: str = "application/octet-stream", *, salt: bytes | None = None) -> PayloadRef:
        """Keeps content beside the ledger that can be erased; what comes back is the `payload` of the draft to be appended next. The salt,
        32 random bytes, is drawn here.

        >>> import tempfile
        >>> ledger = gb.ledger.Ledger.open(tempfile.mkdtemp())
        >>> payload = ledger.put("Ada Lovelace", "text/plain")
        >>> genesis = gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"})
        >>> genesis.payload = payload
        >>> _ = ledger.append(genesis)
        >>> ledger.payload(payload), ledger.state(0)
        (b'Ada Lovelace', 'present')
        >>> _ = ledger.erase(0, id="erase-1", reason="asked for", actor={"id": "ada", "kind": "human"})
        >>> ledger.payload(payload), ledger.state(0)
        (None, 'erased')
        """
        salt = secrets.token_bytes(32) if salt is None else salt
        return _PAYLOAD.decode(self._open.put(salt, body.encode() if isinstance(body, str) else body, media))

    def payload(self, payload: PayloadRef | str) -> bytes | None:
        """The content of a reference, or of its digest; None where it is not there."""
        return self._open.payload(payload if isinstance(payload, str) else payload.digest)

    def state(self, seq: int) -> PayloadState | None:
        """How it is about the payload of an entry; None where it has none."""
        return self._open.payload_state(seq)  # type: ignore[return-value]

    def erase(
        self,
        seq: int,
        *,
        id: str,
        reason: str,
        actor: Actor | Mapping[str, Any],
        now: datetime | str | None = None,
    ) -> Entry:
        """Erases the payload of an entry: appends a tombstone, and once that is durable deletes the content and its salt. Where a crash
        came between the two, the same call goes on. A means, and no legal advice: backups are yours.
        """
        return Entry._of(self._open.erase(seq, id, reason, given(actor), instant(now))[0])

    def __repr__(self) -> str:
        return "<Ledger: closed>" if self._native is None else f"<Ledger: {len(self)} entries>"
