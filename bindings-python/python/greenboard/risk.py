"""Risk: how risky a release is, by the method that it chose.

>>> said = gb.risk.assess({"kind": "register", "risks": [{"id": "migration", "likelihood": 4, "impact": 3, "effectiveness": 0.2}]})
>>> said.score, said.level
(9.6, 'moderate')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import RiskAssessment, RiskMethod

__all__ = ["assess"]

_ASSESSMENT: msgspec.json.Decoder[RiskAssessment] = msgspec.json.Decoder(RiskAssessment)


def assess(method: RiskMethod | Mapping[str, Any] | JsonText) -> RiskAssessment:
    """The score by a method, what it means, and why: `register`, `servicenow_stage`, `assessors`, `change` or `track_record`.

    >>> gb.risk.assess({"kind": "track_record", "successful": 20, "unsuccessful": 2, "p2": 1, "p3": 3}).score
    39.0
    """
    return _ASSESSMENT.decode(_native.risk_assess(given(method)))
