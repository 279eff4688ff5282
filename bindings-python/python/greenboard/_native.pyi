"""The compiled core. Use it through `greenboard`."""

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar, final, overload

from ._documents import Bump, Scheme, Signal
from ._types import ArrowColumn, Invalid, Step

__all__ = [
    "Drafts",
    "Facts",
    "GateSet",
    "Graph",
    "Ledger",
    "LedgerTree",
    "LedgerVerifier",
    "LiveBoard",
    "Matrix",
    "ReleaseContext",
    "Releases",
    "Repository",
    "Requirement",
    "Rows",
    "Version",
    "applied",
    "backports",
    "branches",
    "by_owner",
    "can_i_deploy",
    "cancel_reverts",
    "canonical_json",
    "catalogue",
    "change_request_advance",
    "changelog",
    "changeset_text",
    "changesets_policy",
    "check_branch",
    "check_merge",
    "check_policy",
    "checkpoint_cosigned",
    "checkpoint_note",
    "checkpoint_open",
    "commit_changes",
    "config_release_please",
    "config_touched",
    "config_workspace",
    "conflicts_find",
    "conflicts_free_slots",
    "dates_plan_backward",
    "deploy_together",
    "diff",
    "diff_boards",
    "diff_verdicts",
    "digest",
    "digest_text",
    "edits",
    "enrich",
    "error_codes",
    "evaluate",
    "explain",
    "filter_versions",
    "graduate",
    "identify",
    "last_release",
    "ledger_check_consistency",
    "ledger_check_inclusion",
    "ledger_contended",
    "ledger_entry_hash",
    "ledger_genesis",
    "ledger_import",
    "ledger_payload_digest",
    "ledger_sql",
    "load",
    "log_proof_text",
    "log_proof_verify",
    "main",
    "match_matrix",
    "max_satisfying",
    "measurement_assess",
    "measurement_assess_run",
    "measurement_count",
    "measurement_evaluate_result",
    "measurement_limits",
    "merge_duplicates",
    "min_satisfying",
    "next_on_branch",
    "next_prerelease",
    "note_key",
    "note_of",
    "note_signature",
    "note_verify",
    "npm_clean",
    "npm_coerce",
    "npm_diff",
    "npm_inc",
    "npm_intersects",
    "npm_min_version",
    "npm_outside",
    "npm_range",
    "npm_satisfies",
    "npm_simplify",
    "npm_subset",
    "npm_truncate",
    "override_commits",
    "parse_commit",
    "pep440_contains",
    "pep440_filter",
    "pep440_is_disjoint",
    "pep440_is_equivalent",
    "pep440_is_subset",
    "pep440_is_unsatisfiable",
    "pep440_parts",
    "plan",
    "plan_table",
    "read_changeset",
    "read_changesets",
    "read_manifests",
    "read_repositories",
    "release_audit",
    "release_compliance",
    "release_decide",
    "release_diff",
    "release_draft",
    "release_due",
    "release_event",
    "release_fold",
    "release_portfolio",
    "release_render",
    "release_replay",
    "remaining",
    "render",
    "review",
    "review_text",
    "risk_assess",
    "schemas",
    "signals",
    "slo_analyse",
    "slo_evaluate",
    "slo_history",
    "slo_parse_analysis",
    "slo_parse_criterion",
    "slo_parse_file",
    "slo_percentile",
    "slo_score",
    "soak_is_available",
    "sort_versions",
    "split",
    "template_builtin",
    "template_read",
    "tool_detect",
    "tool_inspect",
    "tool_read",
    "tool_verify",
    "uncovered",
    "what_would_turn_it_green",
    "why",
    "why_text",
    "windows_decide",
    "windows_occurrences",
    "windows_parse_icalendar",
]

_V = TypeVar("_V", str, Version)
_Given: TypeAlias = tuple[bytes, bool]
"""A document's text, and whether someone wrote it."""

@final
class Version:
    """A version of one scheme, in its normalised text.

    `==` and `hash` are identity of scheme and text; `<` follows the scheme's precedence, in which two texts may well be
    equal, and raises `VersionError` across schemes.
    """

    __match_args__: ClassVar[tuple[Literal["text"], Literal["scheme"]]]
    def __new__(cls, text: str, scheme: Scheme = "cargo") -> Version: ...
    @property
    def text(self) -> str:
        """The normalised text."""
    @property
    def scheme(self) -> Scheme:
        """The name of the scheme it follows."""
    @property
    def is_prerelease(self) -> bool:
        """Whether it comes before a release it leads up to."""
    def bump(self, step: Step, *, identifier: str | None = None, base: int | None = 0) -> Version:
        """The next version after a step.

        A new prerelease is named by `identifier` and counted from `base`; `None` leaves its number out.
        """
    def diff(self, other: Version) -> Bump:
        """The largest part in which the two differ; "none" at equal precedence."""
    def precedence(self, other: Version) -> Literal[-1, 0, 1]:
        """The scheme's order of the two."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __lt__(self, other: Version, /) -> bool: ...
    def __le__(self, other: Version, /) -> bool: ...
    def __gt__(self, other: Version, /) -> bool: ...
    def __ge__(self, other: Version, /) -> bool: ...
    def __reduce__(self) -> tuple[type[Version], tuple[str, str]]: ...
    def __copy__(self) -> Version: ...
    def __deepcopy__(self, _memo: object) -> Version: ...

@final
class Requirement:
    """What a consumer accepts of a provider: a set of versions in one scheme's notation.

    `==` and `hash` are identity of scheme and text; two texts may well ask for the same set (`is_subset` both ways).
    """

    __match_args__: ClassVar[tuple[Literal["text"], Literal["scheme"]]]
    def __new__(cls, text: str, scheme: Scheme = "cargo") -> Requirement: ...
    @property
    def text(self) -> str:
        """The normalised text."""
    @property
    def scheme(self) -> Scheme:
        """The name of the scheme it follows."""
    @property
    def is_empty(self) -> bool:
        """Whether no version at all can meet it."""
    def matches(self, version: Version | str) -> bool:
        """Whether the version, or the text of one in the same scheme, meets it."""
    def intersects(self, other: Requirement) -> bool:
        """Whether some version can meet both."""
    def is_subset(self, other: Requirement) -> bool:
        """Whether every version that meets this one meets `other` too."""
    def moved_to(self, version: Version | str) -> Requirement:
        """The requirement rewritten to ask for `version`, its operator and precision kept."""
    def to_vers(self) -> str:
        """It in `vers` notation, which knows the order of versions and nothing else: rules for prereleases are dropped."""
    @staticmethod
    def from_vers(text: str) -> Requirement:
        """The requirement that a range in `vers` notation stands for, in the scheme of its type."""
    def __contains__(self, version: Version | str, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Requirement], tuple[str, str]]: ...
    def __copy__(self) -> Requirement: ...
    def __deepcopy__(self, _memo: object) -> Requirement: ...

def canonical_json(text: bytes) -> str:
    """The RFC 8785 text of a JSON text."""

def digest(text: bytes) -> str:
    """The digest of the RFC 8785 text of a JSON text."""

def digest_text(text: bytes) -> str:
    """The digest of a text as it stands."""
@final
class Rows:
    """Row numbers: a sequence of integers, and an Arrow `uint32` array for those who take one (`__arrow_c_array__`)."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def to_list(self) -> list[int]:
        """The rows as a list."""
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        """The rows as an Arrow array, without a copy."""

@final
class Matrix:
    """Which requirement (row) is met by which version (column), a bit each: ``matrix[requirement, version]``."""

    @property
    def shape(self) -> tuple[int, int]:
        """How many requirements and how many versions."""
    def __getitem__(self, cell: tuple[int, int], /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def count(self, requirement: int) -> int:
        """How many versions meet the requirement in this row."""
    def matches(self, requirement: int) -> list[int]:
        """The numbers of the versions that meet the requirement in this row, ascending."""

@overload
def sort_versions(versions: ArrowColumn, *, scheme: Scheme = "cargo", invalid: Invalid = "refuse") -> Rows: ...
@overload
def sort_versions(
    versions: Iterable[_V], *, scheme: Scheme = "cargo", invalid: Invalid = "refuse"
) -> list[_V]:
    """The versions in ascending order; equal precedence is ordered by text.

    A list gives a list of the same items, an Arrow string column the numbers of its rows. A text that is no version of the
    scheme raises `VersionError` with its row in `path`, or is left out (``invalid="skip"``).
    """

@overload
def filter_versions(
    versions: ArrowColumn,
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> Rows: ...
@overload
def filter_versions(
    versions: Iterable[_V],
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> list[_V]:
    """The versions that meet the requirement, in the order given. `scheme` is that of a requirement given as text."""

@overload
def max_satisfying(
    versions: ArrowColumn,
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> int | None: ...
@overload
def max_satisfying(
    versions: Iterable[_V],
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> _V | None:
    """The greatest version that meets the requirement (its row number for a column), or None."""

@overload
def min_satisfying(
    versions: ArrowColumn,
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> int | None: ...
@overload
def min_satisfying(
    versions: Iterable[_V],
    requirement: Requirement | str,
    *,
    scheme: Scheme | None = None,
    invalid: Invalid = "refuse",
) -> _V | None:
    """The least version that meets the requirement (its row number for a column), or None."""

def match_matrix(
    requirements: Sequence[Requirement | str],
    versions: ArrowColumn | Iterable[Version | str],
    *,
    scheme: Scheme = "cargo",
    invalid: Invalid = "refuse",
) -> Matrix:
    """Every requirement against every version."""

def catalogue() -> str:
    """Every registry with its kinds, as JSON."""

def error_codes() -> list[str]:
    """Every code that an error can carry, sorted."""

def schemas() -> str:
    """The JSON Schema of every document, by name, as JSON."""

def main(arguments: list[str]) -> int:
    """Runs the program with these arguments on the process's own streams, and gives its exit status."""

def branches(branches: _Given) -> str:
    """What may be released from each branch, as JSON."""

def last_release(branch: _Given) -> str:
    """The last release on a branch, as JSON; null where there is none."""

def next_on_branch(branch: _Given, bump: str) -> Version:
    """The next version on a branch."""

def check_branch(ranges: _Given, branch: str, version: Version, bump: str) -> None:
    """Raises where a version may not be released from a branch."""

def check_merge(range: _Given, version: Version) -> None:
    """Raises where a version may not be merged into a branch."""

def next_prerelease(target: Version, last: Version | None, identifier: str, first: int) -> Version:
    """The next prerelease on the way to a release."""

def graduate(version: Version) -> Version:
    """The release that a prerelease leads to."""

def config_release_please(config: str, manifest: str) -> str:
    """What release-please's files say, as JSON."""

def config_workspace(config: _Given, workspace: _Given) -> str:
    """A workspace as release-please's files see it, as JSON."""

def config_touched(config: _Given, files: list[str]) -> str:
    """The paths that a commit counts for, as JSON."""

def plan(workspace: _Given, changes: _Given, policy: _Given, at: str) -> str:
    """The plan of a workspace, changes and a policy at an instant, as JSON."""

def edits(plan: _Given, files: dict[str, str], options: _Given) -> str:
    """What a plan changes in these texts by path, as JSON."""

def applied(edits: _Given, files: dict[str, str]) -> dict[str, str]:
    """These texts by path, edited."""

def diff(old: str, new: str) -> str:
    """The unified diff of two texts."""

def why(plan: _Given, component: str) -> str:
    """Why a component is in a plan, as JSON."""

def why_text(why: _Given) -> str:
    """The reasons as a tree of text."""

def plan_table(plan: _Given) -> str:
    """The plan as a table of text."""

def remaining(plan: _Given, published: list[str]) -> str:
    """What of a plan is still to do, as JSON."""

def split(plan: _Given) -> str:
    """The parts of a plan that may go out by themselves, as JSON."""

def tool_detect(payload: bytes) -> list[str]:
    """The tools whose report this could be."""

def tool_inspect(payload: bytes, tool: str) -> str:
    """What a report says, as JSON."""

def tool_read(payload: bytes, tool: str, subject: _Given, at: str, options: _Given) -> str:
    """A report as facts about a subject, as JSON."""

def tool_verify(payload: bytes, key: str | None) -> str:
    """Whether the envelopes in a text were signed with a key, as JSON."""

def windows_decide(windows: _Given, at: list[str], manual: bool) -> str:
    """What windows say at each of these instants, as JSON."""

def windows_occurrences(windows: _Given, start: str, end: str, limit: int) -> str:
    """When windows are, from one instant to another, as JSON."""

def windows_parse_icalendar(text: bytes, options: _Given) -> str:
    """The calendar of an iCalendar text, as JSON."""

def changesets_policy(preset: str, config: str, pre: str | None) -> str:
    """The policy of changesets' configuration, as JSON."""

def check_policy(workspace: _Given, policy: _Given) -> None:
    """Whether a policy fits a workspace."""

def render(plan: _Given, format: str, limit: int | None) -> str:
    """The whole of a plan, for people."""

def changelog(plan: _Given, component: str | None, style: str, template: str | None) -> str:
    """What a component's release brings, or the release as a whole, in a style or a template."""

@final
class Graph:
    """Who depends on whom."""

    @staticmethod
    def of(workspace: _Given) -> Graph:
        """The graph of a workspace."""
    @staticmethod
    def from_edges(names: list[str], edges: list[tuple[int, int]]) -> Graph:
        """The graph of bare names and edges."""
    @property
    def names(self) -> list[str]:
        """The names, sorted."""
    def waves(self, selection: set[str] | None) -> str:
        """The waves, as JSON."""
    def wave_numbers(self) -> list[int]:
        """The wave of each component, by name."""
    def longest_chain(self, selection: set[str] | None) -> str:
        """The longest chain, as JSON."""
    def units(self) -> str:
        """The strongly connected units, as JSON."""
    def cycles(self) -> str:
        """The circles, as JSON."""
    def impact(self, name: str) -> str:
        """What a change may reach, as JSON."""
    def dependents(self, name: str) -> list[str]:
        """The names of what a change may reach."""

def read_manifests(files: dict[str, str], root: str) -> str:
    """The workspace of these texts by path, as JSON."""

def read_repositories(files: dict[str, str], repositories: dict[str, str] | None) -> str:
    """The workspace of several repositories, as JSON."""

def identify(identity: _Given, kind: str, tool: str, alias: str) -> str | None:
    """What is mapped to a tool's name."""

@final
class Facts:
    """Many facts."""

    @staticmethod
    def of(workspace: _Given | None) -> Facts:
        """None yet, about what a workspace knows, where one is given."""
    def add(self, facts: _Given) -> str:
        """Takes facts in, a list or one; what came of it, as JSON."""
    def unresolved(self) -> str:
        """The names that are nobody's and nothing's, as JSON."""
    def contradictions(self) -> str:
        """The facts that cannot all be true, as JSON."""
    def of_kind(self, kind: str) -> str:
        """The facts of a kind, as JSON."""
    def to_json(self) -> str:
        """All facts, as JSON."""
    def digest(self) -> str:
        """The digest of all facts."""
    def absorbed(self) -> int:
        """How many came that were there already."""
    def __len__(self) -> int: ...

def can_i_deploy(matrix: _Given, component: str, version: str) -> str:
    """Whether contracts allow a version into an environment, as JSON."""

def deploy_together(matrix: _Given, component: str, candidates: dict[str, str]) -> list[str] | None:
    """The components that can only go out together with one."""

@final
class GateSet:
    """Gates made ready to be asked."""

    @staticmethod
    def of(gates: _Given) -> GateSet:
        """The gates of a gate file's text."""
    @staticmethod
    def of_files(main: str, files: dict[str, str]) -> GateSet:
        """The gates of one of these texts by path, with those that it includes."""
    @staticmethod
    def load(path: str) -> GateSet:
        """The gates of a file or directory on disk."""
    @property
    def digest(self) -> str:
        """The digest of the gates as they are asked."""
    @property
    def names(self) -> list[str]:
        """Their names, in order."""
    def to_json(self) -> str:
        """The gates as one file, as JSON."""

_Asked: TypeAlias = tuple[str | None, str | None, list[str], bool]
"""Stage, environment, components, and whether it is done by hand."""

@final
class LiveBoard:
    """A board that is kept up as facts come in and time passes."""

    @staticmethod
    def of(gates: GateSet, facts: Facts, asked: _Asked, at: str) -> LiveBoard:
        """The board of these gates on these facts at an instant."""
    def update(self, facts: Facts, at: str) -> str:
        """Takes in what is known by now, and gives the verdicts that are otherwise since, as JSON."""
    def verdict(self) -> Signal:
        """The worst of all verdicts."""
    def verdicts(self) -> str:
        """How many components come to which verdict, as JSON."""
    def at(self) -> str:
        """The instant that it is of."""
    def row(self, component: str) -> str | None:
        """The row of a component, as JSON."""
    def by_owner(self) -> str:
        """Who has to act on what, as JSON."""
    def since(self, other: LiveBoard) -> str:
        """What is otherwise since another board, as JSON."""
    def since_document(self, other: _Given) -> str:
        """What is otherwise since a board that was kept as a document, as JSON."""
    def to_json(self) -> str:
        """The whole of it, as JSON."""
    def render(self, format: str, limit: int | None) -> str:
        """The whole of it for people."""
    def text(self) -> str:
        """A table of text."""
    def arrow(self) -> object:
        """A row a finding, as a stream of one Arrow table."""
    def __len__(self) -> int: ...

def signals(gates: GateSet, facts: Facts, asked: _Asked, at: str) -> str:
    """How many components come to which verdict, as JSON."""

def evaluate(gates: GateSet, facts: Facts, component: str, asked: _Asked, at: str) -> str:
    """Whether a component may go out, as JSON."""

def explain(gates: GateSet, facts: Facts, component: str, asked: _Asked, at: str) -> str:
    """Why, and what would turn it green, as JSON."""

def what_would_turn_it_green(
    gates: GateSet,
    facts: Facts,
    component: str,
    asked: _Asked,
    at: str,
    what_if: _Given,
) -> str:
    """What would turn it green, as JSON."""

def diff_verdicts(a: _Given, b: _Given) -> str:
    """What is otherwise from one verdict to another, as JSON."""

def diff_boards(a: _Given, b: _Given) -> str:
    """What is otherwise from one board to another, as JSON."""

def by_owner(board: _Given) -> str:
    """Who has to act on what, of a board, as JSON."""

def review(what: str, document: _Given, format: str, limit: int | None) -> str:
    """A document about gates, for people."""

def review_text(what: str, document: _Given) -> str:
    """A document about gates as a table or a tree of text."""

def load(dir: str) -> str:
    """The workspace of a repository or an organisation on disk, as JSON."""

@final
class Repository:
    """A directory with manifests in it, usually a git repository's work tree."""

    @staticmethod
    def open(dir: str) -> Repository:
        """The repository that `dir` lies in."""
    @property
    def root(self) -> Path:
        """The top of the work tree."""
    def workspace(self) -> str:
        """The components, as JSON."""
    def changes(self, workspace: _Given | None, options: _Given) -> str:
        """The unreleased changes and the notices about them, as JSON."""
    def since(self, base: str, workspace: _Given | None, options: _Given) -> str:
        """What the head has brought since it left `base`, as JSON."""
    def uncovered(self, base: str, workspace: _Given | None, options: _Given, coverage: _Given) -> str:
        """The components that were touched, and whose release nothing asks for, as JSON."""
    def divergence(self, main: str, line: str) -> str:
        """What each of two lines of development has and the other has not, as JSON."""
    def configuration(self) -> str:
        """How the repository is released, as its own files say, as JSON."""
    def plan(self, policy: _Given | None, options: _Given, at: str) -> str:
        """What goes out next and what led to it, as JSON."""
    def edits(self, plan: _Given, options: _Given | None) -> str:
        """What a plan changes in the files of the work tree, as JSON."""
    def apply(self, plan: _Given, options: _Given | None, dry_run: bool) -> str:
        """Writes a plan or edits, or tries it out, and gives what became of it as JSON."""
    def recover(self) -> list[str]:
        """Brings a run that was stopped half-way to its end."""

def parse_commit(text: str, mode: str) -> str:
    """The messages that a commit's text holds, as JSON."""

def commit_changes(commit: _Given, components: list[str], mode: str, levels: _Given) -> str:
    """The changes of a commit, as JSON."""

def read_changeset(name: str, text: str) -> str:
    """One changeset, as JSON."""

def read_changesets(files: dict[str, str]) -> str:
    """All changesets among the files of a folder, as JSON."""

def changeset_text(change: _Given) -> str:
    """The text of a changeset."""

def override_commits(changes: _Given, overrides: _Given, mode: str, levels: _Given) -> str:
    """The changes under overrides, as JSON."""

def enrich(changes: _Given, enrichment: _Given, mode: str, levels: _Given) -> str:
    """The changes with what the host knows of them, as JSON."""

def merge_duplicates(changes: _Given) -> str:
    """Each change once, as JSON."""

def cancel_reverts(changes: _Given) -> str:
    """What no revert cancels, as JSON."""

def backports(history: _Given, rules: _Given) -> str:
    """Which fixes a maintenance line misses, as JSON."""

def uncovered(workspace: _Given, changes: _Given, touched: list[str], coverage: _Given) -> str:
    """Which touched components no change asks a release of, as JSON."""

def npm_clean(text: str, loose: bool) -> str | None:
    """The version that a sloppy text means."""

def npm_coerce(text: str, rtl: bool, include_prerelease: bool, loose: bool) -> str | None:
    """The version in a text that is none."""

def npm_inc(text: str, step: Step, identifier: str | None, base: int | None, loose: bool) -> str:
    """The version after a step."""

def npm_diff(a: str, b: str, loose: bool) -> Step | None:
    """The step between two versions."""

def npm_truncate(text: str, step: Step, loose: bool) -> str:
    """The version with all below a step set to zero."""

def npm_range(text: str, loose: bool, include_prerelease: bool) -> str:
    """The range in its normal text."""

def npm_satisfies(text: str, range: str, loose: bool, include_prerelease: bool) -> bool:
    """Whether the version is in the range."""

def npm_intersects(a: str, b: str, loose: bool, include_prerelease: bool) -> bool:
    """Whether some version is in both ranges."""

def npm_subset(a: str, b: str, loose: bool, include_prerelease: bool) -> bool:
    """Whether all of the first range is in the second."""

def npm_outside(text: str, range: str, hilo: Literal[">", "<"], loose: bool, include_prerelease: bool) -> bool:
    """Whether the version lies beyond the range on a side."""

def npm_min_version(range: str, loose: bool) -> str | None:
    """The least version in the range."""

def npm_simplify(versions: Sequence[str], range: str, loose: bool, include_prerelease: bool) -> str:
    """The shortest range with the same answers for these versions."""

def pep440_parts(
    version: str,
) -> tuple[int, list[int], tuple[Literal["a", "b", "rc"], int] | None, int | None, int | None, str | None]:
    """Epoch, release, pre-release, post-release, development release and local segment."""

def pep440_contains(specifiers: str, candidate: str, prereleases: bool | None) -> bool:
    """Whether the candidate meets all specifiers."""

def pep440_filter(specifiers: str, candidates: Sequence[str], prereleases: bool | None) -> list[str]:
    """The candidates that meet all specifiers, in the order given."""

def pep440_is_unsatisfiable(specifiers: str, prereleases: bool | None) -> bool:
    """Whether nothing can meet all specifiers."""

def pep440_is_subset(a: str, b: str) -> bool:
    """Whether all that meets the first specifiers meets the second."""

def pep440_is_disjoint(a: str, b: str) -> bool:
    """Whether nothing meets both."""

def pep440_is_equivalent(a: str, b: str) -> bool:
    """Whether the same versions and texts meet both."""

def measurement_evaluate_result(value: bytes, success: str | None, failure: str | None) -> str:
    """How a measurement with this value, a JSON text, went."""

def measurement_count(phases: bytes) -> str:
    """What came of these measurements, as JSON."""

def measurement_assess(metric: _Given, result: _Given, terminating: bool) -> str:
    """How a metric stands."""

def measurement_limits(metric: _Given, result: _Given) -> str:
    """The limit that a metric has exceeded, or null, as JSON."""

def measurement_assess_run(metrics: _Given, terminate: bool) -> str:
    """How a run stands, as JSON."""

def slo_parse_criterion(text: str) -> str:
    """A criterion in its parts, as JSON."""

def slo_parse_file(text: str) -> str:
    """An SLO file with what it leaves out filled in, as JSON."""

def slo_parse_analysis(text: str) -> str:
    """An analysis of the second dialect, as JSON."""

def slo_evaluate(file: _Given, values: _Given, previous: _Given) -> str:
    """What came of the objectives of a file, as JSON."""

def slo_history(file: _Given, newest_first: _Given) -> str:
    """The evaluations that a file compares with, as JSON."""

def slo_score(achieved: float, maximum: float, total: _Given | None, key_failed: bool) -> str:
    """A score and its result, as JSON."""

def slo_percentile(values: list[float], p: float) -> float | None:
    """A quantile of values."""

def slo_analyse(analysis: _Given, values: dict[str, float]) -> str:
    """What came of an analysis of the second dialect, as JSON."""

def soak_is_available(stage: str, requests: _Given, freight: _Given) -> bool:
    """Whether a stage may take something."""

_Expected: TypeAlias = tuple[str, int | None, str | None]
"""What a writer expects: its kind, a number, a text."""

@final
class Drafts:
    """Drafts that were read once, for as many attempts as it takes."""

    @staticmethod
    def of(drafts: _Given) -> Drafts:
        """The drafts of a list."""
    @property
    def ids(self) -> list[str]:
        """Their ids, in order."""
    def prepare(
        self,
        expect: _Expected,
        head: bytes | None,
        known: list[bytes],
        last_about: int | None,
        now: str,
    ) -> tuple[list[bytes], bool]:
        """What is to be stored of them, given what a store knows: the bytes of entries, and whether they are there already."""
    def seal(self, head: _Given | None, recorded_at: str) -> list[bytes]:
        """The bytes of the entries that they become on top of a head."""

@final
class Ledger:
    """A ledger in memory or in files."""

    @staticmethod
    def memory() -> Ledger:
        """An empty ledger in memory."""
    @staticmethod
    def open(
        folder: str | PathLike[str],
        how: tuple[str, int, int, int | None, bool],
        anchors: _Given,
        checkpoints: list[tuple[int, str]],
    ) -> Ledger:
        """A ledger in a folder, made where it is not there."""
    def append(self, drafts: Drafts, expect: _Expected, now: str) -> tuple[list[bytes], str, bool]:
        """Appends drafts: the bytes of their entries, the head as JSON, and whether they were there before."""
    def head(self) -> str:
        """The last entry's number, hash and time, as JSON; null where there is none."""
    def entry(self, seq: int) -> bytes | None:
        """The bytes of the entry of a number."""
    def by_id(self, id: str) -> bytes | None:
        """The bytes of the entry of an id."""
    def entries(self, after: int | None, limit: int, durable: bool) -> list[bytes]:
        """The bytes of the entries after a number; only of those that are durable, where that is asked for."""
    def verify(self, anchors: _Given, checkpoints: list[tuple[int, str]]) -> str:
        """What it is, as JSON, where it holds together and is what somebody has seen."""
    def durable_seq(self) -> int | None:
        """The number of the last entry that is known to survive a failure of power."""
    def flush(self) -> None:
        """Syncs what waits."""
    def recovery(self) -> tuple[str, int, int, int] | None:
        """What was found when it was opened."""
    def put(self, salt: bytes, body: bytes, media: str) -> str:
        """Keeps content beside the ledger; the reference to it, as JSON."""
    def payload(self, digest: str) -> bytes | None:
        """The content of a digest."""
    def payload_state(self, seq: int) -> str | None:
        """How it is about the payload of an entry."""
    def erase(self, seq: int, id: str, reason: str, actor: _Given, now: str) -> list[bytes]:
        """Erases the payload of an entry: the bytes of the tombstone."""

@final
class LedgerTree:
    """The tree over entries: what makes proofs."""

    @staticmethod
    def empty() -> LedgerTree:
        """The empty tree."""
    def push(self, bodies: list[bytes]) -> None:
        """The next entries, by their bytes."""
    def push_hashes(self, hashes: list[str]) -> None:
        """The next entries, by their hashes."""
    def size(self) -> int:
        """How many there are."""
    def root_at(self, size: int) -> str:
        """The root at a size."""
    def inclusion(self, index: int, size: int) -> str:
        """That an entry is in the tree of a size, as JSON."""
    def consistency(self, size1: int, size2: int) -> str:
        """That the tree of the second size begins with that of the first, as JSON."""

@final
class LedgerVerifier:
    """Verifies entries as they are read."""

    @staticmethod
    def of(anchors: _Given, checkpoints: list[tuple[int, str]]) -> LedgerVerifier:
        """Against what somebody outside holds: anchors, and the sizes and roots of checkpoints."""
    def push(self, bodies: list[bytes]) -> None:
        """The next entries."""
    def push_rows(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """The next entries, as rows of a table."""
    def finish(self) -> str:
        """What they were, as JSON."""

def ledger_genesis(origin: str, nonce: bytes, actor: _Given, at: str) -> str:
    """The first draft of a ledger, as JSON."""

def ledger_entry_hash(body: bytes) -> str:
    """An entry's hash, where its bytes are an entry."""

def ledger_sql() -> str:
    """The tables and statements of SQL stores, as JSON."""

def ledger_contended(attempts: int) -> None:
    """Raises that other writers were faster so many times in a row."""

def ledger_import(export: bytes, anchors: _Given, checkpoints: list[tuple[int, str]]) -> list[bytes]:
    """The bytes of the entries of an export, verified."""

def ledger_check_inclusion(proof: _Given, leaf: str, root: str) -> None:
    """Raises where the leaf is not in the tree of the root."""

def ledger_check_consistency(proof: _Given, root1: str, root2: str) -> None:
    """Raises where the second root's tree does not begin with the first's."""

def ledger_payload_digest(salt: bytes, body: bytes) -> str:
    """The digest of a payload."""

def note_key(name: str, seed: bytes, witness: bool) -> str:
    """The key of a seed, as text: one that signs notes, or a witness's."""

def note_signature(name: str, seed: bytes, message: bytes) -> bytes:
    """The signature of a message under a seed."""

def note_of(text: str, key: str, signature: bytes | None) -> bytes:
    """What is to be signed of a text; with the signature, the note."""

def note_verify(note: bytes, keys: list[str]) -> tuple[str, list[str], list[str]]:
    """What a note says, and who signed it: those who are known, and others."""

_Checkpoint: TypeAlias = tuple[str, int, str]
_Opened: TypeAlias = tuple[str, int, str, list[tuple[str, int]]]

def checkpoint_note(
    parts: _Checkpoint, previous: tuple[_Checkpoint, _Given | None] | None, key: str, signature: bytes | None
) -> bytes:
    """What is to be signed of a checkpoint, where what was signed before is consistent with it; with the signature, the note."""

def checkpoint_cosigned(
    note: str,
    log: str,
    previous: tuple[_Checkpoint, _Given | None] | None,
    at: str,
    key: str,
    signature: bytes | None,
) -> bytes:
    """What a witness is to sign of a signed checkpoint, where it is consistent with what was seen before; with the signature, the note."""

def checkpoint_open(note: bytes, origin: str, key: str, witnesses: list[str]) -> _Opened:
    """What a signed checkpoint says."""

def log_proof_text(proof: _Given, checkpoint: str) -> str:
    """An inclusion proof and a signed checkpoint as one text."""

def log_proof_verify(text: str, leaf: str, origin: str, key: str, witnesses: list[str]) -> _Opened:
    """The checkpoint by which an entry is in a ledger."""
def risk_assess(method: _Given) -> str:
    """What a method says of a release's risk, as JSON."""
def conflicts_find(claims: _Given, rules: _Given, at: str) -> str:
    """All conflicts of several claims, as JSON."""
def conflicts_free_slots(wanted: _Given, claims: _Given, rules: _Given, at: str) -> str:
    """The next times that are free for a claim, as JSON."""
def change_request_advance(flow: _Given, step: _Given) -> str:
    """A change request after a step, as JSON."""
def template_read(template: _Given) -> str:
    """A template that people wrote, as JSON."""
def template_builtin(name: str) -> str:
    """A template that comes along, as YAML."""
def dates_plan_backward(phases: list[tuple[str, int]], target: str, calendar: _Given) -> str:
    """The dates of phases that end on a day, as JSON."""

@final
class ReleaseContext:
    """What commands are decided in."""

    @staticmethod
    def of(
        gates: GateSet, roles: _Given | None, facts: Facts | None, templates: _Given | None
    ) -> ReleaseContext:
        """These gates, and roles, facts and templates where there are any."""
    @property
    def digest(self) -> str:
        """The digest of all of it."""

_Asking: TypeAlias = tuple[str, _Given, str, int | None, _Given]
"""The command's id, who asks, when, the version that they had seen, and what they ask."""

@final
class Releases:
    """The releases of a ledger, folded as its entries come."""

    @staticmethod
    def none() -> Releases:
        """None yet."""
    def seen(self) -> int | None:
        """The number of the last entry that was read."""
    def read(self, bodies: Sequence[bytes]) -> None:
        """Takes in the next entries."""
    def ids(self) -> list[str]:
        """The ids of the releases, in order."""
    def state(self, release: str) -> str | None:
        """A release as it is, as JSON."""
    def prepare(
        self, release: str, asking: _Asking, context: ReleaseContext
    ) -> tuple[str, str, int | None, bool]:
        """What a command comes to."""

def release_audit(
    bodies: Sequence[bytes],
    releases: Sequence[str],
    checkpoint: str | None,
    policy: _Given | None,
    roles: _Given | None,
    at: str,
) -> str:
    """The audit of releases of a ledger, as JSON."""

def release_compliance(events: _Given, policy: _Given | None, roles: _Given | None, at: str) -> str:
    """What the controls say, as JSON."""

def release_decide(state: _Given | None, envelope: _Given, context: ReleaseContext) -> str:
    """What happens, as JSON."""

def release_diff(before: _Given, after: _Given) -> str:
    """What is otherwise from one state to another, as JSON."""

def release_draft(event: _Given) -> str:
    """The event as an entry to be, as JSON."""

def release_due(state: _Given, at: str) -> str:
    """Who owes what, as JSON."""

def release_event(entry: bytes | None, draft: _Given | None) -> str | None:
    """The event that an entry records, as JSON."""

def release_fold(state: _Given | None, events: _Given) -> str | None:
    """The state after events, as JSON."""

def release_portfolio(states: _Given, rules: _Given | None, at: str) -> str:
    """Releases beside each other, as JSON."""

def release_render(what: str, document: _Given, format: str, at: str) -> str:
    """What is known of releases, for people."""

def release_replay(
    bodies: Sequence[bytes], seq: int | None, recorded: str | None, happened: str | None
) -> str:
    """Releases as they were, as a map in JSON."""
