import type { Change, Changes, Options, Plan, Policy, Rule, Split, Why, Workspace } from '../documents'
import type { TaskOptions } from './task'

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
