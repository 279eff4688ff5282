import type {
  Amended,
  Applied,
  BackportRules,
  Backports,
  Branch,
  BranchRange,
  Bump,
  Change,
  Changes,
  Commit,
  CommitOverrides,
  Configuration,
  Configured,
  Coverage,
  Cycle,
  Divergence,
  EditOptions,
  Edits,
  Enrichment,
  Entry,
  ErrorFields,
  HistoryOptions,
  Identity,
  Impact,
  Levels,
  Message,
  Mode,
  Options,
  Plan,
  Planned,
  Policy,
  Registry,
  ReleasePleaseConfig,
  Rule,
  Scheme,
  Since,
  Split,
  Tag,
  Uncovered,
  Unit,
  Why,
  Workspace,
} from './documents'

export * from './documents'

/** A step that a version takes. */
export type Step =
  | 'major'
  | 'minor'
  | 'patch'
  | 'premajor'
  | 'preminor'
  | 'prepatch'
  | 'prerelease'
  | 'release'

/** Which scheme a text is read in. */
export interface SchemeOptions {
  /** `cargo` unless said otherwise. */
  scheme?: Scheme
}

/** How a new prerelease is written. */
export interface BumpOptions {
  /** Its identifier, such as `rc`; numbers only without one. */
  identifier?: string
  /** The number it starts at, 0 unless said otherwise; `null` leaves the number out where the scheme can. */
  base?: number | null
}

/**
 * A version of one scheme, in its normalised text.
 *
 * `equals` is identity of scheme and text; `compare` is the scheme's order, in which two texts may well be equal.
 *
 * ```js
 * new Version('1.4.2').bump('minor').toString() // '1.5.0'
 * ```
 */
export class Version {
  /** @throws {GreenboardError} `version.*`, where the text is none of the scheme */
  constructor(text: string, options?: SchemeOptions)
  /** The scheme it follows. */
  readonly scheme: Scheme
  /** Whether it comes before a release it leads up to. */
  readonly isPrerelease: boolean
  /** The next version after a step. */
  bump(step: Step, options?: BumpOptions): Version
  /** The largest part in which the two differ; `none` at equal precedence. */
  diff(other: Version): Bump
  /** The scheme's order of the two, as `Array.prototype.sort` wants it. */
  compare(other: Version): -1 | 0 | 1
  /** Whether the two are the same text of the same scheme. */
  equals(other: unknown): boolean
  /** The normalised text. */
  toString(): string
  /** The normalised text: versions cross as text. */
  toJSON(): string
}

/**
 * What a consumer accepts of a provider: a set of versions in one scheme's notation.
 *
 * ```js
 * new Requirement('^1.2', { scheme: 'npm' }).matches('1.5.0') // true
 * ```
 */
export class Requirement {
  /** @throws {GreenboardError} `version.*`, where the text is none of the scheme */
  constructor(text: string, options?: SchemeOptions)
  /** The scheme it follows. */
  readonly scheme: Scheme
  /** Whether no version at all can meet it. */
  readonly isEmpty: boolean
  /** Whether the version, or the text of one in the same scheme, meets it. */
  matches(version: Version | string): boolean
  /** Whether some version can meet both. */
  intersects(other: Requirement): boolean
  /** Whether every version that meets this one meets `other` too. */
  isSubset(other: Requirement): boolean
  /** The requirement that a range in `vers` notation stands for, in the scheme of its type. */
  static fromVers(text: string): Requirement
  /** It in `vers` notation, which knows the order of versions and nothing else: rules for prereleases are dropped. */
  toVers(): string
  /** The requirement rewritten to ask for `version`, its operator and precision kept. */
  movedTo(version: Version | string): Requirement
  /** Whether the two are the same text of the same scheme. */
  equals(other: unknown): boolean
  /** The normalised text. */
  toString(): string
  /** The normalised text: requirements cross as text. */
  toJSON(): string
}

/** How many versions are read. */
export interface BulkOptions extends SchemeOptions {
  /** What becomes of a text that is no version: the call fails with its row in `path` (unless said otherwise), or it is left out. */
  invalid?: 'refuse' | 'skip'
}

/** How the column of an Arrow IPC stream is read. */
export interface ColumnOptions extends BulkOptions {
  /** The column's name; not needed where there is only one. */
  column?: string
}

/**
 * The versions in ascending order; equal precedence is ordered by text. An array gives an array of the same items, an Arrow
 * IPC stream the numbers of its rows.
 *
 * ```js
 * await sortVersions(['1.10.0', '1.9.0'], { scheme: 'npm' }) // ['1.9.0', '1.10.0']
 * ```
 */
export function sortVersions<V extends Version | string>(versions: readonly V[], options?: BulkOptions & TaskOptions): Promise<V[]>
export function sortVersions(stream: Uint8Array, options?: ColumnOptions & TaskOptions): Promise<Uint32Array>
/** {@link sortVersions}, at once. */
export function sortVersionsSync<V extends Version | string>(versions: readonly V[], options?: BulkOptions): V[]
export function sortVersionsSync(stream: Uint8Array, options?: ColumnOptions): Uint32Array

/**
 * The versions that meet the requirement, in the order given; a requirement's text is read in `scheme`.
 *
 * ```js
 * await filterVersions(['1.10.0', '2.0.0', '1.9.0'], '^1.9', { scheme: 'npm' }) // ['1.10.0', '1.9.0']
 * ```
 */
export function filterVersions<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions & TaskOptions,
): Promise<V[]>
export function filterVersions(
  stream: Uint8Array,
  requirement: Requirement | string,
  options?: ColumnOptions & TaskOptions,
): Promise<Uint32Array>
/** {@link filterVersions}, at once. */
export function filterVersionsSync<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions,
): V[]
export function filterVersionsSync(stream: Uint8Array, requirement: Requirement | string, options?: ColumnOptions): Uint32Array

/**
 * The greatest version that meets the requirement (its row number for a stream), or null.
 *
 * ```js
 * await maxSatisfying(['1.10.0', '2.0.0', '1.9.0'], '^1.9', { scheme: 'npm' }) // '1.10.0'
 * ```
 */
export function maxSatisfying<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions & TaskOptions,
): Promise<V | null>
export function maxSatisfying(
  stream: Uint8Array,
  requirement: Requirement | string,
  options?: ColumnOptions & TaskOptions,
): Promise<number | null>
/** {@link maxSatisfying}, at once. */
export function maxSatisfyingSync<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions,
): V | null
export function maxSatisfyingSync(stream: Uint8Array, requirement: Requirement | string, options?: ColumnOptions): number | null

/**
 * The least version that meets the requirement (its row number for a stream), or null.
 *
 * ```js
 * await minSatisfying(['1.10.0', '2.0.0', '1.9.0'], '^1.9', { scheme: 'npm' }) // '1.9.0'
 * ```
 */
export function minSatisfying<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions & TaskOptions,
): Promise<V | null>
export function minSatisfying(
  stream: Uint8Array,
  requirement: Requirement | string,
  options?: ColumnOptions & TaskOptions,
): Promise<number | null>
/** {@link minSatisfying}, at once. */
export function minSatisfyingSync<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions,
): V | null
export function minSatisfyingSync(stream: Uint8Array, requirement: Requirement | string, options?: ColumnOptions): number | null

/**
 * Which requirement (row) is met by which version (column), a bit each.
 *
 * ```js
 * const matrix = matchMatrixSync(['^1.9', '~1.10.0'], ['1.9.0', '1.10.0'], { scheme: 'npm' })
 * matrix.get(1, 0) // false
 * ```
 */
export class Matrix {
  private constructor()
  /** How many requirements. */
  readonly requirements: number
  /** How many versions. */
  readonly versions: number
  /** Whether this version meets this requirement. */
  get(requirement: number, version: number): boolean
  /** How many versions meet the requirement in this row. */
  count(requirement: number): number
  /** The numbers of the versions that meet the requirement in this row, ascending. */
  matches(requirement: number): Uint32Array
}

/**
 * Every requirement against every version.
 *
 * ```js
 * const matrix = await matchMatrix(['^1.9', '~1.10.0'], ['1.9.0', '1.10.0'], { scheme: 'npm' })
 * matrix.count(0) // 2
 * ```
 */
export function matchMatrix(
  requirements: readonly (Requirement | string)[],
  versions: readonly (Version | string)[],
  options?: BulkOptions & TaskOptions,
): Promise<Matrix>
export function matchMatrix(
  requirements: readonly (Requirement | string)[],
  stream: Uint8Array,
  options?: ColumnOptions & TaskOptions,
): Promise<Matrix>
/** {@link matchMatrix}, at once. */
export function matchMatrixSync(
  requirements: readonly (Requirement | string)[],
  versions: readonly (Version | string)[],
  options?: BulkOptions,
): Matrix
export function matchMatrixSync(requirements: readonly (Requirement | string)[], stream: Uint8Array, options?: ColumnOptions): Matrix

/** How node-semver reads texts. */
export interface NpmOptions {
  /** Read what old packages have too, such as `1.2.3beta`; `false` unless said otherwise. */
  loose?: boolean
  /** Let prereleases into a range that does not ask for them; `false` unless said otherwise. */
  includePrerelease?: boolean
}

/**
 * What only node-semver has, under its names, on texts; `Version` and `Requirement` of scheme `npm` do the rest. A version or
 * range that cannot be read throws a `GreenboardError`.
 */
export namespace npm {
  /**
   * The version that a text means, without what people put around it; null where it is none.
   *
   * ```js
   * npm.clean('  =v1.2.3 ') // '1.2.3'
   * ```
   */
  function clean(version: string, options?: NpmOptions): string | null
  /**
   * The first version in a text that is none, or the last (`rtl`); null where there is nothing like one.
   *
   * ```js
   * npm.coerce('release 4.6, of course') // '4.6.0'
   * ```
   */
  function coerce(text: string, options?: NpmOptions & { rtl?: boolean }): string | null
  /**
   * The version after a step. Unlike `Version.bump` it may sort below: from `1.0.0-dev.0` to `1.0.0-alpha.0`.
   *
   * ```js
   * npm.inc('1.2.3', 'preminor', { identifier: 'rc', base: 1 }) // '1.3.0-rc.1'
   * ```
   */
  function inc(version: string, step: Step, options?: NpmOptions & BumpOptions): string
  /**
   * The step between two versions; null at equal precedence.
   *
   * ```js
   * npm.diff('1.2.3', '2.0.0-rc.1') // 'premajor'
   * ```
   */
  function diff(a: string, b: string, options?: NpmOptions): Step | null
  /**
   * The version with all below `step` set to zero.
   *
   * ```js
   * npm.truncate('4.5.6-rc.2', 'minor') // '4.5.0'
   * ```
   */
  function truncate(version: string, step: Step, options?: NpmOptions): string
  /**
   * The range in its normal text; null where it is none.
   *
   * ```js
   * npm.validRange('^1.2 || 3.x') // '>=1.2.0 <2.0.0-0||>=3.0.0 <4.0.0-0'
   * ```
   */
  function validRange(range: string, options?: NpmOptions): string | null
  /**
   * Whether the version is in the range.
   *
   * ```js
   * npm.satisfies('1.3.0-beta', '^1.2', { includePrerelease: true }) // true
   * ```
   */
  function satisfies(version: string, range: string, options?: NpmOptions): boolean
  /** Whether node-semver holds that some version is in both ranges; `Requirement.intersects` is exact. */
  function intersects(a: string, b: string, options?: NpmOptions): boolean
  /** Whether node-semver holds that all of `a` is in `b`; `Requirement.isSubset` is exact. */
  function subset(a: string, b: string, options?: NpmOptions): boolean
  /**
   * Whether the version is greater (`>`) or less (`<`) than everything in the range.
   *
   * ```js
   * npm.outside('2.0.0', '^1.2', '>') // true
   * ```
   */
  function outside(version: string, range: string, hilo: '>' | '<', options?: NpmOptions): boolean
  /**
   * The least version in the range; null where nothing is in it.
   *
   * ```js
   * npm.minVersion('>1.2.3') // '1.2.4'
   * ```
   */
  function minVersion(range: string, options?: NpmOptions): string | null
  /**
   * The shortest range with the same answers for these versions.
   *
   * ```js
   * npm.simplify(['1.0.0', '1.0.1', '1.0.2', '2.0.0'], '1.0.0 || 1.0.1 || 1.0.2') // '<=1.0.2'
   * ```
   */
  function simplify(versions: string[], range: string, options?: NpmOptions): string
}

/** What becomes of pre-releases. */
export interface PrereleaseOptions {
  /** Kept (`true`) or dropped (`false`). */
  prereleases?: boolean
}

/**
 * What only PEP 440 has, on texts; `Version` and `Requirement` of scheme `pep440` do the rest. A specifier that cannot be read
 * throws a `GreenboardError`; `===` meets any text.
 */
export namespace pep440 {
  /**
   * Whether the candidate meets all specifiers. A pre-release does, unless `prereleases` is `false`.
   *
   * ```js
   * pep440.contains('>=1.4,<3', '2.0rc1') // true
   * ```
   */
  function contains(specifiers: string, candidate: string, options?: PrereleaseOptions): boolean
  /**
   * The candidates that meet all specifiers, in the order given. By default pre-releases are kept where a specifier names
   * one, or where no final release meets the specifiers.
   *
   * ```js
   * pep440.filter('>=1.4,<3', ['1.4', '2.0rc1', '3.1']) // ['1.4']
   * ```
   */
  function filter(specifiers: string, candidates: string[], options?: PrereleaseOptions): string[]
  /** Whether nothing can meet all specifiers; with `prereleases: false`, nothing but pre-releases. */
  function isUnsatisfiable(specifiers: string, options?: PrereleaseOptions): boolean
  /** Whether all that meets `a` meets `b`, pre-releases included. */
  function isSubset(a: string, b: string): boolean
  /** Whether nothing meets both. */
  function isDisjoint(a: string, b: string): boolean
  /**
   * Whether the same versions and texts meet both, however they are written.
   *
   * ```js
   * pep440.isEquivalent('~=1.4.2', '==1.4.*,>=1.4.2.0') // true
   * ```
   */
  function isEquivalent(a: string, b: string): boolean
}

/** How to stop waiting. */
export interface TaskOptions {
  /** Once it aborts, the promise rejects with its reason. */
  signal?: AbortSignal
}

/** How commit messages are read, and which of them count. */
export interface ChangesOptions {
  /** Count a merged branch as the one commit that merged it; `false` unless said otherwise. */
  firstParent?: boolean
  /** What real repositories mean (unless said otherwise), or the specification of Conventional Commits to the letter. */
  mode?: 'lenient' | 'strict'
  /** All there is to say of how history is read, both of the above included. */
  history?: HistoryOptions | string
}

/**
 * A directory with manifests in it, usually a git repository's work tree.
 *
 * ```js no-run
 * const repository = Repository.open('.')
 * console.log(render(await plan(await repository.workspace(), await repository.changes())))
 * ```
 */
export class Repository {
  private constructor()
  /**
   * The repository that `dir` lies in: of the work tree around it, or just the directory where there is none.
   *
   * @throws {GreenboardError} `source.*`, where there is no such directory, or a git repository that cannot be opened
   */
  static open(dir?: string): Repository
  /** The top of the work tree: what the paths of components are relative to. */
  readonly root: string
  /** The components, as the manifests in the work tree declare them. */
  workspace(options?: TaskOptions): Promise<Workspace>
  /** {@link workspace}, at once. */
  workspaceSync(): Workspace
  /**
   * The changes since each component's last tag, as the commits' messages tell them, newest first; of the repository's own
   * workspace where none is given.
   */
  changes(workspace?: Workspace | string, options?: ChangesOptions & TaskOptions): Promise<Changes>
  /** {@link changes}, at once. */
  changesSync(workspace?: Workspace | string, options?: ChangesOptions): Changes
  /**
   * How the repository is released: by the section `policy` of its `greenboard.yaml`, else by changesets' configuration, else by
   * release-please's, else by the preset `greenboard`. What of the files is not followed is in `left`.
   */
  configuration(options?: TaskOptions): Promise<Configuration>
  /** {@link configuration}, at once. */
  configurationSync(): Configuration
  /**
   * What goes out next, all as the repository's files and history say: its plan, the configuration that decided, and notices about
   * the history. A policy that is given takes the place of the repository's own.
   */
  plan(options?: PlanOptions & ChangesOptions & TaskOptions): Promise<Planned>
  /** {@link plan}, at once. */
  planSync(options?: PlanOptions & ChangesOptions): Planned
  /** What a plan changes in the files of the work tree, as {@link edits}. Nothing is written. */
  edits(plan: Plan | string, settings?: EditSettings & TaskOptions): Promise<Edits>
  /** {@link edits}, at once. */
  editsSync(plan: Plan | string, settings?: EditSettings): Edits
  /**
   * Writes a plan, or edits that were made of one, into the files of the work tree: all of it, or nothing. What is written
   * already is passed over, so that a second run changes nothing.
   *
   * @throws {GreenboardError} `source.*`, where a file was changed meanwhile or a path leads out of the repository;
   * `plan.edit_*`, where the plan is of other files; no file has changed then
   */
  apply(plan: Plan | Edits | string, settings?: ApplySettings & TaskOptions): Promise<Applied>
  /** {@link apply}, at once. */
  applySync(plan: Plan | Edits | string, settings?: ApplySettings): Applied
  /** Brings a run of {@link apply} that was stopped half-way to its end, and gives the files it still had to write. */
  recover(options?: TaskOptions): Promise<string[]>
  /** {@link recover}, at once. */
  recoverSync(): string[]
  /** What the head has brought since it left `base`, a branch, a tag or a hash: files, and changes. */
  since(base: string, workspace?: Workspace | string, options?: ChangesOptions & TaskOptions): Promise<Since>
  /** {@link since}, at once. */
  sinceSync(base: string, workspace?: Workspace | string, options?: ChangesOptions): Since
  /** The components that the head has touched since it left `base`, and whose release nothing that it brings asks for. */
  uncovered(
    base: string,
    workspace?: Workspace | string,
    options?: ChangesOptions & CoverageOptions & TaskOptions,
  ): Promise<Uncovered[]>
  /** {@link uncovered}, at once. */
  uncoveredSync(base: string, workspace?: Workspace | string, options?: ChangesOptions & CoverageOptions): Uncovered[]
  /** What each of two lines of development has and the other has not, for {@link backports}. */
  divergence(main: string, line: string, options?: TaskOptions): Promise<Divergence>
  /** {@link divergence}, at once. */
  divergenceSync(main: string, line: string): Divergence
}

/** What need not be covered. */
export interface CoverageOptions {
  coverage?: Coverage | string
}

/** How commit messages are read. */
export interface ReadingOptions {
  /** To the letter, or as real repositories mean it (`lenient`, the default). */
  mode?: Mode
  /** What each type of change asks for. */
  levels?: Levels | string
}

/**
 * The Conventional Commits in a commit's message: one, and several where the lenient mode finds several headers.
 *
 * ```js
 * parseCommit('feat: arrays\n\n* fix(cli)!: flags').map(({ description }) => description) // ['arrays', 'flags']
 * ```
 *
 * @throws {GreenboardError} `change.*` with line and column, where there is none
 */
export function parseCommit(text: string, options?: Pick<ReadingOptions, 'mode'>): Message[]
/**
 * The changes of a commit that touches these components.
 *
 * ```js
 * const commit = { id: '9fceb02', message: 'feat: arrays (#12)', at: '2026-11-02T09:00:00Z' }
 * commitChanges(commit, ['core'])[0].pull_request // 12
 * ```
 */
export function commitChanges(commit: Commit | string, components: Iterable<string>, options?: ReadingOptions): Change[]
/**
 * A changeset, read from its file's name and text.
 *
 * ```js
 * readChangeset('cool-cats.md', "---\n'core': minor\n---\n\nRead arrays\n").bumps.core // 'minor'
 * ```
 */
export function readChangeset(name: string, text: string): Change
/**
 * All changesets among the files of a folder, given by name and text, sorted by name; all that is wrong is thrown at once.
 *
 * ```js
 * readChangesets({ 'README.md': '', 'a.md': '---\n---\n' }).map(({ id }) => id) // ['a']
 * ```
 */
export function readChangesets(files: Readonly<Record<string, string>> | string): Change[]
/**
 * The text of a changeset that reads back to a change's bumps, description and body.
 *
 * ```js
 * changesetText({ id: 'x', description: 'Arrays', bumps: { core: 'minor' } }) // '---\n"core": minor\n---\n\nArrays\n'
 * ```
 */
export function changesetText(change: Change | string): string
/**
 * The changes under overrides by hash: another message, other bumps, or nothing at all.
 *
 * ```js
 * const change = { id: '9fceb02aa', commit: '9fceb02aa', origin: 'commit', description: 'oops', bumps: { core: 'none' } }
 * const overrides = { commits: { '9fceb02': { message: 'fix: arrays' } } }
 * overrideCommits([change], overrides).changes[0].bumps.core // 'patch'
 * ```
 */
export function overrideCommits(
  changes: Changes | Amended | readonly Change[] | string,
  overrides: CommitOverrides | string,
  options?: ReadingOptions,
): Amended
/**
 * The changes with what the host knows of their commits: pull request, labels, login, title.
 *
 * ```js
 * const change = { id: '9fceb02aa', commit: '9fceb02aa', origin: 'commit', description: 'wip', bumps: { core: 'none' } }
 * const details = { commits: { '9fceb02': { pull_request: 12, title: 'feat: arrays', login: 'ada' } } }
 * enrich([change], details).changes[0].description // 'arrays'
 * ```
 */
export function enrich(
  changes: Changes | Amended | readonly Change[] | string,
  enrichment: Enrichment | string,
  options?: ReadingOptions,
): Amended
/**
 * Each change once: those that say the same for the same pull request become one. Changes are newest first.
 *
 * ```js
 * const one = { type: 'feat', pull_request: 12 }
 * mergeDuplicates([{ ...one, id: 'a', description: 'arrays (#12)' }, { ...one, id: 'b', description: 'arrays' }]).length // 1
 * ```
 */
export function mergeDuplicates(changes: Changes | Amended | readonly Change[] | string): Change[]
/**
 * The changes without reverts of what is among them, and without what these revert.
 *
 * ```js
 * const feature = { id: '56185b7356', type: 'feat', description: 'lanes', bumps: { board: 'minor' } }
 * const revert = { id: '789d898b5f', type: 'revert', description: 'feat: lanes', bumps: { board: 'patch' } }
 * cancelReverts([feature, revert]).length // 0
 * ```
 */
export function cancelReverts(changes: Changes | Amended | readonly Change[] | string): Change[]
/**
 * Which fixes of the main line are missing on a maintenance line.
 *
 * ```js
 * const commit = (id, message) => ({ id, message, at: '2026-11-02T09:00:00Z' })
 * const main = [commit('b2b2b2b2', 'fix: arrays'), commit('a1a1a1a1', 'fix: lanes')]
 * const line = [commit('c3c3c3c3', 'fix: arrays on 1.x\n\n(cherry picked from commit b2b2b2b2)')]
 * backports({ main, line }).missing.map(({ description }) => description) // ['lanes']
 * ```
 */
export function backports(history: Divergence | string, rules?: BackportRules | string): Backports
/**
 * The components that own a touched file, and whose release no change asks for.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', path: 'core', version: '1.2.0' }
 * uncovered({ components: [core] }, [], ['core/lib.rs', 'README.md']).map(({ component }) => component) // ['core']
 * ```
 */
export function uncovered(
  workspace: Workspace | string,
  changes: Changes | Amended | readonly Change[] | string,
  touched: Iterable<string>,
  coverage?: Coverage | string,
): Uncovered[]

/**
 * The components that manifests declare, given as texts by path, as `greenboard.yaml` among them corrects and completes it.
 * Everything that is wrong is said at once, in the `problems` of the error's details.
 *
 * ```js
 * const files = { 'package.json': '{"name": "core", "version": "1.0.0"}' }
 * readManifests(files).components[0].name // 'core'
 * ```
 *
 * @throws {GreenboardError} `component.broken_manifests`, `component.no_manifest`
 */
export function readManifests(files: Record<string, string>, options?: { root?: string }): Workspace

/**
 * The components of an organisation: of several repositories, each in a folder of these texts by path. Every folder with a
 * manifest in it is one, unless folders are given by name. Components that share a name are told apart by their repository.
 *
 * ```js
 * const docs = '{"name": "docs", "version": "1.0.0"}'
 * const { components } = readRepositories({ 'ui/package.json': docs, 'shop/package.json': docs })
 * components.map(({ name }) => name) // ['shop:docs', 'ui:docs']
 * ```
 *
 * @throws {GreenboardError} as {@link readManifests}
 */
export function readRepositories(files: Record<string, string>, repositories?: Record<string, string>): Workspace

/**
 * The workspace of the repository that `dir` lies in, or of an organisation: of the repositories that a `greenboard.yaml` there
 * names, or of those that are checked out side by side in it.
 *
 * ```js no-run
 * const workspace = await loadWorkspace('checkouts')
 * ```
 */
export function loadWorkspace(dir?: string, options?: TaskOptions): Promise<Workspace>
/** {@link loadWorkspace}, at once. */
export function loadWorkspaceSync(dir?: string): Workspace

/**
 * The component that `tool` calls `alias`; nothing is guessed from how names look.
 *
 * ```js
 * const identity = { components: { payments: { jenkins: ['payments-deploy'] } } }
 * componentOf(identity, 'jenkins', 'payments-deploy') // 'payments'
 * ```
 *
 * @throws {GreenboardError} `fact.ambiguous_alias` where several are
 */
export function componentOf(identity: Identity | string, tool: string, alias: string): string | undefined
/**
 * The person that `tool` knows under this login, or address where the tool is `email`.
 *
 * ```js
 * personOf('people: {ada: {email: ada@acme.dev}}', 'email', 'Ada@acme.dev') // 'ada'
 * ```
 *
 * @throws {GreenboardError} `fact.ambiguous_alias` where several are
 */
export function personOf(identity: Identity | string, tool: string, login: string): string | undefined
/**
 * The environment that `tool` calls `alias`.
 *
 * ```js
 * environmentOf('environments: {production: {kubernetes: prod-eu}}', 'kubernetes', 'prod-eu') // 'production'
 * ```
 *
 * @throws {GreenboardError} `fact.ambiguous_alias` where several are
 */
export function environmentOf(identity: Identity | string, tool: string, alias: string): string | undefined

/**
 * Who depends on whom in a workspace: the order of publication, circles, and what a change may reach.
 *
 * ```js
 * const graph = Graph.fromEdges(['app', 'lib', 'core'], [[0, 1], [1, 2]])
 * graph.waves().map((wave) => wave.map((unit) => unit.components.join())) // [['core'], ['lib'], ['app']]
 * ```
 */
export class Graph {
  constructor(workspace: Workspace | string)
  /**
   * The graph of these components where there is no more than that: consumer and provider as positions in `names`, in pairs, or
   * one after the other in a `Uint32Array`.
   */
  static fromEdges(names: readonly string[], edges: readonly (readonly [number, number])[] | Uint32Array): Graph
  /** The names of all components, sorted. */
  readonly names: string[]
  /**
   * The order of publication: every provider is in an earlier wave than its consumers; what forms a circle is one unit. Of only
   * those components that are in `selection`, where one is given.
   */
  waves(selection?: Iterable<string>): Unit[][]
  /** The wave of each component, in the order of `names`, the first being 0. */
  waveNumbers(): Uint32Array
  /** The longest chain of units of which each needs the one before: as many as there are waves. */
  longestChain(selection?: Iterable<string>): Unit[]
  /** What is published together: the strongly connected units, each after those it needs. */
  units(): Unit[]
  /** The circles among the edges that order publication, with the edges that make them. */
  cycles(): Cycle[]
  /** Every component that a change of this one may reach, by distance and name. */
  impact(name: string): Impact[]
  /** The names of all that {@link impact} reaches, by name. */
  dependents(name: string): string[]
}

/** How edits are made. */
export interface EditSettings {
  /**
   * What else is to be written than versions, requirements and lockfiles: a document, or JSON or YAML. Of a repository the
   * changelogs and extra files of its configuration, unless said otherwise.
   */
  options?: EditOptions | string
}

/** How edits are written. */
export interface ApplySettings extends EditSettings {
  /** Write nothing, and say what would change; `false` unless said otherwise. */
  dryRun?: boolean
}

/**
 * What a plan changes in these texts by path: versions, requirements and lockfiles, and what the options name besides.
 *
 * Only the bytes of what changes are replaced. What is written already is passed over.
 *
 * ```js
 * const files = { 'Cargo.toml': "[package]\nname = 'core'\nversion = '1.2.0' # ours\n" }
 * const core = { name: 'core', ecosystem: 'cargo', version: '1.2.0' }
 * const change = { id: '9fceb02', description: 'read arrays', bumps: { core: 'minor' } }
 * const made = await edits(planSync({ components: [core] }, [change]), files)
 * applied(made, files)['Cargo.toml'].split('\n')[2] // "version = '1.3.0' # ours"
 * ```
 *
 * @throws {GreenboardError} `plan.edit_*`, where a text is neither the old one nor the new, with its place
 */
export function edits(plan: Plan | string, files: Record<string, string>, settings?: EditSettings & TaskOptions): Promise<Edits>
/** {@link edits}, at once. */
export function editsSync(plan: Plan | string, files: Record<string, string>, settings?: EditSettings): Edits

/**
 * These texts by path, edited. Edits that are done already are passed over.
 *
 * ```js
 * applied({ edits: [{ path: 'version.txt', kind: 'create', text: '1.0.0\n' }] }, {}) // { 'version.txt': '1.0.0\n' }
 * ```
 *
 * @throws {GreenboardError} `plan.edit_changed`, where a text is neither the old one nor the new
 */
export function applied(edits: Edits | string, files: Record<string, string>): Record<string, string>

/**
 * The unified diff of two texts, without the names of files; empty where they are equal.
 *
 * ```js
 * diff('a\n', 'b\n') // '@@ -1 +1 @@\n-a\n+b\n'
 * ```
 */
export function diff(before: string, after: string): string
/**
 * A policy: the whole document; one rule for all, whose options may stand beside its preset; the rules; or a text, which is
 * the name of a preset, or JSON or YAML.
 */
export type PolicyLike =
  | Policy
  | (Partial<Options> & Omit<Policy, 'rules'> & { select?: string[]; preset?: string })
  | readonly (Rule | string)[]
  | string

/** How a plan is made, and for when. */
export interface PlanOptions {
  /** The few matters of choice: a document; or a text, which is the name of a preset, or JSON or YAML. */
  policy?: PolicyLike
  /** The time it is made for: a `Date`, or RFC 3339 text; now, unless said otherwise. The plan records it. */
  at?: Date | string
}

/**
 * What to release next of a workspace, given the changes since each component's last release.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', path: 'core', version: '1.2.0' }
 * const change = { id: '9fceb02', description: 'read arrays', bumps: { core: 'minor' } }
 * const { entries } = await plan({ components: [core] }, [change], { at: '2026-11-02T09:00:00Z' })
 * entries[0].new // '1.3.0'
 * ```
 */
export function plan(
  workspace: Workspace | string,
  changes: Changes | readonly Change[] | string,
  options?: PlanOptions & TaskOptions,
): Promise<Plan>
/** {@link plan}, at once. */
export function planSync(
  workspace: Workspace | string,
  changes: Changes | readonly Change[] | string,
  options?: PlanOptions,
): Plan

/**
 * What of a plan is still to do, where some of its releases are out: named by registry key, by tag, or as `name@version`.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', version: '1.2.0' }
 * const change = { id: '9fceb02', description: 'read arrays', bumps: { core: 'minor' } }
 * const planned = planSync({ components: [core] }, [change], { at: '2026-11-02T09:00:00Z' })
 * remaining(planned, ['pkg:cargo/core@1.3.0']).entries // []
 * ```
 */
export function remaining(plan: Plan | string, published: Iterable<string>): Plan

/**
 * The parts of a plan that may go out by themselves, and the smallest steps in which each may.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', version: '1.2.0' }
 * const change = { id: '9fceb02', description: 'read arrays', bumps: { core: 'minor' } }
 * const planned = planSync({ components: [core] }, [change], { at: '2026-11-02T09:00:00Z' })
 * split(planned).parts[0].increments // [['core']]
 * ```
 */
export function split(plan: Plan | string): Split

/**
 * Why a component is in a plan: the releases and changes behind its own.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', version: '1.2.0' }
 * const change = { id: '9fceb02', type: 'feat', description: 'read arrays', bumps: { core: 'minor' } }
 * const planned = planSync({ components: [core] }, [change], { at: '2026-11-02T09:00:00Z' })
 * why(planned, 'core').links[0].causes[0].id // '9fceb02'
 * ```
 *
 * @throws {GreenboardError} `plan.not_planned`, where it is not
 */
export function why(plan: Plan | string, component: string): Why

/**
 * The reasons as a tree of text.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', version: '1.2.0' }
 * const change = { id: '9fceb02', type: 'feat', description: 'read arrays', bumps: { core: 'minor' } }
 * const planned = planSync({ components: [core] }, [change], { at: '2026-11-02T09:00:00Z' })
 * whyText(why(planned, 'core')) // 'core 1.2.0 → 1.3.0 (minor)\n  9fceb02 read arrays (minor)'
 * ```
 */
export function whyText(why: Why | string): string

/**
 * The plan as a table of text.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', version: '1.2.0' }
 * const change = { id: '9fceb02', type: 'feat', description: 'read arrays', bumps: { core: 'minor' } }
 * const planned = planSync({ components: [core] }, [change], { at: '2026-11-02T09:00:00Z' })
 * planTable(planned).split('\n')[1] // 'core       1.2.0  1.3.0  minor     1  read arrays'
 * ```
 */
export function planTable(plan: Plan | string): string

/** How a report is written. */
export type ReportFormat = 'text' | 'markdown' | 'pull_request' | 'diff' | 'mermaid' | 'html'

/**
 * The whole of a plan for people: versions, reasons, order, requirements that move along; in Markdown with changelogs.
 *
 * `pull_request` is the body of a pull request: it stays within `limit` UTF-16 code units (65,536, GitHub's, where it is left
 * out) and says what that cut. `mermaid` is a flowchart, `html` a fragment for a page.
 *
 * ```js
 * render(planSync({ components: [] }, []), 'text') // 'Nothing to release.\n'
 * ```
 */
export function render(plan: Plan | string, format?: ReportFormat, options?: { limit?: number }): string

/** How a changelog is written. */
export interface ChangelogOptions {
  /** How it is laid out; `standard` where it is left out. */
  style?: 'standard' | 'keep_a_changelog'
  /** A template of your own in the language of Jinja; it sees `entry`, `sections`, `plan` and `date`. */
  template?: string
  /** A function instead of a template: it gets the plan and the component's entry (none for the release as a whole). */
  write?: (plan: Plan, entry?: Entry) => string
}

/**
 * What one component's release brings, in Markdown; without a component, the release as a whole.
 *
 * ```js
 * const core = { name: 'core', ecosystem: 'cargo', version: '1.2.0' }
 * const change = { id: '9fceb02', type: 'feat', description: 'read arrays', bumps: { core: 'minor' } }
 * const planned = planSync({ components: [core] }, [change], { at: '2026-11-02T09:00:00Z' })
 * changelog(planned, 'core').split('\n')[4] // '- read arrays (9fceb02)'
 * changelog(planned, 'core', { template: '{{ entry.new }} of {{ date }}' }) // '1.3.0 of 2026-11-02'
 * changelog(planned, 'core', { write: (plan, entry) => `${entry.component} ${entry.new}` }) // 'core 1.3.0'
 * ```
 */
export function changelog(plan: Plan | string, component?: string, options?: ChangelogOptions): string

/**
 * Every registry with its kinds, their summaries and JSON Schemas: what a document's `kind` can be.
 *
 * ```js
 * catalogue()[0].kinds.map(({ kind }) => kind) // ['semantic', 'calendar', 'cargo', 'release_please', 'semantic_release']
 * ```
 */
export function catalogue(): Registry[]

/**
 * Every code that an error can carry, sorted.
 *
 * ```js
 * errorCodes().includes('version.unexpected_character') // true
 * ```
 */
export function errorCodes(): string[]

/**
 * The JSON Schema of every document, by name.
 *
 * ```js
 * schemas().change.title // 'Change'
 * ```
 */
export function schemas(): Record<string, object>

/** A value that `JSON.stringify` takes; a string is a JSON text already. */
export type JsonValue = string | number | boolean | null | object

/**
 * The RFC 8785 text of a value, or of a JSON text: equal values have equal bytes.
 *
 * ```js
 * canonicalJson({ b: 1.0, a: null }) // '{"a":null,"b":1}'
 * ```
 */
export function canonicalJson(value: JsonValue): string

/**
 * The digest of a value, or of a JSON text: `sha256:` and the hash of its canonical JSON, whatever its layout.
 *
 * ```js
 * digest([]) === digest('[ ]') // true
 * ```
 */
export function digest(value: JsonValue): string

/**
 * The digest of a text or file as it stands, such as that of an artefact.
 *
 * ```js
 * digestText('').slice(0, 20) // 'sha256:e3b0c44298fc1'
 * ```
 */
export function digestText(text: string | Uint8Array): string

/**
 * A failure, the same in every language: its message is the place and the sentence for people.
 *
 * ```js
 * try {
 *   new Version('1.x.0')
 * } catch (error) {
 *   if (!(error instanceof GreenboardError)) throw error
 *   assert.deepEqual([error.code, error.column], ['version.unexpected_character', 3])
 * }
 * ```
 */
export class GreenboardError extends Error {
  constructor(message: string, fields?: Partial<Omit<ErrorFields, 'message'>>)
  /** The stable code to branch on, `<family>.<snake_case>`. */
  readonly code: string
  /** The file, or the path inside a document, that is at fault. */
  readonly path: string | undefined
  /** The line in the text at fault, from 1. */
  readonly line: number | undefined
  /** The column in the text at fault, from 1, in characters. */
  readonly column: number | undefined
  /** Facts about the failure as data: the input, what was expected, the nearest valid key. */
  readonly details: Record<string, unknown>
  /** Whether the same call may succeed later without any change to its input. */
  readonly retryable: boolean
  /** The fields, with the message that leaves the place out. */
  toJSON(): ErrorFields
}

/**
 * What may be released from each branch, by semantic-release's rules, given the versions that are tagged on all of them.
 * Maintenance branches come first, by their ranges, then release and prerelease branches in the order given.
 *
 * ```js
 * const tags = (...versions) => versions.map((version) => ({ version }))
 * const [old, main] = branches([{ name: 'main', tags: tags('1.0.0', '2.0.0') }, { name: '1.x', tags: tags('1.0.0') }])
 * old.range // '>=1.0.0 <2.0.0'
 * main.range // '>=2.0.0'
 * ```
 *
 * @throws {GreenboardError} `plan.invalid_branch`, where branches do not go together
 */
export function branches(branches: readonly Branch[] | string): BranchRange[]

/**
 * The last release on a branch; on a prerelease branch its own prereleases count too. Null where there is none.
 *
 * ```js
 * lastRelease({ name: 'main', tags: [{ version: '1.0.0' }, { version: '1.1.0-beta.1' }] }).version // '1.0.0'
 * ```
 */
export function lastRelease(branch: Branch | string): Tag | null

/**
 * The next version on a branch after its last release. The first one is 1.0.0.
 *
 * ```js
 * const beta = { name: 'beta', prerelease: true, tags: [{ version: '1.0.0' }] }
 * nextOnBranch(beta, 'minor').toString() // '1.1.0-beta.1'
 * ```
 */
export function nextOnBranch(branch: Branch | string, bump: Bump): Version

/**
 * Throws where a version may not be released from a branch; the message says what would help.
 *
 * ```js
 * const ranges = branches([{ name: 'main', tags: [{ version: '2.0.0' }] }, { name: '1.x' }])
 * checkBranch(ranges, '1.x', new Version('1.4.0'), 'minor') // undefined
 * ```
 *
 * @throws {GreenboardError} `plan.out_of_branch_range`
 */
export function checkBranch(ranges: readonly BranchRange[] | string, branch: string, version: Version, bump: Bump): void

/**
 * Throws where a version that was released elsewhere may not be merged into a maintenance branch.
 *
 * ```js
 * const [old] = branches([{ name: 'main' }, { name: '1.1.x' }])
 * checkMerge(old, new Version('1.1.4')) // undefined
 * ```
 *
 * @throws {GreenboardError} `plan.out_of_merge_range`
 */
export function checkMerge(range: BranchRange | string, version: Version): void

/**
 * The next prerelease on the way to a release. The count goes on from `last` while that leads there, or further; else it starts
 * anew from `first` (1).
 *
 * ```js
 * nextPrerelease(new Version('1.1.0'), 'beta', { last: new Version('1.1.0-beta.1') }).toString() // '1.1.0-beta.2'
 * nextPrerelease(new Version('2.0.0'), 'beta', { last: new Version('1.1.0-beta.2') }).toString() // '2.0.0-beta.1'
 * ```
 */
export function nextPrerelease(target: Version, identifier: string, options?: { last?: Version; first?: number }): Version

/**
 * The release that a prerelease leads to; a release as it is.
 *
 * ```js
 * graduate(new Version('1.2.0-rc.4')).toString() // '1.2.0'
 * ```
 */
export function graduate(version: Version): Version

/** The configuration files of other tools, as policies. The texts are read as they stand in the repository. */
export namespace config {
  /**
   * The policy of a repository that changesets is used in: the texts of `.changeset/config.json`, and of
   * `.changeset/pre.json` where there is one. What is not followed is named in `left`.
   *
   * ```js
   * config.changesets('{"access": "public", "commit": false}').left.map(({ key }) => key) // ['commit']
   * ```
   */
  function changesets(config: string, options?: { pre?: string; preset?: string }): Configured
  /**
   * Whether a policy fits a workspace.
   *
   * @throws {GreenboardError} `plan.invalid_configuration`, with all that does not fit
   */
  function check(workspace: Workspace | string, policy: PolicyLike): void
  /**
   * What `release-please-config.json` and `.release-please-manifest.json` say: a policy, what the releases of each path are
   * called and written to, and what of the files is not followed.
   *
   * ```js
   * const packages = '{"packages": {"a": {"release-type": "simple", "component": "a"}}}'
   * const found = config.releasePlease(packages, '{"a": "1.4.0"}')
   * found.paths[0].version // '1.4.0'
   * ```
   */
  function releasePlease(config: string, manifest: string): ReleasePleaseConfig
  /**
   * A workspace with the versions that the manifest states, with components for paths that have none, and with tags by the
   * names that the configuration gives.
   *
   * ```js
   * const packages = '{"packages": {"a": {"release-type": "simple", "component": "a"}}}'
   * const found = config.releasePlease(packages, '{"a": "1.4.0"}')
   * config.workspace(found, { components: [] }).components[0].version // '1.4.0'
   * ```
   */
  function workspace(config: ReleasePleaseConfig | string, found: Workspace | string): Workspace
  /**
   * The configured paths that a commit counts for, by the files that it touches.
   *
   * ```js
   * const found = config.releasePlease('{"packages": {"a": {}, "b": {}}}', '{}')
   * config.touched(found, ['a/index.js', 'README.md']) // ['a']
   * ```
   */
  function touched(config: ReleasePleaseConfig | string, files: Iterable<string>): string[]
}
