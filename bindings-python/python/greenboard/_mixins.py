"""The verbs of the document types, which are generated (`_documents.py`): ``Document``'s are of all of them."""

from __future__ import annotations

from typing import Any

import msgspec

from . import _native


class Document:
    """What every document can do."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts, lists and values."""
        result: dict[str, Any] = msgspec.to_builtins(self)
        return result

    def to_json(self) -> str:
        """The document's canonical JSON (RFC 8785): equal documents have equal bytes."""
        return _native.canonical_json(msgspec.json.encode(self))
