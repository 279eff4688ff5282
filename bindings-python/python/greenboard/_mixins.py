"""The verbs of the document types, which are generated (`_documents.py`): ``Document``'s are of all of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec

from . import _native

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ._component import Graph
    from ._document import JsonText
    from ._documents import OwnerTasks as OwnerTasksDocument
    from ._documents import Plan as PlanDocument
    from ._documents import Split as SplitDocument
    from ._documents import Why as WhyDocument
    from ._documents import Workspace as WorkspaceDocument
    from ._gate import ReviewFormat


def _made(document: object) -> tuple[bytes, bool]:
    """What the core takes for a document that nobody wrote as text."""
    return msgspec.json.encode(document), False


class Document:
    """What every document can do."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts, lists and values; the outermost says which `schema` it follows."""
        result: dict[str, Any] = msgspec.to_builtins(self)
        for part in result.values():
            _unsigned(part)
        return result

    def to_json(self) -> str:
        """The document's canonical JSON (RFC 8785): equal documents have equal bytes."""
        return _native.canonical_json(msgspec.json.encode(self.to_dict()))


def _unsigned(part: Any) -> None:
    """Takes the schema out of documents that are parts of another, as the core writes them."""
    if isinstance(part, dict):
        if str(part.get("schema")).startswith("greenboard/"):
            del part["schema"]
        for inner in part.values():
            _unsigned(inner)
    elif isinstance(part, list):
        for inner in part:
            _unsigned(inner)


class Plan:
    """What a plan tells of itself."""

    __slots__ = ()

    def why(self, component: str) -> WhyDocument:
        """Why a component is in this plan, as `greenboard.why`."""
        from ._plan import why

        return why(self, component)

    def remaining(self, published: Iterable[str]) -> PlanDocument:
        """What of it is still to do, as `greenboard.remaining`."""
        from ._plan import remaining

        return remaining(self, published)

    def split(self) -> SplitDocument:
        """Its independent parts, as `greenboard.split`."""
        from ._plan import split

        return split(self)

    def render(self, format: str = "text") -> str:
        """The whole of it for people, as `greenboard.render`."""
        return _native.render((msgspec.json.encode(self), False), format, None)

    def __str__(self) -> str:
        return _native.plan_table((msgspec.json.encode(self), False))

    def _repr_html_(self) -> str:
        return self.render("html")

    def _repr_markdown_(self) -> str:
        return self.render("markdown")


class Edits:
    """What edits can do."""

    __slots__ = ()

    def applied(self, files: Mapping[str, str]) -> dict[str, str]:
        """These texts by path, edited, as `greenboard.applied`."""
        from ._edit import applied

        return applied(self, files)


class Applied:
    """What became of edits, told."""

    __slots__ = ()

    diff: str

    def __str__(self) -> str:
        return self.diff


class Why:
    """What reasons tell of themselves."""

    __slots__ = ()

    def __str__(self) -> str:
        return _native.why_text((msgspec.json.encode(self), False))


class Verdict:
    """What a verdict tells of itself. Printed, it is a table."""

    __slots__ = ()

    def explain(self) -> str:
        """Every finding in full, worst first: what was expected and observed, on which evidence, what to do next, and who."""
        return _native.review_text("findings", _made(self))

    def render(self, format: ReviewFormat = "text") -> str:
        """The answer, what every criterion came to, and who has to do what."""
        return _native.review("verdict", _made(self), format, None)

    def __str__(self) -> str:
        return _native.review_text("verdict", _made(self))

    def _repr_html_(self) -> str:
        return self.render("html")

    def _repr_markdown_(self) -> str:
        return self.render("markdown")


class Explanation:
    """What an explanation tells. Printed, it is every finding in full, and what would turn it green."""

    __slots__ = ()

    def __str__(self) -> str:
        return _native.review_text("explanation", _made(self))


class Ways:
    """What ways tell of themselves. Printed, they are a list of steps."""

    __slots__ = ()

    def render(self, format: ReviewFormat = "text") -> str:
        """The ways, step by step."""
        return _native.review("ways", _made(self), format, None)

    def __str__(self) -> str:
        return _native.review_text("ways", _made(self))

    def _repr_html_(self) -> str:
        return self.render("html")


class Board:
    """What a board that was kept tells of itself. Printed, it is a table."""

    __slots__ = ()

    def by_owner(self) -> list[OwnerTasksDocument]:
        """Who has to act on what: those with the worst first."""
        from ._documents import OwnerTasks

        return msgspec.json.decode(_native.by_owner(_made(self)), type=list[OwnerTasks])

    def render(self, format: ReviewFormat = "text", *, limit: int | None = None) -> str:
        """The board for a readiness review: at most `limit` components (100, where it is left out) one by one, the worst first."""
        return _native.review("board", _made(self), format, limit)

    def __str__(self) -> str:
        return _native.review_text("board", _made(self))

    def _repr_html_(self) -> str:
        return self.render("html")


class BoardDiff:
    """What a comparison of boards tells. Printed, it is a table."""

    __slots__ = ()

    def render(self, format: ReviewFormat = "text") -> str:
        """What has changed, a row a component."""
        from ._documents import BoardDiff

        assert isinstance(self, BoardDiff)
        return _native.review("changes", _made(self.changes), format, None)

    def __str__(self) -> str:
        return self.render().rstrip()

    def _repr_html_(self) -> str:
        return self.render("html")


class Workspace:
    """Where a workspace comes from, and what it tells of itself."""

    __slots__ = ()

    @classmethod
    def load(cls, path: str | os.PathLike[str] = ".") -> WorkspaceDocument:
        """The workspace of the repository that `path` lies in, or of an organisation: of the repositories that a
        `greenboard.yaml` there names, or of those that are checked out side by side in it.

        >>> workspace = gb.Workspace.load("checkouts")  # doctest: +SKIP
        """
        from ._component import _WORKSPACE

        return _WORKSPACE.decode(_native.load(os.fspath(path)))

    def graph(self) -> Graph:
        """Who depends on whom, as `greenboard.Graph`."""
        from ._component import Graph

        return Graph(self)  # type: ignore[arg-type]


class Identity:
    """Who and what is called how by which tool. Nothing is guessed: a name that is not mapped is nobody's."""

    __slots__ = ()

    def component(self, tool: str, alias: str) -> str | None:
        """The component that `tool` calls `alias`; `FactError` where several are.

        >>> identity = gb.Identity(components={"payments": {"jenkins": ["payments-deploy"]}})
        >>> identity.component("jenkins", "payments-deploy")
        'payments'
        """
        return self._identify("component", tool, alias)

    def person(self, tool: str, login: str) -> str | None:
        """The person that `tool` knows under this login, or address where the tool is `email`; `FactError` where several are."""
        return self._identify("person", tool, login)

    def environment(self, tool: str, alias: str) -> str | None:
        """The environment that `tool` calls `alias`; `FactError` where several are."""
        return self._identify("environment", tool, alias)

    def _identify(self, kind: str, tool: str, alias: str) -> str | None:
        return _native.identify((msgspec.json.encode(self), False), kind, tool, alias)
class ReleasePleaseConfig:
    """What release-please's files say of a workspace and its commits."""

    __slots__ = ()

    def workspace(self, found: WorkspaceDocument | Mapping[str, Any] | JsonText) -> WorkspaceDocument:
        """A workspace with the versions that the manifest states, with components for paths that have none, and with tags by the
        names that the configuration gives.
        """
        from ._document import given
        from ._documents import Workspace

        text = _native.config_workspace(given(self), given(found))
        return msgspec.json.decode(text, type=Workspace)

    def touched(self, files: Sequence[str]) -> list[str]:
        """The configured paths that a commit counts for, by the files that it touches."""
        text = _native.config_touched((msgspec.json.encode(self), False), list(files))
        return msgspec.json.decode(text, type=list[str])
