import type { Cycle, Identity, Impact, Unit, Workspace } from '../documents'
import type { TaskOptions } from './task'

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
