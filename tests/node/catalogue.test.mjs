// JavaScript covers what the core lists: every code, every kind and every document has its type.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { catalogue, errorCodes, schemas } from 'greenboard'

const types = readFileSync(new URL('../../bindings-node/documents.d.ts', import.meta.url), 'utf8')

test('codes are sorted, unique, and of a family', () => {
  const codes = errorCodes()
  assert.deepEqual(codes, [...new Set(codes)].sort())
  for (const code of codes) assert.match(code, /^[a-z]+\.[a-z0-9_]+$/)
})

test('every kind is a type', () => {
  for (const { name, kinds } of catalogue()) {
    assert.ok(kinds.length > 0, name)
    for (const { kind, summary, schema } of kinds) {
      assert.ok(summary, kind)
      assert.equal(schema.properties.kind.const, kind)
      assert.ok(types.includes(`  kind: '${kind}'\n`), `no type has kind ${kind}`)
    }
  }
})

test('every document is a type', () => {
  for (const { title } of Object.values(schemas())) assert.match(types, new RegExp(`^export (interface|type) ${title}\\b`, 'm'))
})
