// Gates from Node: handles, boards that are kept up, columns, and what is thrown.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { inspect } from 'node:util'
import * as gb from 'greenboard'

const at = '2026-11-02T09:00:00Z'
const GATES = `
gates:
  - name: quality
    owner: ada
    criteria:
      - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
      - {name: latency, kind: threshold, metric: p95, maximum: 300, severity: warn}
`

const metric = (component, name, value, observed_at = at) => ({
  kind: 'evidence',
  id: `${component}-${name}-${observed_at}`,
  subject: { component },
  value: { kind: 'metric', name, value },
  observed_at,
})

function some() {
  const facts = new gb.Facts()
  facts.add(['api', 'web'].map((component) => ({ kind: 'candidate', component, version: '1.4.0' })))
  facts.add([metric('api', 'error_rate', 0.2), metric('api', 'p95', 420), metric('web', 'error_rate', 0.001)])
  return facts
}

test('gates are made once, and travel as a document', () => {
  const gates = new gb.GateSet(GATES)
  assert.equal(new gb.GateSet(JSON.stringify(gates)).digest, gates.digest)
  assert.equal(inspect(gates), 'GateSet(quality)')
})

test('gates on disk include others', () => {
  const dir = mkdtempSync(join(tmpdir(), 'greenboard-gates-'))
  try {
    writeFileSync(join(dir, 'base.yaml'), GATES)
    writeFileSync(join(dir, 'gates.yaml'), 'include: [{file: base.yaml}]')
    assert.deepEqual(gb.GateSet.load(join(dir, 'gates.yaml')).names, ['quality'])
    assert.throws(() => gb.GateSet.load(dir), { code: 'source.no_gates' })
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('what is wrong with a gate file has its place', () => {
  const wrong = 'gates:\n  - {name: quality, severty: warn, criteria: []}'
  assert.throws(() => new gb.GateSet(wrong), { name: 'GreenboardError', code: 'document.unknown_key', line: 2 })
  assert.throws(() => gb.evaluateSync(GATES, {}, 'api'), TypeError)
})

test('a verdict tells itself, and is the same at once and later', async () => {
  const verdict = await gb.evaluate(GATES, some(), 'api', { environment: 'production', at })
  assert.deepEqual(gb.evaluateSync(GATES, some(), 'api', { environment: 'production', at: new Date(at) }), verdict)
  assert.ok(gb.verdictTable(verdict).startsWith('api 1.4.0 into production: no-go\n'))
  assert.ok(gb.findingsText(verdict).includes('\nquality / errors: fail\n'))
  assert.ok(gb.renderVerdict(verdict, 'html').startsWith('<div class="greenboard-review">'))
  assert.throws(() => gb.renderVerdict(verdict, 'pdf'), { code: 'report.unknown_format' })
})

test('waiting can be given up', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  await assert.rejects(gb.evaluate(GATES, some(), 'api', { at, signal }), { message: 'enough' })
  await assert.rejects(gb.board(GATES, some(), { at, signal }), { message: 'enough' })
  await assert.rejects(gb.board('gates: 3', some(), { at }), { name: 'GreenboardError' })
})

test('a board is kept up', async () => {
  const facts = some()
  const live = await gb.board(GATES, facts, { at })
  assert.deepEqual([live.verdict, live.length, live.at], ['no_go', 2, at])
  const before = live.toJSON()
  const later = '2026-11-02T10:00:00Z'
  const changes = await live.update([metric('api', 'error_rate', 0.001, later)], { at: later })
  assert.deepEqual(changes.map(({ component, from, to }) => [component, from, to]), [['api', 'no_go', 'conditional']])
  assert.deepEqual(live.toJSON(), gb.boardSync(GATES, facts, { at: later }).toJSON())
  assert.deepEqual(live.diff(before), gb.diffBoards(before, live.toJSON()))
  assert.deepEqual(live.updateSync([], { at: later }), [])
  assert.equal(live.row('api').verdict, 'conditional')
  assert.equal(live.row('nobody'), undefined)
  assert.equal(inspect(live), `LiveBoard(conditional, 2 components at ${later})`)
  assert.deepEqual(live.byOwner(), gb.byOwner(live.toJSON()))
  assert.equal(live.render('markdown', { limit: 1 }), gb.renderBoard(live.toJSON(), 'markdown', { limit: 1 }))
})

test('a board says what would turn it green', async () => {
  const live = gb.boardSync(GATES, some(), { at })
  assert.deepEqual(live.explain('api').because, [{ gate: 'quality', criterion: 'errors' }])
  const ways = live.whatWouldTurnItGreen('api', { target: 'conditional' })
  assert.equal(ways.ways[0].steps.length, 1)
  assert.deepEqual(await gb.whatWouldTurnItGreen(GATES, some(), 'api', { at, target: 'conditional' }), ways)
  assert.ok(gb.explanationText(live.explain('api')).includes('The way to go'))
})

test('a board is an Arrow stream', () => {
  const bytes = gb.boardSync(GATES, some(), { at }).toArrow()
  assert.ok(bytes instanceof Uint8Array)
  // Every message of a stream begins so.
  assert.deepEqual([...bytes.slice(0, 4)], [255, 255, 255, 255])
})
