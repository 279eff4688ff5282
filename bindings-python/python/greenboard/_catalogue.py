"""The core described as data."""

from __future__ import annotations

import json
from typing import Any

from . import _native


def catalogue() -> list[dict[str, Any]]:
    """Every registry with its kinds, their summaries and JSON Schemas: what a document's ``kind`` can be.

    >>> [kind["kind"] for kind in gb.catalogue()[0]["kinds"]]
    ['semantic', 'calendar']
    """
    registries: list[dict[str, Any]] = json.loads(_native.catalogue())
    return registries


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
    schemas: dict[str, Any] = json.loads(_native.schemas())
    return schemas
