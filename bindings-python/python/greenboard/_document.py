"""Documents on their way to the core and back: one JSON text each way."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import msgspec

from . import _native
from ._mixins import Document
from ._native import Requirement, Version

JsonText: TypeAlias = "str | bytes"
"""A document that is JSON already."""


def _hook(value: Any) -> str:
    """The text of the values that cross as text."""
    if isinstance(value, (Version, Requirement)):
        return value.text
    raise TypeError(f"a {type(value).__name__} cannot be part of a document")


_ENCODER = msgspec.json.Encoder(enc_hook=_hook)


def given(document: Any) -> tuple[bytes, bool]:
    """What the core takes for a document: its text, and whether someone wrote that, so that errors name line and column."""
    if isinstance(document, (str, bytes)):
        return _bytes(document), True
    return _ENCODER.encode(document), False


def _bytes(text: JsonText) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _exact(value: Any) -> bytes:
    """The JSON of any value. msgspec would write a number that is not finite as null; the core refuses it."""
    if isinstance(value, (str, bytes)):
        return _bytes(value)
    plain = value.to_dict() if isinstance(value, Document) else msgspec.to_builtins(value, enc_hook=_hook)
    return json.dumps(plain).encode()


def canonical_json(value: Any) -> str:
    """The RFC 8785 text of a value, or of a JSON text: equal values have equal bytes.

    >>> gb.canonical_json({"b": [1.0, "\\u20ac"], "a": None})
    '{"a":null,"b":[1,"€"]}'
    >>> gb.canonical_json('{ "b": 1e2 }')
    '{"b":100}'
    """
    return _native.canonical_json(_exact(value))


def digest(value: Any) -> str:
    """The digest of a value, or of a JSON text: ``sha256:`` and the hash of its canonical JSON, whatever its layout.

    >>> gb.digest([]) == gb.digest("[ ]")
    True
    """
    return _native.digest(_exact(value))


def digest_text(text: JsonText) -> str:
    """The digest of a text or file as it stands, such as that of an artefact.

    >>> gb.digest_text(b"")[:20]
    'sha256:e3b0c44298fc1'
    """
    return _native.digest_text(_bytes(text))
