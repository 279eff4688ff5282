import type { GateFile, Verdict } from '../documents'
import type { Facts } from './fact'
import type { TaskOptions } from './task'

/**
 * The gates of a gate file, made ready to be asked: everything that can be wrong with them has been found. A gate file is a
 * document, or the text of one in YAML or JSON.
 *
 * ```js
 * const errors = { name: 'errors', kind: 'threshold', metric: 'error_rate', maximum: 0.01 }
 * const gates = new GateSet({ gates: [{ name: 'quality', criteria: [errors] }] })
 * ```
 *
 * @throws {GreenboardError} `gate.*`, `document.*`
 */
export class GateSet {
  constructor(gates: GateFile | string)
}

/** What is asked about, and for when. */
export interface GateOptions {
  /** The stage. */
  stage?: string
  /** The environment. */
  environment?: string
  /** The instant: a `Date`, or RFC 3339 text; now, unless said otherwise. The verdict records it. */
  at?: Date | string
}

/**
 * Whether a component may go out: what its gates say on these facts, and why.
 *
 * ```js
 * const errors = { name: 'errors', kind: 'threshold', metric: 'error_rate', maximum: 0.01 }
 * const gates = new GateSet({ gates: [{ name: 'quality', criteria: [errors] }] })
 * const verdict = await evaluate(gates, new Facts(), 'payments', { environment: 'production' })
 * verdict.verdict // 'pending'
 * ```
 */
export function evaluate(
  gates: GateSet | GateFile | string,
  facts: Facts,
  component: string,
  options?: GateOptions & TaskOptions,
): Promise<Verdict>

/** {@link evaluate}, at once. */
export function evaluateSync(
  gates: GateSet | GateFile | string,
  facts: Facts,
  component: string,
  options?: GateOptions,
): Verdict

/** How a verdict or a board is written. */
export type ReviewFormat = 'text' | 'markdown' | 'html'

/**
 * Every finding of a verdict in full, worst first: what was expected and observed, on which evidence, what to do next, and who.
 *
 * ```js
 * const errors = { name: 'errors', kind: 'threshold', metric: 'error_rate', maximum: 0.01 }
 * const verdict = evaluateSync({ gates: [{ name: 'quality', criteria: [errors] }] }, new Facts(), 'payments')
 * explain(verdict).split('\n')[0] // 'payments: pending'
 * ```
 */
export function explain(verdict: Verdict | string): string

/**
 * A verdict for people: the answer, what every criterion came to, and who has to do what.
 *
 * ```js
 * const verdict = evaluateSync({ gates: [] }, new Facts(), 'payments')
 * renderVerdict(verdict, 'markdown').split('\n')[0] // '## payments: go'
 * ```
 */
export function renderVerdict(verdict: Verdict | string, format?: ReviewFormat): string
