"""Plans: what goes out next, at which versions, why, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

import msgspec

from . import _mixins, _native
from ._document import JsonText, given
from ._documents import Change, Changes, Plan, Policy, Rule, Split, Why, Workspace

_PLAN = msgspec.json.Decoder(Plan)
_WHY = msgspec.json.Decoder(Why)
_SPLIT = msgspec.json.Decoder(Split)


def instant(at: datetime | str | None) -> str:
    """The instant as RFC 3339 text; the clock's, read once, where there is none. The core refuses one without an offset."""
    if at is None:
        at = datetime.now(timezone.utc)
    return at if isinstance(at, str) else at.isoformat()


def plan(
    workspace: Workspace | Mapping[str, Any] | JsonText,
    changes: Changes | Sequence[Change | Mapping[str, Any]] | JsonText,
    policy: Policy | Mapping[str, Any] | Sequence[Rule | Mapping[str, Any] | str] | str | None = None,
    *,
    at: datetime | str | None = None,
) -> Plan:
    """What to release next of a workspace, given the changes since each component's last release.

    A policy's text is the name of a preset, or JSON or YAML; a list is its rules. `at` is the time the plan is made for: an aware `datetime` or
    RFC 3339 text; now, where it is left out. The plan records it, so that it can be made again byte for byte.

    >>> core = gb.Component(name="core", ecosystem="cargo", path="core", version="1.2.0")
    >>> change = gb.Change(id="9fceb02", description="read arrays", bumps={"core": "minor"})
    >>> print(gb.plan(gb.Workspace(components=[core]), [change], at="2026-11-02T09:00:00Z"))
    component  old    new    bump   wave  why
    core       1.2.0  1.3.0  minor     1  read arrays
    """
    if isinstance(changes, Changes):
        changes = changes.changes
    text = _native.plan(
        given(workspace), given(changes), given({} if policy is None else policy), instant(at)
    )
    return _PLAN.decode(text)


def why(plan: Plan | _mixins.Plan | Mapping[str, Any] | JsonText, component: str) -> Why:
    """Why a component is in a plan: the releases and changes behind its own. Printed, it is a tree.

    >>> core = gb.Component(name="core", ecosystem="cargo", version="1.2.0")
    >>> change = gb.Change(id="9fceb02", description="read arrays", bumps={"core": "minor"})
    >>> print(gb.why(gb.plan(gb.Workspace(components=[core]), [change]), "core"))
    core 1.2.0 → 1.3.0 (minor)
      9fceb02 read arrays (minor)
    """
    return _WHY.decode(_native.why(given(plan), component))


def remaining(plan: Plan | _mixins.Plan | Mapping[str, Any] | JsonText, published: Iterable[str]) -> Plan:
    """What of a plan is still to do, where some of its releases are out: named by registry key, by tag, or as ``name@version``.

    >>> core = gb.Component(name="core", ecosystem="cargo", version="1.2.0")
    >>> change = gb.Change(id="9fceb02", description="read arrays", bumps={"core": "minor"})
    >>> plan = gb.plan(gb.Workspace(components=[core]), [change])
    >>> gb.remaining(plan, ["pkg:cargo/core@1.3.0"]).entries
    []
    """
    return _PLAN.decode(_native.remaining(given(plan), list(published)))


def split(plan: Plan | _mixins.Plan | Mapping[str, Any] | JsonText) -> Split:
    """The parts of a plan that may go out by themselves, and the smallest steps in which each may.

    >>> names = ["core", "docs"]
    >>> components = [gb.Component(name=name, ecosystem="cargo", version="1.2.0") for name in names]
    >>> changes = [gb.Change(id=name, description="work", bumps={name: "minor"}) for name in names]
    >>> [part.components for part in gb.split(gb.plan(gb.Workspace(components=components), changes)).parts]
    [['core'], ['docs']]
    """
    return _SPLIT.decode(_native.split(given(plan)))
