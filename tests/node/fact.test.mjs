// The handle of facts, and what contracts allow.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Facts, GreenboardError, contracts } from 'greenboard'

const at = '2026-11-02T09:00:00Z'
const approval = (by, more = {}) => ({ kind: 'approval', id: 'a1', by, subject: { component: 'payments' }, observed_at: at, ...more })
const workspace = { components: [], identity: { people: { ada: { github: 'ada-l' } } } }

test('adding says what came of it', async () => {
  const facts = new Facts()
  assert.equal((await facts.add([approval('ada'), approval('ada')])).absorbed, 1)
  assert.equal(facts.addSync(JSON.stringify([approval('ada')])).absorbed, 1)
  assert.deepEqual([facts.length, facts.absorbed], [1, 2])
  const added = facts.addSync(approval('grace'))
  assert.deepEqual(added.contradictory, facts.contradictions)
  assert.deepEqual(facts.contradictions[0].ids, ['a1'])
  assert.equal(facts.ofKind('approval')[0].by, 'ada')
})

test('what comes out goes in', () => {
  const facts = new Facts()
  facts.addSync(approval('ada', { ticket: 'PAY-1' }))
  const again = new Facts()
  again.addSync(facts.toJson())
  again.addSync(JSON.parse(JSON.stringify(facts)))
  assert.equal(again.digest(), facts.digest())
})

test('strangers are told', () => {
  const facts = new Facts(workspace)
  facts.addSync(approval('adal', { source: { tool: 'github' } }))
  const [unknown] = facts.unresolved
  assert.deepEqual([unknown.what, unknown.name, unknown.nearest, unknown.facts], ['person', 'adal', ['ada'], 1])
})

test('a report is read into them', async () => {
  const facts = new Facts()
  const report = "<testsuite><testcase name='adds'/></testsuite>"
  const options = { tool: 'junit', subject: { component: 'payments' }, at }
  assert.equal((await facts.read(report, options)).added, 1)
  assert.equal(facts.readSync(report, options).absorbed, 1)
  await assert.rejects(facts.read('', options), GreenboardError)
})

test('contracts', () => {
  const matrix = { pacts: [{ consumer: 'web', version: '1', provider: 'orders' }], deployed: { orders: ['7'] } }
  assert.equal(contracts.canIDeploy(matrix, 'web', '1').deployable, 'unknown')
  assert.equal(contracts.canIDeploy(matrix, 'web', '2').deployable, 'no')
  assert.equal(contracts.together(matrix, 'web', { web: '1' }), undefined)
})
