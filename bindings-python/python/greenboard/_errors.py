"""What can go wrong, as exceptions: one class per family of codes, each with the fields of the core's error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from ._documents import Refusal, RefusalReason


class GreenboardError(Exception):
    """A failure, the same in every language; ``str(error)`` is the place and the message.

    >>> import greenboard as gb
    >>> try:
    ...     gb.Version("1.x.0")
    ... except gb.GreenboardError as error:
    ...     error.code, error.column
    ('version.unexpected_character', 3)
    """

    code: str = ""
    """The stable code to branch on, ``<family>.<snake_case>``."""
    message: str = ""
    """The sentence for people, without the place."""
    path: str | None = None
    """The file, or the path inside a document, that is at fault."""
    line: int | None = None
    """The line in the text at fault, from 1."""
    column: int | None = None
    """The column in the text at fault, from 1, in characters."""
    details: Mapping[str, Any] = MappingProxyType({})
    """Facts about the failure as data: the input, what was expected, the nearest valid key."""
    retryable: bool = False
    """Whether the same call may succeed later without any change to its input."""


class VersionError(GreenboardError, ValueError):
    """A version or requirement that cannot be read, or an operation on one that has no answer."""


class DocumentError(GreenboardError, ValueError):
    """A text that is no document, or a document that is not what was asked for."""


class ComponentError(GreenboardError, ValueError):
    """A manifest that cannot be read, or components that make no workspace."""


class FactError(GreenboardError, ValueError):
    """A fact that cannot be used, such as an alias that two share."""


class CalendarError(GreenboardError, ValueError):
    """A zone, rule, window or calendar that cannot be used."""


class ChangeError(GreenboardError, ValueError):
    """A commit message or changeset that cannot be read."""


class PlanError(GreenboardError, ValueError):
    """A workspace, changes and policy for which there is no plan."""


class ReportError(GreenboardError, ValueError):
    """A report that cannot be given."""


class SourceError(GreenboardError, OSError):
    """A directory or repository that cannot be read."""


class GateError(GreenboardError, ValueError):
    """A gate file that cannot be read, or a question that gates have no answer to."""


class ToolError(GreenboardError, ValueError):
    """A report that is not the tool's, is broken, or says something that nobody knows."""


class LedgerError(GreenboardError):
    """A ledger that does not hold together, or a draft that it does not take."""


class ReleaseError(GreenboardError, ValueError):
    """A release that cannot be read or run."""


class Refused(ReleaseError):
    """A command that is refused, with every reason and what would lift it."""

    @property
    def refusal(self) -> Refusal:
        """The refusal as a document."""
        from ._documents import Refusal

        return msgspec.convert(dict(self.details), Refusal)

    @property
    def reasons(self) -> list[RefusalReason]:
        """Every reason: a code to branch on, a sentence, what would lift it, and who can."""
        return self.refusal.reasons


FAMILIES: Mapping[str, type[GreenboardError]] = {
    "version": VersionError,
    "document": DocumentError,
    "component": ComponentError,
    "fact": FactError,
    "calendar": CalendarError,
    "change": ChangeError,
    "plan": PlanError,
    "report": ReportError,
    "source": SourceError,
    "gate": GateError,
    "tool": ToolError,
    "ledger": LedgerError,
    "release": ReleaseError,
}
"""The class that a code's family raises."""

CODES: Mapping[str, type[GreenboardError]] = {"release.refused": Refused}
"""The class of a code that has one of its own."""


def from_core(text: str, fields: str) -> GreenboardError:
    """The exception of an error of the core, which calls this to raise: its text, and its fields as JSON."""
    values = json.loads(fields)
    family, _, _ = values["code"].partition(".")
    error = CODES.get(values["code"], FAMILIES.get(family, GreenboardError))(text)
    vars(error).update(values)
    return error
