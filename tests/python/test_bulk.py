"""Many versions at once: lists, Arrow columns, and what happens to texts that are none."""

from __future__ import annotations

import greenboard as gb
import pyarrow as pa
import pytest

TEXTS = ["1.10.0", "1.9.0", "2.0.0-rc.1", "1.9.0"]


def test_a_list_gives_its_own_items() -> None:
    assert gb.sort_versions(TEXTS, scheme="npm") == ["1.9.0", "1.9.0", "1.10.0", "2.0.0-rc.1"]
    versions = [gb.Version(text) for text in TEXTS]
    assert gb.sort_versions(versions)[0] is versions[1]
    assert gb.sort_versions(iter(TEXTS)) == gb.sort_versions(tuple(TEXTS))
    assert gb.filter_versions(TEXTS, "^1.9", scheme="npm") == ["1.10.0", "1.9.0", "1.9.0"]
    assert gb.filter_versions(versions, gb.Requirement(">=1.10")) == [versions[0]]
    assert gb.max_satisfying(TEXTS, "^1") == "1.10.0"
    assert gb.min_satisfying(TEXTS, "^1") == "1.9.0"
    assert gb.max_satisfying(TEXTS, "^3") is None


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_a_column_gives_row_numbers(kind: pa.DataType) -> None:
    column = pa.array(TEXTS, kind)
    rows = gb.sort_versions(column, scheme="npm")
    assert rows.to_list() == list(rows) == [1, 3, 0, 2]
    assert rows[-1] == 2
    assert pa.array(TEXTS).take(pa.array(rows)).to_pylist() == gb.sort_versions(TEXTS, scheme="npm")
    assert gb.filter_versions(column, "^1.10").to_list() == [0]
    assert gb.max_satisfying(column, "^1") == 0


def test_chunks_dictionaries_tables_and_nulls() -> None:
    chunked = pa.chunked_array([TEXTS[:2], TEXTS[2:]])
    assert gb.sort_versions(chunked).to_list() == [1, 3, 0, 2]
    assert gb.sort_versions(pa.table({"version": chunked})).to_list() == [1, 3, 0, 2]
    assert gb.sort_versions(pa.array(TEXTS).dictionary_encode()).to_list() == [1, 3, 0, 2]
    with_null = pa.array(["2.0.0", None, "1.0.0"])
    assert gb.sort_versions(with_null, invalid="skip").to_list() == [2, 0]
    with pytest.raises(gb.VersionError) as caught:
        gb.sort_versions(with_null)
    assert (caught.value.code, caught.value.path) == ("version.empty", "[1]")
    with pytest.raises(gb.VersionError) as caught:
        gb.sort_versions(pa.array([1, 2]))
    assert caught.value.code == "version.column"
    with pytest.raises(TypeError, match="one column"):
        gb.sort_versions(pa.table({"a": TEXTS, "b": TEXTS}))


def test_a_bad_text_names_its_row_or_is_left_out() -> None:
    texts = ["1.0.0", "frogs", "0.9.0"]
    with pytest.raises(gb.VersionError) as caught:
        gb.sort_versions(texts)
    assert caught.value.path == "[1]"
    assert gb.sort_versions(texts, invalid="skip") == ["0.9.0", "1.0.0"]
    with pytest.raises(TypeError):
        gb.sort_versions([1])  # type: ignore[type-var]
    with pytest.raises(TypeError, match="not one text"):
        gb.sort_versions("1.0.0")


def test_a_matrix_is_a_bit_a_pair() -> None:
    requirements: list[gb.Requirement | str] = ["^1", "~1.9.0", gb.Requirement(">=3", scheme="npm")]
    matrix = gb.match_matrix(requirements, TEXTS, scheme="npm")
    assert matrix.shape == (3, 4)
    assert [matrix.matches(row) for row in range(3)] == [[0, 1, 3], [1, 3], []]
    assert matrix.count(0) == 3
    assert matrix[1, 1] and not matrix[1, 0]
    assert matrix == gb.match_matrix(requirements, pa.array(TEXTS), scheme="npm")
    with pytest.raises(IndexError):
        matrix[3, 0]
    with pytest.raises(gb.VersionError) as caught:
        gb.match_matrix([gb.Requirement("^1", scheme="npm")], TEXTS, scheme="cargo")
    assert caught.value.code == "version.scheme_mismatch"
