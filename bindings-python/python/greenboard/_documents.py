"""Documents as typed objects. Written by ``make regen`` from the Rust types: do not edit."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec

__all__ = [
    "Bump",
    "Calendar",
    "Change",
    "Component",
    "Dependency",
    "DependencyKind",
    "Ecosystem",
    "ErrorFields",
    "Kind",
    "Origin",
    "Registry",
    "Scheme",
    "Semantic",
    "Versioning",
]

Bump: TypeAlias = Literal["none", "patch", "minor", "major"]
"""How much a change asks of the next version. The order is the lattice that plans are computed on: ``none < patch <
minor < major``.

- ``none``: Nothing to release.
- ``patch``: A correction.
- ``minor``: An addition.
- ``major``: A break.
"""

DependencyKind: TypeAlias = Literal["normal", "build", "dev", "peer", "optional"]
"""How a consumer uses a provider.

- ``normal``: At run time, shipped with it.
- ``build``: While it is built.
- ``dev``: While it is developed or tested; never shipped.
- ``peer``: Provided by whoever uses the consumer (npm's ``peerDependencies``).
- ``optional``: At run time, if it is there.
"""

Ecosystem: TypeAlias = Literal["cargo", "npm"]
"""The ecosystem whose manifest declares a component.

- ``cargo``: Rust crates: ``Cargo.toml``.
- ``npm``: JavaScript packages: ``package.json``.
"""

Origin: TypeAlias = Literal["commit", "given"]
"""Where a change comes from.

- ``commit``: A commit's message.
- ``given``: Given outright by the caller.
"""

Scheme: TypeAlias = Literal["cargo", "npm", "pep440", "maven", "go", "calver", "nuget", "gem", "debian"]
"""The rules that a version and its requirements follow."""


class Calendar(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="calendar"):
    """The version names the date of the release, under a pattern such as ``YYYY.0M.MICRO``."""

    pattern: str
    """The parts of a version, such as ``YYYY``, ``0M`` and ``MICRO``, with what stands between them."""

    @property
    def kind(self) -> Literal["calendar"]:
        """Which kind it is."""
        return "calendar"


class Change(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What happened in the code since the last release, and how much it asks of each component's next version."""

    id: str
    """What identifies it: a commit's full hash, a changeset's file name, or a name of one's own."""
    bumps: dict[str, Bump] = {}
    """How much it asks of each component it concerns; ``none`` where it touches one without a release."""
    type: str | None = None
    """The Conventional Commits type, such as ``feat``; none where it was given without one."""
    scope: str | None = None
    """The scope in parentheses after the type."""
    description: str
    """One line for people: the header without type and scope."""
    breaking: str | None = None
    """What a consumer has to do about a break; present exactly when the change is breaking, and may repeat the
    description.
    """
    reverts: list[str] = []
    """What it reverts: hashes, whole or the first seven characters and more. A revert that names none names its
    target's header in its description.
    """
    origin: Origin = "given"
    """Where it comes from."""
    at: str | None = None
    """When it was made, UTC."""
    author: str | None = None
    """Who made it, as the origin names them."""
    schema: Literal["greenboard/change/1"] = "greenboard/change/1"
    """What this document is, and the version of its format."""


class Component(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A thing that is versioned and released: a crate, an npm package, a service, a chart."""

    name: str
    """Its name, unique in the workspace."""
    ecosystem: Ecosystem
    """The ecosystem whose manifest declares it."""
    scheme: Scheme | None = None
    """The rules that its version follows; the ecosystem's own unless said otherwise."""
    path: str = ""
    """The folder it lives in, relative to the repository's root, ``/`` between parts; empty for the root itself."""
    version: str | None = None
    """Its present version; none where its manifest states none."""
    private: bool = False
    """Whether it is kept out of the public registry (``publish = false``, ``"private": true``)."""
    dependencies: list[Dependency] = []
    """What it depends on, in the manifest's order, dependencies outside the workspace included."""
    schema: Literal["greenboard/component/1"] = "greenboard/component/1"
    """What this document is, and the version of its format."""


class Dependency(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An edge from a component to what it uses."""

    name: str
    """The name of the provider."""
    kind: DependencyKind = "normal"
    """How it is used."""
    text: str | None = None
    """The requirement as the manifest writes it, such as ``workspace:^`` or ``^1.2``; the requirement itself unless
    said otherwise, empty where there is none.
    """
    requirement: str | None = None
    """The requirement it stands for; none where the text names no versions (a path, a git address, a dist-tag)."""
    local: bool = False
    """Whether the manifest ties it to the copy in the same repository (``path = …``, ``workspace:``, ``link:``)."""


class ErrorFields(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A failure as data, the same in every language."""

    code: str
    """The stable code to branch on, ``<module>.<snake_case>``."""
    message: str
    """The sentence for people, without the place."""
    path: str | None = None
    """The file, or the path inside a document, that is at fault."""
    line: int | None = None
    """The line in the text at fault, from 1."""
    column: int | None = None
    """The column in the text at fault, from 1, in characters."""
    details: dict[str, Any]
    """Facts about the failure as data: the input, what was expected, the nearest valid key."""
    retryable: bool
    """Whether the same call may succeed later without any change to its input."""


class Kind(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One kind of a registry."""

    kind: str
    """Its name: the ``kind`` in a document."""
    summary: str
    """What it does, in a sentence or two."""
    schema: Any
    """The JSON Schema of it, complete in itself."""


class Registry(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A registry: an enum of kinds that a document chooses from."""

    name: str
    """Its name, such as ``versioning``."""
    summary: str
    """What its kinds are kinds of."""
    kinds: list[Kind]
    """Its kinds, in their own order."""


class Semantic(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="semantic"):
    """The version moves by as much as its changes ask for: major for a break, minor for an addition, patch for a
    correction.

    Below 1.0.0 that rule is softened, each part of it by an option of its own.
    """

    bump_minor_pre_major: bool = True
    """Below 1.0.0, a break raises the minor version, so that 1.0.0 is reached only on purpose."""
    bump_patch_for_minor_pre_major: bool = False
    """Below 1.0.0, an addition raises the patch version."""

    @property
    def kind(self) -> Literal["semantic"]:
        """Which kind it is."""
        return "semantic"


Versioning: TypeAlias = Semantic | Calendar
"""How a component's next version is chosen."""
