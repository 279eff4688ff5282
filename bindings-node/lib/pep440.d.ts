/** What becomes of pre-releases. */
export interface PrereleaseOptions {
  /** Kept (`true`) or dropped (`false`). */
  prereleases?: boolean
}

/**
 * What only PEP 440 has, on texts; `Version` and `Requirement` of scheme `pep440` do the rest. A specifier that cannot be read
 * throws a `GreenboardError`; `===` meets any text.
 */
export namespace pep440 {
  /**
   * Whether the candidate meets all specifiers. A pre-release does, unless `prereleases` is `false`.
   *
   * ```js
   * pep440.contains('>=1.4,<3', '2.0rc1') // true
   * ```
   */
  function contains(specifiers: string, candidate: string, options?: PrereleaseOptions): boolean
  /**
   * The candidates that meet all specifiers, in the order given. By default pre-releases are kept where a specifier names
   * one, or where no final release meets the specifiers.
   *
   * ```js
   * pep440.filter('>=1.4,<3', ['1.4', '2.0rc1', '3.1']) // ['1.4']
   * ```
   */
  function filter(specifiers: string, candidates: string[], options?: PrereleaseOptions): string[]
  /** Whether nothing can meet all specifiers; with `prereleases: false`, nothing but pre-releases. */
  function isUnsatisfiable(specifiers: string, options?: PrereleaseOptions): boolean
  /** Whether all that meets `a` meets `b`, pre-releases included. */
  function isSubset(a: string, b: string): boolean
  /** Whether nothing meets both. */
  function isDisjoint(a: string, b: string): boolean
  /**
   * Whether the same versions and texts meet both, however they are written.
   *
   * ```js
   * pep440.isEquivalent('~=1.4.2', '==1.4.*,>=1.4.2.0') // true
   * ```
   */
  function isEquivalent(a: string, b: string): boolean
}
