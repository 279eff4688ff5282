/** A value that `JSON.stringify` takes; a string is a JSON text already. */
export type JsonValue = string | number | boolean | null | object

/**
 * The RFC 8785 text of a value, or of a JSON text: equal values have equal bytes.
 *
 * ```js
 * canonicalJson({ b: 1.0, a: null }) // '{"a":null,"b":1}'
 * ```
 */
export function canonicalJson(value: JsonValue): string

/**
 * The digest of a value, or of a JSON text: `sha256:` and the hash of its canonical JSON, whatever its layout.
 *
 * ```js
 * digest([]) === digest('[ ]') // true
 * ```
 */
export function digest(value: JsonValue): string

/**
 * The digest of a text or file as it stands, such as that of an artefact.
 *
 * ```js
 * digestText('').slice(0, 20) // 'sha256:e3b0c44298fc1'
 * ```
 */
export function digestText(text: string | Uint8Array): string
