"""A release manager as a library.

>>> import greenboard as gb
>>> old = gb.Version("1.4.2")
>>> old.bump("minor")
Version('1.5.0', scheme='cargo')
>>> gb.Requirement("^1.2", scheme="npm").matches("1.5.0")
True
"""

from __future__ import annotations

from ._errors import GreenboardError, VersionError
from ._native import Requirement, Version
from ._types import Bump, Scheme, Step

__all__ = [
    "Bump",
    "GreenboardError",
    "Requirement",
    "Scheme",
    "Step",
    "Version",
    "VersionError",
]
