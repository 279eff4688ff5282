"""Documents as typed objects. Written by ``make regen`` from the Rust types: do not edit."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec

from . import _mixins

__all__ = [
    "Aliases",
    "Bump",
    "Calendar",
    "Cause",
    "Change",
    "ChangeCause",
    "Changelog",
    "Changes",
    "Component",
    "Cycle",
    "Declaration",
    "DeclaredEdge",
    "Dependency",
    "DependencyCause",
    "DependencyKind",
    "Ecosystem",
    "Edge",
    "Entry",
    "ErrorFields",
    "FixedCause",
    "Group",
    "GroupKind",
    "Identity",
    "Impact",
    "Item",
    "Kind",
    "Link",
    "Notice",
    "Origin",
    "Plan",
    "Policy",
    "Propagation",
    "Publishing",
    "Registry",
    "RequirementUpdate",
    "Scheme",
    "Section",
    "SectionKind",
    "Semantic",
    "Unit",
    "VersionSource",
    "Versioning",
    "Warning",
    "WarningKind",
    "Why",
    "Workspace",
    "WorkspaceFile",
]

Bump: TypeAlias = Literal["none", "patch", "minor", "major"]
"""How much a change asks of the next version. The order is the lattice that plans are computed on: ``none < patch <
minor < major``.

- ``none``: Nothing to release.
- ``patch``: A correction.
- ``minor``: An addition.
- ``major``: A break.
"""

DependencyKind: TypeAlias = Literal["normal", "build", "dev", "peer", "optional", "api"]
"""How a consumer uses a provider.

- ``normal``: At run time, shipped with it.
- ``build``: While it is built.
- ``dev``: While it is developed or tested; never shipped.
- ``peer``: Provided by whoever uses the consumer (npm's ``peerDependencies``).
- ``optional``: At run time, if it is there.
- ``api``: Called at run time over an interface, and not shipped with it: a service that needs a version of
  another's API.
"""

Ecosystem: TypeAlias = Literal["cargo", "npm", "python", "go", "helm", "generic"]
"""The ecosystem whose manifest declares a component.

- ``cargo``: Rust crates: ``Cargo.toml``.
- ``npm``: JavaScript packages: ``package.json``.
- ``python``: Python projects: ``pyproject.toml``.
- ``go``: Go modules: ``go.mod``.
- ``helm``: Helm charts: ``Chart.yaml``.
- ``generic``: What has no manifest, declared in ``greenboard.yaml``: services, schemas, what vendors release.
"""

GroupKind: TypeAlias = Literal["fixed", "linked"]
"""What the versions of a group have in common.

- ``fixed``: All are released together, at one version.
- ``linked``: Those that are released at one time are released at one version.
"""

Origin: TypeAlias = Literal["commit", "changeset", "given"]
"""Where a change comes from.

- ``commit``: A commit's message.
- ``changeset``: A changeset file.
- ``given``: Given outright by the caller.
"""

Propagation: TypeAlias = Literal["out_of_range", "always"]
"""When a release calls for a release of what depends on it.

- ``out_of_range``: When the dependent's requirement does not admit the new version.
- ``always``: Always, so that every dependent ships with the newest.
"""

Scheme: TypeAlias = Literal["cargo", "npm", "pep440", "maven", "go", "calver", "nuget", "gem", "debian"]
"""The rules that a version and its requirements follow."""

SectionKind: TypeAlias = Literal["breaking", "features", "fixes", "performance", "reverts", "dependencies", "other"]
"""What the changes of a section have in common, in the order of the sections.

- ``breaking``: Consumers have to do something.
- ``features``: Something new: ``feat``, and changes without a type that ask for a minor version.
- ``fixes``: Something right: ``fix``, and changes without a type that ask for a patch.
- ``performance``: Something faster: ``perf``.
- ``reverts``: Something undone: ``revert``.
- ``dependencies``: A release for the sake of what the component depends on.
- ``other``: Any other type that asks for a release.
"""

VersionSource: TypeAlias = Literal["manifest", "tag", "build"]
"""Where the present version of a component is to be found.

- ``manifest``: A file states it: its own manifest, or ``Component::version_from``.
- ``tag``: The tags of its repository, and no file (a Go module).
- ``build``: Its build works it out (Python's ``dynamic = ["version"]``); no file that can be read states it.
"""

WarningKind: TypeAlias = Literal["unknown_component", "no_version", "requirement_left"]
"""What could not be taken into account.

- ``unknown_component``: Changes name a component that is not in the workspace.
- ``no_version``: Changes ask for a release of a private component that has no version, so there is nothing to
  release.
- ``requirement_left``: A requirement does not admit the new version and could not be rewritten.
"""


class Calendar(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="calendar",
):
    """The version names the date of the release, under a pattern such as ``YYYY.0M.MICRO``."""

    pattern: str
    """The parts of a version, such as ``YYYY``, ``0M`` and ``MICRO``, with what stands between them."""

    @property
    def kind(self) -> Literal["calendar"]:
        """Which kind it is."""
        return "calendar"


class Change(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
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
    release_as: str | None = None
    """The version that its author wants next for the components it concerns (``Release-As: 2.0.0``), as text of
    their scheme.
    """
    commit: str | None = None
    """The commit that brought it, by its full hash; of a changeset, the one that added the file."""
    pull_request: int | None = None
    """The number of the pull request that brought it."""
    labels: list[str] = []
    """The labels of that pull request."""
    origin: Origin = "given"
    """Where it comes from."""
    at: str | None = None
    """When it was made, UTC."""
    author: str | None = None
    """Who made it, as the origin names them."""
    schema: Literal["greenboard/change/1"] = "greenboard/change/1"
    """What this document is, and the version of its format."""


class ChangeCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="change",
):
    """A change to the component itself."""

    id: str
    """The change's id."""
    bump: Bump
    """What it asks for."""
    description: str
    """The change in one line."""

    @property
    def kind(self) -> Literal["change"]:
        """Which kind it is."""
        return "change"


class Changelog(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What one release of one component brings, in sections."""

    sections: list[Section]
    """The sections that hold something, in the order of ``SectionKind``."""


class Changes(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The unreleased changes of a workspace."""

    changes: list[Change]
    """Newest first; what was reverted before it was released is left out."""
    notices: list[Notice]
    """What should be known about the history they were read from."""


class Component(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A thing that is versioned and released: a crate, an npm package, a service, a chart."""

    name: str
    """Its name, unique in the workspace."""
    package: str | None = None
    """Its name in its ecosystem, by which consumers there ask for it; the same as ``name``, unless components of two
    ecosystems share it.
    """
    ecosystem: Ecosystem
    """The ecosystem whose manifest declares it."""
    scheme: Scheme | None = None
    """The rules that its version follows; the ecosystem's own unless said otherwise."""
    repository: str | None = None
    """The repository it lives in, by the organisation's name for it; none where there is but one. Paths then begin
    with the folder of that repository.
    """
    path: str = ""
    """The folder it lives in, relative to the repository's root, ``/`` between parts; empty for the root itself."""
    version: str | None = None
    """Its present version; none where its manifest states none."""
    version_from: str | None = None
    """The manifest that states this version for several components at once, such as the root's ``Cargo.toml`` for
    ``version.workspace = true``; relative to the repository's root. None where its own manifest states it for it
    alone.
    """
    version_source: VersionSource = "manifest"
    """Where its present version is to be found."""
    app_version: str | None = None
    """What it packages, in that thing's own version (a Helm chart's ``appVersion``), as written; none where it
    packages nothing else.
    """
    manifest: str | None = None
    """The file that declares it, relative to the repository's root; none where nothing but a workspace file does."""
    private: bool = False
    """Whether it is kept out of the public registry (``publish = false``, ``"private": true``)."""
    external: bool = False
    """Whether others release it (a vendor's API): it is depended on, and never in a plan."""
    owners: list[str] = []
    """Who answers for it, as the workspace names them."""
    tag: str | None = None
    """How its releases are tagged, with ``{name}``, ``{package}``, ``{path}`` and ``{version}`` filled in; none for
    the policy's own way.
    """
    publishing: Publishing = msgspec.field(default_factory=lambda: Publishing())
    """How it is published, as far as its manifest says so."""
    dependencies: list[Dependency] = []
    """What it depends on, in the manifest's order, dependencies outside the workspace included."""
    schema: Literal["greenboard/component/1"] = "greenboard/component/1"
    """What this document is, and the version of its format."""


class Cycle(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Components that cannot be put in an order, because each needs another to be published first."""

    components: list[str]
    """Their names, sorted."""
    edges: list[Edge]
    """The dependencies among them, by consumer, provider and kind."""


class Declaration(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a workspace's file says of a component: corrections, or all there is to say where it has no manifest."""

    ecosystem: Ecosystem | None = None
    """The ecosystem of a component without manifest, ``generic`` as a rule."""
    scheme: Scheme | None = None
    """The scheme of its versions."""
    path: str | None = None
    """The folder it lives in, relative to the file that says so. One without manifest needs it, unless others
    release it.
    """
    version: str | None = None
    """Its present version."""
    private: bool | None = None
    """Whether it is kept out of the public registry."""
    external: bool | None = None
    """Whether others release it (a vendor's API): it is depended on, and never in a plan."""
    owners: list[str] | None = None
    """Who answers for it."""
    tag: str | None = None
    """How its releases are tagged, with ``{name}``, ``{package}``, ``{path}`` and ``{version}`` filled in."""
    publishing: Publishing | None = None
    """How it is published; what is left out stays as its manifest has it."""


class DeclaredEdge(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A dependency that no manifest states, between components of any ecosystems."""

    from_: str = msgspec.field(name="from")
    """The component that depends."""
    to: str
    """The component it depends on."""
    kind: DependencyKind = "normal"
    """How it is used."""
    requirement: str | None = None
    """The versions it works with, in the notation of the provider's scheme; any, where left out."""
    optional: bool = False
    """Whether the consumer does without it where it is missing."""
    stated_in: str | None = None
    """The file that holds the requirement, relative to the repository, where that is not the one that states the
    edge.
    """


class Dependency(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An edge from a component to what it uses."""

    name: str
    """The provider's name in the consumer's ecosystem; where the manifest renames it, the name it really has."""
    kind: DependencyKind = "normal"
    """How it is used."""
    text: str | None = None
    """The requirement as the manifest writes it, such as ``workspace:^`` or ``^1.2``; the requirement itself unless
    said otherwise, empty where there is none.
    """
    requirement: str | None = None
    """The requirement it stands for; none where the text names no versions (a path, a git address, a dist-tag)."""
    scheme: Scheme | None = None
    """The scheme of the requirement, where that is not the consumer's own: of an edge across ecosystems, the
    provider's.
    """
    local: bool = False
    """Whether the manifest ties it to the copy in the same repository (``path = …``, ``workspace:``, ``link:``)."""
    component: str | None = None
    """The component of the workspace that provides it, where that is said outright: an edge from one ecosystem to
    another. None where the name and the consumer's ecosystem tell.
    """
    stated_in: str | None = None
    """The file that holds the text, where that is not the consumer's own manifest: the root's ``Cargo.toml`` for
    ``workspace = true``, the file of a catalog.
    """
    optional: bool = False
    """Whether the consumer does without it where it is missing. True of every ``Optional`` one, and of build and
    peer dependencies marked so.
    """


class DependencyCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="dependency",
):
    """The release of a component that this one depends on."""

    component: str
    """The component depended on."""
    dependency: DependencyKind
    """How it is depended on."""
    bump: Bump
    """What this asks for."""
    requirement: str
    """The requirement as the manifest writes it; empty where it names no versions."""
    out_of_range: bool
    """Whether the requirement excludes the new version; where it does not, the policy asks for the release."""
    old: str | None = None
    """The version of the component depended on; none where it had none."""
    new: str
    """The version it gets."""

    @property
    def kind(self) -> Literal["dependency"]:
        """Which kind it is."""
        return "dependency"


class Edge(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A dependency inside a workspace."""

    consumer: str
    """Who depends."""
    provider: str
    """On whom."""
    kind: DependencyKind
    """How."""


class Entry(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One component's release."""

    component: str
    """The component's name."""
    ecosystem: Ecosystem
    """The ecosystem it is published in."""
    scheme: Scheme
    """The scheme of both versions."""
    path: str
    """The folder it lives in, relative to the repository's root; empty for the root itself."""
    old: str | None = None
    """The version it has; none for a first release of a component that states none."""
    new: str
    """The version it gets."""
    bump: Bump
    """How much its causes ask for at most. What the version makes of it is up to the policy: under 0.x a break may
    be a minor step.
    """
    wave: int
    """The wave it goes out in, counted from 1."""
    causes: list[Cause]
    """Why it is released: its changes, oldest first, then its dependencies by name, then what it shares its version
    with. Never empty.
    """
    requirements: list[RequirementUpdate]
    """The requirements to be rewritten in its manifest."""
    changelog: Changelog
    """What the release brings, for people."""


class ErrorFields(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
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


class FixedCause(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="fixed",
):
    """The release of a component that this one shares its stated version with."""

    component: str
    """The component whose bump decides, for all that share the version."""
    from_: str = msgspec.field(name="from")
    """The manifest that states the version of all of them, relative to the repository's root."""
    bump: Bump
    """What this asks for."""

    @property
    def kind(self) -> Literal["fixed"]:
        """Which kind it is."""
        return "fixed"


class Group(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Components whose versions go together. A component is in one group at most."""

    name: str | None = None
    """What people call it."""
    kind: GroupKind
    """What they have in common."""
    members: list[str]
    """Its components: names, and globs over names."""


class Identity(_mixins.Identity, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The names that tools have for the components, people and environments of an organisation: mapped once, and
    never guessed.

    A name that is mapped for a tool is known; every other is not, however alike it looks. Tools are called as the
    facts that come from them are: ``github``, ``jira``, ``jenkins``, ``servicenow``, ``kubernetes``, …; the
    addresses of people stand under ``email``, where upper and lower case do not count.
    """

    components: dict[str, Aliases] = {}
    """The aliases of components, by component."""
    people: dict[str, Aliases] = {}
    """The aliases of people, by person."""
    environments: dict[str, Aliases] = {}
    """The aliases of environments, by environment."""
    schema: Literal["greenboard/identity/1"] = "greenboard/identity/1"
    """What this document is, and the version of its format."""


class Impact(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A component that a change of another may reach."""

    component: str
    """Its name."""
    distance: int
    """Over how many edges the change reaches it, at least; 1 for a direct dependent."""
    via: str
    """The component through which it is reached first: one that is a step nearer, the first by name."""


class Item(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One line of a changelog."""

    id: str | None = None
    """The change it stands for; none for what the plan itself brings, such as a moved requirement."""
    scope: str | None = None
    """The scope of the change."""
    description: str
    """The line for people."""
    note: str | None = None
    """What a consumer has to do about it, where that is more than the description says."""


class Kind(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One kind of a registry."""

    kind: str
    """Its name: the ``kind`` in a document."""
    summary: str
    """What it does, in a sentence or two."""
    schema: Any
    """The JSON Schema of it, complete in itself."""


class Link(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One release in a chain of reasons."""

    component: str
    """The component."""
    scheme: Scheme
    """The scheme of both versions."""
    old: str | None = None
    """The version it has."""
    new: str
    """The version it gets."""
    bump: Bump
    """How much its causes ask for at most."""
    causes: list[Cause]
    """Why it is released. The components that it depends on are links too."""


class Notice(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something about a repository that fails nothing and may explain a surprise."""

    code: str
    """What it is: ``source.no_commits``, ``source.no_tag``, ``source.version_differs``, ``source.shallow_clone``,
    ``source.broken_reference``.
    """
    message: str
    """The sentence for people."""
    component: str | None = None
    """The component it concerns; none where it concerns all."""


class Plan(_mixins.Plan, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What would be released next. Made by ``plan``; nothing in it depends on the order of what it was made of."""

    at: str
    """The time it was made for, UTC: the date of calendar versions and changelogs."""
    policy: Policy
    """The policy it was made under, with nothing left to defaults."""
    entries: list[Entry]
    """What goes out, in the order in which it goes out: by wave, then by name."""
    waves: list[list[str]]
    """The order of publication: all components of a wave may go out at once, after all waves before it. By name
    within one.
    """
    rewrites: list[RequirementUpdate]
    """Requirements to be rewritten in manifests of components that are not released themselves."""
    warnings: list[Warning]
    """What could not be taken into account."""
    schema: Literal["greenboard/plan/1"] = "greenboard/plan/1"
    """What this document is, and the version of its format."""


class Policy(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How a plan is made. An authored document: a text is the name of a preset, a map changes a preset, and unknown
    keys are refused.

    | key | default | meaning |
    |---|---|---|
    | ``preset`` | ``greenboard`` | what the other keys start from |
    | ``versioning`` | that of the preset | how a bump moves a version |
    | ``propagation`` | ``out_of_range`` | when a release calls for releases of its dependents |
    """

    preset: str = "greenboard"
    """The preset it started from."""
    versioning: Versioning | None = None
    """How a bump moves a version; that of the preset unless said otherwise."""
    propagation: Propagation | None = None
    """When a release calls for releases of its dependents; that of the preset unless said otherwise."""
    schema: Literal["greenboard/policy/1"] = "greenboard/policy/1"
    """What this document is, and the version of its format."""


class Publishing(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How a component is published, as far as its manifest or its workspace says so."""

    access: str | None = None
    """Who may install it, in the registry's own word (npm's ``public`` and ``restricted``)."""
    registry: str | None = None
    """The registry it goes to, by address or by the name that its ecosystem's configuration gives it."""
    dist_tag: str | None = None
    """The dist-tag that a release is found under."""
    command: list[str] | None = None
    """The command that publishes it, program and arguments; none for its ecosystem's own."""


class Registry(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A registry: an enum of kinds that a document chooses from."""

    name: str
    """Its name, such as ``versioning``."""
    summary: str
    """What its kinds are kinds of."""
    kinds: list[Kind]
    """Its kinds, in their own order."""


class RequirementUpdate(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A requirement to be rewritten in a manifest."""

    component: str
    """The component whose manifest it is."""
    dependency: str
    """The component depended on."""
    kind: DependencyKind
    """How it is depended on."""
    old: str
    """The text in the manifest."""
    new: str
    """The text that takes its place."""


class Section(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The changes of one kind."""

    kind: SectionKind
    """What they have in common."""
    items: list[Item]
    """The changes, in the order they were given in."""


class Semantic(
    _mixins.Document,
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="semantic",
):
    """The version moves by as much as its changes ask for: major for a break, minor for an addition, patch for a
    correction.

    Below 1.0.0 that rule is softened, each part of it by an option of its own.
    """

    bump_minor_pre_major: bool = True
    """Below 1.0.0, a break raises the minor version, so that 1.0.0 is reached only on purpose."""
    bump_patch_for_minor_pre_major: bool = False
    """Below 1.0.0, an addition raises the patch version."""
    bump_patch_pre_minor: bool = False
    """Below 0.1.0, everything raises the patch version: there, every version is a break for those who require the
    last one.
    """

    @property
    def kind(self) -> Literal["semantic"]:
        """Which kind it is."""
        return "semantic"


class Unit(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is published together: one component, or several that need each other in a circle."""

    components: list[str]
    """Their names, sorted."""


class Warning(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something that could not be taken into account."""

    component: str
    """The component it is about."""
    kind: WarningKind
    """What the matter is."""
    message: str
    """The sentence for people."""


class Why(_mixins.Why, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The reasons for one component's release, and for the releases behind those. ``Display`` tells them as a tree."""

    component: str
    """The component asked about."""
    links: list[Link]
    """It, and every component whose release is part of the reason; nearest first, then in the order of the causes.
    Each stands here once, also where components depend on each other in a circle.
    """
    schema: Literal["greenboard/why/1"] = "greenboard/why/1"
    """What this document is, and the version of its format."""


class Workspace(_mixins.Workspace, _mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The components of one repository or organisation."""

    components: list[Component]
    """The components, by name."""
    groups: list[Group] = []
    """The groups of components whose versions go together."""
    identity: Identity = msgspec.field(default_factory=lambda: Identity())
    """What tools call its components, people and environments."""
    schema: Literal["greenboard/workspace/1"] = "greenboard/workspace/1"
    """What this document is, and the version of its format."""


class WorkspaceFile(_mixins.Document, msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What one ``greenboard.yaml`` says, itself."""

    include: list[str] = []
    """More files of this kind, relative to this one."""
    roots: list[str] = []
    """The folders to look for manifests in, and globs over folders, relative to this file; its own unless said
    otherwise.
    """
    repositories: dict[str, str] = {}
    """The folders of the repositories of an organisation, by their names, relative to this file."""
    components: dict[str, Declaration] = {}
    """What to say of components, by name or by a glob over names. A name that no manifest declares is a component of
    its own. Where several say something, a name goes before a glob, and of two globs the one with more letters.
    """
    edges: list[DeclaredEdge] = []
    """Edges that no manifest states."""
    groups: list[Group] = []
    """Components whose versions go together."""
    identity: Identity = msgspec.field(default_factory=lambda: Identity())
    """What tools call components, people and environments."""
    policy: Any = None
    """How plans are made, for those who make them."""
    schema: Literal["greenboard/workspace_file/1"] = "greenboard/workspace_file/1"
    """What this document is, and the version of its format."""


Aliases: TypeAlias = dict[str, list[str]]
"""The names that tools have for one component, person or environment, by tool."""

Cause: TypeAlias = ChangeCause | DependencyCause | FixedCause
"""One reason for a release."""

Versioning: TypeAlias = Semantic | Calendar
"""How a component's next version is chosen."""
