"""The verbs of the document types, which are generated (`_documents.py`): ``Document``'s are of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from . import _native

if TYPE_CHECKING:
    from ._documents import Why as WhyDocument


class Document:
    """What every document can do."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts, lists and values; the outermost says which `schema` it follows."""
        result: dict[str, Any] = msgspec.to_builtins(self)
        for part in result.values():
            _unsigned(part)
        return result

    def to_json(self) -> str:
        """The document's canonical JSON (RFC 8785): equal documents have equal bytes."""
        return _native.canonical_json(msgspec.json.encode(self.to_dict()))


def _unsigned(part: Any) -> None:
    """Takes the schema out of documents that are parts of another, as the core writes them."""
    if isinstance(part, dict):
        if str(part.get("schema")).startswith("greenboard/"):
            del part["schema"]
        for inner in part.values():
            _unsigned(inner)
    elif isinstance(part, list):
        for inner in part:
            _unsigned(inner)


class Plan:
    """What a plan tells of itself."""

    __slots__ = ()

    def why(self, component: str) -> WhyDocument:
        """Why a component is in this plan, as `greenboard.why`."""
        from ._plan import why

        return why(self, component)

    def render(self, format: str = "text") -> str:
        """The whole of it for people, as `greenboard.render`."""
        return _native.render((msgspec.json.encode(self), False), format, None)

    def __str__(self) -> str:
        return _native.plan_table((msgspec.json.encode(self), False))

    def _repr_html_(self) -> str:
        return self.render("html")

    def _repr_markdown_(self) -> str:
        return self.render("markdown")


class Edits:
    """What edits can do."""

    __slots__ = ()

    def applied(self, files: Mapping[str, str]) -> dict[str, str]:
        """These texts by path, edited, as `greenboard.applied`."""
        from ._edit import applied

        return applied(self, files)


class Applied:
    """What became of edits, told."""

    __slots__ = ()

    diff: str

    def __str__(self) -> str:
        return self.diff


class Why:
    """What reasons tell of themselves."""

    __slots__ = ()

    def __str__(self) -> str:
        return _native.why_text((msgspec.json.encode(self), False))
