import type { TaskOptions } from './task'
import type { Requirement, SchemeOptions, Version } from './version'

/** How many versions are read. */
export interface BulkOptions extends SchemeOptions {
  /** What becomes of a text that is no version: the call fails with its row in `path` (unless said otherwise), or it is left out. */
  invalid?: 'refuse' | 'skip'
}

/** How the column of an Arrow IPC stream is read. */
export interface ColumnOptions extends BulkOptions {
  /** The column's name; not needed where there is only one. */
  column?: string
}

/**
 * The versions in ascending order; equal precedence is ordered by text. An array gives an array of the same items, an Arrow
 * IPC stream the numbers of its rows.
 *
 * ```js
 * await sortVersions(['1.10.0', '1.9.0'], { scheme: 'npm' }) // ['1.9.0', '1.10.0']
 * ```
 */
export function sortVersions<V extends Version | string>(versions: readonly V[], options?: BulkOptions & TaskOptions): Promise<V[]>
export function sortVersions(stream: Uint8Array, options?: ColumnOptions & TaskOptions): Promise<Uint32Array>

/** {@link sortVersions}, at once. */
export function sortVersionsSync<V extends Version | string>(versions: readonly V[], options?: BulkOptions): V[]
export function sortVersionsSync(stream: Uint8Array, options?: ColumnOptions): Uint32Array

/**
 * The versions that meet the requirement, in the order given; a requirement's text is read in `scheme`.
 *
 * ```js
 * await filterVersions(['1.10.0', '2.0.0', '1.9.0'], '^1.9', { scheme: 'npm' }) // ['1.10.0', '1.9.0']
 * ```
 */
export function filterVersions<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions & TaskOptions,
): Promise<V[]>
export function filterVersions(
  stream: Uint8Array,
  requirement: Requirement | string,
  options?: ColumnOptions & TaskOptions,
): Promise<Uint32Array>

/** {@link filterVersions}, at once. */
export function filterVersionsSync<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions,
): V[]
export function filterVersionsSync(stream: Uint8Array, requirement: Requirement | string, options?: ColumnOptions): Uint32Array

/**
 * The greatest version that meets the requirement (its row number for a stream), or null.
 *
 * ```js
 * await maxSatisfying(['1.10.0', '2.0.0', '1.9.0'], '^1.9', { scheme: 'npm' }) // '1.10.0'
 * ```
 */
export function maxSatisfying<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions & TaskOptions,
): Promise<V | null>
export function maxSatisfying(
  stream: Uint8Array,
  requirement: Requirement | string,
  options?: ColumnOptions & TaskOptions,
): Promise<number | null>

/** {@link maxSatisfying}, at once. */
export function maxSatisfyingSync<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions,
): V | null
export function maxSatisfyingSync(stream: Uint8Array, requirement: Requirement | string, options?: ColumnOptions): number | null

/**
 * The least version that meets the requirement (its row number for a stream), or null.
 *
 * ```js
 * await minSatisfying(['1.10.0', '2.0.0', '1.9.0'], '^1.9', { scheme: 'npm' }) // '1.9.0'
 * ```
 */
export function minSatisfying<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions & TaskOptions,
): Promise<V | null>
export function minSatisfying(
  stream: Uint8Array,
  requirement: Requirement | string,
  options?: ColumnOptions & TaskOptions,
): Promise<number | null>

/** {@link minSatisfying}, at once. */
export function minSatisfyingSync<V extends Version | string>(
  versions: readonly V[],
  requirement: Requirement | string,
  options?: BulkOptions,
): V | null
export function minSatisfyingSync(stream: Uint8Array, requirement: Requirement | string, options?: ColumnOptions): number | null

/**
 * Which requirement (row) is met by which version (column), a bit each.
 *
 * ```js
 * const matrix = matchMatrixSync(['^1.9', '~1.10.0'], ['1.9.0', '1.10.0'], { scheme: 'npm' })
 * matrix.get(1, 0) // false
 * ```
 */
export class Matrix {
  private constructor()
  /** How many requirements. */
  readonly requirements: number
  /** How many versions. */
  readonly versions: number
  /** Whether this version meets this requirement. */
  get(requirement: number, version: number): boolean
  /** How many versions meet the requirement in this row. */
  count(requirement: number): number
  /** The numbers of the versions that meet the requirement in this row, ascending. */
  matches(requirement: number): Uint32Array
}

/**
 * Every requirement against every version.
 *
 * ```js
 * const matrix = await matchMatrix(['^1.9', '~1.10.0'], ['1.9.0', '1.10.0'], { scheme: 'npm' })
 * matrix.count(0) // 2
 * ```
 */
export function matchMatrix(
  requirements: readonly (Requirement | string)[],
  versions: readonly (Version | string)[],
  options?: BulkOptions & TaskOptions,
): Promise<Matrix>
export function matchMatrix(
  requirements: readonly (Requirement | string)[],
  stream: Uint8Array,
  options?: ColumnOptions & TaskOptions,
): Promise<Matrix>

/** {@link matchMatrix}, at once. */
export function matchMatrixSync(
  requirements: readonly (Requirement | string)[],
  versions: readonly (Version | string)[],
  options?: BulkOptions,
): Matrix
export function matchMatrixSync(requirements: readonly (Requirement | string)[], stream: Uint8Array, options?: ColumnOptions): Matrix
