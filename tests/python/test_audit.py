"""The verifier of audits, which needs nothing of ours: it accepts what we export, and nothing that was changed in it."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("verify_audit", ROOT / "examples" / "verify_audit.py")
assert SPEC is not None and SPEC.loader is not None
verify_audit: Any = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(verify_audit)

TEXT = (ROOT / "tests" / "documents" / "audit.json").read_text("utf-8")
KEY = (ROOT / "tests" / "documents" / "audit.vkey").read_text("utf-8").strip()
REJECTED = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)


def places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a document."""
    yield place
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from places(one, (*place, key))


def changed(rng: random.Random, value: Any) -> Any:
    """Another value."""
    if isinstance(value, bool) or value is None:
        return "something"
    if isinstance(value, int):
        return value + rng.choice([-1, 1, 1000])
    if isinstance(value, str):
        if not value:
            return "x"
        at = rng.randrange(len(value))
        return value[:at] + rng.choice([c for c in "0aZ~" if c != value[at]]) + value[at + 1 :]
    if isinstance(value, list) and len(value) > 1 and rng.random() < 0.5:
        first, second = rng.sample(range(len(value)), 2)
        value = list(value)
        value[first], value[second] = value[second], value[first]
        return value
    if isinstance(value, list):
        return [*value, rng.choice(value)] if value else ["x"]
    return {**value, "more": 1}


def mutated(rng: random.Random) -> tuple[str, str]:
    """The document with one thing changed, swapped, dropped or doubled: its text, or what it says, with a digest that fits."""
    while True:
        kind = rng.choice(["byte", "value", "value", "drop", "honest"])
        if kind == "byte":
            at = rng.randrange(len(TEXT))
            text = TEXT[:at] + rng.choice(["", "x", TEXT[at] * 2, chr(ord(TEXT[at]) ^ 1)]) + TEXT[at + 1 :]
        else:
            audit = json.loads(TEXT)
            *way, key = rng.choice([place for place in places(audit) if place])
            inner = audit
            for step in way:
                inner = inner[step]
            if kind == "drop":
                del inner[key]
            else:
                inner[key] = changed(rng, inner[key])
            if kind == "honest":
                stated = {name: one for name, one in audit.items() if name not in ("digest", "signature")}
                digest = verify_audit.hashlib.sha256(verify_audit.canonical(stated).encode("utf-8", "surrogatepass"))
                audit["digest"] = digest.hexdigest()
            text = verify_audit.canonical(audit)
        if text != TEXT:
            return kind, text


def test_our_audit_is_accepted() -> None:
    audit = verify_audit.verify(TEXT, KEY)
    assert audit["origin"] == "example.com/releases"
    assert verify_audit.verify(TEXT, root=audit["root"]) == audit


def test_a_thousand_mutations_are_rejected() -> None:
    rng = random.Random(20261124)
    for number in range(1000):
        kind, text = mutated(rng)
        with pytest.raises(REJECTED):
            verify_audit.verify(text, KEY)
            pytest.fail(f"mutation {number} ({kind}) was accepted")


def test_without_a_key_a_document_must_agree_with_itself() -> None:
    rng = random.Random(7)
    seen = 0
    while seen < 200:
        kind, text = mutated(rng)
        try:
            same = {**json.loads(text), "signature": None} == {**json.loads(TEXT), "signature": None}
        except ValueError:
            same = False
        # A signature is worth what its key is: without one, nothing is said of it.
        if kind == "honest" or same:
            continue
        seen += 1
        with pytest.raises(REJECTED):
            verify_audit.verify(text)


def test_another_root_or_key_is_rejected() -> None:
    with pytest.raises(ValueError, match="root"):
        verify_audit.verify(TEXT, root="0" * 64)
    name, key_id, encoded = KEY.rsplit("+", 2)
    with pytest.raises(ValueError, match="id"):
        verify_audit.verify(TEXT, f"{name}+00000000+{encoded}")
    other = f"example.com/other+{_id('example.com/other', encoded)}+{encoded}"
    with pytest.raises(ValueError, match="signed by"):
        verify_audit.verify(TEXT, other)


def _id(name: str, encoded: str) -> str:
    public = verify_audit.base64.b64decode(encoded)
    digest: bytes = verify_audit.hashlib.sha256(name.encode() + b"\n" + public).digest()
    return digest[:4].hex()


def test_the_verifier_is_short() -> None:
    lines = (ROOT / "examples" / "verify_audit.py").read_text("utf-8").count("\n")
    assert lines < 150
