import type { Entry, Plan } from '../documents'

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
  style?: 'standard' | 'keep_a_changelog' | 'release_please' | 'changesets'
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
