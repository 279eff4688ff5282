"""The compiled core. Use it through `greenboard`."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar, Literal, TypeVar, final, overload

from ._documents import Bump, Scheme
from ._types import ArrowColumn, Invalid, Step

__all__ = [
    "Matrix",
    "Repository",
    "Requirement",
    "Rows",
    "Version",
    "canonical_json",
    "catalogue",
    "changelog",
    "digest",
    "digest_text",
    "error_codes",
    "filter_versions",
    "match_matrix",
    "max_satisfying",
    "min_satisfying",
    "plan",
    "plan_table",
    "render",
    "schemas",
    "sort_versions",
    "why",
    "why_text",
]

_V = TypeVar("_V", str, Version)

@final
class Version:
    """A version of one scheme, in its normalised text.

    `==` and `hash` are identity of scheme and text; `<` follows the scheme's precedence, in which two texts may well be
    equal, and raises `VersionError` across schemes.
    """

    __match_args__: ClassVar[tuple[Literal["text"], Literal["scheme"]]]
    def __new__(cls, text: str, scheme: Scheme = "cargo") -> Version: ...
    @property
    def text(self) -> str:
        """The normalised text."""
    @property
    def scheme(self) -> Scheme:
        """The name of the scheme it follows."""
    @property
    def is_prerelease(self) -> bool:
        """Whether it comes before a release it leads up to."""
    def bump(self, step: Step, *, identifier: str | None = None, base: int | None = 0) -> Version:
        """The next version after a step.

        A new prerelease is named by `identifier` and counted from `base`; `None` leaves its number out.
        """
    def diff(self, other: Version) -> Bump:
        """The largest part in which the two differ; "none" at equal precedence."""
    def precedence(self, other: Version) -> Literal[-1, 0, 1]:
        """The scheme's order of the two."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __lt__(self, other: Version, /) -> bool: ...
    def __le__(self, other: Version, /) -> bool: ...
    def __gt__(self, other: Version, /) -> bool: ...
    def __ge__(self, other: Version, /) -> bool: ...
    def __reduce__(self) -> tuple[type[Version], tuple[str, str]]: ...
    def __copy__(self) -> Version: ...
    def __deepcopy__(self, _memo: object) -> Version: ...

@final
class Requirement:
    """What a consumer accepts of a provider: a set of versions in one scheme's notation.

    `==` and `hash` are identity of scheme and text; two texts may well ask for the same set (`is_subset` both ways).
    """

    __match_args__: ClassVar[tuple[Literal["text"], Literal["scheme"]]]
    def __new__(cls, text: str, scheme: Scheme = "cargo") -> Requirement: ...
    @property
    def text(self) -> str:
        """The normalised text."""
    @property
    def scheme(self) -> Scheme:
        """The name of the scheme it follows."""
    @property
    def is_empty(self) -> bool:
        """Whether no version at all can meet it."""
    def matches(self, version: Version | str) -> bool:
        """Whether the version, or the text of one in the same scheme, meets it."""
    def intersects(self, other: Requirement) -> bool:
        """Whether some version can meet both."""
    def is_subset(self, other: Requirement) -> bool:
        """Whether every version that meets this one meets `other` too."""
    def moved_to(self, version: Version | str) -> Requirement:
        """The requirement rewritten to ask for `version`, its operator and precision kept."""
    def __contains__(self, version: Version | str, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Requirement], tuple[str, str]]: ...
    def __copy__(self) -> Requirement: ...
    def __deepcopy__(self, _memo: object) -> Requirement: ...

def canonical_json(text: bytes) -> str:
    """The RFC 8785 text of a JSON text."""

def digest(text: bytes) -> str:
    """The digest of the RFC 8785 text of a JSON text."""

def digest_text(text: bytes) -> str:
    """The digest of a text as it stands."""
@final
class Rows:
    """Row numbers: a sequence of integers, and an Arrow `uint32` array for those who take one (`__arrow_c_array__`)."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def to_list(self) -> list[int]:
        """The rows as a list."""
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        """The rows as an Arrow array, without a copy."""

@final
class Matrix:
    """Which requirement (row) is met by which version (column), a bit each: ``matrix[requirement, version]``."""

    @property
    def shape(self) -> tuple[int, int]:
        """How many requirements and how many versions."""
    def __getitem__(self, cell: tuple[int, int], /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def count(self, requirement: int) -> int:
        """How many versions meet the requirement in this row."""
    def matches(self, requirement: int) -> list[int]:
        """The numbers of the versions that meet the requirement in this row, ascending."""

@overload
def sort_versions(versions: ArrowColumn, *, scheme: Scheme = "cargo", invalid: Invalid = "refuse") -> Rows: ...
@overload
def sort_versions(
    versions: Iterable[_V], *, scheme: Scheme = "cargo", invalid: Invalid = "refuse"
) -> list[_V]:
    """The versions in ascending order; equal precedence is ordered by text.

    A list gives a list of the same items, an Arrow string column the numbers of its rows. A text that is no version of the
    scheme raises `VersionError` with its row in `path`, or is left out (``invalid="skip"``).
    """

@overload
def filter_versions(
    versions: ArrowColumn,
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> Rows: ...
@overload
def filter_versions(
    versions: Iterable[_V],
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> list[_V]:
    """The versions that meet the requirement, in the order given. `scheme` is that of a requirement given as text."""

@overload
def max_satisfying(
    versions: ArrowColumn,
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> int | None: ...
@overload
def max_satisfying(
    versions: Iterable[_V],
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> _V | None:
    """The greatest version that meets the requirement (its row number for a column), or None."""

@overload
def min_satisfying(
    versions: ArrowColumn,
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> int | None: ...
@overload
def min_satisfying(
    versions: Iterable[_V],
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> _V | None:
    """The least version that meets the requirement (its row number for a column), or None."""

def match_matrix(
    requirements: Sequence[Requirement | str],
    versions: ArrowColumn | Iterable[Version | str],
    *,
    scheme: Scheme = "cargo",
    invalid: Invalid = "refuse",
) -> Matrix:
    """Every requirement against every version."""

def catalogue() -> str:
    """Every registry with its kinds, as JSON."""

def error_codes() -> list[str]:
    """Every code that an error can carry, sorted."""

def schemas() -> str:
    """The JSON Schema of every document, by name, as JSON."""

def plan(workspace: bytes, changes: bytes, policy: bytes, at: str) -> str:
    """The plan of a workspace, changes and a policy at an instant, as JSON."""

def why(plan: bytes, component: str) -> str:
    """Why a component is in a plan, as JSON."""

def why_text(why: bytes) -> str:
    """The reasons as a tree of text."""

def plan_table(plan: bytes) -> str:
    """The plan as a table of text."""

def render(plan: bytes, format: str) -> str:
    """The whole of a plan, for people."""

def changelog(plan: bytes, component: str) -> str:
    """What a component's release brings, in Markdown."""

@final
class Repository:
    """A directory with manifests in it, usually a git repository's work tree."""

    @staticmethod
    def open(dir: str) -> Repository:
        """The repository that `dir` lies in."""
    @property
    def root(self) -> Path:
        """The top of the work tree."""
    def workspace(self) -> str:
        """The components, as JSON."""
    def changes(self, workspace: bytes | None, first_parent: bool, mode: str) -> str:
        """The unreleased changes and the notices about them, as JSON."""
