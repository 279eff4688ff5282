// Canonical JSON and digests: what JavaScript's values become.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { Requirement, Version, canonicalJson, digest, digestText } from 'greenboard'

test('values and texts are one', () => {
  assert.equal(canonicalJson({ b: 1.0, a: [true, null, 'é'] }), '{"a":[true,null,"é"],"b":1}')
  assert.equal(canonicalJson('{ "b": 1.0 }'), '{"b":1}')
  assert.equal(digest({ a: 1 }), digest(' {"a": 1.0}'))
  assert.equal(digest({ a: 1 }), digestText('{"a":1}'))
  assert.equal(canonicalJson([new Version('1.0.0'), new Requirement('^1')]), '["1.0.0","^1"]')
})

test('digest is SHA-256', () => {
  const data = Buffer.from([0, 255])
  assert.equal(digestText(data), `sha256:${createHash('sha256').update(data).digest('hex')}`)
})

test('what JSON cannot hold is refused', () => {
  assert.throws(() => canonicalJson([Number.NaN]), TypeError)
  assert.throws(() => canonicalJson([1n]), TypeError)
  assert.throws(() => canonicalJson(undefined), TypeError)
  assert.throws(() => canonicalJson([2 ** 53 + 2]), { name: 'GreenboardError', code: 'document.unsafe_integer' })
})

test('errors say where', () => {
  assert.throws(() => canonicalJson('{"a": 1,\n "a": 2}'), {
    name: 'GreenboardError',
    code: 'document.duplicate_key',
    line: 2,
    column: 2,
  })
})
