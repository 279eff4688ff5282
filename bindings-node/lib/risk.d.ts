import type { RiskAssessment, RiskMethod } from '../documents'

/** Risk: how risky a release is, by the method that it chose. */
export namespace risk {
  /**
   * The score by a method, what it means, and why: `register`, `servicenow_stage`, `assessors`, `change` or `track_record`.
   *
   * ```js
   * risk.assess({ kind: 'track_record', successful: 20, unsuccessful: 2, p2: 1, p3: 3 }).score // 39
   * ```
   */
  function assess(method: RiskMethod | string): RiskAssessment
}
