"""Eight processes in three languages write one ledger in files: all is in, in one chain.

``GREENBOARD_LEDGER_COMMANDS=5000`` is the full size; a few are enough to find a lock that does not hold.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import greenboard as gb
import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = int(os.environ.get("GREENBOARD_LEDGER_COMMANDS", "100"))
WRITER = "ledger_writer.exe" if os.name == "nt" else "ledger_writer"


def writers() -> dict[str, list[str]]:
    """Those that were built, by language."""
    rust = ROOT / os.environ.get("CARGO_TARGET_DIR", "target") / "debug" / WRITER
    found = {"python": [sys.executable, str(ROOT / "tests/python/ledger_writer.py")]}
    if rust.exists():
        found["rust"] = [str(rust)]
    node = os.environ.get("NODE", "node")
    if shutil.which(node) and any((ROOT / "bindings-node").glob("*.node")) and (ROOT / "node_modules").exists():
        found["node"] = [node, str(ROOT / "tests/node/ledger_writer.mjs")]
    return found


@pytest.mark.parametrize("sync", ["every", "group", "none"])
def test_eight_processes_in_three_languages(tmp_path: Path, sync: str) -> None:
    commands = COMMANDS if sync == "none" or COMMANDS > 1000 else max(20, COMMANDS // 5)
    known = list(writers().items())
    processes = []
    for number in range(8):
        language, command = known[number % len(known)]
        name = f"{language}-{number}"
        arguments = [*command, str(tmp_path / "ledger"), name, str(commands), sync]
        processes.append((name, subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)))
    promised: dict[str, int] = {}
    for name, process in processes:
        out, err = process.communicate()
        assert process.returncode == 0, f"{name}: {err.decode()}"
        for line in out.decode().split("\n"):
            if line.strip():
                seq, id = line.split()
                promised[id] = int(seq)
    with gb.ledger.Ledger.open(tmp_path / "ledger") as ledger:
        # What was said is what is there: each command once, where its writer was told.
        assert {entry.id: entry.seq for entry in ledger if entry.kind == "command.done"} == promised
        assert ledger.verify().entries == 1 + len(promised)
    expected = {f"{name}/{n}" for name, _ in processes for n in range(commands)}
    assert expected == {id for id in promised if not id.endswith("/more")}
    assert len(promised) == 8 * (commands + commands // 5)
