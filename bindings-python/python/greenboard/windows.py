"""Windows in which work may go out, or may not: freezes, change windows, calendars.

What is asked is a calendar, a list of calendars that must all be open, or a list of windows.

>>> office = {"name": "office hours", "kind": "allow", "cron": "0 9 * * MON-FRI", "duration": "PT8H", "zone": "Europe/London"}
>>> decision = gb.windows.decide([office], at="2026-07-04T12:00:00Z")
>>> decision.open, decision.next_open
(False, '2026-07-06T08:00:00Z')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Decision, Occurrence, ReleaseCalendar, Window
from ._plan import instant

__all__ = ["decide", "decide_all", "occurrences", "parse_icalendar"]

WindowsLike: TypeAlias = (
    "ReleaseCalendar | Sequence[ReleaseCalendar | Window | Mapping[str, Any]] | Mapping[str, Any] | JsonText"
)
"""A calendar, a list of calendars that must all be open, or a list of windows."""

_DECISIONS: msgspec.json.Decoder[list[Decision]] = msgspec.json.Decoder(list[Decision])
_OCCURRENCES: msgspec.json.Decoder[list[Occurrence]] = msgspec.json.Decoder(list[Occurrence])
_CALENDAR: msgspec.json.Decoder[ReleaseCalendar] = msgspec.json.Decoder(ReleaseCalendar)


def decide(windows: WindowsLike, *, at: datetime | str | None = None, manual: bool = False) -> Decision:
    """Whether work may go out at an instant (now, where it is left out), by which windows, and when that changes.

    `manual` work, which a person sets off, passes where every window that blocks it has `manual_override`.

    >>> freeze = {"name": "christmas", "kind": "deny", "start": "2026-12-18", "end": "2027-01-04", "manual_override": True}
    >>> decision = gb.windows.decide([freeze], at="2026-12-24T12:00:00Z")
    >>> decision.open, [window.window for window in decision.blocked_by], decision.next_open
    (False, ['christmas'], '2027-01-04T00:00:00Z')
    >>> gb.windows.decide([freeze], at="2026-12-24T12:00:00Z", manual=True).open
    True
    """
    return decide_all(windows, [instant(at)], manual=manual)[0]


def decide_all(windows: WindowsLike, at: Iterable[datetime | str], *, manual: bool = False) -> list[Decision]:
    """What `decide` says of each of many instants; the windows are made ready once.

    >>> nightly = {"name": "backup", "kind": "deny", "cron": "0 2 * * *", "duration": "1h"}
    >>> [said.open for said in gb.windows.decide_all([nightly], ["2026-07-01T01:59:59Z", "2026-07-01T02:00:00Z"])]
    [True, False]
    """
    return _DECISIONS.decode(_native.windows_decide(given(windows), [instant(one) for one in at], manual))


def occurrences(
    windows: WindowsLike, start: datetime | str, end: datetime | str, *, limit: int = 1000
) -> list[Occurrence]:
    """When windows are: all that overlap the time from `start` to `end`, by their start, at most `limit`.

    >>> friday = {"name": "friday", "kind": "deny", "start": "2026-01-02T17:00", "duration": "7h", "rule": "FREQ=WEEKLY"}
    >>> [one.start for one in gb.windows.occurrences([friday], "2026-07-01T00:00:00Z", "2026-07-15T00:00:00Z")]
    ['2026-07-03T17:00:00Z', '2026-07-10T17:00:00Z']
    """
    return _OCCURRENCES.decode(_native.windows_occurrences(given(windows), instant(start), instant(end), limit))


def parse_icalendar(
    text: str | bytes, *, name: str | None = None, zone: str | None = None, kind: str | None = None
) -> ReleaseCalendar:
    """The calendar of windows that an iCalendar text (RFC 5545) makes.

    Events are windows that deny; of a calendar that says it is `DEFAULT_CLOSED`, as those of AWS Systems Manager do, windows that
    allow. `kind` says it for a calendar that does not. Times without a zone are in `zone`, else in the calendar's own, else in UTC.

    >>> text = "BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nSUMMARY:Holiday\\nDTSTART;VALUE=DATE:20260704\\nEND:VEVENT\\nEND:VCALENDAR"
    >>> calendar = gb.windows.parse_icalendar(text, name="holidays", zone="America/New_York")
    >>> gb.windows.decide(calendar, at="2026-07-04T12:00:00Z").next_open
    '2026-07-05T04:00:00Z'
    """
    options = {"name": name, "zone": zone, "kind": kind}
    return _CALENDAR.decode(
        _native.windows_parse_icalendar(text.encode() if isinstance(text, str) else text, given(options))
    )
