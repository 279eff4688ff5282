import type {
  Amended,
  BackportRules,
  Backports,
  Change,
  Changes,
  Commit,
  CommitOverrides,
  Coverage,
  Divergence,
  Enrichment,
  Levels,
  Message,
  Mode,
  Uncovered,
  Workspace,
} from '../documents'

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
