// Reports of other tools, beyond the cases that all languages run.
import assert from 'node:assert/strict'
import test from 'node:test'
import { GreenboardError, digestText, tool } from 'greenboard'

const REPORT =
  "<testsuite><testcase classname='pay' name='adds é'/><testcase name='divides'><failure/></testcase></testsuite>"

test('text and bytes are the same', async () => {
  const bytes = new TextEncoder().encode(REPORT)
  const within = new Uint8Array([0, ...bytes, 0]).subarray(1, bytes.length + 1)
  for (const payload of [bytes, Buffer.from(REPORT), within]) {
    assert.deepEqual(tool.detectSync(payload), ['junit'])
    assert.deepEqual(await tool.detect(payload), ['junit'])
    assert.deepEqual(tool.inspectSync(payload, 'junit'), await tool.inspect(REPORT, 'junit'))
  }
})

test('facts are of the instant given', async () => {
  const options = { at: new Date('2026-11-02T09:00:00Z'), suite: 'unit', expiresAt: '2026-11-03T09:00:00Z' }
  const subject = { component: 'payments', version: '1.4.0' }
  const [fact] = await tool.read(REPORT, 'junit', subject, options)
  assert.deepEqual(tool.readSync(REPORT, 'junit', subject, options), [fact])
  assert.equal(fact.observed_at, '2026-11-02T09:00:00Z')
  assert.equal(fact.expires_at, '2026-11-03T09:00:00Z')
  assert.deepEqual([fact.value.suite, fact.value.failures], ['unit', ['::divides']])
  assert.equal(fact.digest, digestText(REPORT))
})

test('errors are data, and promises reject', async () => {
  const wrong = (error) => {
    assert.ok(error instanceof GreenboardError)
    assert.equal(error.code, 'tool.unrecognised')
    assert.deepEqual(error.details.tools, ['junit'])
    return true
  }
  assert.throws(() => tool.inspectSync(REPORT, 'lcov'), wrong)
  await assert.rejects(tool.inspect(REPORT, 'lcov'), wrong)
  const signal = AbortSignal.abort(new Error('enough'))
  await assert.rejects(tool.read(REPORT, 'junit', { component: 'payments' }, { signal }), /enough/)
})
