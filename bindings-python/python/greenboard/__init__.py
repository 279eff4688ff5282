"""A release manager as a library.

>>> import greenboard as gb
>>> old = gb.Version("1.4.2")
>>> old.bump("minor")
Version('1.5.0', scheme='cargo')
>>> gb.Requirement("^1.2", scheme="npm").matches("1.5.0")
True
"""

from __future__ import annotations

from ._document import canonical_json, digest, digest_text
from ._errors import (
    ChangeError,
    ComponentError,
    DocumentError,
    GreenboardError,
    PlanError,
    SourceError,
    VersionError,
)
from ._native import Requirement, Version
from ._types import Bump, Scheme, Step

__all__ = [
    "Bump",
    "ChangeError",
    "ComponentError",
    "DocumentError",
    "GreenboardError",
    "PlanError",
    "Requirement",
    "Scheme",
    "SourceError",
    "Step",
    "Version",
    "VersionError",
    "canonical_json",
    "digest",
    "digest_text",
]
