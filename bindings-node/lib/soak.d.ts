import type { Freight, FreightRequest } from '../documents'

/** Whether something has been long enough where it was before, as Kargo asks of its freight. */
export namespace soak {
  /**
   * Whether a stage may take something: it is approved for the stage, or comes from where it takes things straight, or was
   * verified in one of the stages before, or in all of them, and stayed there as long as asked.
   *
   * ```js
   * const request = { origin: 'images', upstream_stages: ['test'], required_soak_seconds: 3600 }
   * soak.isAvailable('production', [request], { origin: 'images', verified_in: { test: 1800 } }) // false
   * ```
   */
  function isAvailable(stage: string, requests: Iterable<FreightRequest>, freight: Freight | string): boolean
}
