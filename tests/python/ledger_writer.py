"""``ledger_writer.py DIR NAME COUNT [every|group|none]``: the twin of ``tests/bin/ledger_writer.rs``; see there."""

from __future__ import annotations

import sys
from typing import Any

import greenboard as gb

ACTOR = {"id": "writer", "kind": "service"}
BEGUN = "2026-01-02T03:04:05Z"


def draft(id: str, name: str) -> dict[str, Any]:
    return {"id": id, "kind": "command.done", "subject": name, "actor": ACTOR, "at": BEGUN}


def main(folder: str, name: str, count: str, sync: Any = "every") -> int:
    try:
        with gb.ledger.Ledger.open(folder, sync=sync) as ledger:
            # Fixed, so that every writer's is the same draft: the second one repeats it.
            ledger.append(gb.ledger.genesis("example.com/writers", ACTOR, at=BEGUN, nonce=bytes([7] * 16)))
            for n in range(int(count)):
                id = f"{name}/{n}"
                drafts = [draft(id, name)]
                if n % 5 == 4:
                    drafts.append(draft(f"{id}/more", name))
                for entry in ledger.append(drafts).entries:
                    print(entry.seq, entry.id)
    except gb.GreenboardError as error:
        print(error.code, error, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
