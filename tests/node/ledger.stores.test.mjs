// Every store of ledgers passes the one behaviour suite (`tests/stores`), and keeps its promises under several writers.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import * as gb from 'greenboard'
import { PostgresLedger, create as createPostgres } from 'greenboard/postgres'
import { SqliteLedger, create as createSqlite } from 'greenboard/sqlite'

const { ledger, canonicalJson, GreenboardError } = gb
const CASES = JSON.parse(readFileSync(new URL('../stores/behaviour.json', import.meta.url), 'utf8'))
const SERVER = fileURLToPath(new URL('../stores/server.sh', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'greenboard-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const actor = { id: 'ci', kind: 'service' }
const at = '2026-01-02T03:05:00Z'
const draft = (id) => ({ id, kind: 'release.planned', subject: 'api-1.4.0', actor, at })
const genesis = () => ledger.genesis('example.com/releases', actor, { at })

/** A driver, from here or from the folder that `make test-postgres` filled; what is missing otherwise. */
function driver(name) {
  for (const place of [import.meta.url, process.env.GREENBOARD_DRIVERS]) {
    try {
      return createRequire(place)(name)
    } catch {
      // The next place.
    }
  }
}

const POSTGRES = process.env.GREENBOARD_POSTGRES
const pg = POSTGRES && driver('pg')
const noServer = pg ? false : 'no PostgreSQL: `make test-postgres` starts one'

/** How a database file is opened, by each driver of SQLite that is here. */
const sqlite = {}
const better = driver('better-sqlite3')
if (better) sqlite['better-sqlite3'] = (path) => new better(path, { timeout: 30_000 })
const { DatabaseSync } = driver('node:sqlite') ?? {}
if (DatabaseSync && new DatabaseSync(':memory:').isTransaction !== undefined) {
  sqlite['node:sqlite'] = (path) => {
    const database = new DatabaseSync(path)
    database.exec('PRAGMA busy_timeout=30000')
    return database
  }
}
const noSqlite = Object.keys(sqlite).length > 0 ? false : 'no driver of SQLite: better-sqlite3, or Node 22.16 or newer'
test('a driver of SQLite is here', { skip: noSqlite }, () => {})

function inSqlite(open, path = join(folder, `${randomUUID()}.db`)) {
  const database = open(path)
  createSqlite(database)
  return new SqliteLedger(database)
}

let pool
test.before(async () => {
  if (noServer) return
  pool = new pg.Pool({ connectionString: POSTGRES, max: 8 })
  // A server that goes away is what the last test is about.
  pool.on('error', () => {})
  await createPostgres(pool)
})
test.after(() => pool?.end())
const inPostgres = () => new PostgresLedger(pool, { name: randomUUID() })

const STORES = {
  memory: () => ledger.Ledger.memory(),
  file: () => ledger.Ledger.openSync(join(folder, randomUUID()), { sync: 'none' }),
  ...Object.fromEntries(Object.entries(sqlite).map(([name, open]) => [name, () => inSqlite(open)])),
  postgres: inPostgres,
}

async function named(store, hash) {
  if (hash === '$head') return (await store.head()).hash
  return hash === '$first' ? (await store.entry(0)).hash : hash
}

async function perform(store, call, args) {
  const nothing = (value) => value ?? null
  switch (call) {
    case 'append': {
      const { head } = args.expect
      const expect = head === undefined ? args.expect : { hash: await named(store, head) }
      const done = await store.append(args.drafts, { expect, now: args.now })
      return { head: nothing(done.head), ids: done.entries.map(({ id }) => id), repeated: done.repeated }
    }
    case 'head':
      return nothing(await store.head())
    case 'len':
      return store.length()
    case 'entries':
      return (await store.entries(args)).map(({ id }) => id)
    case 'entry':
      return nothing((await store.entry(args.seq))?.toJSON())
    case 'by_id':
      return nothing((await store.byId(args.id))?.toJSON())
    default: {
      const anchors = args.anchors ?? []
      const anchor = await Promise.all(anchors.map(async ({ seq, hash }) => ({ seq, hash: await named(store, hash) })))
      const found = await store.verify({ anchor })
      return { ...found, head: nothing(found.head) }
    }
  }
}

async function outcome(store, { call, args }) {
  try {
    return { gives: await perform(store, call, args) }
  } catch (error) {
    if (!(error instanceof GreenboardError)) throw error
    return { error: { code: error.code, message: error.toJSON().message } }
  }
}

for (const [name, make] of Object.entries(STORES)) {
  const skip = name === 'postgres' ? noServer : false
  for (const each of CASES) {
    test(`${name}: ${each.name}`, { skip }, async () => {
      const store = make()
      for (const step of each.steps) {
        const { call: _call, args: _args, ...expected } = step
        assert.equal(canonicalJson(await outcome(store, step)), canonicalJson(expected))
      }
    })
  }

  test(`${name}: proofs and checkpoints`, { skip }, async () => {
    const store = make()
    await store.append([genesis(), ...Array.from({ length: 6 }, (_, n) => draft(`e-${n}`))])
    const signer = new ledger.Ed25519('example.com/releases', Buffer.alloc(32, 7))
    const open = (note) => ledger.openCheckpoint(note, { origin: 'example.com/releases', key: signer.key }).checkpoint
    const first = open(await store.checkpoint(signer))
    await store.append(draft('later'))
    const note = await store.checkpoint(signer, { previous: first })
    assert.equal((await store.verify({ checkpoint: [first, open(note)] })).entries, 8)
    const entry = await store.entry(3)
    const text = ledger.logProof(await store.inclusion(3), note)
    const asked = { origin: 'example.com/releases', key: signer.key }
    assert.equal(ledger.verifyLogProof(text, entry, asked).checkpoint.size, 8)
    assert.throws(() => ledger.verifyLogProof(text, (entry.hash[0] === '0' ? '1' : '0') + entry.hash.slice(1), asked), {
      code: 'ledger.not_included',
    })
    ledger.verifyConsistency(await store.consistency(first.size), first.root, open(note).root)
    await assert.rejects(store.verify({ checkpoint: { ...first, root: open(note).root } }), { code: 'ledger.diverged' })
    const exported = []
    for await (const line of store.export()) exported.push(line)
    assert.equal(ledger.importEntries(Buffer.concat(exported), { anchor: await store.head() }).length, 8)
  })
}

for (const [name, open] of Object.entries(sqlite)) {
  test(`${name}: entries come and go with the transaction`, async () => {
    const path = join(folder, `${randomUUID()}.db`)
    const database = open(path)
    createSqlite(database)
    const store = new SqliteLedger(database)
    store.appendSync(genesis())
    database.exec('CREATE TABLE own(id TEXT); BEGIN')
    database.exec("INSERT INTO own VALUES('a')")
    store.appendSync(draft('a'))
    database.exec('ROLLBACK')
    assert.equal(await store.length(), 1)
    database.exec("BEGIN; INSERT INTO own VALUES('a')")
    store.appendSync(draft('a'))
    assert.throws(() => store.appendSync(draft('b'), { expect: 0 }), { code: 'ledger.conflict' })
    database.exec('COMMIT')
    assert.equal(await store.length(), 2)
    assert.equal(database.prepare('SELECT count(*) AS n FROM own').get().n, 1)
    for (const change of ["UPDATE ledger_entry SET subject='x'", 'DELETE FROM ledger_entry']) {
      assert.throws(() => database.exec(change), /append-only/)
    }
    database.exec("DROP TRIGGER ledger_no_update; UPDATE ledger_entry SET subject='x' WHERE seq=1")
    await assert.rejects(store.verify(), ({ code, details }) => code === 'ledger.corrupt' && details.kind === 'columns')
  })

  test(`${name}: several connections`, async () => {
    const path = join(folder, `${randomUUID()}.db`)
    const first = inSqlite(open, path)
    first.appendSync(genesis())
    const stores = Array.from({ length: 4 }, () => new SqliteLedger(open(path)))
    for (let n = 0; n < 40; n += 1) stores.forEach((store, writer) => store.appendSync(draft(`${writer}/${n}`)))
    assert.equal((await first.verify()).entries, 161)
  })
}

test('postgres: entries come and go with the transaction', { skip: noServer }, async () => {
  const store = inPostgres()
  await store.append(genesis())
  const client = await pool.connect()
  const table = `own_${randomUUID().replaceAll('-', '')}`
  await client.query(`CREATE TABLE ${table}(id text)`)
  for (const end of ['ROLLBACK', 'COMMIT']) {
    await client.query('BEGIN')
    await client.query(`INSERT INTO ${table} VALUES('a')`)
    await store.within(client).append(draft('a'))
    await assert.rejects(store.within(client).append(draft('b'), { expect: 0 }), { code: 'ledger.conflict' })
    await client.query(end)
    assert.equal(await store.length(), end === 'COMMIT' ? 2 : 1)
  }
  for (const change of ["UPDATE ledger_entry SET subject='x'", 'DELETE FROM ledger_entry', 'TRUNCATE ledger_entry']) {
    await assert.rejects(client.query(change), /append-only/)
  }
  client.release()
})

const WRITERS = 6
const EACH = 30

async function checkAllIn(store) {
  const ids = []
  for await (const { id } of store) ids.push(id)
  const all = Array.from({ length: WRITERS * EACH }, (_, n) => `${Math.floor(n / EACH)}/${n % EACH}`)
  assert.deepEqual(ids.slice(1).sort(), all.sort())
  assert.equal((await store.verify()).entries, 1 + WRITERS * EACH)
}

test('postgres: several writers', { skip: noServer }, async () => {
  const store = inPostgres()
  await store.append(genesis())
  const write = async (writer) => {
    for (let n = 0; n < EACH; n += 1) await store.append(draft(`${writer}/${n}`))
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  await checkAllIn(store)
})

const directory = process.env.GREENBOARD_POSTGRES_SERVER
test('postgres: a server that is killed loses nothing that it acknowledged', { skip: noServer || !directory, timeout: 60_000 }, async () => {
  const store = inPostgres()
  await store.append(genesis())
  const acknowledged = new Set()
  let before
  const write = async (writer) => {
    for (let n = 0; n < EACH; ) {
      try {
        await store.append(draft(`${writer}/${n}`))
      } catch (error) {
        // Whether it was recorded is not known: it is tried again.
        if (error instanceof GreenboardError) throw error
        continue
      }
      acknowledged.add(`${writer}/${n}`)
      n += 1
      if (before === undefined && acknowledged.size >= (WRITERS * EACH) / 3) {
        execFileSync(SERVER, ['crash', directory])
        before = new Set(acknowledged)
        execFileSync(SERVER, ['start', directory])
      }
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  const ids = new Set((await store.entries({ limit: 10_000 })).map(({ id }) => id))
  assert.ok(before.size > 0 && [...before].every((id) => ids.has(id)))
  await checkAllIn(store)
})

test('postgres: who sees but one state is told to begin anew', { skip: noServer }, async () => {
  const store = inPostgres()
  await store.append(genesis())
  const client = await pool.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM ledger_entry')
  await store.append(draft('fast'))
  await assert.rejects(store.within(client).append(draft('slow')), { code: 'ledger.contended', retryable: true })
  await client.query('ROLLBACK')
  client.release()
  await store.append(draft('slow'))
  assert.equal(await store.length(), 3)
})

test('payloads are erased, and a closed ledger says so', async () => {
  const store = await ledger.Ledger.open(join(folder, randomUUID()))
  const payload = await store.put('Ada Lovelace', 'text/plain')
  const { head } = await store.append({ ...genesis(), payload })
  assert.equal((await store.payload(payload)).toString(), 'Ada Lovelace')
  assert.equal(await store.state(0), 'present')
  await store.erase(0, { id: 'erase-1', reason: 'asked for', actor })
  assert.deepEqual([store.payloadSync(payload), store.stateSync(0), store.durableSeq], [undefined, 'erased', 1])
  assert.equal((await store.verify({ anchor: head })).entries, 2)
  await store.close()
  await assert.rejects(store.append(genesis()), TypeError)
})

test('a signer is asked only for what was checked', async () => {
  const asked = []
  const inner = new ledger.Ed25519('example.com/releases', Buffer.alloc(32, 7))
  const signer = { key: inner.key, sign: async (message) => (asked.push(`${message}`), inner.sign(message)) }
  const [first, second, other] = ['1', '2', '3'].map((digit) => digit.repeat(64))
  const checkpoint = (tree) => ({ origin: 'example.com/releases', size: tree.size, root: tree.root() })
  const previous = checkpoint(new ledger.Tree([first]))
  const tree = new ledger.Tree([other, second])
  const proof = tree.consistency(1)
  await assert.rejects(ledger.signCheckpoint(checkpoint(tree), signer, { previous, proof }), { code: 'ledger.inconsistent' })
  assert.deepEqual(asked, [])

  const grown = new ledger.Tree([first])
  grown.extend([second])
  const note = await ledger.signCheckpoint(checkpoint(grown), signer, { previous, proof: grown.consistency(1) })
  assert.equal(asked.length, 1)
  const witness = new ledger.Ed25519('witness.example/w1', Buffer.alloc(32, 8), { witness: true })
  await assert.rejects(
    ledger.cosign(note, witness, { log: inner.key, previous: checkpoint(new ledger.Tree([other])), proof }),
    { code: 'ledger.inconsistent' },
  )
  await assert.rejects(ledger.cosign(note, inner, { log: inner.key }), { code: 'ledger.invalid_note' })
})

test('numbers of entries are whole, and a ledger in memory keeps no files', async () => {
  const store = ledger.Ledger.memory()
  await assert.rejects(store.entries({ after: -1 }), TypeError)
  assert.throws(() => store.entriesSync({ limit: 0.5 }), TypeError)
  await assert.rejects(store.entry(-1), TypeError)
  assert.deepEqual(await store.entries({ limit: Infinity }), [])
  await assert.rejects(store.put('Ada'), TypeError)
  assert.throws(() => store.putSync('Ada'), TypeError)
  assert.throws(() => new ledger.Tree().root(-1), TypeError)
})
