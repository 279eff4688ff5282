// Documents as plain objects. Written by `make regen` from the Rust types: do not edit.

/** The names that tools have for one component, person or environment, by tool. */
export type Aliases = Record<string, string[]>

/**
 * How much a change asks of the next version. The order is the lattice that plans are computed on: `none < patch <
 * minor < major`.
 *
 * - `none`: Nothing to release.
 * - `patch`: A correction.
 * - `minor`: An addition.
 * - `major`: A break.
 */
export type Bump = 'none' | 'patch' | 'minor' | 'major'

/** The version names the date of the release, under a pattern such as `YYYY.0M.MICRO`. */
export interface Calendar {
  /** Which kind it is. */
  kind: 'calendar'
  /** The parts of a version, such as `YYYY`, `0M` and `MICRO`, with what stands between them. */
  pattern: string
}

/** One reason for a release. */
export type Cause = ChangeCause | DependencyCause | FixedCause

/** What happened in the code since the last release, and how much it asks of each component's next version. */
export interface Change {
  /** What identifies it: a commit's full hash, a changeset's file name, or a name of one's own. */
  id: string
  /**
   * How much it asks of each component it concerns; `none` where it touches one without a release.
   *
   * @default {}
   */
  bumps?: Record<string, Bump>
  /** The Conventional Commits type, such as `feat`; none where it was given without one. */
  type?: string | null
  /** The scope in parentheses after the type. */
  scope?: string | null
  /** One line for people: the header without type and scope. */
  description: string
  /**
   * What a consumer has to do about a break; present exactly when the change is breaking, and may repeat the
   * description.
   */
  breaking?: string | null
  /**
   * What it reverts: hashes, whole or the first seven characters and more. A revert that names none names its
   * target's header in its description.
   *
   * @default []
   */
  reverts?: string[]
  /**
   * The version that its author wants next for the components it concerns (`Release-As: 2.0.0`), as text of their
   * scheme.
   */
  release_as?: string | null
  /** The commit that brought it, by its full hash; of a changeset, the one that added the file. */
  commit?: string | null
  /** The number of the pull request that brought it. */
  pull_request?: number | null
  /**
   * The labels of that pull request.
   *
   * @default []
   */
  labels?: string[]
  /**
   * Where it comes from.
   *
   * @default "given"
   */
  origin?: Origin
  /** When it was made, UTC. */
  at?: string | null
  /** Who made it, as the origin names them. */
  author?: string | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/change/1'
}

/** A change to the component itself. */
export interface ChangeCause {
  /** Which kind it is. */
  kind: 'change'
  /** The change's id. */
  id: string
  /** What it asks for. */
  bump: Bump
  /** The change in one line. */
  description: string
}

/** What one release of one component brings, in sections. */
export interface Changelog {
  /** The sections that hold something, in the order of `SectionKind`. */
  sections: Section[]
}

/** The unreleased changes of a workspace. */
export interface Changes {
  /** Newest first; what was reverted before it was released is left out. */
  changes: Change[]
  /** What should be known about the history they were read from. */
  notices: Notice[]
}

/** A thing that is versioned and released: a crate, an npm package, a service, a chart. */
export interface Component {
  /** Its name, unique in the workspace. */
  name: string
  /**
   * Its name in its ecosystem, by which consumers there ask for it; the same as `name`, unless components of two
   * ecosystems share it.
   */
  package?: string | null
  /** The ecosystem whose manifest declares it. */
  ecosystem: Ecosystem
  /** The rules that its version follows; the ecosystem's own unless said otherwise. */
  scheme?: Scheme | null
  /**
   * The repository it lives in, by the organisation's name for it; none where there is but one. Paths then begin
   * with the folder of that repository.
   */
  repository?: string | null
  /**
   * The folder it lives in, relative to the repository's root, `/` between parts; empty for the root itself.
   *
   * @default ""
   */
  path?: string
  /** Its present version; none where its manifest states none. */
  version?: string | null
  /**
   * The manifest that states this version for several components at once, such as the root's `Cargo.toml` for
   * `version.workspace = true`; relative to the repository's root. None where its own manifest states it for it
   * alone.
   */
  version_from?: string | null
  /**
   * Where its present version is to be found.
   *
   * @default "manifest"
   */
  version_source?: VersionSource
  /**
   * What it packages, in that thing's own version (a Helm chart's `appVersion`), as written; none where it packages
   * nothing else.
   */
  app_version?: string | null
  /** The file that declares it, relative to the repository's root; none where nothing but a workspace file does. */
  manifest?: string | null
  /**
   * Whether it is kept out of the public registry (`publish = false`, `"private": true`).
   *
   * @default false
   */
  private?: boolean
  /**
   * Whether others release it (a vendor's API): it is depended on, and never in a plan.
   *
   * @default false
   */
  external?: boolean
  /**
   * Who answers for it, as the workspace names them.
   *
   * @default []
   */
  owners?: string[]
  /**
   * How its releases are tagged, with `{name}`, `{package}`, `{path}` and `{version}` filled in; none for the
   * policy's own way.
   */
  tag?: string | null
  /**
   * How it is published, as far as its manifest says so.
   *
   * @default {"access":null,"registry":null,"dist_tag":null,"command":null}
   */
  publishing?: Publishing
  /**
   * What it depends on, in the manifest's order, dependencies outside the workspace included.
   *
   * @default []
   */
  dependencies?: Dependency[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/component/1'
}

/** Components that cannot be put in an order, because each needs another to be published first. */
export interface Cycle {
  /** Their names, sorted. */
  components: string[]
  /** The dependencies among them, by consumer, provider and kind. */
  edges: Edge[]
}

/** What a workspace's file says of a component: corrections, or all there is to say where it has no manifest. */
export interface Declaration {
  /** The ecosystem of a component without manifest, `generic` as a rule. */
  ecosystem?: Ecosystem | null
  /** The scheme of its versions. */
  scheme?: Scheme | null
  /**
   * The folder it lives in, relative to the file that says so. One without manifest needs it, unless others release
   * it.
   */
  path?: string | null
  /** Its present version. */
  version?: string | null
  /** Whether it is kept out of the public registry. */
  private?: boolean | null
  /** Whether others release it (a vendor's API): it is depended on, and never in a plan. */
  external?: boolean | null
  /** Who answers for it. */
  owners?: string[] | null
  /** How its releases are tagged, with `{name}`, `{package}`, `{path}` and `{version}` filled in. */
  tag?: string | null
  /** How it is published; what is left out stays as its manifest has it. */
  publishing?: Publishing | null
}

/** A dependency that no manifest states, between components of any ecosystems. */
export interface DeclaredEdge {
  /** The component that depends. */
  from: string
  /** The component it depends on. */
  to: string
  /**
   * How it is used.
   *
   * @default "normal"
   */
  kind?: DependencyKind
  /** The versions it works with, in the notation of the provider's scheme; any, where left out. */
  requirement?: string | null
  /**
   * Whether the consumer does without it where it is missing.
   *
   * @default false
   */
  optional?: boolean
  /**
   * The file that holds the requirement, relative to the repository, where that is not the one that states the
   * edge.
   */
  stated_in?: string | null
}

/** An edge from a component to what it uses. */
export interface Dependency {
  /** The provider's name in the consumer's ecosystem; where the manifest renames it, the name it really has. */
  name: string
  /**
   * How it is used.
   *
   * @default "normal"
   */
  kind?: DependencyKind
  /**
   * The requirement as the manifest writes it, such as `workspace:^` or `^1.2`; the requirement itself unless said
   * otherwise, empty where there is none.
   */
  text?: string | null
  /** The requirement it stands for; none where the text names no versions (a path, a git address, a dist-tag). */
  requirement?: string | null
  /**
   * The scheme of the requirement, where that is not the consumer's own: of an edge across ecosystems, the
   * provider's.
   */
  scheme?: Scheme | null
  /**
   * Whether the manifest ties it to the copy in the same repository (`path = …`, `workspace:`, `link:`).
   *
   * @default false
   */
  local?: boolean
  /**
   * The component of the workspace that provides it, where that is said outright: an edge from one ecosystem to
   * another. None where the name and the consumer's ecosystem tell.
   */
  component?: string | null
  /**
   * The file that holds the text, where that is not the consumer's own manifest: the root's `Cargo.toml` for
   * `workspace = true`, the file of a catalog.
   */
  stated_in?: string | null
  /**
   * Whether the consumer does without it where it is missing. True of every `Optional` one, and of build and peer
   * dependencies marked so.
   *
   * @default false
   */
  optional?: boolean
}

/** The release of a component that this one depends on. */
export interface DependencyCause {
  /** Which kind it is. */
  kind: 'dependency'
  /** The component depended on. */
  component: string
  /** How it is depended on. */
  dependency: DependencyKind
  /** What this asks for. */
  bump: Bump
  /** The requirement as the manifest writes it; empty where it names no versions. */
  requirement: string
  /** Whether the requirement excludes the new version; where it does not, the policy asks for the release. */
  out_of_range: boolean
  /** The version of the component depended on; none where it had none. */
  old?: string | null
  /** The version it gets. */
  new: string
}

/**
 * How a consumer uses a provider.
 *
 * - `normal`: At run time, shipped with it.
 * - `build`: While it is built.
 * - `dev`: While it is developed or tested; never shipped.
 * - `peer`: Provided by whoever uses the consumer (npm's `peerDependencies`).
 * - `optional`: At run time, if it is there.
 * - `api`: Called at run time over an interface, and not shipped with it: a service that needs a version of
 *   another's API.
 */
export type DependencyKind = 'normal' | 'build' | 'dev' | 'peer' | 'optional' | 'api'

/**
 * The ecosystem whose manifest declares a component.
 *
 * - `cargo`: Rust crates: `Cargo.toml`.
 * - `npm`: JavaScript packages: `package.json`.
 * - `python`: Python projects: `pyproject.toml`.
 * - `go`: Go modules: `go.mod`.
 * - `helm`: Helm charts: `Chart.yaml`.
 * - `generic`: What has no manifest, declared in `greenboard.yaml`: services, schemas, what vendors release.
 */
export type Ecosystem = 'cargo' | 'npm' | 'python' | 'go' | 'helm' | 'generic'

/** A dependency inside a workspace. */
export interface Edge {
  /** Who depends. */
  consumer: string
  /** On whom. */
  provider: string
  /** How. */
  kind: DependencyKind
}

/** One component's release. */
export interface Entry {
  /** The component's name. */
  component: string
  /** The ecosystem it is published in. */
  ecosystem: Ecosystem
  /** The scheme of both versions. */
  scheme: Scheme
  /** The folder it lives in, relative to the repository's root; empty for the root itself. */
  path: string
  /** The version it has; none for a first release of a component that states none. */
  old?: string | null
  /** The version it gets. */
  new: string
  /**
   * How much its causes ask for at most. What the version makes of it is up to the policy: under 0.x a break may be
   * a minor step.
   */
  bump: Bump
  /** The wave it goes out in, counted from 1. */
  wave: number
  /**
   * Why it is released: its changes, oldest first, then its dependencies by name, then what it shares its version
   * with. Never empty.
   */
  causes: Cause[]
  /** The requirements to be rewritten in its manifest. */
  requirements: RequirementUpdate[]
  /** What the release brings, for people. */
  changelog: Changelog
}

/** A failure as data, the same in every language. */
export interface ErrorFields {
  /** The stable code to branch on, `<module>.<snake_case>`. */
  code: string
  /** The sentence for people, without the place. */
  message: string
  /** The file, or the path inside a document, that is at fault. */
  path?: string | null
  /** The line in the text at fault, from 1. */
  line?: number | null
  /** The column in the text at fault, from 1, in characters. */
  column?: number | null
  /** Facts about the failure as data: the input, what was expected, the nearest valid key. */
  details: Record<string, unknown>
  /** Whether the same call may succeed later without any change to its input. */
  retryable: boolean
}

/** The release of a component that this one shares its stated version with. */
export interface FixedCause {
  /** Which kind it is. */
  kind: 'fixed'
  /** The component whose bump decides, for all that share the version. */
  component: string
  /** The manifest that states the version of all of them, relative to the repository's root. */
  from: string
  /** What this asks for. */
  bump: Bump
}

/** Components whose versions go together. A component is in one group at most. */
export interface Group {
  /** What people call it. */
  name?: string | null
  /** What they have in common. */
  kind: GroupKind
  /** Its components: names, and globs over names. */
  members: string[]
}

/**
 * What the versions of a group have in common.
 *
 * - `fixed`: All are released together, at one version.
 * - `linked`: Those that are released at one time are released at one version.
 */
export type GroupKind = 'fixed' | 'linked'

/**
 * The names that tools have for the components, people and environments of an organisation: mapped once, and never
 * guessed.
 *
 * A name that is mapped for a tool is known; every other is not, however alike it looks. Tools are called as the
 * facts that come from them are: `github`, `jira`, `jenkins`, `servicenow`, `kubernetes`, …; the addresses of
 * people stand under `email`, where upper and lower case do not count.
 */
export interface Identity {
  /**
   * The aliases of components, by component.
   *
   * @default {}
   */
  components?: Record<string, Aliases>
  /**
   * The aliases of people, by person.
   *
   * @default {}
   */
  people?: Record<string, Aliases>
  /**
   * The aliases of environments, by environment.
   *
   * @default {}
   */
  environments?: Record<string, Aliases>
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/identity/1'
}

/** A component that a change of another may reach. */
export interface Impact {
  /** Its name. */
  component: string
  /** Over how many edges the change reaches it, at least; 1 for a direct dependent. */
  distance: number
  /** The component through which it is reached first: one that is a step nearer, the first by name. */
  via: string
}

/** One line of a changelog. */
export interface Item {
  /** The change it stands for; none for what the plan itself brings, such as a moved requirement. */
  id?: string | null
  /** The scope of the change. */
  scope?: string | null
  /** The line for people. */
  description: string
  /** What a consumer has to do about it, where that is more than the description says. */
  note?: string | null
}

/** One kind of a registry. */
export interface Kind {
  /** Its name: the `kind` in a document. */
  kind: string
  /** What it does, in a sentence or two. */
  summary: string
  /** The JSON Schema of it, complete in itself. */
  schema: unknown
}

/** One release in a chain of reasons. */
export interface Link {
  /** The component. */
  component: string
  /** The scheme of both versions. */
  scheme: Scheme
  /** The version it has. */
  old?: string | null
  /** The version it gets. */
  new: string
  /** How much its causes ask for at most. */
  bump: Bump
  /** Why it is released. The components that it depends on are links too. */
  causes: Cause[]
}

/** Something about a repository that fails nothing and may explain a surprise. */
export interface Notice {
  /**
   * What it is: `source.no_commits`, `source.no_tag`, `source.version_differs`, `source.shallow_clone`,
   * `source.broken_reference`.
   */
  code: string
  /** The sentence for people. */
  message: string
  /** The component it concerns; none where it concerns all. */
  component?: string | null
}

/**
 * Where a change comes from.
 *
 * - `commit`: A commit's message.
 * - `changeset`: A changeset file.
 * - `given`: Given outright by the caller.
 */
export type Origin = 'commit' | 'changeset' | 'given'

/** What would be released next. Made by `plan`; nothing in it depends on the order of what it was made of. */
export interface Plan {
  /** The time it was made for, UTC: the date of calendar versions and changelogs. */
  at: string
  /** The policy it was made under, with nothing left to defaults. */
  policy: Policy
  /** What goes out, in the order in which it goes out: by wave, then by name. */
  entries: Entry[]
  /**
   * The order of publication: all components of a wave may go out at once, after all waves before it. By name
   * within one.
   */
  waves: string[][]
  /** Requirements to be rewritten in manifests of components that are not released themselves. */
  rewrites: RequirementUpdate[]
  /** What could not be taken into account. */
  warnings: Warning[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/plan/1'
}

/**
 * How a plan is made. An authored document: a text is the name of a preset, a map changes a preset, and unknown
 * keys are refused.
 *
 * | key | default | meaning |
 * |---|---|---|
 * | `preset` | `greenboard` | what the other keys start from |
 * | `versioning` | that of the preset | how a bump moves a version |
 * | `propagation` | `out_of_range` | when a release calls for releases of its dependents |
 */
export interface Policy {
  /**
   * The preset it started from.
   *
   * @default "greenboard"
   */
  preset?: string
  /** How a bump moves a version; that of the preset unless said otherwise. */
  versioning?: Versioning | null
  /** When a release calls for releases of its dependents; that of the preset unless said otherwise. */
  propagation?: Propagation | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/policy/1'
}

/**
 * When a release calls for a release of what depends on it.
 *
 * - `out_of_range`: When the dependent's requirement does not admit the new version.
 * - `always`: Always, so that every dependent ships with the newest.
 */
export type Propagation = 'out_of_range' | 'always'

/** How a component is published, as far as its manifest or its workspace says so. */
export interface Publishing {
  /** Who may install it, in the registry's own word (npm's `public` and `restricted`). */
  access?: string | null
  /** The registry it goes to, by address or by the name that its ecosystem's configuration gives it. */
  registry?: string | null
  /** The dist-tag that a release is found under. */
  dist_tag?: string | null
  /** The command that publishes it, program and arguments; none for its ecosystem's own. */
  command?: string[] | null
}

/** A registry: an enum of kinds that a document chooses from. */
export interface Registry {
  /** Its name, such as `versioning`. */
  name: string
  /** What its kinds are kinds of. */
  summary: string
  /** Its kinds, in their own order. */
  kinds: Kind[]
}

/** A requirement to be rewritten in a manifest. */
export interface RequirementUpdate {
  /** The component whose manifest it is. */
  component: string
  /** The component depended on. */
  dependency: string
  /** How it is depended on. */
  kind: DependencyKind
  /** The text in the manifest. */
  old: string
  /** The text that takes its place. */
  new: string
}

/** The rules that a version and its requirements follow. */
export type Scheme = 'cargo' | 'npm' | 'pep440' | 'maven' | 'go' | 'calver' | 'nuget' | 'gem' | 'debian'

/** The changes of one kind. */
export interface Section {
  /** What they have in common. */
  kind: SectionKind
  /** The changes, in the order they were given in. */
  items: Item[]
}

/**
 * What the changes of a section have in common, in the order of the sections.
 *
 * - `breaking`: Consumers have to do something.
 * - `features`: Something new: `feat`, and changes without a type that ask for a minor version.
 * - `fixes`: Something right: `fix`, and changes without a type that ask for a patch.
 * - `performance`: Something faster: `perf`.
 * - `reverts`: Something undone: `revert`.
 * - `dependencies`: A release for the sake of what the component depends on.
 * - `other`: Any other type that asks for a release.
 */
export type SectionKind = 'breaking' | 'features' | 'fixes' | 'performance' | 'reverts' | 'dependencies' | 'other'

/**
 * The version moves by as much as its changes ask for: major for a break, minor for an addition, patch for a
 * correction.
 *
 * Below 1.0.0 that rule is softened, each part of it by an option of its own.
 */
export interface Semantic {
  /** Which kind it is. */
  kind: 'semantic'
  /**
   * Below 1.0.0, a break raises the minor version, so that 1.0.0 is reached only on purpose.
   *
   * @default true
   */
  bump_minor_pre_major?: boolean
  /**
   * Below 1.0.0, an addition raises the patch version.
   *
   * @default false
   */
  bump_patch_for_minor_pre_major?: boolean
  /**
   * Below 0.1.0, everything raises the patch version: there, every version is a break for those who require the
   * last one.
   *
   * @default false
   */
  bump_patch_pre_minor?: boolean
}

/** What is published together: one component, or several that need each other in a circle. */
export interface Unit {
  /** Their names, sorted. */
  components: string[]
}

/**
 * Where the present version of a component is to be found.
 *
 * - `manifest`: A file states it: its own manifest, or `Component::version_from`.
 * - `tag`: The tags of its repository, and no file (a Go module).
 * - `build`: Its build works it out (Python's `dynamic = ["version"]`); no file that can be read states it.
 */
export type VersionSource = 'manifest' | 'tag' | 'build'

/** How a component's next version is chosen. */
export type Versioning = Semantic | Calendar

/** Something that could not be taken into account. */
export interface Warning {
  /** The component it is about. */
  component: string
  /** What the matter is. */
  kind: WarningKind
  /** The sentence for people. */
  message: string
}

/**
 * What could not be taken into account.
 *
 * - `unknown_component`: Changes name a component that is not in the workspace.
 * - `no_version`: Changes ask for a release of a private component that has no version, so there is nothing to
 *   release.
 * - `requirement_left`: A requirement does not admit the new version and could not be rewritten.
 */
export type WarningKind = 'unknown_component' | 'no_version' | 'requirement_left'

/** The reasons for one component's release, and for the releases behind those. `Display` tells them as a tree. */
export interface Why {
  /** The component asked about. */
  component: string
  /**
   * It, and every component whose release is part of the reason; nearest first, then in the order of the causes.
   * Each stands here once, also where components depend on each other in a circle.
   */
  links: Link[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/why/1'
}

/** The components of one repository or organisation. */
export interface Workspace {
  /** The components, by name. */
  components: Component[]
  /**
   * The groups of components whose versions go together.
   *
   * @default []
   */
  groups?: Group[]
  /**
   * What tools call its components, people and environments.
   *
   * @default {"components":{},"people":{},"environments":{}}
   */
  identity?: Identity
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/workspace/1'
}

/** What one `greenboard.yaml` says, itself. */
export interface WorkspaceFile {
  /**
   * More files of this kind, relative to this one.
   *
   * @default []
   */
  include?: string[]
  /**
   * The folders to look for manifests in, and globs over folders, relative to this file; its own unless said
   * otherwise.
   *
   * @default []
   */
  roots?: string[]
  /**
   * The folders of the repositories of an organisation, by their names, relative to this file.
   *
   * @default {}
   */
  repositories?: Record<string, string>
  /**
   * What to say of components, by name or by a glob over names. A name that no manifest declares is a component of
   * its own. Where several say something, a name goes before a glob, and of two globs the one with more letters.
   *
   * @default {}
   */
  components?: Record<string, Declaration>
  /**
   * Edges that no manifest states.
   *
   * @default []
   */
  edges?: DeclaredEdge[]
  /**
   * Components whose versions go together.
   *
   * @default []
   */
  groups?: Group[]
  /**
   * What tools call components, people and environments.
   *
   * @default {"components":{},"people":{},"environments":{}}
   */
  identity?: Identity
  /** How plans are made, for those who make them. */
  policy?: unknown
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/workspace_file/1'
}
