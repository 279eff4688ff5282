"""Whether something has been long enough where it was before, as Kargo asks of its freight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import _native
from ._document import JsonText, given
from ._documents import Freight, FreightRequest

__all__ = ["is_available"]


def is_available(
    stage: str,
    requests: Sequence[FreightRequest | Mapping[str, Any]],
    freight: Freight | Mapping[str, Any] | JsonText,
) -> bool:
    """Whether a stage may take something: it is approved for the stage, or comes from where it takes things straight, or was
    verified in one of the stages before, or in all of them, and stayed there as long as asked.

    >>> request = {"origin": "images", "upstream_stages": ["test"], "required_soak_seconds": 3600}
    >>> gb.soak.is_available("production", [request], {"origin": "images", "verified_in": {"test": 1800}})
    False
    """
    return _native.soak_is_available(stage, given(list(requests)), given(freight))
