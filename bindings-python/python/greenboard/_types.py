"""The names that calls are made with."""

from __future__ import annotations

from typing import Any, Literal, Protocol, TypeAlias

Step: TypeAlias = Literal["major", "minor", "patch", "premajor", "preminor", "prepatch", "prerelease", "release"]
"""A step that a version takes; every scheme reads it in its own way."""

Invalid: TypeAlias = Literal["refuse", "skip"]
"""What becomes of a text that is no version: the call fails, or the text is left out."""


class ArrowStream(Protocol):
    """A chunked column, or a table of one: PyArrow's `ChunkedArray`, a pandas or Polars `Series`."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowArray(Protocol):
    """One array: PyArrow's `Array`."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


ArrowColumn: TypeAlias = ArrowStream | ArrowArray
"""A column of any library that speaks Arrow's PyCapsule interface."""
