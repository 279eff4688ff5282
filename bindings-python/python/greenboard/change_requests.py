"""Change requests: the states that the tickets of change management go through, by the kind of change.

>>> flow = gb.change_requests.advance({"change_type": "emergency"}, "advance")
>>> flow.state, flow.approvals
('authorize', 'requested')
>>> gb.change_requests.advance(flow, "approve").state
'scheduled'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import ChangeFlow, ChangeStep

__all__ = ["advance"]

_FLOW: msgspec.json.Decoder[ChangeFlow] = msgspec.json.Decoder(ChangeFlow)


def advance(
    flow: ChangeFlow | Mapping[str, Any] | JsonText, step: ChangeStep | Mapping[str, Any] | str
) -> ChangeFlow:
    """The change request after a step: a document, or the name of what is done where nothing more is said with it.

    Raises an error with every reason under `details["reasons"]` where the step is not taken.

    >>> try:
    ...     gb.change_requests.advance({"state": "review"}, "cancel")
    ... except gb.GreenboardError as error:
    ...     print(error.code, error.details["reasons"])
    release.change_refused ['not_cancelable_in_review']
    """
    said = {"action": step} if isinstance(step, str) else step
    return _FLOW.decode(_native.change_request_advance(given(flow), given(said)))
