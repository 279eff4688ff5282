"""Gates: is it go or no-go, why, and what would turn it green."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import GateFile, Verdict
from ._fact import Facts
from ._plan import instant

_VERDICT = msgspec.json.Decoder(Verdict)


class GateSet:
    """The gates of a gate file, made ready to be asked: everything that can be wrong with them has been found.

    A gate file is a document, a dict, or the text of one in YAML or JSON.

    >>> gates = gb.GateSet('''
    ... gates:
    ...   - name: quality
    ...     criteria:
    ...       - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
    ... ''')
    """

    __slots__ = ("_native",)
    _native: _native.GateSet

    def __init__(self, gates: GateFile | Mapping[str, Any] | JsonText) -> None:
        self._native = _native.GateSet.of(given(gates))


def evaluate(
    gates: GateSet | GateFile | Mapping[str, Any] | JsonText,
    facts: Facts,
    component: str,
    *,
    stage: str | None = None,
    environment: str | None = None,
    at: datetime | str | None = None,
) -> Verdict:
    """Whether a component may go out at an instant (now, where it is left out): what its gates say on these facts, and why.

    >>> gates = '{"gates": [{"name": "quality", "criteria": [{"name": "errors", "kind": "threshold", "metric": "error_rate"}]}]}'
    >>> verdict = gb.evaluate(gates, gb.Facts(), "payments", environment="production")
    >>> verdict.verdict, verdict.findings[0].reason
    ('pending', 'no evidence of metric "error_rate"')
    """
    made = gates if isinstance(gates, GateSet) else GateSet(gates)
    return _VERDICT.decode(
        _native.evaluate(made._native, facts._native, component, stage, environment, instant(at))
    )
