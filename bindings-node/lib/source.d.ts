import type {
  Applied,
  Changes,
  Configuration,
  Coverage,
  Divergence,
  Edits,
  HistoryOptions,
  Plan,
  Planned,
  Since,
  Uncovered,
  Workspace,
} from '../documents'
import type { ApplySettings, EditSettings, editsSync } from './edit'
import type { PlanOptions, planSync } from './plan'
import type { TaskOptions } from './task'

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
