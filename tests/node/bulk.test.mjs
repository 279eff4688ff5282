// Many versions at once: arrays, Arrow IPC streams, and what happens to texts that are none.
import assert from 'node:assert/strict'
import test from 'node:test'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import {
  Requirement,
  Version,
  filterVersions,
  filterVersionsSync,
  matchMatrix,
  matchMatrixSync,
  maxSatisfying,
  maxSatisfyingSync,
  minSatisfyingSync,
  sortVersions,
  sortVersionsSync,
} from 'greenboard'

const TEXTS = ['1.10.0', '1.9.0', '2.0.0-rc.1', '1.9.0']
const SORTED = ['1.9.0', '1.9.0', '1.10.0', '2.0.0-rc.1']

test('an array gives its own items', async () => {
  assert.deepEqual(await sortVersions(TEXTS, { scheme: 'npm' }), SORTED)
  assert.deepEqual(sortVersionsSync(TEXTS, { scheme: 'npm' }), SORTED)
  assert.deepEqual(sortVersionsSync([]), [])
  const versions = TEXTS.map((text) => new Version(text))
  assert.equal(sortVersionsSync(versions)[0], versions[1])
  assert.deepEqual(await filterVersions(TEXTS, '^1.9', { scheme: 'npm' }), ['1.10.0', '1.9.0', '1.9.0'])
  assert.deepEqual(filterVersionsSync(versions, new Requirement('>=1.10')), [versions[0]])
  assert.equal(await maxSatisfying(TEXTS, '^1'), '1.10.0')
  assert.equal(minSatisfyingSync(TEXTS, '^1'), '1.9.0')
  assert.equal(maxSatisfyingSync(TEXTS, '^3'), null)
})

test('an Arrow IPC stream gives row numbers', async () => {
  const stream = tableToIPC(tableFromArrays({ version: TEXTS }), 'stream')
  assert.deepEqual([...(await sortVersions(stream, { scheme: 'npm' }))], [1, 3, 0, 2])
  assert.deepEqual([...filterVersionsSync(stream, '^1.10')], [0])
  assert.equal(maxSatisfyingSync(stream, '^1'), 0)
  const two = tableToIPC(tableFromArrays({ name: TEXTS, version: TEXTS }), 'stream')
  assert.deepEqual([...sortVersionsSync(two, { column: 'version' })], [1, 3, 0, 2])
  await assert.rejects(sortVersions(two), { code: 'version.column' })
  await assert.rejects(sortVersions(new Uint8Array(3)), { code: 'version.column' })
})

test('a bad text names its row, or is left out', async () => {
  const texts = ['1.0.0', 'fr\0gs', '0.9.0', '']
  await assert.rejects(sortVersions(texts), { name: 'GreenboardError', path: '[1]' })
  assert.throws(() => sortVersionsSync(texts), { path: '[1]' })
  assert.deepEqual(sortVersionsSync(texts, { invalid: 'skip' }), ['0.9.0', '1.0.0'])
  await assert.rejects(sortVersions([1]), TypeError)
  await assert.rejects(sortVersions('1.0.0'), TypeError)
  await assert.rejects(sortVersions(TEXTS, { invalid: 'maybe' }), TypeError)
  await assert.rejects(sortVersions(TEXTS, { scheme: 'frogs' }), { code: 'version.unknown_scheme' })
  await assert.rejects(filterVersions(TEXTS), TypeError)
})

test('a matrix is a bit a pair', async () => {
  const matrix = await matchMatrix(['^1', '~1.9.0', new Requirement('>=3')], TEXTS, { scheme: 'npm' })
  assert.deepEqual([matrix.requirements, matrix.versions], [3, 4])
  assert.deepEqual([0, 1, 2].map((row) => [...matrix.matches(row)]), [[0, 1, 3], [1, 3], []])
  assert.equal(matrix.count(0), 3)
  assert.ok(matrix.get(1, 1) && !matrix.get(1, 0))
  assert.throws(() => matrix.get(3, 0), RangeError)
  assert.throws(() => matrix.get(0, 4), RangeError)
  assert.equal(matchMatrixSync(['^1'], [], {}).versions, 0)
  await assert.rejects(matchMatrix(['^^'], TEXTS), { path: 'requirements[0]' })
})

test('waiting can be stopped', async () => {
  await assert.rejects(sortVersions(TEXTS, { signal: AbortSignal.abort() }), { name: 'AbortError' })
  const controller = new AbortController()
  const sorting = sortVersions(TEXTS, { signal: controller.signal })
  controller.abort(new Error('enough'))
  await assert.rejects(sorting, /enough/)
})
