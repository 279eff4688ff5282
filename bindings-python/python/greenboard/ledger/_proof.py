"""Proofs, signed notes and checkpoints: what others hold of a ledger, and check without it.

The library holds no keys. A signer is anything with a `key` and `sign`, such as a client of a key management service; `Ed25519`
is one that knows its seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol

import msgspec

from .. import _native
from .._document import given
from .._documents import ConsistencyProof, InclusionProof
from .._plan import instant
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

    A `witness` signs checkpoints of others' ledgers, by `cosign`, and nothing else.
    """

    __slots__ = ("_name", "_seed", "key")
    key: str
    """The public key, to be given to whoever verifies: name, id and base64 with ``+`` between them."""

    def __init__(self, name: str, seed: bytes, *, witness: bool = False) -> None:
        self.key = _native.note_key(name, seed, witness)
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
    message = _native.note_of(text, signer.key, None)
    return _native.note_of(text, signer.key, signer.sign(message)).decode()


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
    before = _before(previous, proof)
    message = _native.checkpoint_note(checkpoint, before, signer.key, None)
    return _native.checkpoint_note(checkpoint, before, signer.key, signer.sign(message)).decode()


def cosign(
    note: str,
    witness: Signer,
    *,
    log: str,
    at: datetime | str | None = None,
    previous: Checkpoint | None = None,
    proof: ConsistencyProof | Mapping[str, Any] | None = None,
) -> str:
    """Adds a witness's signature to a signed checkpoint: that at this time the ledger of the key `log` was this one, and went on from
    the `previous` checkpoint that the witness has seen of it, by `proof` (C2SP tlog-cosignature). The key is what the witness trusts.

    >>> signer = gb.ledger.Ed25519("example.com/releases", bytes(32))
    >>> witness = gb.ledger.Ed25519("witness.example/w1", bytes(range(32)), witness=True)
    >>> note = gb.ledger.sign_checkpoint(gb.ledger.Checkpoint("example.com/releases", 0, gb.ledger.verify([]).root), signer)
    >>> note = gb.ledger.cosign(note, witness, log=signer.key, at="2026-01-01T00:00:00Z")
    >>> gb.ledger.open_checkpoint(note, origin="example.com/releases", key=signer.key, witnesses=[witness.key]).cosignatures
    [('witness.example/w1', 1767225600)]
    """
    before, time = _before(previous, proof), instant(at)
    message = _native.checkpoint_cosigned(note, log, before, time, witness.key, None)
    return _native.checkpoint_cosigned(note, log, before, time, witness.key, witness.sign(message)).decode()


def _before(
    previous: Checkpoint | None, proof: ConsistencyProof | Mapping[str, Any] | None
) -> tuple[Checkpoint, tuple[bytes, bool] | None] | None:
    return None if previous is None else (previous, None if proof is None else given(proof))


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


class Tree:
    """The Merkle tree over entries (RFC 9162), by themselves or by their hashes: what makes proofs, for whoever keeps entries in a place
    of their own or follows a ledger. A `Store` makes its own.

    >>> ledger = gb.ledger.Ledger.memory()
    >>> _ = ledger.append(gb.ledger.genesis("example.com/releases", {"id": "ci", "kind": "service"}))
    >>> tree = gb.ledger.Tree(ledger)
    >>> len(tree), tree.root() == ledger.verify().root, tree.inclusion(0) == ledger.inclusion(0)
    (1, True, True)
    """

    __slots__ = ("_tree",)

    def __init__(self, entries: Iterable[Entry | str] = ()) -> None:
        self._tree = _native.LedgerTree.empty()
        self.extend(entries)

    def extend(self, entries: Iterable[Entry | str]) -> None:
        """The next entries."""
        self._tree.push_hashes([_hash(entry) for entry in entries])

    def __len__(self) -> int:
        return self._tree.size()

    def _size(self, size: int | None) -> int:
        return self._tree.size() if size is None else size

    def root(self, size: int | None = None) -> str:
        """The root, as it was at a size; as it is, where that is left out."""
        return self._tree.root_at(self._size(size))

    def inclusion(self, seq: int, size: int | None = None) -> InclusionProof:
        """That an entry is in the tree of a size, for `verify_inclusion`."""
        return INCLUSION.decode(self._tree.inclusion(seq, self._size(size)))

    def consistency(self, size1: int, size2: int | None = None) -> ConsistencyProof:
        """That the tree of the second size begins with that of the first, for `verify_consistency`."""
        return CONSISTENCY.decode(self._tree.consistency(size1, self._size(size2)))

    def __repr__(self) -> str:
        return f"<Tree: {len(self)} entries>"


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
