"""The core described as data."""

from __future__ import annotations

from typing import Any

import msgspec

from . import _native
from ._documents import Registry

_CATALOGUE = msgspec.json.Decoder(list[Registry])
_SCHEMAS = msgspec.json.Decoder(dict[str, Any])


def catalogue() -> list[Registry]:
    """Every registry with its kinds, their summaries and JSON Schemas: what a document's ``kind`` can be.

    >>> [kind.kind for kind in gb.catalogue()[0].kinds]
    ['semantic', 'calendar', 'cargo', 'release_please', 'semantic_release']
    """
    return _CATALOGUE.decode(_native.catalogue())


def error_codes() -> list[str]:
    """Every code that an error can carry, sorted.

    >>> "version.unexpected_character" in gb.error_codes()
    True
    """
    return _native.error_codes()


def schemas() -> dict[str, Any]:
    """The JSON Schema of every document, by name.

    >>> gb.schemas()["change"]["title"]
    'Change'
    """
    return _SCHEMAS.decode(_native.schemas())
