// The examples of the README and of the page on releases run as written.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const pages = ['README.md', 'docs/releases.md'].map((page) => readFileSync(join(here, '../..', page), 'utf8'))
const examples = pages.flatMap((page) => [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code))

test('there are examples', () => assert.ok(examples.length >= 3))

for (const [index, code] of examples.entries()) {
  test(`example ${index + 1}`, async () => {
    // A file of its own beside the tests, so that it finds the package as any user's does.
    const dir = mkdtempSync(join(here, '.readme-'))
    try {
      writeFileSync(join(dir, 'example.mjs'), code)
      await import(pathToFileURL(join(dir, 'example.mjs')).href)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
}
