"""Python covers what the core lists: every family of codes, every kind, every document."""

from __future__ import annotations

from typing import Any, get_args

import greenboard as gb
import msgspec
import pytest
from greenboard import _errors, documents


def test_every_family_of_codes_has_its_exception() -> None:
    families = {code.partition(".")[0] for code in gb.error_codes()}
    assert families == set(_errors.FAMILIES)
    for family in families:
        error = _errors.FAMILIES[family]
        assert error.__name__ == f"{family.title()}Error"
        assert getattr(gb, error.__name__) is error


@pytest.mark.parametrize("registry", [pytest.param(registry, id=registry.name) for registry in gb.catalogue()])
def test_every_kind_is_a_type_of_its_union(registry: documents.Registry) -> None:
    # A tool is what an inspection is of, and an event what it says happened.
    own = {"tool": "Inspection", "event": "Happening"}
    union = getattr(documents, own.get(registry.name, registry.name.title().replace("_", "")))
    kinds = {variant.__struct_config__.tag: variant for variant in get_args(union)}
    assert list(kinds) == [kind.kind for kind in registry.kinds]
    for kind in registry.kinds:
        fields = {field.encode_name for field in msgspec.structs.fields(kinds[kind.kind])} | {"kind"}
        assert fields == set(kind.schema["properties"])
        assert kind.summary


@pytest.mark.parametrize("name", list(gb.schemas()))
def test_every_document_is_a_type(name: str) -> None:
    schema: dict[str, Any] = gb.schemas()[name]
    assert schema["title"] in documents.__all__
