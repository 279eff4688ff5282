// Every public name is typed and documented, and its examples run: `expression // value` holds.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import test from 'node:test'
import * as greenboard from 'greenboard'

const lib = new URL('../../bindings-node/lib/', import.meta.url)
const declarations = readdirSync(lib).filter((file) => file.endsWith('.d.ts'))
const text = declarations.map((file) => readFileSync(new URL(file, lib), 'utf8')).join('\n')

test('every public name is declared, and documented', () => {
  for (const name of Object.keys(greenboard)) {
    const declared = text.match(new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\nexport (class|function|namespace) ${name}\\b`))
    assert.ok(declared, `${name} has no documented declaration`)
    const [, doc, kind] = declared
    assert.ok(doc.includes('```js') || doc.includes('{@link ') || kind === 'namespace', `${name} has no example`)
  }
})

const AsyncFunction = (async () => {}).constructor

for (const [, example] of text.matchAll(/```js\n([^]*?)```/g)) {
  const lines = example.trimEnd().replaceAll(/^ *\* ?/gm, '').trimEnd().split('\n')
  test(lines.at(-1), async () => {
    const checked = lines.map((line) => {
      const claim = line.match(/^(.*?) \/\/ (.*)$/)
      return claim ? `assert.deepEqual(${claim[1]}, ${claim[2]})` : line
    })
    await new AsyncFunction('assert', ...Object.keys(greenboard), checked.join('\n'))(assert, ...Object.values(greenboard))
  })
}
