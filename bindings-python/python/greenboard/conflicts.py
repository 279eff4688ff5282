"""Conflicts: what several releases claim at once, and when there is room.

>>> one = {"release": "R-1", "starts_at": "2026-11-02T20:00:00Z", "ends_at": "2026-11-02T22:00:00Z", "environments": ["production"]}
>>> two = {"release": "R-2", "starts_at": "2026-11-02T21:00:00Z", "ends_at": "2026-11-02T23:00:00Z", "environments": ["production"]}
>>> [conflict.kind for conflict in gb.conflicts.find([one, two], at="2026-11-01T00:00:00Z").conflicts]
['environment_booked']
>>> gb.conflicts.free_slots(two, [one], at="2026-11-02T20:00:00Z")[0].start
'2026-11-02T22:00:00Z'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Claim, ConflictReport, ConflictRules, FreeSlot
from ._plan import instant

__all__ = ["find", "free_slots"]

_REPORT: msgspec.json.Decoder[ConflictReport] = msgspec.json.Decoder(ConflictReport)
_SLOTS: msgspec.json.Decoder[list[FreeSlot]] = msgspec.json.Decoder(list[FreeSlot])


def find(
    claims: Sequence[Claim | Mapping[str, Any]],
    rules: ConflictRules | Mapping[str, Any] | JsonText | None = None,
    *,
    at: datetime | str | None = None,
) -> ConflictReport:
    """All conflicts of several claims, as seen at an instant (now, where it is left out): what blocks first, then by time.

    >>> claim = {"release": "R-1", "starts_at": "2026-11-02T20:00:00Z", "ends_at": "2026-11-02T22:00:00Z", "components": ["core"]}
    >>> gb.conflicts.find([claim], at="2026-11-01T00:00:00Z").conflicts
    []
    """
    given_rules = {} if rules is None else rules
    return _REPORT.decode(_native.conflicts_find(given(list(claims)), given(given_rules), instant(at)))


def free_slots(
    wanted: Claim | Mapping[str, Any] | JsonText,
    claims: Sequence[Claim | Mapping[str, Any]] = (),
    rules: ConflictRules | Mapping[str, Any] | JsonText | None = None,
    *,
    at: datetime | str | None = None,
) -> list[FreeSlot]:
    """The next times, from an instant on (now, where it is left out), that are free for a claim, as long as it is.

    >>> claim = {"release": "R-1", "starts_at": "2026-11-02T20:00:00Z", "ends_at": "2026-11-02T22:00:00Z"}
    >>> gb.conflicts.free_slots(claim, at="2026-11-01T00:00:00Z")[0].end
    '2026-11-01T02:00:00Z'
    """
    given_rules = {} if rules is None else rules
    return _SLOTS.decode(
        _native.conflicts_free_slots(given(wanted), given(list(claims)), given(given_rules), instant(at))
    )
