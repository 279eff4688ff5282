"""Gates: is it go or no-go, why, who has to act, and what would turn it green."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal, TypeAlias

import msgspec

from . import _mixins, _native
from ._document import JsonText, given
from ._documents import (
    Board,
    BoardDiff,
    BoardRow,
    Explanation,
    Fact,
    GateFile,
    OwnerTasks,
    Signal,
    SignalCounts,
    Verdict,
    VerdictChange,
    Ways,
)
from ._fact import Facts
from ._plan import instant

_VERDICT = msgspec.json.Decoder(Verdict)
_EXPLANATION = msgspec.json.Decoder(Explanation)
_WAYS = msgspec.json.Decoder(Ways)
_BOARD = msgspec.json.Decoder(Board)
_ROW = msgspec.json.Decoder(BoardRow)
_COUNTS = msgspec.json.Decoder(SignalCounts)
_OWNERS = msgspec.json.Decoder(list[OwnerTasks])
_CHANGES = msgspec.json.Decoder(list[VerdictChange])
_CHANGE = msgspec.json.Decoder(VerdictChange)
_DIFF = msgspec.json.Decoder(BoardDiff)

ReviewFormat: TypeAlias = Literal["text", "markdown", "html"]
"""How verdicts and boards are written."""


_Handle: TypeAlias = "_native.GateSet"


class GateSet:
    """The gates of a gate file, made ready to be asked: everything that can be wrong with them has been found.

    A gate file is a document, a dict, or the text of one in YAML or JSON. `of_files` and `load` read those that it includes too.

    >>> gates = gb.GateSet('''
    ... gates:
    ...   - name: quality
    ...     criteria:
    ...       - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
    ... ''')
    >>> gates.names
    ['quality']
    """

    __slots__ = ("_native",)
    _native: _native.GateSet

    def __init__(self, gates: GateFile | Mapping[str, Any] | JsonText) -> None:
        self._native = _native.GateSet.of(given(gates))

    @classmethod
    def _of(cls, native: _Handle) -> GateSet:
        gates = object.__new__(cls)
        gates._native = native
        return gates

    @classmethod
    def of_files(cls, main: str, files: Mapping[str, str]) -> GateSet:
        """The gates of the file `main` among these texts by path, with those that it includes.

        >>> files = {
        ...     "base.yaml": "gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]",
        ...     "gates.yaml": "include: [{file: base.yaml}]",
        ... }
        >>> gb.GateSet.of_files("gates.yaml", files)
        <GateSet: quality>
        """
        return cls._of(_native.GateSet.of_files(main, dict(files)))

    @classmethod
    def load(cls, path: str | os.PathLike[str] = ".") -> GateSet:
        """The gates of a gate file on disk, with those that it includes; of a directory, those that its `greenboard.yaml` has in
        the section `gates`.

        >>> gates = gb.GateSet.load("release/gates.yaml")  # doctest: +SKIP
        """
        return cls._of(_native.GateSet.load(os.fspath(path)))

    @property
    def names(self) -> list[str]:
        """The names of the gates, in order."""
        return self._native.names

    @property
    def digest(self) -> str:
        """The digest of the gates as they are asked: parameters filled in, overrides applied."""
        return self._native.digest

    def to_json(self) -> str:
        """The gates as one gate file, parameters filled in and overrides applied."""
        return self._native.to_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GateSet) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[type[GateSet], tuple[str]]:
        return GateSet, (self.to_json(),)

    def __repr__(self) -> str:
        return f"<GateSet: {', '.join(self.names)}>"


GatesLike: TypeAlias = "GateSet | GateFile | Mapping[str, Any] | JsonText"
"""Gates: made ready, or a gate file."""


def _ready(gates: GatesLike) -> GateSet:
    return gates if isinstance(gates, GateSet) else GateSet(gates)


_Asked: TypeAlias = "tuple[str | None, str | None, list[str], bool]"


def evaluate(
    gates: GatesLike,
    facts: Facts,
    component: str,
    *,
    stage: str | None = None,
    environment: str | None = None,
    manual: bool = False,
    at: datetime | str | None = None,
) -> Verdict:
    """Whether a component may go out at an instant (now, where it is left out): what its gates say on these facts, and why.

    `manual` says that somebody does it by hand: freezes that may be overridden let them. Printed, a verdict is a table.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> verdict = gb.evaluate(gates, gb.Facts(), "payments", environment="production")
    >>> print(verdict.verdict, verdict.gates[0].verdict)
    pending pending
    """
    asked: _Asked = (stage, environment, [], manual)
    return _VERDICT.decode(
        _native.evaluate(_ready(gates)._native, facts._native, component, asked, instant(at))
    )


def signals(
    gates: GatesLike,
    facts: Facts,
    *,
    stage: str | None = None,
    environment: str | None = None,
    components: Iterable[str] = (),
    manual: bool = False,
    at: datetime | str | None = None,
) -> SignalCounts:
    """How many components come to which verdict: what a board counts, and no more. Where all that is to be known is whether it is
    green, this takes a small part of a board's time.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> facts = gb.Facts()
    >>> _ = facts.add({"kind": "candidate", "component": "payments"})
    >>> gb.signals(gates, facts).pending
    1
    """
    if isinstance(components, str):
        raise TypeError("components must be many names, not one text")
    asked: _Asked = (stage, environment, list(components), manual)
    return _COUNTS.decode(_native.signals(_ready(gates)._native, facts._native, asked, instant(at)))


def explain(
    gates: GatesLike,
    facts: Facts,
    component: str,
    *,
    stage: str | None = None,
    environment: str | None = None,
    manual: bool = False,
    at: datetime | str | None = None,
) -> Explanation:
    """Why the verdict on a component is what it is: all its findings, which of them decide, and what would turn it green.

    Printed, it tells every finding in full, and the cheapest ways to `go`.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> gb.explain(gates, gb.Facts(), "payments").because
    [FindingName(gate='quality', criterion='errors')]
    """
    asked: _Asked = (stage, environment, [], manual)
    return _EXPLANATION.decode(
        _native.explain(_ready(gates)._native, facts._native, component, asked, instant(at))
    )


def what_would_turn_it_green(
    gates: GatesLike,
    facts: Facts,
    component: str,
    *,
    target: Signal = "go",
    most: int = 3,
    stage: str | None = None,
    environment: str | None = None,
    manual: bool = False,
    at: datetime | str | None = None,
) -> Ways:
    """The cheapest sets of steps that turn the verdict on a component: no step of a way can be left out.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> ways = gb.what_would_turn_it_green(gates, gb.Facts(), "payments")
    >>> [step.criterion for step in ways.ways[0].steps]
    ['errors']
    """
    asked: _Asked = (stage, environment, [], manual)
    what_if = given({"target": target, "most": most})
    native = _ready(gates)._native
    return _WAYS.decode(
        _native.what_would_turn_it_green(native, facts._native, component, asked, instant(at), what_if)
    )


def board(
    gates: GatesLike,
    facts: Facts,
    *,
    stage: str | None = None,
    environment: str | None = None,
    components: Iterable[str] = (),
    manual: bool = False,
    at: datetime | str | None = None,
) -> LiveBoard:
    """Is the board green? The verdicts on all components that are to go out, or on those that are named.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> facts = gb.Facts()
    >>> _ = facts.add([{"kind": "candidate", "component": "api"}, {"kind": "candidate", "component": "web"}])
    >>> gb.board(gates, facts, at="2026-11-02T09:00:00Z")
    <LiveBoard: pending, 2 components at 2026-11-02T09:00:00Z>
    """
    if isinstance(components, str):
        raise TypeError("expected many components, not one text")
    asked: _Asked = (stage, environment, list(components), manual)
    return LiveBoard._of(_ready(gates), facts, asked, instant(at))


class LiveBoard:
    """A board that is kept up as facts come in and time passes; `board` gives one. Printed, it is a table.

    Arrow's libraries take it as a table with a row for each finding: ``pyarrow.table(board)``, ``polars.DataFrame(board)``.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> facts = gb.Facts()
    >>> _ = facts.add([{"kind": "candidate", "component": "api", "version": "1.4.0"}])
    >>> board = gb.board(gates, facts, at="2026-11-02T09:00:00Z")
    >>> board.verdict, board.verdicts.pending, board.by_owner()[0].tasks[0].component
    ('pending', 1, 'api')
    """

    __slots__ = ("_asked", "_facts", "_gates", "_native")
    _native: _native.LiveBoard
    _gates: GateSet
    _facts: Facts
    _asked: _Asked

    def __init__(self) -> None:
        raise TypeError("a LiveBoard comes from greenboard.board")

    @classmethod
    def _of(cls, gates: GateSet, facts: Facts, asked: _Asked, at: str) -> LiveBoard:
        board = object.__new__(cls)
        board._native = _native.LiveBoard.of(gates._native, facts._native, asked, at)
        board._gates, board._facts, board._asked = gates, facts, asked
        return board

    @property
    def verdict(self) -> Signal:
        """The worst of all verdicts; ``pending`` where there is none."""
        return self._native.verdict()

    @property
    def verdicts(self) -> SignalCounts:
        """How many components come to which verdict."""
        return _COUNTS.decode(self._native.verdicts())

    @property
    def at(self) -> str:
        """The instant that it is of."""
        return self._native.at()

    def row(self, component: str) -> BoardRow | None:
        """What it says of a component; None where that is not on it."""
        row = self._native.row(component)
        return None if row is None else _ROW.decode(row)

    def by_owner(self) -> list[OwnerTasks]:
        """Who has to act on what: those with the worst first."""
        return _OWNERS.decode(self._native.by_owner())

    def update(
        self,
        facts: Iterable[Fact | Mapping[str, Any]] | JsonText = (),
        *,
        at: datetime | str | None = None,
    ) -> list[VerdictChange]:
        """Adds facts to those that the board was made of, and takes in what is known by now (and at `at`): the verdicts that are
        otherwise since, by component.

        >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
        >>> facts = gb.Facts()
        >>> _ = facts.add([{"kind": "candidate", "component": "api"}])
        >>> board = gb.board(gates, facts, at="2026-11-02T09:00:00Z")
        >>> value = gb.documents.Metric(name="error_rate", value=0.002)
        >>> subject = gb.documents.Subject(component="api")
        >>> fact = gb.documents.Evidence(id="e1", subject=subject, value=value, observed_at="2026-11-02T09:00:00Z")
        >>> [(change.component, change.from_, change.to) for change in board.update([fact], at="2026-11-02T09:05:00Z")]
        [('api', 'pending', 'go')]
        """
        if not isinstance(facts, (str, bytes)):
            facts = list(facts)
        if facts:
            self._facts.add(facts)
        return _CHANGES.decode(self._native.update(self._facts._native, instant(at)))

    def explain(self, component: str) -> Explanation:
        """Why the verdict on a component is what it is, as `greenboard.explain`: on what is known by now, at the board's instant."""
        native = _native.explain(self._gates._native, self._facts._native, component, self._one(), self.at)
        return _EXPLANATION.decode(native)

    def what_would_turn_it_green(self, component: str, *, target: Signal = "go", most: int = 3) -> Ways:
        """The cheapest ways to a better verdict on a component, as `greenboard.what_would_turn_it_green`."""
        what_if = given({"target": target, "most": most})
        gates, facts = self._gates._native, self._facts._native
        return _WAYS.decode(
            _native.what_would_turn_it_green(gates, facts, component, self._one(), self.at, what_if)
        )

    def _one(self) -> _Asked:
        stage, environment, _, manual = self._asked
        return stage, environment, [], manual

    def diff(self, before: LiveBoard | Board | Mapping[str, Any] | JsonText) -> BoardDiff:
        """What is otherwise since another board, or since a document of one."""
        if isinstance(before, LiveBoard):
            return _DIFF.decode(self._native.since(before._native))
        return _DIFF.decode(self._native.since_document(given(before)))

    def document(self) -> Board:
        """The board as a document, to be kept."""
        return _BOARD.decode(self.to_json())

    def to_json(self) -> str:
        """The document's canonical JSON."""
        return self._native.to_json()

    def render(self, format: ReviewFormat = "text", *, limit: int | None = None) -> str:
        """The board for a readiness review: at most `limit` components (100, where it is left out) one by one, the worst first."""
        return self._native.render(format, limit)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A row for each finding, as an Arrow stream."""
        return self._native.arrow()

    def __len__(self) -> int:
        return len(self._native)

    def __str__(self) -> str:
        return self._native.text()

    def __repr__(self) -> str:
        count = len(self)
        return f"<LiveBoard: {self.verdict}, {count} component{'' if count == 1 else 's'} at {self.at}>"

    def _repr_html_(self) -> str:
        return self.render("html")

    def _repr_markdown_(self) -> str:
        return self.render("markdown")


def diff_verdicts(
    a: Verdict | _mixins.Verdict | Mapping[str, Any] | JsonText,
    b: Verdict | _mixins.Verdict | Mapping[str, Any] | JsonText,
) -> VerdictChange:
    """What is otherwise from one verdict to another: findings are compared by gate and criterion.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> verdict = gb.evaluate(gates, gb.Facts(), "payments")
    >>> gb.diff_verdicts(verdict, verdict).findings
    []
    """
    return _CHANGE.decode(_native.diff_verdicts(given(a), given(b)))


def diff_boards(
    a: Board | Mapping[str, Any] | JsonText, b: Board | Mapping[str, Any] | JsonText
) -> BoardDiff:
    """What is otherwise from one board to another, as documents; a `LiveBoard` compares itself.

    >>> gates = gb.GateSet("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]")
    >>> document = gb.board(gates, gb.Facts()).document()
    >>> gb.diff_boards(document, document).changes
    []
    """
    return _DIFF.decode(_native.diff_boards(given(a), given(b)))
