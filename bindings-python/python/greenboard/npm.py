"""What only node-semver has, under its names, on texts; `Version` and `Requirement` of scheme ``npm`` do the rest.

``loose`` reads what old packages have, such as ``1.2.3beta``; ``include_prerelease`` lets prereleases into a range that does
not ask for them. A version or range that cannot be read raises `VersionError`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from . import _native
from ._errors import VersionError
from ._types import Step

__all__ = [
    "clean",
    "coerce",
    "diff",
    "inc",
    "intersects",
    "min_version",
    "outside",
    "satisfies",
    "simplify",
    "subset",
    "truncate",
    "valid_range",
]


def clean(version: str, *, loose: bool = False) -> str | None:
    """The version that a text means, without what people put around it; None where it is none.

    >>> gb.npm.clean("  =v1.2.3 ")
    '1.2.3'
    """
    return _native.npm_clean(version, loose)


def coerce(text: str, *, rtl: bool = False, include_prerelease: bool = False, loose: bool = False) -> str | None:
    """The first version in a text that is none, or the last (`rtl`); None where there is nothing like one.

    >>> gb.npm.coerce("release 4.6, of course")
    '4.6.0'
    """
    return _native.npm_coerce(text, rtl, include_prerelease, loose)


def inc(
    version: str, step: Step, *, identifier: str | None = None, base: int | None = 0, loose: bool = False
) -> str:
    """The version after a step. Unlike `Version.bump` it may sort below: from ``1.0.0-dev.0`` to ``1.0.0-alpha.0``.

    >>> gb.npm.inc("1.2.3", "preminor", identifier="rc", base=1)
    '1.3.0-rc.1'
    """
    return _native.npm_inc(version, step, identifier, base, loose)


def diff(a: str, b: str, *, loose: bool = False) -> Step | None:
    """The step between two versions; None at equal precedence.

    >>> gb.npm.diff("1.2.3", "2.0.0-rc.1")
    'premajor'
    """
    return _native.npm_diff(a, b, loose)


def truncate(version: str, step: Step, *, loose: bool = False) -> str:
    """The version with all below `step` set to zero.

    >>> gb.npm.truncate("4.5.6-rc.2", "minor")
    '4.5.0'
    """
    return _native.npm_truncate(version, step, loose)


def valid_range(range: str, *, loose: bool = False, include_prerelease: bool = False) -> str | None:
    """The range in its normal text; None where it is none.

    >>> gb.npm.valid_range("^1.2 || 3.x")
    '>=1.2.0 <2.0.0-0||>=3.0.0 <4.0.0-0'
    """
    try:
        return _native.npm_range(range, loose, include_prerelease)
    except VersionError:
        return None


def satisfies(version: str, range: str, *, loose: bool = False, include_prerelease: bool = False) -> bool:
    """Whether the version is in the range.

    >>> gb.npm.satisfies("1.3.0-beta", "^1.2"), gb.npm.satisfies("1.3.0-beta", "^1.2", include_prerelease=True)
    (False, True)
    """
    return _native.npm_satisfies(version, range, loose, include_prerelease)


def intersects(a: str, b: str, *, loose: bool = False, include_prerelease: bool = False) -> bool:
    """Whether node-semver holds that some version is in both ranges; `Requirement.intersects` is exact.

    >>> gb.npm.intersects("^1.2", ">=1.9 <3")
    True
    """
    return _native.npm_intersects(a, b, loose, include_prerelease)


def subset(a: str, b: str, *, loose: bool = False, include_prerelease: bool = False) -> bool:
    """Whether node-semver holds that all of `a` is in `b`; `Requirement.is_subset` is exact.

    >>> gb.npm.subset("~1.2.3", "^1.2")
    True
    """
    return _native.npm_subset(a, b, loose, include_prerelease)


def outside(
    version: str,
    range: str,
    hilo: Literal[">", "<"],
    *,
    loose: bool = False,
    include_prerelease: bool = False,
) -> bool:
    """Whether the version is greater (``">"``) or less (``"<"``) than everything in the range.

    >>> gb.npm.outside("2.0.0", "^1.2", ">")
    True
    """
    return _native.npm_outside(version, range, hilo, loose, include_prerelease)


def min_version(range: str, *, loose: bool = False) -> str | None:
    """The least version in the range; None where nothing is in it.

    >>> gb.npm.min_version(">1.2.3")
    '1.2.4'
    """
    return _native.npm_min_version(range, loose)


def simplify(versions: Iterable[str], range: str, *, loose: bool = False, include_prerelease: bool = False) -> str:
    """The shortest range with the same answers for these versions.

    >>> gb.npm.simplify(["1.0.0", "1.0.1", "1.0.2", "2.0.0"], "1.0.0 || 1.0.1 || 1.0.2")
    '<=1.0.2'
    """
    return _native.npm_simplify(list(versions), range, loose, include_prerelease)
