import type { Added, Contradiction, Fact, Subject, Unresolved, Workspace } from '../documents'
import type { TaskOptions } from './task'
import type { ToolReadOptions } from './tool'

/**
 * Many facts, ready to be asked: evidence, approvals, waivers, deployments. It is a set: the order in which they come is of no
 * account, and a fact that is there already is absorbed. Names that are nobody's are told by `unresolved`, and are never guessed.
 *
 * ```js
 * const facts = new Facts()
 * const subject = { component: 'payments' }
 * const value = { kind: 'metric', name: 'error_rate', value: 0.002 }
 * const added = facts.addSync([{ kind: 'evidence', id: 'e1', subject, value, observed_at: '2026-11-02T09:00:00Z' }])
 * added.added // 1
 * facts.length // 1
 * ```
 */
export class Facts {
  /** None yet, about the components, people and environments of a workspace, where one is given. */
  constructor(workspace?: Workspace | string)
  /**
   * Takes facts in, one or many, or the JSON or YAML text of them, off the main thread; and says what came of it. To add many, add
   * them at once.
   */
  add(facts: Iterable<Fact> | Fact | string, options?: TaskOptions): Promise<Added>
  /** `add` on the main thread. */
  addSync(facts: Iterable<Fact> | Fact | string): Added
  /** Takes in what a tool's report says of a subject: `tool.read`, and what it gives added. */
  read(payload: string | Uint8Array, options: FactsReadOptions & TaskOptions): Promise<Added>
  /** `read` on the main thread. */
  readSync(payload: string | Uint8Array, options: FactsReadOptions): Added
  /** The names that are nobody's and nothing's here, or more than one's, each once, with what is called much like it. */
  readonly unresolved: Unresolved[]
  /** The facts that cannot all be true. */
  readonly contradictions: Contradiction[]
  /** How many came that were there already. */
  readonly absorbed: number
  /** The facts of a kind as they were given, by id and time. */
  ofKind(kind: Fact['kind']): Fact[]
  /** All facts as they were given, as the canonical JSON of a list. */
  toJson(): string
  /** All facts as they were given. */
  toJSON(): Fact[]
  /** The digest of `toJson()`, whatever the order in which they came. */
  digest(): string
  /** How many there are, each counted once. */
  readonly length: number
}

/** Which tool's report it is, of what, and what is known of it besides its text. */
export interface FactsReadOptions extends ToolReadOptions {
  /** The tool whose report it is. */
  tool: string
  /** What it is about. */
  subject: Subject | string
}
