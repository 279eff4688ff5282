"""Workspaces made of texts, and the graph between their components."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Cycle, Impact, Unit, Workspace

_WORKSPACE = msgspec.json.Decoder(Workspace)
_WAVES = msgspec.json.Decoder(list[list[Unit]])
_UNITS = msgspec.json.Decoder(list[Unit])
_CYCLES = msgspec.json.Decoder(list[Cycle])
_IMPACT = msgspec.json.Decoder(list[Impact])


def read_manifests(files: Mapping[str, str], *, root: str = "") -> Workspace:
    """The components that manifests declare, given as texts by path, as `greenboard.yaml` among them corrects and completes it.

    `root` is the folder with the workspace's own manifest. Everything that is wrong is said at once, in the `problems` of the
    `ComponentError`'s details. `Workspace.load` reads a directory.

    >>> files = {
    ...     "package.json": '{"private": true, "workspaces": ["packages/*"]}',
    ...     "packages/core/package.json": '{"name": "core", "version": "1.0.0"}',
    ... }
    >>> [(component.name, component.path) for component in gb.read_manifests(files).components]
    [('core', 'packages/core')]
    """
    return _WORKSPACE.decode(_native.read_manifests(dict(files), root))


def read_repositories(files: Mapping[str, str], repositories: Mapping[str, str] | None = None) -> Workspace:
    """The components of an organisation: of several repositories, each in a folder of these texts by path.

    `repositories` are folders by name; every folder with a manifest in it, unless given. Components that share a name are told
    apart by their repository.

    >>> files = {
    ...     "ui/package.json": '{"name": "docs", "version": "1.0.0"}',
    ...     "shop/package.json": '{"name": "docs", "version": "2.0.0"}',
    ... }
    >>> [component.name for component in gb.read_repositories(files).components]
    ['shop:docs', 'ui:docs']
    """
    named = None if repositories is None else dict(repositories)
    return _WORKSPACE.decode(_native.read_repositories(dict(files), named))


class Graph:
    """Who depends on whom in a workspace: the order of publication, circles, and what a change may reach.

    >>> workspace = gb.read_manifests({
    ...     "package.json": '{"workspaces": ["*"]}',
    ...     "core/package.json": '{"name": "core", "version": "1.0.0"}',
    ...     "app/package.json": '{"name": "app", "version": "1.0.0", "dependencies": {"core": "^1.0.0"}}',
    ... })
    >>> graph = gb.Graph(workspace)
    >>> [[unit.components for unit in wave] for wave in graph.waves()]
    [[['core']], [['app']]]
    """

    __slots__ = ("_native",)
    _native: _native.Graph

    def __init__(self, workspace: Workspace | Mapping[str, Any] | JsonText) -> None:
        self._native = _native.Graph.of(given(workspace))

    @classmethod
    def from_edges(cls, names: Sequence[str], edges: Sequence[tuple[int, int]]) -> Graph:
        """The graph of these components where there is no more than that: consumer and provider as positions in `names`.

        >>> gb.Graph.from_edges(["app", "lib", "core"], [(0, 1), (1, 2)]).wave_numbers()
        [2, 0, 1]
        """
        graph = object.__new__(cls)
        graph._native = _native.Graph.from_edges(list(names), list(edges))
        return graph

    @property
    def names(self) -> list[str]:
        """The names of all components, sorted."""
        return self._native.names

    def waves(self, selection: Collection[str] | None = None) -> list[list[Unit]]:
        """The order of publication: every provider is in an earlier wave than its consumers; what forms a circle is one unit.

        Of only those components that are in `selection`, where one is given.
        """
        return _WAVES.decode(self._native.waves(_set(selection)))

    def wave_numbers(self) -> list[int]:
        """The wave of each component, in the order of `names`, the first being 0."""
        return self._native.wave_numbers()

    def longest_chain(self, selection: Collection[str] | None = None) -> list[Unit]:
        """The longest chain of units of which each needs the one before: as many as there are waves.

        >>> graph = gb.Graph.from_edges(["app", "core", "docs", "lib"], [(0, 1), (0, 3), (3, 1), (2, 1)])
        >>> [unit.components for unit in graph.longest_chain()]
        [['core'], ['lib'], ['app']]
        """
        return _UNITS.decode(self._native.longest_chain(_set(selection)))

    def units(self) -> list[Unit]:
        """What is published together: the strongly connected units, each after those it needs.

        >>> graph = gb.Graph.from_edges(["app", "egg", "hen"], [(0, 1), (1, 2), (2, 1)])
        >>> [unit.components for unit in graph.units()]
        [['egg', 'hen'], ['app']]
        """
        return _UNITS.decode(self._native.units())

    def cycles(self) -> list[Cycle]:
        """The circles among the edges that order publication, with the edges that make them."""
        return _CYCLES.decode(self._native.cycles())

    def impact(self, name: str) -> list[Impact]:
        """Every component that a change of this one may reach, by distance and name.

        >>> graph = gb.Graph.from_edges(["app", "lib", "core"], [(0, 1), (1, 2)])
        >>> [(reached.component, reached.distance, reached.via) for reached in graph.impact("core")]
        [('lib', 1, 'core'), ('app', 2, 'lib')]
        """
        return _IMPACT.decode(self._native.impact(name))

    def dependents(self, name: str) -> list[str]:
        """The names of all that `impact` reaches, by name."""
        return self._native.dependents(name)

    def __repr__(self) -> str:
        return f"<Graph of {len(self._native.names)} components>"


def _set(selection: Collection[str] | None) -> set[str] | None:
    return None if selection is None else set(selection)
