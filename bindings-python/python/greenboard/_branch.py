"""Branches that releases are made from, and the numbers of prereleases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Branch, BranchRange, Bump, Tag
from ._native import Version

_RANGES = msgspec.json.Decoder(list[BranchRange])
_TAG = msgspec.json.Decoder(Tag | None)


def branches(branches: Sequence[Branch | Mapping[str, Any]] | JsonText) -> list[BranchRange]:
    """What may be released from each branch, by semantic-release's rules, given the versions that are tagged on all of them.

    Maintenance branches come first, by their ranges, then release and prerelease branches in the order given.

    >>> tags = lambda *versions: [{"version": version} for version in versions]
    >>> main, old = gb.branches([
    ...     {"name": "main", "tags": tags("1.0.0", "2.0.0")},
    ...     {"name": "1.x", "tags": tags("1.0.0")},
    ... ])[::-1]
    >>> old.range, old.accept
    ('>=1.0.0 <2.0.0', ['patch', 'minor'])
    >>> main.range
    '>=2.0.0'
    """
    return _RANGES.decode(_native.branches(given(branches)))


def last_release(branch: Branch | Mapping[str, Any] | JsonText) -> Tag | None:
    """The last release on a branch; on a prerelease branch its own prereleases count too.

    >>> gb.last_release({"name": "main", "tags": [{"version": "1.0.0"}, {"version": "1.1.0-beta.1"}]}).version
    '1.0.0'
    """
    found: Tag | None = _TAG.decode(_native.last_release(given(branch)))
    return found


def next_on_branch(branch: Branch | Mapping[str, Any] | JsonText, bump: Bump) -> Version:
    """The next version on a branch after its last release. The first one is 1.0.0.

    >>> beta = {"name": "beta", "prerelease": True, "tags": [{"version": "1.0.0"}]}
    >>> gb.next_on_branch(beta, "minor").text
    '1.1.0-beta.1'
    """
    return _native.next_on_branch(given(branch), bump)


def check_branch(
    ranges: Sequence[BranchRange | Mapping[str, Any]] | JsonText, branch: str, version: Version, bump: Bump
) -> None:
    """Raises `PlanError` where a version may not be released from a branch; it says what would help.

    >>> ranges = gb.branches([{"name": "main", "tags": [{"version": "2.0.0"}]}, {"name": "1.x"}])
    >>> gb.check_branch(ranges, "1.x", gb.Version("1.4.0"), "minor")
    >>> try:
    ...     gb.check_branch(ranges, "1.x", gb.Version("2.1.0"), "minor")
    ... except gb.PlanError as error:
    ...     print(error.code)
    plan.out_of_branch_range
    """
    _native.check_branch(given(ranges), branch, version, bump)


def check_merge(range: BranchRange | Mapping[str, Any] | JsonText, version: Version) -> None:
    """Raises `PlanError` where a version that was released elsewhere may not be merged into a maintenance branch.

    >>> old, _ = gb.branches([{"name": "main"}, {"name": "1.1.x"}])
    >>> gb.check_merge(old, gb.Version("1.1.4"))
    """
    _native.check_merge(given(range), version)


def next_prerelease(
    target: Version, identifier: str, *, last: Version | None = None, first: int = 1
) -> Version:
    """The next prerelease on the way to a release. The count goes on from `last` while that leads there, or further; else it
    starts anew.

    >>> gb.next_prerelease(gb.Version("1.1.0"), "beta", last=gb.Version("1.1.0-beta.1")).text
    '1.1.0-beta.2'
    >>> gb.next_prerelease(gb.Version("2.0.0"), "beta", last=gb.Version("1.1.0-beta.2")).text
    '2.0.0-beta.1'
    """
    return _native.next_prerelease(target, last, identifier, first)


def graduate(version: Version) -> Version:
    """The release that a prerelease leads to; a release as it is.

    >>> gb.graduate(gb.Version("1.2.0-rc.4")).text
    '1.2.0'
    """
    return _native.graduate(version)
