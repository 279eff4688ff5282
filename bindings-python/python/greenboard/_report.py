"""Plans for people: reports and changelogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from . import _mixins, _native
from ._document import JsonText, given
from ._documents import Entry, Plan

ReportFormat: TypeAlias = Literal["text", "markdown", "pull_request", "diff", "mermaid", "html"]
"""How a report is written."""

ChangelogStyle: TypeAlias = Literal["standard", "keep_a_changelog", "release_please", "changesets"]
"""How a changelog is laid out."""


def render(
    plan: Plan | _mixins.Plan | Mapping[str, Any] | JsonText,
    format: ReportFormat = "text",
    *,
    limit: int | None = None,
) -> str:
    """The whole of a plan for people: versions, reasons, order, requirements that move along; in Markdown with changelogs.

    `pull_request` is the body of a pull request: it stays within `limit` UTF-16 code units (65,536, GitHub's, where it is left
    out) and says what that cut. `mermaid` is a flowchart, `html` a fragment for a page.

    >>> print(gb.render(gb.plan(gb.Workspace(components=[]), []), "text"), end="")
    Nothing to release.
    """
    return _native.render(given(plan), format, limit)


def changelog(
    plan: Plan | Mapping[str, Any] | JsonText,
    component: str | None = None,
    *,
    style: ChangelogStyle = "standard",
    template: str | None = None,
    write: Callable[[Plan, Entry | None], str] | None = None,
) -> str:
    """What one component's release brings, in Markdown; without a component, the release as a whole.

    `template` is one of your own in the language of Jinja; it sees `entry`, `sections`, `plan` and `date`. `write` is a function
    instead of a template: it gets the plan and the component's entry (None for the release as a whole) and returns the text.

    >>> core = gb.Component(name="core", ecosystem="cargo", version="1.2.0")
    >>> change = gb.Change(id="9fceb02", type="feat", description="read arrays", bumps={"core": "minor"})
    >>> plan = gb.plan(gb.Workspace(components=[core]), [change], at="2026-11-02T09:00:00Z")
    >>> print(gb.changelog(plan, "core"), end="")
    ## core 1.3.0 (2026-11-02)
    <BLANKLINE>
    ### Features
    <BLANKLINE>
    - read arrays (9fceb02)
    >>> gb.changelog(plan, "core", template="{{ entry.new }} of {{ date }}")
    '1.3.0 of 2026-11-02'
    >>> gb.changelog(plan, "core", write=lambda plan, entry: f"{entry.component} {entry.new}")
    'core 1.3.0'
    """
    if write is None:
        return _native.changelog(given(plan), component, style, template)
    if template is not None:
        raise TypeError("give a template or a function, not both")
    document = plan if isinstance(plan, Plan) else msgspec.json.decode(given(plan)[0], type=Plan)
    if component is None:
        return write(document, None)
    # The core says it when the component is not released.
    _native.why(given(plan), component)
    return write(document, next(entry for entry in document.entries if entry.component == component))
