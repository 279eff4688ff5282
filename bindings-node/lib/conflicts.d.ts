import type { Claim, ConflictReport, ConflictRules, FreeSlot } from '../documents'

/** Conflicts: what several releases claim at once, and when there is room. */
export namespace conflicts {
  /**
   * All conflicts of several claims, as seen at an instant (now, where it is left out): what blocks first, then by time.
   *
   * ```js
   * const one = { release: 'R-1', starts_at: '2026-11-02T20:00:00Z', ends_at: '2026-11-02T22:00:00Z', environments: ['production'] }
   * const two = { release: 'R-2', starts_at: '2026-11-02T21:00:00Z', ends_at: '2026-11-02T23:00:00Z', environments: ['production'] }
   * conflicts.find([one, two], {}, { at: '2026-11-01T00:00:00Z' }).conflicts[0].kind // 'environment_booked'
   * ```
   */
  function find(claims: Iterable<Claim>, rules?: ConflictRules | string, options?: { at?: Date | string }): ConflictReport
  /**
   * The next times, from an instant on (now, where it is left out), that are free for a claim, as long as it is.
   *
   * ```js
   * const claim = { release: 'R-1', starts_at: '2026-11-02T20:00:00Z', ends_at: '2026-11-02T22:00:00Z' }
   * conflicts.freeSlots(claim, [], {}, { at: '2026-11-01T00:00:00Z' })[0].end // '2026-11-01T02:00:00Z'
   * ```
   */
  function freeSlots(wanted: Claim | string, claims?: Iterable<Claim>, rules?: ConflictRules | string, options?: { at?: Date | string }): FreeSlot[]
}
