import type { Bump, Scheme } from '../documents'

/** A step that a version takes. */
export type Step =
  | 'major'
  | 'minor'
  | 'patch'
  | 'premajor'
  | 'preminor'
  | 'prepatch'
  | 'prerelease'
  | 'release'

/** Which scheme a text is read in. */
export interface SchemeOptions {
  /** `cargo` unless said otherwise. */
  scheme?: Scheme
}

/** How a new prerelease is written. */
export interface BumpOptions {
  /** Its identifier, such as `rc`; numbers only without one. */
  identifier?: string
  /** The number it starts at, 0 unless said otherwise; `null` leaves the number out where the scheme can. */
  base?: number | null
}

/**
 * A version of one scheme, in its normalised text.
 *
 * `equals` is identity of scheme and text; `compare` is the scheme's order, in which two texts may well be equal.
 *
 * ```js
 * new Version('1.4.2').bump('minor').toString() // '1.5.0'
 * ```
 */
export class Version {
  /** @throws {GreenboardError} `version.*`, where the text is none of the scheme */
  constructor(text: string, options?: SchemeOptions)
  /** The scheme it follows. */
  readonly scheme: Scheme
  /** Whether it comes before a release it leads up to. */
  readonly isPrerelease: boolean
  /** The next version after a step. */
  bump(step: Step, options?: BumpOptions): Version
  /** The largest part in which the two differ; `none` at equal precedence. */
  diff(other: Version): Bump
  /** The scheme's order of the two, as `Array.prototype.sort` wants it. */
  compare(other: Version): -1 | 0 | 1
  /** Whether the two are the same text of the same scheme. */
  equals(other: unknown): boolean
  /** The normalised text. */
  toString(): string
  /** The normalised text: versions cross as text. */
  toJSON(): string
}

/**
 * What a consumer accepts of a provider: a set of versions in one scheme's notation.
 *
 * ```js
 * new Requirement('^1.2', { scheme: 'npm' }).matches('1.5.0') // true
 * ```
 */
export class Requirement {
  /** @throws {GreenboardError} `version.*`, where the text is none of the scheme */
  constructor(text: string, options?: SchemeOptions)
  /** The scheme it follows. */
  readonly scheme: Scheme
  /** Whether no version at all can meet it. */
  readonly isEmpty: boolean
  /** Whether the version, or the text of one in the same scheme, meets it. */
  matches(version: Version | string): boolean
  /** Whether some version can meet both. */
  intersects(other: Requirement): boolean
  /** Whether every version that meets this one meets `other` too. */
  isSubset(other: Requirement): boolean
  /** The requirement that a range in `vers` notation stands for, in the scheme of its type. */
  static fromVers(text: string): Requirement
  /** It in `vers` notation, which knows the order of versions and nothing else: rules for prereleases are dropped. */
  toVers(): string
  /** The requirement rewritten to ask for `version`, its operator and precision kept. */
  movedTo(version: Version | string): Requirement
  /** Whether the two are the same text of the same scheme. */
  equals(other: unknown): boolean
  /** The normalised text. */
  toString(): string
  /** The normalised text: requirements cross as text. */
  toJSON(): string
}
