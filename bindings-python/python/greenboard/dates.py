"""Dates: phases planned backward in working days.

>>> plan = gb.dates.plan_backward([("Testing", 15), ("Implementation", 10)], "2025-09-05", {"holidays": ["2025-09-01"]})
>>> [(phase.phase, phase.start, phase.end) for phase in plan]
[('Testing', '2025-08-01', '2025-08-21'), ('Implementation', '2025-08-22', '2025-09-05')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import PlannedPhase, WorkCalendar

__all__ = ["plan_backward"]

_PHASES: msgspec.json.Decoder[list[PlannedPhase]] = msgspec.json.Decoder(list[PlannedPhase])


def plan_backward(
    phases: Iterable[tuple[str, int]],
    target: date | str,
    calendar: WorkCalendar | Mapping[str, Any] | JsonText | None = None,
) -> list[PlannedPhase]:
    """The dates of phases of so many working days each, the last of which ends on the target, or on the last working day before.

    >>> gb.dates.plan_backward([("Build", 5)], "2026-11-22")[0].start
    '2026-11-16'
    """
    day = target.isoformat() if isinstance(target, date) else target
    given_calendar = {} if calendar is None else calendar
    return _PHASES.decode(
        _native.dates_plan_backward([(phase, days) for phase, days in phases], day, given(given_calendar))
    )
