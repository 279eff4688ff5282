// Releases: desks over ledgers, refusals, and what is told of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Refused, ledger, release } from 'greenboard'

const at = '2026-11-02T09:00:00Z'

async function opened() {
  const book = ledger.Ledger.memory()
  const genesis = ledger.genesis('example.com/releases', { id: 'ci', kind: 'service' }, { at, nonce: Buffer.alloc(16) })
  await book.append(genesis, { now: at })
  const desk = await release.Desk.open(book)
  await desk.create({ id: 'r1', template: 'train' }, { actor: 'rita', id: 'create', at, now: at })
  return { book, desk }
}

test('a refusal tells every reason', async () => {
  const { desk } = await opened()
  await assert.rejects(desk.act('r1', { kind: 'close' }, { actor: 'rita', at }), (error) => {
    assert.ok(error instanceof Refused)
    assert.equal(error.name, 'Refused')
    assert.deepEqual(error.reasons.map(({ code }) => code), ['wrong_state'])
    assert.equal(error.refusal.status, 'draft')
    assert.match(release.render(error), /wrong_state/)
    return true
  })
})

test('two desks on one ledger see each other', async () => {
  const { book, desk } = await opened()
  const other = release.Desk.openSync(book)
  const flag = (flag) => ({ kind: 'set_flag', flag, comment: 'late' })
  other.actSync('r1', flag('attention'), { actor: 'rita', id: 'flag', at, now: at })
  const done = await desk.act('r1', flag('ok'), { actor: 'rita', id: 'ok', at, now: at })
  assert.equal(done.state.version, 3)
  assert.equal((await desk.act('r1', flag('ok'), { actor: 'rita', id: 'ok', at, now: at })).repeated, true)
  assert.throws(() => other.actSync('r1', flag('ok'), { actor: 'rita', at, expectedVersion: 1 }), {
    code: 'release.refused',
  })
})

test('whoever was slower decides anew', async () => {
  const { book } = await opened()
  let times = 3
  const late = {
    entries: (options) => book.entries(options),
    async append(drafts, options) {
      if (times > 0) {
        times -= 1
        const flag = { kind: 'set_flag', flag: 'attention', comment: `${times}` }
        await (await release.Desk.open(book)).act('r1', flag, { actor: 'olga', id: `other-${times}`, at })
      }
      return book.append(drafts, options)
    },
  }
  const desk = await release.Desk.open(late)
  const done = await desk.act('r1', { kind: 'set_flag', flag: 'ok' }, { actor: 'rita', id: 'ok', at })
  assert.deepEqual([done.state.flag, done.state.version], ['ok', 5])
})

test('history is folded alike', async () => {
  const { book, desk } = await opened()
  const later = '2026-11-03T09:00:00Z'
  const flag = { kind: 'set_flag', flag: 'at_risk', comment: 'late' }
  const { state } = await desk.act('r1', flag, { actor: 'rita', at: later, now: later })
  const { r1: before } = await release.replay(book, { recordedBy: at })
  assert.ok(release.diff(before, state).changes.some(({ place }) => place === 'flag'))
  const events = []
  for await (const entry of book) events.push(release.event(entry))
  assert.deepEqual(release.fold(events.filter(Boolean)), state)
  assert.equal(release.draft(events[1]).id, 'create/0')
})
