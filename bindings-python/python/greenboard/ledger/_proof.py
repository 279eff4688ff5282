"""Proofs, signed notes and checkpoints: what others hold of a ledger, and check without it.

The library holds no keys. A signer is anything with a `key` and `sign`, such as a client of a key management service; `Ed25519`
is one that knows its seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

import msgspec

from .. import _native
from .._document import given
from .._documents import ConsistencyProof, InclusionProof
from ._entry import Entry
from ._store import Checkpoint

INCLUSION = msgspec.json.Decoder(InclusionProof)
CONSISTENCY = msgspec.json.Decoder(ConsistencyProof)


class Signer(Protocol):
    """Who signs notes: with a public key as text, and a signature of 64 bytes for a message (Ed25519).

    >>> signer: gb.ledger.Signer = gb.ledger.Ed25519("example.com/releases", bytes(32))
    """

    @property
    def key(self) -> str: ...

    def sign(self, message: bytes, /) -> bytes: ...


class Ed25519:
    """A signer that knows its seed: 32 bytes that nobody else may know.

    >>> gb.ledger.Ed25519("example.com/releases", bytes(32)).key.split("+")[0]
    'example.com/releases'
    """

    __slots__ = ("_name", "_seed", "key")
    key: str
    """The public key, to be given to whoever verifies: name, id and base64 with ``+`` between them."""

    def __init__(self, name: str, seed: bytes) -> None:
        self.key = _native.note_key(name, seed)
        self._name, self._seed = name, seed

    def sign(self, message: bytes, /) -> bytes:
        """The signature of a message."""
        return bytes(_native.note_signature(self._name, self._seed, message))

    def __repr__(self) -> str:
        return f"<Ed25519 {self.key}>"


class VerifiedNote(NamedTuple):
    """What a note says, and who signed it.

    >>> gb.ledger.VerifiedNote("released\\n", ["example.com/log"], []).verified
    ['example.com/log']
    """

    text: str
    """What was signed."""
    verified: list[str]
    """Those whose keys are known and whose signatures are good."""
    unverified: list[str]
    """Those whose keys are not known."""


def sign_note(text: str, signer: Signer) -> str:
    """Signs a text (C2SP signed-note): lines of it, the last one ended too.

    >>> signer = gb.ledger.Ed25519("example.com/log", bytes(32))
    >>> gb.ledger.verify_note(gb.ledger.sign_note("released\\n", signer), [signer.key]).verified
    ['example.com/log']
    """
    return _native.note_of(text, signer.key, signer.sign(text.encode()))


def verify_note(note: str | bytes, keys: Iterable[str]) -> VerifiedNote:
    """What a note says, signed by at least one of these keys; others' signatures are not looked at.

    >>> try:
    ...     gb.ledger.verify_note("released\\n\\n— example.com/log MTIzNDU2Nzg5\\n", [])
    ... except gb.LedgerError as error:
    ...     error.code
    'ledger.unsigned'
    """
    return VerifiedNote(*_native.note_verify(_bytes(note), list(keys)))


class SignedCheckpoint(NamedTuple):
    """A checkpoint whose signatures were checked.

    >>> signer = gb.ledger.Ed25519("example.com/releases", bytes(32))
    >>> note = gb.ledger.sign_checkpoint(gb.ledger.Checkpoint("example.com/releases", 0, gb.ledger.verify([]).root), signer)
    >>> gb.ledger.open_checkpoint(note, origin="example.com/releases", key=signer.key).cosignatures
    []
    """

    checkpoint: Checkpoint
    """What was signed."""
    cosignatures: list[tuple[str, int]]
    """The witnesses who signed it too, each with when, in seconds since 1970."""


def sign_checkpoint(
    checkpoint: Checkpoint,
    signer: Signer,
    *,
    previous: Checkpoint | None = None,
    proof: ConsistencyProof | Mapping[str, Any] | None = None,
) -> str:
    """Signs a checkpoint, after checking by `proof` that the ledger still begins with what was signed before: keep the last one that
    you have signed, and give it as `previous`. `Store.checkpoint` makes the proof itself.

    >>> signer = gb.ledger.Ed25519("example.com/releases", bytes(32))
    >>> checkpoint = gb.ledger.Checkpoint("example.com/releases", 0, gb.ledger.verify([]).root)
    >>> gb.ledger.sign_checkpoint(checkpoint, signer).splitlines()[:2]
    ['example.com/releases', '0']
    """
    parts = checkpoint
    before = None if previous is None else (previous, None if proof is None else given(proof))
    text = _native.checkpoint_text(parts)
    return _native.checkpoint_note(parts, before, signer.key, signer.sign(text.encode()))


def open_checkpoint(
    note: str | bytes, *, origin: str, key: str, witnesses: Iterable[str] = ()
) -> SignedCheckpoint:
    """What a signed checkpoint says, where it is of the ledger `origin` and signed by `key`. Both are what you trust: never take them
    from the ledger.

    >>> signer = gb.ledger.Ed25519("example.com/releases", bytes(32))
    >>> note = gb.ledger.sign_checkpoint(gb.ledger.Checkpoint("example.com/releases", 0, gb.ledger.verify([]).root), signer)
    >>> gb.ledger.open_checkpoint(note, origin="example.com/releases", key=signer.key).checkpoint.size
    0
    """
    return _signed(_native.checkpoint_open(_bytes(note), origin, key, list(witnesses)))


def verify_inclusion(proof: InclusionProof | Mapping[str, Any], entry: Entry | str, root: str) -> None:
    """Raises `LedgerError` ``ledger.not_included`` where an entry (or its hash) is not in the tree of a root.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> entry = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"})).entries[0]
    >>> gb.ledger.verify_inclusion(ledger.inclusion(0), entry, ledger.verify().root)
    """
    _native.ledger_check_inclusion(given(proof), _hash(entry), root)


def verify_consistency(proof: ConsistencyProof | Mapping[str, Any], root1: str, root2: str) -> None:
    """Raises `LedgerError` ``ledger.inconsistent`` where the tree of the second root does not begin with that of the first.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}))
    >>> root = ledger.verify().root
    >>> gb.ledger.verify_consistency(ledger.consistency(1), root, root)
    """
    _native.ledger_check_consistency(given(proof), root1, root2)


def log_proof(proof: InclusionProof | Mapping[str, Any], checkpoint: str) -> str:
    """An inclusion proof and the signed checkpoint that it is against, as one text (C2SP ``tlog-proof@v1``): all that somebody needs
    who holds the entry and trusts the key.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> signer = gb.ledger.Ed25519("example.com/releases", bytes(32))
    >>> entry = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"})).entries[0]
    >>> text = gb.ledger.log_proof(ledger.inclusion(0), ledger.checkpoint(signer))
    >>> gb.ledger.verify_log_proof(text, entry, origin="example.com/releases", key=signer.key).checkpoint.size
    1
    """
    return _native.log_proof_text(given(proof), checkpoint)


def verify_log_proof(
    text: str, entry: Entry | str, *, origin: str, key: str, witnesses: Iterable[str] = ()
) -> SignedCheckpoint:
    """The checkpoint by which an entry (or its hash) is in the ledger `origin`, signed by `key`; see `log_proof`.

    >>> try:
    ...     gb.ledger.verify_log_proof("no proof", "0" * 64, origin="a", key=gb.ledger.Ed25519("a", bytes(32)).key)
    ... except gb.LedgerError as error:
    ...     error.code
    'ledger.invalid_proof'
    """
    return _signed(_native.log_proof_verify(text, _hash(entry), origin, key, list(witnesses)))


def payload_digest(salt: bytes, body: bytes) -> str:
    """The digest of erasable content under a salt of 32 random bytes, one for each payload: for stores of your own.

    >>> gb.ledger.payload_digest(bytes(range(0x40, 0x60)), b"")[:8]
    '047cd822'
    """
    return _native.ledger_payload_digest(salt, body)


def _signed(opened: tuple[str, int, str, list[tuple[str, int]]]) -> SignedCheckpoint:
    origin, size, root, cosignatures = opened
    return SignedCheckpoint(Checkpoint(origin, size, root), cosignatures)


def _hash(entry: Entry | str) -> str:
    return entry if isinstance(entry, str) else entry.hash


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
