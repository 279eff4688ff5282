"""What only PEP 440 has, on texts; `Version` and `Requirement` of scheme ``pep440`` do the rest.

``prereleases`` keeps (True) or drops (False) pre-releases. A version or specifier that cannot be read raises `VersionError`,
but ``===`` meets any text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from . import _native

__all__ = [
    "Parts",
    "contains",
    "filter",
    "is_disjoint",
    "is_equivalent",
    "is_subset",
    "is_unsatisfiable",
    "parts",
]


class Parts(NamedTuple):
    """The segments of a version."""

    epoch: int
    """The epoch, 0 where there is none."""
    release: tuple[int, ...]
    """The release segment."""
    pre: tuple[Literal["a", "b", "rc"], int] | None
    """The phase and number of a pre-release."""
    post: int | None
    """The number of a post-release."""
    dev: int | None
    """The number of a development release."""
    local: str | None
    """The local segment, after the ``+``."""


def parts(version: str) -> Parts:
    """A version taken apart.

    >>> gb.pep440.parts("1!2.0rc1.post3+ubuntu.1")
    Parts(epoch=1, release=(2, 0), pre=('rc', 1), post=3, dev=None, local='ubuntu.1')
    """
    epoch, release, pre, post, dev, local = _native.pep440_parts(version)
    return Parts(epoch, tuple(release), pre, post, dev, local)


def contains(specifiers: str, candidate: str, *, prereleases: bool | None = None) -> bool:
    """Whether the candidate meets all specifiers. A pre-release does, unless `prereleases` is False.

    >>> gb.pep440.contains(">=1.4,<3", "2.0rc1"), gb.pep440.contains("===frogs", "frogs")
    (True, True)
    """
    return _native.pep440_contains(specifiers, candidate, prereleases)


def filter(specifiers: str, candidates: Iterable[str], *, prereleases: bool | None = None) -> list[str]:
    """The candidates that meet all specifiers, in the order given.

    By default pre-releases are kept where a specifier names one, or where no final release meets the specifiers.

    >>> gb.pep440.filter(">=1.4,<3", ["1.4", "2.0rc1", "3.1"])
    ['1.4']
    """
    return _native.pep440_filter(specifiers, list(candidates), prereleases)


def is_unsatisfiable(specifiers: str, *, prereleases: bool | None = None) -> bool:
    """Whether nothing can meet all specifiers; with ``prereleases=False``, nothing but pre-releases.

    >>> gb.pep440.is_unsatisfiable(">2,<1")
    True
    """
    return _native.pep440_is_unsatisfiable(specifiers, prereleases)


def is_subset(a: str, b: str) -> bool:
    """Whether all that meets `a` meets `b`, pre-releases included.

    >>> gb.pep440.is_subset("~=1.4.2", ">=1.4")
    True
    """
    return _native.pep440_is_subset(a, b)


def is_disjoint(a: str, b: str) -> bool:
    """Whether nothing meets both.

    >>> gb.pep440.is_disjoint("<2", ">=2")
    True
    """
    return _native.pep440_is_disjoint(a, b)


def is_equivalent(a: str, b: str) -> bool:
    """Whether the same versions and texts meet both, however they are written.

    >>> gb.pep440.is_equivalent("~=1.4.2", "==1.4.*,>=1.4.2.0")
    True
    """
    return _native.pep440_is_equivalent(a, b)
