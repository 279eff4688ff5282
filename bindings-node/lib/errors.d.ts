import type { ErrorFields, Refusal, RefusalReason } from '../documents'

/**
 * A failure, the same in every language: its message is the place and the sentence for people.
 *
 * ```js
 * try {
 *   new Version('1.x.0')
 * } catch (error) {
 *   if (!(error instanceof GreenboardError)) throw error
 *   assert.deepEqual([error.code, error.column], ['version.unexpected_character', 3])
 * }
 * ```
 */
export class GreenboardError extends Error {
  constructor(message: string, fields?: Partial<Omit<ErrorFields, 'message'>>)
  /** The stable code to branch on, `<family>.<snake_case>`. */
  readonly code: string
  /** The file, or the path inside a document, that is at fault. */
  readonly path: string | undefined
  /** The line in the text at fault, from 1. */
  readonly line: number | undefined
  /** The column in the text at fault, from 1, in characters. */
  readonly column: number | undefined
  /** Facts about the failure as data: the input, what was expected, the nearest valid key. */
  readonly details: Record<string, unknown>
  /** Whether the same call may succeed later without any change to its input. */
  readonly retryable: boolean
  /** The fields, with the message that leaves the place out. */
  toJSON(): ErrorFields
}

/**
 * A command that is refused, with every reason and what would lift it.
 *
 * ```js
 * const command = { kind: 'start' }
 * const envelope = { id: 'start-1', actor: { id: 'ada', kind: 'human' }, at: '2026-11-02T09:00:00Z', command }
 * try {
 *   release.decide(undefined, envelope, new release.Context())
 * } catch (error) {
 *   if (!(error instanceof Refused)) throw error
 *   assert.deepEqual(error.reasons.map((reason) => reason.code), ['no_release'])
 * }
 * ```
 */
export class Refused extends GreenboardError {
  /** The refusal as a document. */
  readonly refusal: Refusal
  /** Every reason: a code to branch on, a sentence, what would lift it, and who can. */
  readonly reasons: RefusalReason[]
}
