import type { BumpOptions, Step } from './version'

/** How node-semver reads texts. */
export interface NpmOptions {
  /** Read what old packages have too, such as `1.2.3beta`; `false` unless said otherwise. */
  loose?: boolean
  /** Let prereleases into a range that does not ask for them; `false` unless said otherwise. */
  includePrerelease?: boolean
}

/**
 * What only node-semver has, under its names, on texts; `Version` and `Requirement` of scheme `npm` do the rest. A version or
 * range that cannot be read throws a `GreenboardError`.
 */
export namespace npm {
  /**
   * The version that a text means, without what people put around it; null where it is none.
   *
   * ```js
   * npm.clean('  =v1.2.3 ') // '1.2.3'
   * ```
   */
  function clean(version: string, options?: NpmOptions): string | null
  /**
   * The first version in a text that is none, or the last (`rtl`); null where there is nothing like one.
   *
   * ```js
   * npm.coerce('release 4.6, of course') // '4.6.0'
   * ```
   */
  function coerce(text: string, options?: NpmOptions & { rtl?: boolean }): string | null
  /**
   * The version after a step. Unlike `Version.bump` it may sort below: from `1.0.0-dev.0` to `1.0.0-alpha.0`.
   *
   * ```js
   * npm.inc('1.2.3', 'preminor', { identifier: 'rc', base: 1 }) // '1.3.0-rc.1'
   * ```
   */
  function inc(version: string, step: Step, options?: NpmOptions & BumpOptions): string
  /**
   * The step between two versions; null at equal precedence.
   *
   * ```js
   * npm.diff('1.2.3', '2.0.0-rc.1') // 'premajor'
   * ```
   */
  function diff(a: string, b: string, options?: NpmOptions): Step | null
  /**
   * The version with all below `step` set to zero.
   *
   * ```js
   * npm.truncate('4.5.6-rc.2', 'minor') // '4.5.0'
   * ```
   */
  function truncate(version: string, step: Step, options?: NpmOptions): string
  /**
   * The range in its normal text; null where it is none.
   *
   * ```js
   * npm.validRange('^1.2 || 3.x') // '>=1.2.0 <2.0.0-0||>=3.0.0 <4.0.0-0'
   * ```
   */
  function validRange(range: string, options?: NpmOptions): string | null
  /**
   * Whether the version is in the range.
   *
   * ```js
   * npm.satisfies('1.3.0-beta', '^1.2', { includePrerelease: true }) // true
   * ```
   */
  function satisfies(version: string, range: string, options?: NpmOptions): boolean
  /** Whether node-semver holds that some version is in both ranges; `Requirement.intersects` is exact. */
  function intersects(a: string, b: string, options?: NpmOptions): boolean
  /** Whether node-semver holds that all of `a` is in `b`; `Requirement.isSubset` is exact. */
  function subset(a: string, b: string, options?: NpmOptions): boolean
  /**
   * Whether the version is greater (`>`) or less (`<`) than everything in the range.
   *
   * ```js
   * npm.outside('2.0.0', '^1.2', '>') // true
   * ```
   */
  function outside(version: string, range: string, hilo: '>' | '<', options?: NpmOptions): boolean
  /**
   * The least version in the range; null where nothing is in it.
   *
   * ```js
   * npm.minVersion('>1.2.3') // '1.2.4'
   * ```
   */
  function minVersion(range: string, options?: NpmOptions): string | null
  /**
   * The shortest range with the same answers for these versions.
   *
   * ```js
   * npm.simplify(['1.0.0', '1.0.1', '1.0.2', '2.0.0'], '1.0.0 || 1.0.1 || 1.0.2') // '<=1.0.2'
   * ```
   */
  function simplify(versions: string[], range: string, options?: NpmOptions): string
}
