"""Canonical JSON and digests: what Python's values become."""

from __future__ import annotations

import datetime
import hashlib

import greenboard as gb
import pytest


def test_values_and_texts_are_one() -> None:
    assert gb.canonical_json({"b": 1.0, "a": [True, None, "é"]}) == '{"a":[true,null,"é"],"b":1}'
    assert gb.canonical_json('{ "b": 1.0 }') == gb.canonical_json(b'{"b":1}') == '{"b":1}'
    assert gb.digest({"a": 1}) == gb.digest(' {"a": 1.0}') == gb.digest_text('{"a":1}')


def test_versions_cross_as_text() -> None:
    assert gb.canonical_json([gb.Version("1.0.0"), gb.Requirement("^1")]) == '["1.0.0","^1"]'


def test_digest_is_sha256() -> None:
    data = b"\x00\xff"
    assert gb.digest_text(data) == "sha256:" + hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53 + 1, "\ud800", {1: 0, "1": 0}])
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(gb.DocumentError):
        gb.canonical_json([value])


def test_objects_of_no_document_are_refused() -> None:
    with pytest.raises(TypeError, match="a object cannot be part of a document"):
        gb.canonical_json([object()])


def test_errors_say_where() -> None:
    with pytest.raises(gb.DocumentError) as caught:
        gb.canonical_json('{"a": 1,\n "a": 2}')
    assert (caught.value.code, caught.value.line, caught.value.column) == ("document.duplicate_key", 2, 2)
    assert str(caught.value).startswith("line 2, column 2: ") or "line 2, column 2" in str(caught.value)


def test_dates_cross_as_rfc_3339() -> None:
    at = datetime.datetime(2026, 3, 1, 9, 30, tzinfo=datetime.timezone.utc)
    assert gb.canonical_json([at]) == '["2026-03-01T09:30:00Z"]'
