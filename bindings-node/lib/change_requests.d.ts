import type { ChangeFlow, ChangeStep } from '../documents'

/** Change requests: the states that the tickets of change management go through, by the kind of change. */
export namespace changeRequests {
  /**
   * The change request after a step: a document, or the name of what is done where nothing more is said with it. Throws an error
   * with every reason under `details.reasons` where the step is not taken.
   *
   * ```js
   * changeRequests.advance({ change_type: 'emergency' }, 'advance').state // 'authorize'
   * ```
   */
  function advance(flow: ChangeFlow | string, step: ChangeStep | ChangeStep['action']): ChangeFlow
}
