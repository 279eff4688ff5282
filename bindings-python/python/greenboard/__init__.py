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
from ._native import (
    Matrix,
    Requirement,
    Rows,
    Version,
    filter_versions,
    match_matrix,
    max_satisfying,
    min_satisfying,
    sort_versions,
)
from ._types import ArrowColumn, Bump, Invalid, Scheme, Step

__all__ = [
    "ArrowColumn",
    "Bump",
    "GreenboardError",
    "Invalid",
    "Matrix",
    "Requirement",
    "Rows",
    "Scheme",
    "Step",
    "Version",
    "VersionError",
    "filter_versions",
    "match_matrix",
    "max_satisfying",
    "min_satisfying",
    "sort_versions",
]
