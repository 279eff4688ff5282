"""Releases: from planning to review as a sequence of recorded decisions.

What people do with a release are commands. `decide` takes one and the state and gives events, or raises `greenboard.Refused` with
every reason and what would lift it; `fold` adds events up to the state. A `Desk` does both over a ledger, and records what
happens.

>>> at = "2026-11-02T09:00:00Z"
>>> ledger = gb.ledger.Ledger.memory()
>>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}, at=at), now=at)
>>> desk = gb.release.Desk(ledger, gb.release.Context())
>>> done = desk.create({"id": "api-1.4.0", "template": "train"}, actor="ada", id="create-1", at=at, now=at)
>>> [event.what.kind for event in done.events]
['release_created']
>>> desk.state("api-1.4.0").status
'draft'
"""

from __future__ import annotations

from ._context import Context
from ._desk import Desk, Done
from ._engine import decide, draft, event, evolve, fold
from ._view import audit, compliance, diff, due, portfolio, render, replay

__all__ = [
    "Context",
    "Desk",
    "Done",
    "audit",
    "compliance",
    "decide",
    "diff",
    "draft",
    "due",
    "event",
    "evolve",
    "fold",
    "portfolio",
    "render",
    "replay",
]
