"""A desk: where commands are given, decided on and recorded, over whatever keeps the ledger."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias


from .. import _native
from .._document import JsonText, given
from .._documents import Actor, Command, Release, ReleaseEvent, ReleaseState
from .._errors import LedgerError
from .._plan import instant
from ..ledger import Entry, Expect, Store, SubjectUnchangedSince
from ._context import Context
from ._engine import EVENTS, STATE

_PAGE = 4096
_ATTEMPTS = 64
"""How often a command is decided on where others are faster every time. Each of them got on meanwhile."""

ActorLike: TypeAlias = "Actor | Mapping[str, Any] | str"
"""Who does something; a text is the id of a person."""


def _actor(actor: ActorLike) -> tuple[bytes, bool]:
    return given({"id": actor, "kind": "human"} if isinstance(actor, str) else actor)


class Done:
    """What a command came to.

    >>> at = "2026-11-02T09:00:00Z"
    >>> ledger = gb.ledger.Ledger.memory()
    >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}, at=at), now=at)
    >>> desk = gb.release.Desk(ledger, gb.release.Context())
    >>> desk.create({"id": "api-1.4.0", "template": "train"}, actor="ada", id="create-1", at=at, now=at)
    <Done: api-1.4.0 is draft after release_created>
    """

    __slots__ = ("_state", "entries", "events", "repeated")
    events: list[ReleaseEvent]
    """What happened; nothing where the command was decided on before."""
    entries: list[Entry]
    """What was recorded of it."""
    repeated: bool
    """Whether the command was decided on before, and changed nothing now."""
    _state: str

    def __init__(self) -> None:
        raise TypeError("a Done comes from Desk.act")

    @classmethod
    def _of(cls, events: list[ReleaseEvent], entries: list[Entry], repeated: bool, state: str) -> Done:
        done = object.__new__(cls)
        done.events, done.entries, done.repeated, done._state = events, entries, repeated, state
        return done

    @property
    def state(self) -> ReleaseState:
        """The release as it is since."""
        return STATE.decode(self._state)

    def __repr__(self) -> str:
        state = self.state
        what = "nothing new" if self.repeated else ", ".join(event.what.kind for event in self.events)
        return f"<Done: {state.release.id} is {state.status} after {what}>"


class Desk:
    """Where commands are given: decides on them, records what happens, and begins anew where somebody else was faster.

    The ledger is any `greenboard.ledger.Store`: in memory, in files, in SQLite or PostgreSQL. The desk keeps the states of its
    releases, and reads on from where it was. `context` may be set anew, such as when other systems have said more.

    >>> at = "2026-11-02T09:00:00Z"
    >>> ledger = gb.ledger.Ledger.memory()
    >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}, at=at), now=at)
    >>> desk = gb.release.Desk(ledger, gb.release.Context())
    >>> _ = desk.create({"id": "api-1.4.0", "template": "train"}, actor="ada", at=at, now=at)
    >>> try:
    ...     desk.act("api-1.4.0", {"kind": "close"}, actor="ada", at=at, now=at)
    ... except gb.Refused as refused:
    ...     refused.reasons[0].code
    'wrong_state'
    """

    __slots__ = ("_releases", "context", "ledger")
    ledger: Store
    """The ledger."""
    context: Context
    """What commands are decided in."""
    _releases: _native.Releases

    def __init__(self, ledger: Store, context: Context | None = None) -> None:
        self.ledger = ledger
        self.context = Context() if context is None else context
        self._releases = _native.Releases.none()
        self.refresh()

    def refresh(self) -> None:
        """Reads what others recorded meanwhile."""
        while page := self.ledger.entries(self._releases.seen(), _PAGE):
            self._releases.read([entry.body for entry in page])

    def act(
        self,
        release: str,
        command: Command | Mapping[str, Any] | JsonText,
        *,
        actor: ActorLike,
        id: str | None = None,
        at: datetime | str | None = None,
        expected_version: int | None = None,
        now: datetime | str | None = None,
    ) -> Done:
        """Decides on a command for a release, and records what happens, or raises `greenboard.Refused` with every reason.

        A command given twice under one `id` is done once; where that is left out, the command has an id that nobody else has. `at` is
        when it is given and `now` what the store's clock says; both are the clock's, where they are left out. Where somebody else
        recorded something about the release meanwhile, the command is decided on anew; with `expected_version` it is refused.

        >>> at = "2026-11-02T09:00:00Z"
        >>> ledger = gb.ledger.Ledger.memory()
        >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}, at=at), now=at)
        >>> desk = gb.release.Desk(ledger)
        >>> create = {"kind": "create", "release": {"id": "api-1.4.0", "template": "train"}}
        >>> desk.act("api-1.4.0", create, actor="ada", id="create-1", at=at).entries[0].id
        'create-1/0'
        >>> desk.act("api-1.4.0", create, actor="ada", id="create-1", at=at).repeated
        True
        """
        at = instant(at)
        asking = (
            str(uuid.uuid4()) if id is None else id,
            _actor(actor),
            at,
            expected_version,
            given(command),
        )
        self.refresh()
        for attempt in range(1, _ATTEMPTS + 1):
            events, drafts, seen, whole = self._releases.prepare(release, asking, self.context._native)
            found = EVENTS.decode(events)
            if not found:
                return Done._of([], [], True, self._releases.state(release) or "")
            expect: Expect = SubjectUnchangedSince(release, seen) if seen is not None else "empty"
            if whole and seen is not None:
                expect = seen
            try:
                appended = self.ledger.append(drafts, expect=expect, now=now)
            except LedgerError as error:
                if error.code != "ledger.conflict" or attempt == _ATTEMPTS:
                    raise
                self.refresh()
                continue
            self.refresh()
            state = self._releases.state(release) or ""
            return Done._of(found, list(appended.entries), appended.repeated, state)
        raise AssertionError("the last attempt returns or raises")

    def create(
        self,
        release: Release | Mapping[str, Any],
        *,
        actor: ActorLike,
        id: str | None = None,
        at: datetime | str | None = None,
        now: datetime | str | None = None,
    ) -> Done:
        """Opens a release: the command `create`, for the release that it names."""
        name = release.id if isinstance(release, Release) else str(release["id"])
        return self.act(name, {"kind": "create", "release": release}, actor=actor, id=id, at=at, now=now)

    @property
    def releases(self) -> list[str]:
        """The ids of the releases of the ledger, as it was last read."""
        return self._releases.ids()

    def state(self, release: str) -> ReleaseState | None:
        """A release as it was when the ledger was last read; None where it was not opened."""
        state = self._releases.state(release)
        return None if state is None else STATE.decode(state)

    def __repr__(self) -> str:
        count = len(self.releases)
        return f"<Desk: {count} release{'' if count == 1 else 's'} on {self.ledger!r}>"
