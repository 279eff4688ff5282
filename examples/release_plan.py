"""What would be released next, at which versions, why, and in which order: the same story as `examples/release_plan.rs`.

``python examples/release_plan.py [DIR]`` plans for the git repository around DIR, or around the current directory; where
there is none with a workspace, for the small history in ``examples/data/``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import greenboard as gb

DATA = Path(__file__).parent / "data"


class History(NamedTuple):
    """What a plan is made of, and where it was found."""

    source: str
    workspace: gb.Workspace | str
    changes: gb.Changes | str
    notices: list[str]
    at: str | None


def from_repository(dir: str) -> History:
    repository = gb.Repository.open(dir)
    workspace = repository.workspace()
    changes = repository.changes(workspace)
    notices = [notice.message for notice in changes.notices]
    return History(f"The repository at {repository.root}", workspace, changes, notices, at=None)


def from_data() -> History:
    workspace, changes = ((DATA / name).read_text(encoding="utf-8") for name in ("workspace.json", "changes.json"))
    return History("The example history in examples/data", workspace, changes, [], at="2026-11-20T09:00:00Z")


def history(dir: str | None) -> History:
    try:
        return from_repository(dir or ".")
    except gb.GreenboardError as error:
        # Whatever is wrong with a repository that is there has to be said.
        if dir is not None or error.code not in ("source.no_repository", "component.no_manifest"):
            raise
        return from_data()


def main(dir: str | None = None) -> None:
    found = history(dir)
    plan = gb.plan(found.workspace, found.changes, at=found.at)
    print(found.source, end="\n\n")
    print(gb.render(plan, "text"), end="")
    if plan.entries:
        print(f"\n{gb.changelog(plan, plan.entries[0].component)}", end="")
    if found.notices:
        print("\nNotes", *found.notices, sep="\n  ")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:2])
        sys.stdout.flush()
    except gb.GreenboardError as error:
        sys.exit(str(error))
    except BrokenPipeError:
        # Who reads only the head of it has seen enough; what is left must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
