"""A release manager as a library.

>>> import greenboard as gb
>>> old = gb.Version("1.4.2")
>>> old.bump("minor")
Version('1.5.0', scheme='cargo')
>>> gb.Requirement("^1.2", scheme="npm").matches("1.5.0")
True
"""

from __future__ import annotations

from . import documents, npm, pep440
from ._catalogue import catalogue, error_codes, schemas
from ._component import Graph, read_manifests, read_repositories
from ._document import canonical_json, digest, digest_text
from ._documents import (
    Bump,
    Calendar,
    Change,
    Changes,
    Component,
    Cycle,
    Dependency,
    Identity,
    Impact,
    Plan,
    Policy,
    Scheme,
    Semantic,
    Unit,
    Versioning,
    Why,
    Workspace,
    WorkspaceFile,
)
from ._errors import (
    ChangeError,
    ComponentError,
    DocumentError,
    FactError,
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
from ._plan import plan, why
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
    "Cycle",
    "Dependency",
    "DocumentError",
    "FactError",
    "Graph",
    "GreenboardError",
    "Identity",
    "Impact",
    "Invalid",
    "Matrix",
    "Plan",
    "PlanError",
    "Policy",
    "ReportError",
    "ReportFormat",
    "Repository",
    "Requirement",
    "Rows",
    "Scheme",
    "Semantic",
    "SourceError",
    "Step",
    "Unit",
    "Version",
    "VersionError",
    "Versioning",
    "Why",
    "Workspace",
    "WorkspaceFile",
    "canonical_json",
    "catalogue",
    "changelog",
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
    "read_manifests",
    "read_repositories",
    "render",
    "schemas",
    "sort_versions",
    "why",
]
