import type { Registry } from '../documents'

/**
 * Every registry with its kinds, their summaries and JSON Schemas: what a document's `kind` can be.
 *
 * ```js
 * catalogue()[0].kinds.map(({ kind }) => kind) // ['semantic', 'calendar', 'cargo', 'release_please', 'semantic_release']
 * ```
 */
export function catalogue(): Registry[]

/**
 * Every code that an error can carry, sorted.
 *
 * ```js
 * errorCodes().includes('version.unexpected_character') // true
 * ```
 */
export function errorCodes(): string[]

/**
 * The JSON Schema of every document, by name.
 *
 * ```js
 * schemas().change.title // 'Change'
 * ```
 */
export function schemas(): Record<string, object>
