"""A release manager as a library.

>>> import greenboard as gb
>>> old = gb.Version("1.4.2")
>>> old.bump("minor")
Version('1.5.0', scheme='cargo')
>>> gb.Requirement("^1.2", scheme="npm").matches("1.5.0")
True
"""

from __future__ import annotations

from . import config, documents, npm, pep440
from ._catalogue import catalogue, error_codes, schemas
from ._document import canonical_json, digest, digest_text
from ._documents import (
    Bump,
    Calendar,
    Change,
    Changes,
    Component,
    Dependency,
    Options,
    Plan,
    Policy,
    Rule,
    Scheme,
    Semantic,
    Versioning,
    Why,
    Workspace,
)
from ._errors import (
    ChangeError,
    ComponentError,
    DocumentError,
    GreenboardError,
    PlanError,
    ReportError,
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
from ._plan import plan, remaining, split, why
from ._report import ChangelogStyle, ReportFormat, changelog, render
from ._source import Repository
from ._types import ArrowColumn, Invalid, Step

__all__ = [
    "ArrowColumn",
    "Bump",
    "Calendar",
    "Change",
    "ChangeError",
    "ChangelogStyle",
    "Changes",
    "Component",
    "ComponentError",
    "Dependency",
    "DocumentError",
    "GreenboardError",
    "Invalid",
    "Matrix",
    "Options",
    "Plan",
    "PlanError",
    "Policy",
    "ReportError",
    "ReportFormat",
    "Repository",
    "Requirement",
    "Rows",
    "Rule",
    "Scheme",
    "Semantic",
    "SourceError",
    "Step",
    "Version",
    "VersionError",
    "Versioning",
    "Why",
    "Workspace",
    "canonical_json",
    "catalogue",
    "changelog",
    "config",
    "digest",
    "digest_text",
    "documents",
    "error_codes",
    "filter_versions",
    "match_matrix",
    "max_satisfying",
    "min_satisfying",
    "npm",
    "pep440",
    "plan",
    "remaining",
    "render",
    "schemas",
    "sort_versions",
    "split",
    "why",
]
