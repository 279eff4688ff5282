"""The day of a release, from plan to review, on one ledger. The same story as `examples/release_day.rs`: what was decided is
recorded, what is refused says why, and whoever comes later goes on from the ledger, in whatever language.

`python release_day.py [LEDGER [before|after]]` keeps the ledger in a folder, and does only the part before or after the decision to go.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import greenboard as gb

DATA = Path(__file__).parent / "data" / "release_day"
BEGAN = "2026-11-02T08:55:00Z"
LATER = "2026-11-10T10:00:00Z"


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def do(desk: gb.release.Desk, part: str) -> None:
    """Gives every command of a part, and tells what came of it."""
    for step in json.loads(read(f"{part}.json")):
        at, kind = step["at"], step["command"]["kind"]
        said = f"{at} {step['actor']['id']}: {kind}"
        try:
            done = desk.act(
                "shop-2.1", step["command"], actor=step["actor"], id=step["id"], at=at, now=at
            )
        except gb.Refused as refused:
            print(f"{said} is refused")
            for reason in refused.reasons:
                print(f"  {reason.code}: {reason.message}")
        else:
            print(f"{said} → {', '.join(event.what.kind for event in done.events)}")


def main() -> None:
    folder, part = [*sys.argv[1:], None, None][:2]
    with tempfile.TemporaryDirectory() as temporary, gb.ledger.Ledger.open(folder or temporary) as ledger:
        if ledger.head is None:
            ci = {"id": "ci", "kind": "service"}
            ledger.append(gb.ledger.genesis("example.com/shop", ci, at=BEGAN, nonce=bytes(16)), now=BEGAN)
        context = gb.release.Context(read("gates.yaml"), roles=read("roles.yaml"))
        desk = gb.release.Desk(ledger, context)
        if part != "after":
            do(desk, "before")
        if part == "before":
            return
        do(desk, "after")

        state = desk.state("shop-2.1")
        assert state is not None
        print(f"\n{gb.release.render(state, at=LATER)}", end="")
        audit = gb.release.audit(ledger, roles=read("roles.yaml"), at=LATER)
        print(f"\nThe audit of {audit.size} entries: evidence backs {audit.backed} of {audit.applicable} controls")
        for control in audit.controls:
            if control.result == "fail":
                print(f"  {control.control}: {'; '.join(control.findings)}")
        print(f"Its digest is {audit.digest}")
        head = ledger.verify().head
        assert head is not None
        print(f"The ledger ends with {head.hash}")


if __name__ == "__main__":
    main()
