import type { Fact, Inspection, Subject, Verification } from '../documents'
import type { TaskOptions } from './task'

/** What is known of a report besides its text. */
export interface ToolReadOptions {
  /** When it is read; now, where it is left out. What the report says itself of when it was made comes first. */
  at?: Date | string
  /** Which of several suites of tests these are. */
  suite?: string
  /** Where people look the report up. */
  uri?: string
  /** When the facts stop to count; never, where it is left out. */
  expiresAt?: Date | string
  /** The public key with which signatures are checked; without one nothing is ever verified. */
  key?: string
}

/**
 * The reports of other tools: what they say, and what that means for a component.
 *
 * A text is never taken for a tool's by guessing: `detect` names every tool whose form it has, and you say which one is meant.
 */
export namespace tool {
  /**
   * The tools whose report this could be, by its outermost form alone; none where it is no known tool's.
   *
   * ```js
   * tool.detectSync('<testsuite/>') // ['junit']
   * ```
   */
  function detect(payload: string | Uint8Array, options?: TaskOptions): Promise<string[]>
  /** `detect` on the main thread. */
  function detectSync(payload: string | Uint8Array): string[]
  /**
   * What a tool's report says: counts, times, ids, severities, states, under the tool's own words.
   *
   * ```js
   * const report = tool.inspectSync('<testsuite><testcase name="divides"><failure/></testcase></testsuite>', 'junit')
   * report.failed_names // ['::divides']
   * ```
   *
   * @throws {GreenboardError} `tool.empty`, `tool.unrecognised`, `tool.malformed` and others
   */
  function inspect(payload: string | Uint8Array, tool: string, options?: TaskOptions): Promise<Inspection>
  /** `inspect` on the main thread. */
  function inspectSync(payload: string | Uint8Array, tool: string): Inspection
  /**
   * A tool's report as facts about a subject: evidence whose source is the tool and whose `digest` is the report's.
   *
   * ```js
   * const tracefile = 'SF:a.js\nDA:1,4\nDA:2,0\nend_of_record\n'
   * const [coverage] = tool.readSync(tracefile, 'lcov', { component: 'payments' })
   * coverage.value.lines // { covered: 1, total: 2 }
   * ```
   */
  function read(
    payload: string | Uint8Array,
    tool: string,
    subject: Subject | string,
    options?: ToolReadOptions & TaskOptions,
  ): Promise<Fact[]>
  /** `read` on the main thread. */
  function readSync(
    payload: string | Uint8Array,
    tool: string,
    subject: Subject | string,
    options?: ToolReadOptions,
  ): Fact[]
  /**
   * Whether the DSSE envelopes in a text were signed with a key: a bare envelope, a bundle of Sigstore's, lines of either, or the
   * summary of Google Cloud Build.
   *
   * `key` is PEM (`BEGIN PUBLIC KEY`), or an Ed25519 or P-256 key in hexadecimal or base64. That a signature is not good is an
   * answer (`invalid`), and no error; without a key nothing is ever verified (`unverified`).
   *
   * ```js
   * const envelope = '{"payload": "aGVsbG8gd29ybGQ=", "payloadType": "text/plain", "signatures": []}'
   * tool.verifySync(envelope).state // 'unverified'
   * ```
   */
  function verify(payload: string | Uint8Array, key?: string, options?: TaskOptions): Promise<Verification>
  /** `verify` on the main thread. */
  function verifySync(payload: string | Uint8Array, key?: string): Verification
}
