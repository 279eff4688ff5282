"""Releases looked at: what is owed, how they were, what auditors find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from .. import _native
from .._document import JsonText, given
from .._documents import (
    Audit,
    Compliance,
    ConflictRules,
    ControlPolicy,
    Owed,
    Portfolio,
    Refusal,
    ReleaseDiff,
    ReleaseEvent,
    ReleaseState,
    Roles,
)
from .._errors import Refused
from .._gate import ReviewFormat
from .._plan import instant
from ..ledger import Entry
from ._engine import EventLike, StateLike, plain

_OWED = msgspec.json.Decoder(list[Owed])
_DIFF = msgspec.json.Decoder(ReleaseDiff)
_STATES = msgspec.json.Decoder(dict[str, ReleaseState])
_PORTFOLIO = msgspec.json.Decoder(Portfolio)
_COMPLIANCE = msgspec.json.Decoder(Compliance)
_AUDIT = msgspec.json.Decoder(Audit)


def due(state: StateLike, *, at: datetime | str | None = None) -> list[Owed]:
    """Who owes what at an instant (now, where it is left out), since when, and who else is told when it does not come.

    >>> task = {"id": "notes", "title": "Write the notes", "assignee": "ada", "due": "2026-11-20T12:00:00Z"}
    >>> create = {"kind": "create", "release": {"id": "r1", "template": "train", "tasks": [task]}}
    >>> ada = {"id": "ada", "kind": "human"}
    >>> envelope = {"id": "c1", "actor": ada, "at": "2026-11-02T09:00:00Z", "command": create}
    >>> state = gb.release.fold(gb.release.decide(None, envelope, gb.release.Context()))
    >>> [(owed.who, owed.status) for owed in gb.release.due(state, at="2026-11-21T09:00:00Z")]
    [('ada', 'escalated')]
    """
    return _OWED.decode(_native.release_due(given(state), instant(at)))


def diff(before: StateLike, after: StateLike) -> ReleaseDiff:
    """What changed from one state of a release to another, to be read by people.

    >>> create = {"kind": "create", "release": {"id": "r1", "template": "train"}}
    >>> ada = {"id": "ada", "kind": "human"}
    >>> envelope = {"id": "c1", "actor": ada, "at": "2026-11-02T09:00:00Z", "command": create}
    >>> state = gb.release.fold(gb.release.decide(None, envelope, gb.release.Context()))
    >>> gb.release.diff(state, state).changes
    []
    """
    return _DIFF.decode(_native.release_diff(given(before), given(after)))


def replay(
    entries: Iterable[Entry],
    *,
    seq: int | None = None,
    recorded_by: datetime | str | None = None,
    happened_by: datetime | str | None = None,
) -> dict[str, ReleaseState]:
    """The releases of a ledger as they were, by id: after the entry `seq`; or of what was recorded by an instant, which is what people
    could know then; or of what had happened by an instant, whenever it was recorded. As they are, where nothing is given.

    >>> gb.release.replay(gb.ledger.Ledger.memory())
    {}
    """
    at = None if recorded_by is None else instant(recorded_by)
    until = None if happened_by is None else instant(happened_by)
    return _STATES.decode(_native.release_replay([entry.body for entry in entries], seq, at, until))


def portfolio(
    releases: Iterable[StateLike],
    *,
    rules: ConflictRules | Mapping[str, Any] | JsonText | None = None,
    at: datetime | str | None = None,
) -> Portfolio:
    """Releases beside each other: where they collide in component, window, environment or person, and what goes out when.

    >>> gb.release.portfolio([], at="2026-11-02T09:00:00Z").schedule
    []
    """
    states = given([plain(state) for state in releases])
    return _PORTFOLIO.decode(
        _native.release_portfolio(states, None if rules is None else given(rules), instant(at))
    )


def compliance(
    events: Iterable[EventLike],
    *,
    policy: ControlPolicy | Mapping[str, Any] | JsonText | None = None,
    roles: Roles | Mapping[str, Any] | JsonText | None = None,
    at: datetime | str | None = None,
) -> Compliance:
    """What the 25 controls of an auditor say of events, of one release or of many: pass, fail, not applicable or no evidence, each with
    the events that show it.

    >>> [control.control for control in gb.release.compliance([], at="2026-11-02T09:00:00Z").period]
    ['C16', 'C17']
    """
    many = given([plain(event) for event in events])
    limits = None if policy is None else given(policy)
    of = None if roles is None else given(roles)
    return _COMPLIANCE.decode(_native.release_compliance(many, limits, of, instant(at)))


def audit(
    entries: Iterable[Entry],
    *,
    releases: Iterable[str] = (),
    checkpoint: str | None = None,
    policy: ControlPolicy | Mapping[str, Any] | JsonText | None = None,
    roles: Roles | Mapping[str, Any] | JsonText | None = None,
    at: datetime | str | None = None,
) -> Audit:
    """The audit of releases, of all of them where none is named: who did what and when, on which evidence, with the proofs that it
    stands in the ledger, whose entries are given from the first on; and what the controls say.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}))
    >>> audit = gb.release.audit(ledger)
    >>> audit.origin, audit.size
    ('example.com/releases', 1)
    """
    if isinstance(releases, str):
        raise TypeError("releases must be many ids, not one text")
    bodies = [entry.body for entry in entries]
    limits = None if policy is None else given(policy)
    of = None if roles is None else given(roles)
    return _AUDIT.decode(
        _native.release_audit(bodies, list(releases), checkpoint, limits, of, instant(at))
    )


def render(
    what: ReleaseState | Refusal | Refused | Compliance | Audit | Iterable[ReleaseEvent | Owed | ReleaseState],
    format: ReviewFormat = "text",
    *,
    at: datetime | str | None = None,
) -> str:
    """What is known of releases, for people: where one stands (and who owes what at an instant), why something was refused, what the
    controls say, what an audit found, what happened, what is owed, or many releases in a line each.

    >>> print(gb.release.render([]), end="")
    Nothing has happened.
    """
    if isinstance(what, Refused):
        what = what.refusal
    if isinstance(what, ReleaseState):
        kind, document = "state", given(what)
    elif isinstance(what, Refusal):
        kind, document = "refusal", given(what)
    elif isinstance(what, Compliance):
        kind, document = "compliance", given(what)
    elif isinstance(what, Audit):
        kind, document = "audit", given(what)
    else:
        many = list(what)
        kinds = {Owed: "owed", ReleaseState: "states"}
        kind, document = kinds.get(type(many[0]) if many else ReleaseEvent, "events"), given(many)
    return _native.release_render(kind, document, format, instant(at))
