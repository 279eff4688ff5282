import type { EditOptions, Edits, Plan } from '../documents'
import type { TaskOptions } from './task'

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
