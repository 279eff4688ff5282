"""A release manager as a library.

>>> import greenboard as gb
>>> old = gb.Version("1.4.2")
>>> old.bump("minor")
Version('1.5.0', scheme='cargo')
>>> gb.Requirement("^1.2", scheme="npm").matches("1.5.0")
True
"""

from __future__ import annotations

from ._catalogue import catalogue, error_codes, schemas
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
    "ChangeError",
    "ComponentError",
    "DocumentError",
    "GreenboardError",
    "Invalid",
    "Matrix",
    "PlanError",
    "Requirement",
    "Rows",
    "Scheme",
    "SourceError",
    "Step",
    "Version",
    "VersionError",
    "canonical_json",
    "catalogue",
    "digest",
    "digest_text",
    "error_codes",
    "filter_versions",
    "match_matrix",
    "max_satisfying",
    "min_satisfying",
    "schemas",
    "sort_versions",
]
