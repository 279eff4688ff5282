"""The names that calls are made with."""

from __future__ import annotations

from typing import Literal, TypeAlias

Scheme: TypeAlias = Literal["cargo", "npm", "pep440", "maven", "go", "calver", "nuget", "gem", "debian"]
"""The name of the rules that a version and its requirements follow."""

Bump: TypeAlias = Literal["none", "patch", "minor", "major"]
"""How much a change asks of the next version, lowest first."""

Step: TypeAlias = Literal["major", "minor", "patch", "premajor", "preminor", "prepatch", "prerelease", "release"]
"""A step that a version takes; every scheme reads it in its own way."""
