"""Every public name is documented, and its examples run as written."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator
from types import ModuleType

import greenboard as gb
import msgspec
import pytest


def public() -> Iterator[tuple[str, object]]:
    """The package, its namespaces, and every class and function they name."""
    yield "greenboard", gb
    members = [getattr(gb, name) for name in gb.__all__]
    namespaces = [gb, *(member for member in members if isinstance(member, ModuleType))]
    for namespace in namespaces:
        for name in namespace.__all__:
            value = getattr(namespace, name)
            if isinstance(value, ModuleType) or inspect.isclass(value) or inspect.isroutine(value):
                yield f"{namespace.__name__}.{name}", value


def examples(name: str, value: object) -> Iterator[doctest.DocTest]:
    """The examples of a value's docstring and of its own members'."""
    parser = doctest.DocTestParser()
    members = vars(value).items() if inspect.isclass(value) else ()
    for path, item in [(name, value), *((f"{name}.{member}", item) for member, item in members)]:
        if doc := inspect.getdoc(item):
            yield parser.get_doctest(doc, {"gb": gb}, path, None, None)


def behaves(value: object) -> bool:
    """Whether it does something: documents and exceptions are told by their fields, another name for text by its own."""
    data = inspect.isclass(value) and issubclass(value, (msgspec.Struct, gb.GreenboardError, tuple, str))
    return not data and not isinstance(value, ModuleType)


@pytest.mark.parametrize(("name", "value"), [pytest.param(*item, id=item[0]) for item in public()])
def test_documented(name: str, value: object) -> None:
    assert value.__doc__, f"{name} has no docstring"
    assert not behaves(value) or any(test.examples for test in examples(name, value)), f"{name} has no example"
    for test in examples(name, value):
        report: list[str] = []
        result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
        assert result.failed == 0, "".join(report)


def test_all_is_sorted_and_private_names_stay_private() -> None:
    assert gb.__all__ == sorted(gb.__all__)
    assert not [name for name in gb.__all__ if name.startswith("_")]
    stray = [name for name in vars(gb) if not name.startswith("_") and name not in gb.__all__]
    assert [name for name in stray if name != "annotations"] == []
