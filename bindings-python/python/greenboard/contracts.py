"""Whether the contracts between consumers and providers allow a version into an environment, as Pact's can-i-deploy answers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import ContractAnswer, ContractMatrix

__all__ = ["can_i_deploy", "together"]

_ANSWER = msgspec.json.Decoder(ContractAnswer)


def can_i_deploy(
    matrix: ContractMatrix | Mapping[str, Any] | JsonText, component: str, version: str
) -> ContractAnswer:
    """Whether contracts allow this version of a component into the environment: `yes`, `no`, or `unknown` where a verification
    is missing. What has no contracts breaks none: without rows it is `yes`.

    >>> matrix = {"pacts": [{"consumer": "web", "version": "1", "provider": "orders"}], "deployed": {"orders": ["7"]}}
    >>> gb.contracts.can_i_deploy(matrix, "web", "1").deployable
    'unknown'
    """
    return _ANSWER.decode(_native.can_i_deploy(given(matrix), component, version))


def together(
    matrix: ContractMatrix | Mapping[str, Any] | JsonText, component: str, candidates: Mapping[str, str]
) -> list[str] | None:
    """The components to be deployed together with this one, each in the version of `candidates`, so that contracts allow it;
    None where there is no such set.

    >>> matrix = {
    ...     "pacts": [{"consumer": "web", "version": "2", "provider": "orders"}],
    ...     "verifications": [
    ...         {"consumer": "web", "version": "2", "provider": "orders", "provider_version": "8", "success": True}],
    ...     "deployed": {"orders": ["7"]},
    ... }
    >>> gb.contracts.together(matrix, "web", {"web": "2", "orders": "8"})
    ['orders', 'web']
    """
    return _native.deploy_together(given(matrix), component, dict(candidates))
