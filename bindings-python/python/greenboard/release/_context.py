"""What commands are decided in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import _native
from .._document import JsonText, given
from .._documents import Roles, Template
from .._fact import Facts
from .._gate import GateSet, GatesLike

_NO_GATES = "gates: []"


class Context:
    """What commands are decided in: the gates, who may do what, what other systems say beside what the release recorded itself, and
    templates beside those that come along. It is as it was made: facts that are added later need another one.

    A role that is not named is anybody's, unless the roles are `strict`.

    >>> roles = {"roles": {"release_manager": [{"person": "ada"}]}}
    >>> context = gb.release.Context(roles=roles)
    >>> context.digest[:7]
    'sha256:'
    """

    __slots__ = ("_native",)
    _native: _native.ReleaseContext

    def __init__(
        self,
        gates: GatesLike | None = None,
        *,
        roles: Roles | Mapping[str, Any] | JsonText | None = None,
        facts: Facts | None = None,
        templates: Iterable[Template | Mapping[str, Any]] | JsonText = (),
    ) -> None:
        ready = gates if isinstance(gates, GateSet) else GateSet(_NO_GATES if gates is None else gates)
        many = templates if isinstance(templates, (str, bytes)) else list(templates)
        self._native = _native.ReleaseContext.of(
            ready._native,
            None if roles is None else given(roles),
            None if facts is None else facts._native,
            given(many) if many else None,
        )

    @property
    def digest(self) -> str:
        """The digest of all of it, which events carry."""
        return self._native.digest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Context) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<Context: {self.digest}>"
