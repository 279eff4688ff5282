import type { PlannedPhase, WorkCalendar } from '../documents'

/** Dates: phases planned backward in working days. */
export namespace dates {
  /**
   * The dates of phases of so many working days each, the last of which ends on the target, or on the last working day before.
   *
   * ```js
   * dates.planBackward([['Build', 5]], '2026-11-22')[0].start // '2026-11-16'
   * ```
   */
  function planBackward(phases: Iterable<readonly [string, number]>, target: string, calendar?: WorkCalendar | string): PlannedPhase[]
}
