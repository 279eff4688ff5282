"""Verification of a ledger's export beside greenboard's own: orjson and hashlib, the tree as a frontier. CPU time.

Once with the check that bytes are canonical, as far as parsing and sorted writing tell it, and once without.
"""

from __future__ import annotations

import hashlib
import pathlib
import sys
import time

import orjson


def verify(export: bytes, canonical: bool) -> str:
    prev, recorded, ids = "0" * 64, "", set()
    frontier: list[bytes] = []
    sha256, loads, dumps, sort = hashlib.sha256, orjson.loads, orjson.dumps, orjson.OPT_SORT_KEYS
    for seq, line in enumerate(export.splitlines()):
        entry = loads(line)
        if canonical and dumps(entry, option=sort) != line:
            raise ValueError(f"entry {seq}: not canonical")
        if entry["seq"] != seq or entry["prev"] != prev:
            raise ValueError(f"entry {seq}: broken chain")
        if entry["recorded_at"] < recorded or entry["id"] in ids:
            raise ValueError(f"entry {seq}: order of time, or id")
        recorded = entry["recorded_at"]
        ids.add(entry["id"])
        digest = sha256(b"\0" + line).digest()
        prev = digest.hex()
        size = seq
        while size & 1:
            digest = sha256(b"\1" + frontier.pop() + digest).digest()
            size >>= 1
        frontier.append(digest)
    root = frontier.pop()
    while frontier:
        root = sha256(b"\1" + frontier.pop() + root).digest()
    return root.hex()


def main() -> None:
    export = (pathlib.Path(sys.argv[1]) / "ledger.jsonl").read_bytes()
    count = export.count(b"\n")
    for canonical in (True, False):
        start = time.process_time()
        root = verify(export, canonical)
        seconds = time.process_time() - start
        what = "orjson and hashlib" + ("" if canonical else ", canonical form unchecked")
        print(f"verify {count} entries: {what} {seconds * 1e3:.0f} ms, {seconds / count * 1e9:.0f} ns each ({root[:8]})")


main()
