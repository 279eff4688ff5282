import type { Fact, Workspace } from '../documents'

/**
 * Many facts, ready to be asked: evidence, approvals, waivers, deployments. The order in which they come is of no account.
 *
 * ```js
 * const facts = new Facts()
 * const subject = { component: 'payments' }
 * const value = { kind: 'metric', name: 'error_rate', value: 0.002 }
 * facts.add([{ kind: 'evidence', id: 'e1', subject, value, observed_at: '2026-11-02T09:00:00Z' }])
 * facts.length // 1
 * ```
 */
export class Facts {
  /** None yet, about the components, people and environments of a workspace, where one is given. */
  constructor(workspace?: Workspace | string)
  /** Takes these in: documents, or the JSON or YAML text of a list of them. */
  add(facts: Iterable<Fact> | string): void
  /** How many there are, each counted once. */
  readonly length: number
}
