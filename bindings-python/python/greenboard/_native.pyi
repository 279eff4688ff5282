"""The compiled core. Use it through `greenboard`."""

from typing import ClassVar, Literal, final

from ._types import Bump, Scheme, Step

__all__ = ["Requirement", "Version", "canonical_json", "digest", "digest_text"]

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
