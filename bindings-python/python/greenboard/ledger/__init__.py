"""The ledger: what was decided, on which evidence, by whom, when.

An append-only sequence of entries, each with the hash of the one before it. Any later change to history is detected by whoever
holds an older head; without one, cutting the tail off or rewriting everything cannot be told from a ledger that was always so.

>>> ledger = gb.ledger.Ledger.memory()
>>> ci = {"id": "ci", "kind": "service"}
>>> held = ledger.append(gb.ledger.genesis("example.com/releases", ci)).head
>>> ledger.verify(anchor=held).entries
1

`Ledger` keeps entries in memory or in files, `greenboard.ledger.sqlite` and `greenboard.ledger.postgres` in a table beside
your own; `seal` and `verify` need no store at all.
"""

from __future__ import annotations

from ._entry import Appended, Entry, Expect, SubjectUnchangedSince
from ._ledger import Ledger, Recovery
from ._proof import (
    Ed25519,
    SignedCheckpoint,
    Signer,
    Tree,
    VerifiedNote,
    cosign,
    log_proof,
    open_checkpoint,
    payload_digest,
    sign_checkpoint,
    sign_note,
    verify_consistency,
    verify_inclusion,
    verify_log_proof,
    verify_note,
)
from ._seal import Sealed, genesis, import_, seal, verify
from ._store import Checkpoint, Store, Verified

__all__ = [
    "Appended",
    "Checkpoint",
    "Ed25519",
    "Entry",
    "Expect",
    "Ledger",
    "Recovery",
    "Sealed",
    "SignedCheckpoint",
    "Signer",
    "Store",
    "SubjectUnchangedSince",
    "Tree",
    "Verified",
    "VerifiedNote",
    "cosign",
    "genesis",
    "import_",
    "log_proof",
    "open_checkpoint",
    "payload_digest",
    "seal",
    "sign_checkpoint",
    "sign_note",
    "verify",
    "verify_consistency",
    "verify_inclusion",
    "verify_log_proof",
    "verify_note",
]
