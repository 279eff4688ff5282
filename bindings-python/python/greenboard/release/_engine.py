"""The decider, as functions: commands in, events out, and what events add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import msgspec

from .. import _native
from .._document import JsonText, given
from .._documents import CommandEnvelope, Draft, ReleaseEvent, ReleaseState
from ..ledger import Entry
from ._context import Context

STATE = msgspec.json.Decoder(ReleaseState)
EVENTS = msgspec.json.Decoder(list[ReleaseEvent])
_EVENT = msgspec.json.Decoder(ReleaseEvent)
_DRAFT = msgspec.json.Decoder(Draft)

StateLike: TypeAlias = "ReleaseState | Mapping[str, Any] | JsonText"
"""The state of a release: a document, a dict, or its text."""

EventLike: TypeAlias = "ReleaseEvent | Mapping[str, Any] | JsonText"
"""Something that happened to a release: a document, a dict, or its text."""


def decide(
    state: StateLike | None,
    envelope: CommandEnvelope | Mapping[str, Any] | JsonText,
    context: Context,
) -> list[ReleaseEvent]:
    """Decides on a command: what happens, or `greenboard.Refused` with every reason. The state is None where the release is not
    opened yet; a command whose id was decided on before gives no events.

    >>> create = {"kind": "create", "release": {"id": "api-1.4.0", "template": "train"}}
    >>> ada = {"id": "ada", "kind": "human"}
    >>> envelope = {"id": "create-1", "actor": ada, "at": "2026-11-02T09:00:00Z", "command": create}
    >>> [event.id for event in gb.release.decide(None, envelope, gb.release.Context())]
    ['create-1/0']
    >>> try:
    ...     gb.release.decide(None, {**envelope, "command": {"kind": "start"}}, gb.release.Context())
    ... except gb.Refused as refused:
    ...     [(reason.code, reason.lift) for reason in refused.reasons]
    [('no_release', 'open it with `create`')]
    """
    of = None if state is None else given(state)
    return EVENTS.decode(_native.release_decide(of, given(envelope), context._native))


def evolve(state: StateLike | None, event: EventLike) -> ReleaseState | None:
    """The state after an event. Total: an event that fits nothing changes nothing but the count of events; None before the release
    was opened.

    >>> ada = {"id": "ada", "kind": "human"}
    >>> event = {"id": "x/0", "release": "api-1.4.0", "actor": ada, "at": "2026-11-02T09:00:00Z", "what": {"kind": "release_ready"}}
    >>> gb.release.evolve(None, event) is None
    True
    """
    of = None if state is None else given(state)
    return _folded(_native.release_fold(of, given([plain(event)])))


def fold(events: Iterable[EventLike] | JsonText) -> ReleaseState | None:
    """The state after all of these events; None where the release was not opened.

    >>> create = {"kind": "create", "release": {"id": "api-1.4.0", "template": "train"}}
    >>> ada = {"id": "ada", "kind": "human"}
    >>> envelope = {"id": "create-1", "actor": ada, "at": "2026-11-02T09:00:00Z", "command": create}
    >>> gb.release.fold(gb.release.decide(None, envelope, gb.release.Context())).status
    'draft'
    """
    many = events if isinstance(events, (str, bytes)) else [plain(event) for event in events]
    return _folded(_native.release_fold(None, given(many)))


def draft(event: EventLike) -> Draft:
    """An event as an entry to be, for whoever keeps the ledger in a place of their own.

    >>> ada = {"id": "ada", "kind": "human"}
    >>> ready = {"id": "x/0", "release": "api-1.4.0", "actor": ada, "at": "2026-11-02T09:00:00Z", "what": {"kind": "release_ready"}}
    >>> gb.release.draft(ready).kind
    'release.release_ready'
    """
    return _DRAFT.decode(_native.release_draft(given(event)))


def event(entry: Entry | Draft | Mapping[str, Any]) -> ReleaseEvent | None:
    """The event that an entry of a ledger records, or an entry to be; None where it is of another namespace than releases.

    >>> genesis = gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"})
    >>> gb.release.event(genesis) is None
    True
    """
    if isinstance(entry, Entry):
        found = _native.release_event(entry.body, None)
    else:
        found = _native.release_event(None, given(entry))
    return None if found is None else _EVENT.decode(found)


def plain(document: Any) -> Any:
    """The document, where it is not text."""
    return msgspec.json.decode(document) if isinstance(document, (str, bytes)) else document


def _folded(state: str | None) -> ReleaseState | None:
    return None if state is None else STATE.decode(state)
